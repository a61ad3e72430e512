import django.db.models.constraints
import django.db.models.deletion
import django.db.models.lookups
import django.utils.timezone
import governance.models.constraints
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('governance', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='number on the agenda')),
                ('title_ja', models.CharField(blank=True, max_length=300, verbose_name='title in Japanese')),
                ('title_en', models.CharField(blank=True, max_length=300, verbose_name='title in English')),
                ('state', models.CharField(choices=[('drafting', 'Drafting'), ('in_review', 'In review'), ('returned', 'Returned'), ('approved', 'Approved')], default='drafting', editable=False, max_length=20, verbose_name='state')),
                ('base_day', models.DateField(help_text='The articles as adopted on this day are what is amended.', verbose_name='day of the present text')),
                ('resolved_on', models.DateField(blank=True, null=True, verbose_name='resolution of the board')),
                ('announced_on', models.DateField(blank=True, null=True, verbose_name='announcement')),
                ('notice_on', models.DateField(blank=True, null=True, verbose_name='sending of the notice')),
                ('electronic_on', models.DateField(blank=True, null=True, verbose_name='electronic provision')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='effective date')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='begun at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('authors', models.ManyToManyField(blank=True, related_name='proposals_written', to=settings.AUTH_USER_MODEL, verbose_name='authors')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='governance.company', verbose_name='company')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begun by')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='governance.meeting', verbose_name='general meeting of shareholders')),
            ],
            options={
                'verbose_name': 'proposal',
                'verbose_name_plural': 'proposals',
                'ordering': ('-meeting__date', 'number', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalReason',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('body_ja', models.TextField(blank=True, max_length=20000, verbose_name='reason in Japanese')),
                ('body_en', models.TextField(blank=True, max_length=20000, verbose_name='reason in English')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'historical reason',
                'verbose_name_plural': 'historical reasons',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('operation', models.CharField(choices=[('insert', 'Insert'), ('replace', 'Amend'), ('delete', 'Delete'), ('move', 'Move')], max_length=20, verbose_name='operation')),
                ('kind', models.CharField(choices=[('chapter', 'Chapter'), ('article', 'Article')], default='article', max_length=20, verbose_name='kind')),
                ('new_part', models.BooleanField(default=False, verbose_name='in a new supplementary part')),
                ('new_part_title_ja', models.CharField(blank=True, max_length=200, verbose_name='title of the new part in Japanese')),
                ('new_part_title_en', models.CharField(blank=True, max_length=200, verbose_name='title of the new part in English')),
                ('position', models.PositiveIntegerField(default=0, help_text='Orders what is inserted after the same anchor.', verbose_name='position')),
                ('caption_ja', models.CharField(blank=True, max_length=300, null=True, verbose_name='caption in Japanese')),
                ('caption_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='caption in English')),
                ('body_ja', models.TextField(blank=True, max_length=100000, null=True, verbose_name='body in Japanese')),
                ('body_en', models.TextField(blank=True, max_length=100000, null=True, verbose_name='body in English')),
                ('room', models.CharField(choices=[('renumber', 'Renumber what follows'), ('branch', 'Give it a branch number'), ('keep', 'Keep its number, marked as deleted')], default='renumber', max_length=20, verbose_name='room')),
                ('cites', models.JSONField(blank=True, default=dict, editable=False, verbose_name='what the citations meant')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='effective date')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('anchor_article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='governance.article', verbose_name='after the article')),
                ('anchor_change', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followers', to='proposals.change', verbose_name='after the inserted')),
                ('anchor_part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='governance.part', verbose_name='at the start of the part')),
                ('company', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='governance.company', verbose_name='company')),
                ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='governance.article', verbose_name='article')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'change',
                'verbose_name_plural': 'changes',
                'ordering': ('proposal', 'position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('body_ja', models.TextField(blank=True, max_length=20000, verbose_name='reason in Japanese')),
                ('body_en', models.TextField(blank=True, max_length=20000, verbose_name='reason in English')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reasons', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'reason',
                'verbose_name_plural': 'reasons',
                'ordering': ('proposal', 'position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalChange',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('operation', models.CharField(choices=[('insert', 'Insert'), ('replace', 'Amend'), ('delete', 'Delete'), ('move', 'Move')], max_length=20, verbose_name='operation')),
                ('kind', models.CharField(choices=[('chapter', 'Chapter'), ('article', 'Article')], default='article', max_length=20, verbose_name='kind')),
                ('new_part', models.BooleanField(default=False, verbose_name='in a new supplementary part')),
                ('new_part_title_ja', models.CharField(blank=True, max_length=200, verbose_name='title of the new part in Japanese')),
                ('new_part_title_en', models.CharField(blank=True, max_length=200, verbose_name='title of the new part in English')),
                ('position', models.PositiveIntegerField(default=0, help_text='Orders what is inserted after the same anchor.', verbose_name='position')),
                ('caption_ja', models.CharField(blank=True, max_length=300, null=True, verbose_name='caption in Japanese')),
                ('caption_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='caption in English')),
                ('body_ja', models.TextField(blank=True, max_length=100000, null=True, verbose_name='body in Japanese')),
                ('body_en', models.TextField(blank=True, max_length=100000, null=True, verbose_name='body in English')),
                ('room', models.CharField(choices=[('renumber', 'Renumber what follows'), ('branch', 'Give it a branch number'), ('keep', 'Keep its number, marked as deleted')], default='renumber', max_length=20, verbose_name='room')),
                ('cites', models.JSONField(blank=True, default=dict, editable=False, verbose_name='what the citations meant')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='effective date')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('anchor_article', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.article', verbose_name='after the article')),
                ('anchor_change', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.change', verbose_name='after the inserted')),
                ('anchor_part', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.part', verbose_name='at the start of the part')),
                ('company', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('target', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.article', verbose_name='article')),
                ('proposal', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.proposal', verbose_name='proposal')),
                ('reason', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.reason', verbose_name='reason')),
            ],
            options={
                'verbose_name': 'historical change',
                'verbose_name_plural': 'historical changes',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name='change',
            name='reason',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='proposals.reason', verbose_name='reason'),
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('move', models.CharField(max_length=20, verbose_name='move')),
                ('from_state', models.CharField(choices=[('drafting', 'Drafting'), ('in_review', 'In review'), ('returned', 'Returned'), ('approved', 'Approved')], max_length=20, verbose_name='from')),
                ('to_state', models.CharField(choices=[('drafting', 'Drafting'), ('in_review', 'In review'), ('returned', 'Returned'), ('approved', 'Approved')], max_length=20, verbose_name='to')),
                ('word', models.TextField(blank=True, verbose_name='word')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='proposals.proposal', verbose_name='proposal')),
            ],
            options={
                'verbose_name': 'review',
                'verbose_name_plural': 'reviews',
                'ordering': ('at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalProposal',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='number on the agenda')),
                ('title_ja', models.CharField(blank=True, max_length=300, verbose_name='title in Japanese')),
                ('title_en', models.CharField(blank=True, max_length=300, verbose_name='title in English')),
                ('state', models.CharField(choices=[('drafting', 'Drafting'), ('in_review', 'In review'), ('returned', 'Returned'), ('approved', 'Approved')], default='drafting', editable=False, max_length=20, verbose_name='state')),
                ('base_day', models.DateField(help_text='The articles as adopted on this day are what is amended.', verbose_name='day of the present text')),
                ('resolved_on', models.DateField(blank=True, null=True, verbose_name='resolution of the board')),
                ('announced_on', models.DateField(blank=True, null=True, verbose_name='announcement')),
                ('notice_on', models.DateField(blank=True, null=True, verbose_name='sending of the notice')),
                ('electronic_on', models.DateField(blank=True, null=True, verbose_name='electronic provision')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='effective date')),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='begun at')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='changed at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begun by')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.meeting', verbose_name='general meeting of shareholders')),
            ],
            options={
                'verbose_name': 'historical proposal',
                'verbose_name_plural': 'historical proposals',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['id', '-history_date', '-history_id'], name='proposal_history_newest')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('id', 'company'), name='proposal_company'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='proposal_number_once', violation_error_message='The agenda of this meeting has a proposal of this number already.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('meeting', 'company'), name='proposal_meeting_of_company', to='governance.Meeting', to_fields=('id', 'company'), violation_error_message="The meeting is another company's."),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 999)), name='proposal_number', violation_error_message='Proposals are numbered from 1 to 999.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafting', 'in_review', 'returned', 'approved'])), name='proposal_state'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title_ja', ''), _negated=True), models.Q(('title_en', ''), _negated=True), _connector='OR'), name='proposal_titled', violation_error_message='Write the title of the proposal.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.DatesInOrder(earlier='resolved_on', later='announced_on', name='proposal_resolved_then_announced', violation_error_message='The announcement cannot come before the resolution of the board.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.DatesInOrder(earlier='resolved_on', later='notice_on', name='proposal_resolved_then_notice', violation_error_message='The notice cannot be sent before the resolution of the board.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.DatesInOrder(earlier='announced_on', later='notice_on', name='proposal_announced_then_notice', violation_error_message='The notice cannot be sent before the announcement.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.DatesInOrder(earlier='resolved_on', later='electronic_on', name='proposal_resolved_then_electronic', violation_error_message='Electronic provision cannot begin before the resolution of the board.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.DatesInOrder(earlier='electronic_on', later='notice_on', name='proposal_electronic_then_notice', violation_error_message='Electronic provision begins on the day the notice is sent or earlier.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=governance.models.constraints.DatesInOrder(earlier='resolved_on', later='effective_on', name='proposal_resolved_then_effective', violation_error_message='The change cannot take effect before the resolution of the board.'),
        ),
        migrations.AddIndex(
            model_name='historicalreason',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='reason_history_newest'),
        ),
        migrations.AddConstraint(
            model_name='reason',
            constraint=models.UniqueConstraint(fields=('id', 'proposal'), name='reason_proposal'),
        ),
        migrations.AddConstraint(
            model_name='reason',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('proposal', 'position'), name='reason_position_once', violation_error_message='Another reason stands at this position.'),
        ),
        migrations.AddConstraint(
            model_name='reason',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('body_ja', ''), _negated=True), models.Q(('body_en', ''), _negated=True), _connector='OR'), name='reason_says_something', violation_error_message='Write the reason.'),
        ),
        migrations.AddIndex(
            model_name='historicalchange',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='change_history_newest'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.UniqueConstraint(fields=('id', 'proposal'), name='change_proposal'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('proposal', 'company'), name='change_company_of_proposal', to='proposals.Proposal', to_fields=('id', 'company'), violation_error_message="The proposal is another company's."),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('target', 'company', 'kind'), name='change_target_of_company', to='governance.Article', to_fields=('id', 'company', 'kind'), violation_error_message="The article is another company's or of another kind."),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('anchor_article', 'company'), name='change_anchor_article_of_company', to='governance.Article', to_fields=('id', 'company'), violation_error_message="The article before it is another company's."),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('anchor_part', 'company'), name='change_anchor_part_of_company', to='governance.Part', to_fields=('id', 'company'), violation_error_message="The part is another company's."),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('anchor_change', 'proposal'), name='change_anchor_change_of_proposal', to='proposals.Change', to_fields=('id', 'proposal'), violation_error_message="The change before it is another proposal's."),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('reason', 'proposal'), name='change_reason_of_proposal', to='proposals.Reason', to_fields=('id', 'proposal'), violation_error_message="The reason is another proposal's."),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.UniqueConstraint(fields=('proposal', 'target'), name='change_target_once', violation_error_message='The proposal amends, deletes or moves this article already.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['chapter', 'article'])), name='change_kind'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('operation', 'insert'), ('target__isnull', True)), models.Q(('operation__in', ('replace', 'delete', 'move')), ('target__isnull', False)), _connector='OR'), name='change_target', violation_error_message='What is amended, deleted or moved is an article; what is inserted is none yet.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('operation', 'insert'), django.db.models.lookups.Exact(models.Func(models.F('anchor_article'), models.F('anchor_part'), models.F('anchor_change'), models.Case(models.When(new_part=True, then=models.Value(1)), output_field=models.IntegerField()), function='num_nonnulls', output_field=models.IntegerField()), 1)), models.Q(('new_part', False), ('operation', 'move'), django.db.models.lookups.Exact(models.Func(models.F('anchor_article'), models.F('anchor_part'), models.F('anchor_change'), models.Case(models.When(new_part=True, then=models.Value(1)), output_field=models.IntegerField()), function='num_nonnulls', output_field=models.IntegerField()), 1)), models.Q(('operation__in', ('replace', 'delete')), ('anchor_article__isnull', True), ('anchor_change__isnull', True), ('anchor_part__isnull', True), ('new_part', False)), _connector='OR'), name='change_anchor', violation_error_message='What is inserted or moved stands after exactly one thing; what is amended or deleted stays where it is.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('anchor_change__isnull', True), models.Q(('anchor_change', models.F('id')), _negated=True), _connector='OR'), models.Q(('anchor_article__isnull', True), ('target__isnull', True), models.Q(('anchor_article', models.F('target')), _negated=True), _connector='OR')), name='change_not_after_itself', violation_error_message='Nothing can stand after itself.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(('new_part', True), models.Q(('new_part_title_en', ''), ('new_part_title_ja', '')), _connector='OR'), name='change_new_part', violation_error_message='Only a new part is given a title.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(('room', 'renumber'), models.Q(('operation', 'insert'), ('room', 'branch')), models.Q(('operation', 'delete'), ('room', 'keep')), _connector='OR'), name='change_room', violation_error_message='Only what is inserted can take a branch number; only what is deleted can keep its number.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('operation', 'insert'), _negated=True), models.Q(('kind', 'article'), models.Q(models.Q(('body_ja__isnull', False), models.Q(('body_ja', ''), _negated=True)), models.Q(('body_en__isnull', False), models.Q(('body_en', ''), _negated=True)), _connector='OR')), models.Q(('kind', 'chapter'), models.Q(models.Q(('caption_ja__isnull', False), models.Q(('caption_ja', ''), _negated=True)), models.Q(('caption_en__isnull', False), models.Q(('caption_en', ''), _negated=True)), _connector='OR')), _connector='OR'), name='change_words_of_insert', violation_error_message='Write the wording of what is inserted.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('operation', 'replace'), _negated=True), models.Q(models.Q(('body_en__isnull', True), ('body_ja__isnull', True), ('caption_en__isnull', True), ('caption_ja__isnull', True), _negated=True), models.Q(('body_ja__isnull', True), models.Q(('body_ja', ''), _negated=True), _connector='OR'), models.Q(('body_en__isnull', True), models.Q(('body_en', ''), _negated=True), _connector='OR')), _connector='OR'), name='change_words_of_replace', violation_error_message='An amended article says something new, and its body is never empty.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'chapter'), _negated=True), models.Q(models.Q(('body_ja__isnull', False), models.Q(('body_ja', ''), _negated=True), _negated=True), models.Q(('body_en__isnull', False), models.Q(('body_en', ''), _negated=True), _negated=True)), _connector='OR'), name='change_words_of_chapter', violation_error_message='A chapter heading has a title and no body.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(('operation__in', ('insert', 'replace')), models.Q(('body_en__isnull', True), ('body_ja__isnull', True), ('caption_en__isnull', True), ('caption_ja__isnull', True)), _connector='OR'), name='change_words_of_others', violation_error_message='What is deleted or moved keeps its wording.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.Exact(models.Func(models.F('cites'), function='jsonb_typeof', output_field=models.TextField()), models.Value('object')), name='change_cites'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(('expires_on__isnull', True), ('operation__in', ('insert', 'replace')), _connector='OR'), name='change_expiry', violation_error_message='Only new wording expires.'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=governance.models.constraints.DatesInOrder(earlier='effective_on', later='expires_on', name='change_effective_then_expires', violation_error_message='A provision cannot expire before it takes effect.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('from_state__in', ['drafting', 'in_review', 'returned', 'approved']), ('to_state__in', ['drafting', 'in_review', 'returned', 'approved'])), name='review_states'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('move', ''), _negated=True), name='review_move'),
        ),
    ]
