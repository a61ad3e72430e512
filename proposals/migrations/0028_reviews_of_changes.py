"""Reviews of single changes, in the chain and only added to; none is an author's."""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
import governance.models.digests
from django.conf import settings
from django.db import migrations, models

# Names of modules that begin with a digit cannot be written in an import.
chain = import_module("governance.migrations.0013_chain")
integrity = import_module("governance.migrations.0014_integrity")

TABLE = "proposals_changereview"
OF_PROPOSAL = "(SELECT company_id FROM proposals_proposal WHERE id = stored.proposal_id)"
ALLOWED = """
CREATE FUNCTION proposals_change_review_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.verdict <> 'seen' AND (
        EXISTS (SELECT 1 FROM proposals_proposal
            WHERE id = NEW.proposal_id AND created_by_id = NEW.by_id)
        OR EXISTS (SELECT 1 FROM proposals_proposal_authors
            WHERE proposal_id = NEW.proposal_id AND user_id = NEW.by_id))
    THEN
        RAISE EXCEPTION 'An author neither approves nor returns a change.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('proposals', '0027_acknowledged_warnings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ChangeReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40, verbose_name='provision')),
                ('verdict', models.CharField(choices=[('approved', 'Approved'), ('returned', 'Returned'), ('seen', 'Seen')], max_length=10, verbose_name='verdict')),
                ('comment', models.TextField(blank=True, verbose_name='comment')),
                ('printed', models.JSONField(verbose_name='what it printed')),
                ('sha256', governance.models.digests.HexDigest(verbose_name='SHA-256 of what it printed')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'review of a change',
                'verbose_name_plural': 'reviews of changes',
                'ordering': ('proposal', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('verdict__in', ['approved', 'returned', 'seen'])), name='change_review_verdict'), models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'returned'), _negated=True), models.Q(('comment', ''), _negated=True), _connector='OR'), name='change_review_says_why')],
            },
        ),
        *chain.chained(TABLE, "proposal_id", "id", OF_PROPOSAL),
        *integrity.only_added_to(TABLE, "change_review"),
        integrity.trigger(
            TABLE, "change_review_time", "INSERT", "governance_time_of_transaction('at')"
        ),
        migrations.RunSQL(ALLOWED, "DROP FUNCTION proposals_change_review_allowed()"),
        integrity.trigger(
            TABLE, "change_review_allowed", "INSERT", "proposals_change_review_allowed()"
        ),
    ]
