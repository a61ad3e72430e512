"""Acknowledged warnings, in the chain and only added to."""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
import governance.models.digests
from django.conf import settings
from django.db import migrations, models

# Names of modules that begin with a digit cannot be written in an import.
chain = import_module("governance.migrations.0013_chain")
integrity = import_module("governance.migrations.0014_integrity")

TABLE = "proposals_acknowledgement"
OF_PROPOSAL = "(SELECT company_id FROM proposals_proposal WHERE id = stored.proposal_id)"


class Migration(migrations.Migration):

    dependencies = [
        ('proposals', '0026_comments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finding', governance.models.digests.HexDigest(verbose_name='SHA-256 of the finding')),
                ('code', models.CharField(max_length=60, verbose_name='code')),
                ('key', models.CharField(blank=True, max_length=200, verbose_name='provision')),
                ('statement', models.TextField(verbose_name='what it said')),
                ('word', models.TextField(blank=True, verbose_name='why it may stand')),
                ('is_taken_back', models.BooleanField(default=False, verbose_name='taken back')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'acknowledgement',
                'verbose_name_plural': 'acknowledgements',
                'ordering': ('proposal', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('word', ''), _negated=True), ('is_taken_back', True), _connector='OR'), name='acknowledgement_word')],
            },
        ),
        *chain.chained(TABLE, "proposal_id", "id", OF_PROPOSAL),
        *integrity.only_added_to(TABLE, "acknowledgement"),
        integrity.trigger(
            TABLE, "acknowledgement_time", "INSERT", "governance_time_of_transaction('at')"
        ),
    ]
