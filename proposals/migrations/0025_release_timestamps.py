"""Time-stamps of releases, in the chain and only added to."""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
import governance.models.digests
from django.db import migrations, models

# Names of modules that begin with a digit cannot be written in an import.
chain = import_module("governance.migrations.0013_chain")
integrity = import_module("governance.migrations.0014_integrity")

TABLE = "proposals_releasetimestamp"
OF_RELEASE = (
    "(SELECT proposal.company_id FROM proposals_release release JOIN proposals_proposal proposal"
    " ON proposal.id = release.proposal_id WHERE release.id = stored.release_id)"
)


class Migration(migrations.Migration):
    dependencies = [
        ('proposals', '0024_opinion_of_the_board'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReleaseTimestamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('authority', models.CharField(max_length=500, verbose_name='authority')),
                ('chain_head', governance.models.digests.HexDigest(verbose_name='head of the chain')),
                ('response', models.BinaryField(verbose_name='answer of the authority')),
                ('stamped_at', models.DateTimeField(verbose_name='time-stamped at')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='at')),
                ('release', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='timestamp', to='proposals.release', verbose_name='release')),
            ],
            options={
                'verbose_name': 'time-stamp of a release',
                'verbose_name_plural': 'time-stamps of releases',
            },
        ),
        *chain.chained(TABLE, "release_id", "id", OF_RELEASE),
        *integrity.only_added_to(TABLE, "timestamp"),
        integrity.trigger(TABLE, "timestamp_time", "INSERT", "governance_time_of_transaction('at')"),
    ]
