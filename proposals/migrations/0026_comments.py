"""Comments on proposals, in the chain and only added to."""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
import governance.models.constraints
from django.conf import settings
from django.db import migrations, models

# Names of modules that begin with a digit cannot be written in an import.
chain = import_module("governance.migrations.0013_chain")
integrity = import_module("governance.migrations.0014_integrity")

TABLE = "proposals_comment"
OF_PROPOSAL = "(SELECT company_id FROM proposals_proposal WHERE id = stored.proposal_id)"


class Migration(migrations.Migration):

    dependencies = [
        ('proposals', '0025_release_timestamps'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(blank=True, choices=[('resolved', 'Resolved'), ('reopened', 'Reopened'), ('taken', 'Suggestion taken over')], max_length=10, verbose_name='act')),
                ('about', models.CharField(blank=True, max_length=40, verbose_name='about')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('ja', 'Japanese')], max_length=2, verbose_name='language')),
                ('side', models.CharField(blank=True, choices=[('present', 'Present articles'), ('proposed', 'Proposed articles')], max_length=10, verbose_name='side')),
                ('words', models.TextField(blank=True, verbose_name='quoted words')),
                ('suggestion', models.TextField(blank=True, verbose_name='suggested wording')),
                ('wording', models.TextField(blank=True, verbose_name='wording when it was written')),
                ('numbers_version', models.CharField(blank=True, max_length=64, verbose_name='digest of the numbers')),
                ('text', models.TextField(blank=True, verbose_name='comment')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='at')),
                ('answer_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='proposals.comment', verbose_name='answer to')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'comment',
                'verbose_name_plural': 'comments',
                'ordering': ('proposal', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('id', 'proposal'), name='comment_proposal'), governance.models.constraints.CompositeForeignKey(fields=('answer_to', 'proposal'), name='comment_answers_of_proposal', to='proposals.Comment', to_fields=('id', 'proposal')), models.CheckConstraint(condition=models.Q(('answer_to__isnull', True), models.Q(('about', ''), ('language', ''), ('side', ''), ('suggestion', ''), ('wording', ''), ('words', '')), _connector='OR'), name='comment_answer_quotes_nothing'), models.CheckConstraint(condition=models.Q(('act', ''), models.Q(('act__in', ['resolved', 'reopened', 'taken']), ('answer_to__isnull', False)), _connector='OR'), name='comment_act_of_answer'), models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('act', ''), _negated=True), models.Q(('suggestion', ''), _negated=True), _connector='OR'), name='comment_says_something'), models.CheckConstraint(condition=models.Q(('suggestion', ''), models.Q(models.Q(('words', ''), _negated=True), ('side', 'proposed')), _connector='OR'), name='comment_suggestion_for_words'), models.CheckConstraint(condition=models.Q(('language__in', ['', 'en', 'ja'])), name='comment_language')],
            },
        ),
        *chain.chained(TABLE, "proposal_id", "id", OF_PROPOSAL),
        *integrity.only_added_to(TABLE, "comment"),
        integrity.trigger(TABLE, "comment_time", "INSERT", "governance_time_of_transaction('at')"),
    ]
