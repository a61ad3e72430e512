import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import governance.models.company
import governance.models.constraints
import simple_history.models
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        # The exclusion constraints compare keys and numbers for equality beside the ranges of days.
        BtreeGistExtension(),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Company',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='Stands in the addresses of pages and files.', max_length=10, unique=True, validators=[django.core.validators.RegexValidator('\\A[0-9A-Z]{2,10}\\Z', 'Write 2 to 10 digits or capital letters, such as 3774.')], verbose_name='securities code')),
                ('name_ja', models.CharField(blank=True, max_length=200, verbose_name='name in Japanese')),
                ('name_en', models.CharField(blank=True, max_length=200, verbose_name='name in English')),
                ('short_name_ja', models.CharField(blank=True, max_length=80, verbose_name='short name in Japanese')),
                ('short_name_en', models.CharField(blank=True, max_length=80, verbose_name='short name in English')),
                ('listings_ja', models.CharField(blank=True, max_length=200, verbose_name='listings in Japanese')),
                ('listings_en', models.CharField(blank=True, help_text='As printed: “NASDAQ: IIJI, TSE1: 3774”.', max_length=200, verbose_name='listings in English')),
                ('place_en', models.CharField(blank=True, help_text='As printed: “TOKYO”.', max_length=80, verbose_name='place of the dateline')),
                ('representative_ja', models.CharField(blank=True, max_length=200, verbose_name='representative in Japanese')),
                ('representative_en', models.CharField(blank=True, max_length=200, verbose_name='representative in English')),
                ('keeps_japanese', models.BooleanField(default=True, verbose_name='keeps its articles in Japanese')),
                ('keeps_english', models.BooleanField(default=True, verbose_name='keeps its articles in English')),
                ('authoritative_language', models.CharField(choices=[('en', 'English'), ('ja', 'Japanese')], default='ja', max_length=2, verbose_name='authoritative language')),
                ('time_zone', models.CharField(default='Asia/Tokyo', max_length=64, validators=[governance.models.company.validate_time_zone], verbose_name='time zone')),
                ('about_title_ja', models.CharField(blank=True, max_length=200, verbose_name='title of “about” in Japanese')),
                ('about_title_en', models.CharField(blank=True, max_length=200, verbose_name='title of “about” in English')),
                ('about_ja', models.TextField(blank=True, verbose_name='about the company in Japanese')),
                ('about_en', models.TextField(blank=True, verbose_name='about the company in English')),
                ('forward_looking_ja', models.TextField(blank=True, verbose_name='forward-looking statement in Japanese')),
                ('forward_looking_en', models.TextField(blank=True, verbose_name='forward-looking statement in English')),
                ('contact_ja', models.TextField(blank=True, verbose_name='contact in Japanese')),
                ('contact_en', models.TextField(blank=True, verbose_name='contact in English')),
                ('house_style_en', models.CharField(choices=[('english-release', 'english-release'), ('english-notice', 'english-notice')], default='english-release', max_length=40, verbose_name='house style in English')),
                ('house_style_ja', models.CharField(choices=[('japanese-release', 'japanese-release'), ('japanese-notice', 'japanese-notice')], default='japanese-release', max_length=40, verbose_name='house style in Japanese')),
                ('house_style_overrides', models.JSONField(blank=True, default=dict, help_text='By language: {"en": {"note": "(Amendments are underlined.)"}}.', validators=[governance.models.company.validate_house_style_choices], verbose_name='own choices of the house style')),
            ],
            options={
                'verbose_name': 'company',
                'verbose_name_plural': 'companies',
                'ordering': ('code',),
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9A-Z]{2,10}$')), name='company_code', violation_error_message='Write 2 to 10 digits or capital letters, such as 3774.'), models.CheckConstraint(condition=models.Q(models.Q(('keeps_japanese', False), models.Q(('name_ja', ''), _negated=True), _connector='OR'), models.Q(('keeps_english', False), models.Q(('name_en', ''), _negated=True), _connector='OR')), name='company_named_in_its_languages', violation_error_message="Write the company's name in each language it keeps."), models.CheckConstraint(condition=models.Q(models.Q(('authoritative_language', 'ja'), ('keeps_japanese', True)), models.Q(('authoritative_language', 'en'), ('keeps_english', True)), _connector='OR'), name='company_authoritative_language', violation_error_message='The authoritative language is one that the company keeps.')],
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('chapter', 'Chapter'), ('article', 'Article')], default='article', max_length=20, verbose_name='kind')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='governance.company', verbose_name='company')),
            ],
            options={
                'verbose_name': 'article',
                'verbose_name_plural': 'articles',
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ordinary', 'Ordinary General Meeting of Shareholders'), ('extraordinary', 'Extraordinary General Meeting of Shareholders')], default='ordinary', max_length=20, verbose_name='kind')),
                ('ordinal', models.PositiveSmallIntegerField(blank=True, help_text='21 for the 21st; empty for an extraordinary meeting.', null=True, verbose_name='ordinal')),
                ('date', models.DateField(verbose_name='date')),
                ('mark', models.CharField(blank=True, help_text='Left empty, it becomes the ordinal, or the date of an extraordinary meeting.', max_length=9, validators=[django.core.validators.RegexValidator('\\A[0-9]{1,8}[a-z]?\\Z', 'Write up to 8 digits, with a small letter after them if needed.')], verbose_name='mark in addresses')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='governance.company', verbose_name='company')),
            ],
            options={
                'verbose_name': 'general meeting of shareholders',
                'verbose_name_plural': 'general meetings of shareholders',
                'ordering': ('-date', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalAmendment',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('decided_by', models.CharField(choices=[('incorporation', 'Incorporation'), ('meeting', 'General meeting of shareholders'), ('board', 'Board of directors'), ('import', 'As imported')], max_length=20, verbose_name='decided by')),
                ('section', models.CharField(blank=True, help_text='What lets the board amend the articles without a meeting, such as “Article 191”.', max_length=80, verbose_name='section of the Companies Act')),
                ('adopted_on', models.DateField(verbose_name='adopted on')),
                ('effective_on', models.DateField(blank=True, help_text='Empty while unknown.', null=True, verbose_name='effective on')),
                ('title_ja', models.CharField(blank=True, max_length=300, verbose_name='title in Japanese')),
                ('title_en', models.CharField(blank=True, max_length=300, verbose_name='title in English')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.meeting', verbose_name='general meeting of shareholders')),
            ],
            options={
                'verbose_name': 'historical amendment',
                'verbose_name_plural': 'historical amendments',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_by', models.CharField(choices=[('incorporation', 'Incorporation'), ('meeting', 'General meeting of shareholders'), ('board', 'Board of directors'), ('import', 'As imported')], max_length=20, verbose_name='decided by')),
                ('section', models.CharField(blank=True, help_text='What lets the board amend the articles without a meeting, such as “Article 191”.', max_length=80, verbose_name='section of the Companies Act')),
                ('adopted_on', models.DateField(verbose_name='adopted on')),
                ('effective_on', models.DateField(blank=True, help_text='Empty while unknown.', null=True, verbose_name='effective on')),
                ('title_ja', models.CharField(blank=True, max_length=300, verbose_name='title in Japanese')),
                ('title_en', models.CharField(blank=True, max_length=300, verbose_name='title in English')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='governance.company', verbose_name='company')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='governance.meeting', verbose_name='general meeting of shareholders')),
            ],
            options={
                'verbose_name': 'amendment',
                'verbose_name_plural': 'amendments',
                'ordering': ('-adopted_on', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('legal_staff', 'Legal staff'), ('board_secretary', 'Board secretary'), ('reader', 'Reader')], max_length=20, verbose_name='role')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='governance.company', verbose_name='company')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('main', 'Main part'), ('supplementary', 'Supplementary provisions')], max_length=20, verbose_name='kind')),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('title_ja', models.CharField(blank=True, max_length=200, verbose_name='title in Japanese')),
                ('title_en', models.CharField(blank=True, max_length=200, verbose_name='title in English')),
                ('dated', models.DateField(blank=True, null=True, verbose_name='dated')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='governance.company', verbose_name='company')),
            ],
            options={
                'verbose_name': 'part',
                'verbose_name_plural': 'parts',
                'ordering': ('company', 'position'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalWording',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('chapter', 'Chapter'), ('article', 'Article')], default='article', max_length=20, verbose_name='kind')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number')),
                ('branch', models.PositiveIntegerField(default=0, help_text='2 for Article 9-2; 0 for none.', verbose_name='branch number')),
                ('position', models.BigIntegerField(help_text='Orders the articles of a part; gaps leave room for insertions.', verbose_name='position')),
                ('caption_ja', models.CharField(blank=True, max_length=300, verbose_name='caption in Japanese')),
                ('caption_en', models.CharField(blank=True, max_length=300, verbose_name='caption in English')),
                ('body_ja', models.TextField(blank=True, max_length=100000, verbose_name='body in Japanese')),
                ('body_en', models.TextField(blank=True, max_length=100000, verbose_name='body in English')),
                ('adopted_on', models.DateField(verbose_name='adopted on')),
                ('in_force', django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True, verbose_name='in force')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                ('ended_on', models.DateField(blank=True, help_text='The day the ending amendment was adopted.', null=True, verbose_name='its end adopted on')),
                ('superseded_at', models.DateTimeField(blank=True, null=True, verbose_name='superseded at')),
                ('superseded_why', models.TextField(blank=True, verbose_name='why it is superseded')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('amendment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.amendment', verbose_name='amendment')),
                ('article', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.article', verbose_name='article')),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('ended_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.amendment', verbose_name='ended by')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('superseded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='superseded by')),
                ('part', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.part', verbose_name='part')),
            ],
            options={
                'verbose_name': 'historical wording',
                'verbose_name_plural': 'historical wordings',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalArticle',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('chapter', 'Chapter'), ('article', 'Article')], default='article', max_length=20, verbose_name='kind')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('part', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.part', verbose_name='part')),
            ],
            options={
                'verbose_name': 'historical article',
                'verbose_name_plural': 'historical articles',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name='article',
            name='part',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='governance.part', verbose_name='part'),
        ),
        migrations.CreateModel(
            name='SignInFailure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=64, verbose_name='digest of the name')),
                ('address', models.CharField(blank=True, max_length=64, verbose_name='network address')),
                ('at', models.DateTimeField(verbose_name='at')),
            ],
            options={
                'verbose_name': 'failure to sign in',
                'verbose_name_plural': 'failures to sign in',
                'indexes': [models.Index(fields=['address', '-at'], name='sign_in_failure_recent')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('chapter', 'Chapter'), ('article', 'Article')], default='article', max_length=20, verbose_name='kind')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number')),
                ('branch', models.PositiveIntegerField(default=0, help_text='2 for Article 9-2; 0 for none.', verbose_name='branch number')),
                ('position', models.BigIntegerField(help_text='Orders the articles of a part; gaps leave room for insertions.', verbose_name='position')),
                ('caption_ja', models.CharField(blank=True, max_length=300, verbose_name='caption in Japanese')),
                ('caption_en', models.CharField(blank=True, max_length=300, verbose_name='caption in English')),
                ('body_ja', models.TextField(blank=True, max_length=100000, verbose_name='body in Japanese')),
                ('body_en', models.TextField(blank=True, max_length=100000, verbose_name='body in English')),
                ('adopted_on', models.DateField(verbose_name='adopted on')),
                ('in_force', django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True, verbose_name='in force')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                ('ended_on', models.DateField(blank=True, help_text='The day the ending amendment was adopted.', null=True, verbose_name='its end adopted on')),
                ('as_adopted', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Cast('adopted_on', models.DateField()), django.db.models.functions.comparison.Least(django.db.models.functions.comparison.Cast('ended_on', models.DateField()), django.db.models.functions.comparison.Cast('expires_on', models.DateField())), function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                ('superseded_at', models.DateTimeField(blank=True, null=True, verbose_name='superseded at')),
                ('superseded_why', models.TextField(blank=True, verbose_name='why it is superseded')),
                ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='governance.amendment', verbose_name='amendment')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='governance.article', verbose_name='article')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='governance.company', verbose_name='company')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended_wordings', to='governance.amendment', verbose_name='ended by')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='governance.part', verbose_name='part')),
                ('superseded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='superseded by')),
            ],
            options={
                'verbose_name': 'wording',
                'verbose_name_plural': 'wordings',
            },
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(help_text='A name such as proposal.opened.', max_length=60, verbose_name='what')),
                ('about', models.CharField(blank=True, help_text='An address such as 3774-21-1.', max_length=200, verbose_name='about')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='at')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='audit_entries', to='governance.company', verbose_name='company')),
            ],
            options={
                'verbose_name': 'audit entry',
                'verbose_name_plural': 'audit entries',
                'ordering': ('-at', '-pk'),
                'indexes': [models.Index(fields=['company', 'about', '-at'], name='audit_about')],
                'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='audit_what')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCompany',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('code', models.CharField(db_index=True, help_text='Stands in the addresses of pages and files.', max_length=10, validators=[django.core.validators.RegexValidator('\\A[0-9A-Z]{2,10}\\Z', 'Write 2 to 10 digits or capital letters, such as 3774.')], verbose_name='securities code')),
                ('name_ja', models.CharField(blank=True, max_length=200, verbose_name='name in Japanese')),
                ('name_en', models.CharField(blank=True, max_length=200, verbose_name='name in English')),
                ('short_name_ja', models.CharField(blank=True, max_length=80, verbose_name='short name in Japanese')),
                ('short_name_en', models.CharField(blank=True, max_length=80, verbose_name='short name in English')),
                ('listings_ja', models.CharField(blank=True, max_length=200, verbose_name='listings in Japanese')),
                ('listings_en', models.CharField(blank=True, help_text='As printed: “NASDAQ: IIJI, TSE1: 3774”.', max_length=200, verbose_name='listings in English')),
                ('place_en', models.CharField(blank=True, help_text='As printed: “TOKYO”.', max_length=80, verbose_name='place of the dateline')),
                ('representative_ja', models.CharField(blank=True, max_length=200, verbose_name='representative in Japanese')),
                ('representative_en', models.CharField(blank=True, max_length=200, verbose_name='representative in English')),
                ('keeps_japanese', models.BooleanField(default=True, verbose_name='keeps its articles in Japanese')),
                ('keeps_english', models.BooleanField(default=True, verbose_name='keeps its articles in English')),
                ('authoritative_language', models.CharField(choices=[('en', 'English'), ('ja', 'Japanese')], default='ja', max_length=2, verbose_name='authoritative language')),
                ('time_zone', models.CharField(default='Asia/Tokyo', max_length=64, validators=[governance.models.company.validate_time_zone], verbose_name='time zone')),
                ('about_title_ja', models.CharField(blank=True, max_length=200, verbose_name='title of “about” in Japanese')),
                ('about_title_en', models.CharField(blank=True, max_length=200, verbose_name='title of “about” in English')),
                ('about_ja', models.TextField(blank=True, verbose_name='about the company in Japanese')),
                ('about_en', models.TextField(blank=True, verbose_name='about the company in English')),
                ('forward_looking_ja', models.TextField(blank=True, verbose_name='forward-looking statement in Japanese')),
                ('forward_looking_en', models.TextField(blank=True, verbose_name='forward-looking statement in English')),
                ('contact_ja', models.TextField(blank=True, verbose_name='contact in Japanese')),
                ('contact_en', models.TextField(blank=True, verbose_name='contact in English')),
                ('house_style_en', models.CharField(choices=[('english-release', 'english-release'), ('english-notice', 'english-notice')], default='english-release', max_length=40, verbose_name='house style in English')),
                ('house_style_ja', models.CharField(choices=[('japanese-release', 'japanese-release'), ('japanese-notice', 'japanese-notice')], default='japanese-release', max_length=40, verbose_name='house style in Japanese')),
                ('house_style_overrides', models.JSONField(blank=True, default=dict, help_text='By language: {"en": {"note": "(Amendments are underlined.)"}}.', validators=[governance.models.company.validate_house_style_choices], verbose_name='own choices of the house style')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical company',
                'verbose_name_plural': 'historical companies',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['id', '-history_date', '-history_id'], name='company_history_newest')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMeeting',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ordinary', 'Ordinary General Meeting of Shareholders'), ('extraordinary', 'Extraordinary General Meeting of Shareholders')], default='ordinary', max_length=20, verbose_name='kind')),
                ('ordinal', models.PositiveSmallIntegerField(blank=True, help_text='21 for the 21st; empty for an extraordinary meeting.', null=True, verbose_name='ordinal')),
                ('date', models.DateField(verbose_name='date')),
                ('mark', models.CharField(blank=True, help_text='Left empty, it becomes the ordinal, or the date of an extraordinary meeting.', max_length=9, validators=[django.core.validators.RegexValidator('\\A[0-9]{1,8}[a-z]?\\Z', 'Write up to 8 digits, with a small letter after them if needed.')], verbose_name='mark in addresses')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical general meeting of shareholders',
                'verbose_name_plural': 'historical general meetings of shareholders',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['id', '-history_date', '-history_id'], name='meeting_history_newest')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMembership',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('role', models.CharField(choices=[('legal_staff', 'Legal staff'), ('board_secretary', 'Board secretary'), ('reader', 'Reader')], max_length=20, verbose_name='role')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'historical membership',
                'verbose_name_plural': 'historical memberships',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['id', '-history_date', '-history_id'], name='membership_history_newest')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPart',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('main', 'Main part'), ('supplementary', 'Supplementary provisions')], max_length=20, verbose_name='kind')),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('title_ja', models.CharField(blank=True, max_length=200, verbose_name='title in Japanese')),
                ('title_en', models.CharField(blank=True, max_length=200, verbose_name='title in English')),
                ('dated', models.DateField(blank=True, null=True, verbose_name='dated')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('company', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.company', verbose_name='company')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical part',
                'verbose_name_plural': 'historical parts',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['id', '-history_date', '-history_id'], name='part_history_newest')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(fields=('id', 'company'), name='meeting_company'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(fields=('company', 'mark'), name='meeting_mark_once', violation_error_message='The company has a meeting with this mark already.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(fields=('company', 'ordinal'), name='meeting_ordinal_once', violation_error_message='The company has a meeting with this ordinal already.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('mark__regex', '^[0-9]{1,8}[a-z]?$')), name='meeting_mark'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'ordinary'), ('ordinal__gte', 1), ('ordinal__isnull', False)), models.Q(('kind', 'extraordinary'), ('ordinal__isnull', True)), _connector='OR'), name='meeting_ordinal', violation_error_message='An ordinary meeting has an ordinal from 1 on; an extraordinary one has none.'),
        ),
        migrations.AddIndex(
            model_name='historicalamendment',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='amendment_history_newest'),
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=models.UniqueConstraint(fields=('id', 'company', 'adopted_on'), name='amendment_company_day'),
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('meeting', 'company'), name='amendment_meeting_of_company', to='governance.Meeting', to_fields=('id', 'company'), violation_error_message="The meeting is another company's."),
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_by', 'meeting'), ('meeting__isnull', False), ('section', '')), models.Q(('decided_by', 'board'), ('meeting__isnull', True), models.Q(('section', ''), _negated=True)), models.Q(('decided_by__in', ('incorporation', 'import')), ('meeting__isnull', True), ('section', '')), _connector='OR'), name='amendment_decided_by', violation_error_message='Name the meeting where a meeting decided, the section of the Act where the board did, and neither otherwise.'),
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=governance.models.constraints.DatesInOrder(earlier='adopted_on', later='effective_on', name='amendment_adopted_then_effective', violation_error_message='An amendment takes effect on the day it is adopted or later.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('user', 'company', 'role'), name='membership_once', violation_error_message='This person has this role in this company already.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['legal_staff', 'board_secretary', 'reader'])), name='membership_role'),
        ),
        migrations.AddConstraint(
            model_name='part',
            constraint=models.UniqueConstraint(fields=('id', 'company'), name='part_company'),
        ),
        migrations.AddConstraint(
            model_name='part',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('company', 'position'), name='part_position_once'),
        ),
        migrations.AddConstraint(
            model_name='part',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'main')), fields=('company',), name='part_main_once', violation_error_message='The company has a main part already.'),
        ),
        migrations.AddConstraint(
            model_name='part',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'main'), ('position', 0)), models.Q(('kind', 'supplementary'), ('position__gte', 1)), _connector='OR'), name='part_main_first', violation_error_message='The main part has position 0, a supplementary part one from 1 on.'),
        ),
        migrations.AddIndex(
            model_name='historicalwording',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='wording_history_newest'),
        ),
        migrations.AddIndex(
            model_name='historicalarticle',
            index=models.Index(fields=['id', '-history_date', '-history_id'], name='article_history_newest'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('id', 'company'), name='article_company'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('id', 'company', 'kind'), name='article_company_kind'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('id', 'company', 'part', 'kind'), name='article_company_part_kind'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('part', 'company'), name='article_part_of_company', to='governance.Part', to_fields=('id', 'company'), violation_error_message="The part is another company's."),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('chapter', 'article'))), name='article_kind'),
        ),
        migrations.AddIndex(
            model_name='wording',
            index=models.Index(condition=models.Q(('superseded_at__isnull', True)), fields=['company', 'adopted_on'], name='wording_of_company'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('article', 'company', 'part', 'kind'), name='wording_of_its_article', to='governance.Article', to_fields=('id', 'company', 'part', 'kind'), violation_error_message='Company, part and kind are not those of the article.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('amendment', 'company', 'adopted_on'), name='wording_made_by_amendment', to='governance.Amendment', to_fields=('id', 'company', 'adopted_on'), violation_error_message='Company and day of adoption are not those of the amendment.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('ended_by', 'company', 'ended_on'), name='wording_ended_by_amendment', to='governance.Amendment', to_fields=('id', 'company', 'adopted_on'), violation_error_message='Company and day of the end are not those of the ending amendment.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('superseded_at__isnull', True)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('article', '='), ('in_force', '&&')], name='wording_one_in_force', violation_error_message='The article has another wording in force on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('superseded_at__isnull', True)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('article', '='), ('as_adopted', '&&')], name='wording_one_as_adopted', violation_error_message='The article has another wording, as adopted, on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('superseded_at__isnull', True)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('part', '='), ('kind', '='), ('number', '='), ('branch', '='), ('in_force', '&&')], name='wording_number_once_in_force', violation_error_message='Another article has this number in force on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('superseded_at__isnull', True)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('part', '='), ('kind', '='), ('number', '='), ('branch', '='), ('as_adopted', '&&')], name='wording_number_once_as_adopted', violation_error_message='Another article has this number, as adopted, on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('superseded_at__isnull', True)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('part', '='), ('position', '='), ('as_adopted', '&&')], name='wording_position_once_as_adopted', violation_error_message='Another article stands at this position on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number__gte', 1), ('number__isnull', False)), models.Q(('branch', 0), ('number__isnull', True)), _connector='OR'), name='wording_number', violation_error_message='Numbers count from 1; a branch number needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(('branch', 0), ('branch__gte', 2), _connector='OR'), name='wording_branch', violation_error_message='Branch numbers count from 2.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'article'), models.Q(models.Q(('body_ja', ''), _negated=True), models.Q(('body_en', ''), _negated=True), _connector='OR')), models.Q(('body_en', ''), ('body_ja', ''), ('kind', 'chapter'), models.Q(models.Q(('caption_ja', ''), _negated=True), models.Q(('caption_en', ''), _negated=True), _connector='OR')), _connector='OR'), name='wording_says_something', violation_error_message='An article has a body in at least one language; a chapter heading has a caption and no body.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='wording_ended_wholly', violation_error_message='An ended wording names the ending amendment and its day.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=governance.models.constraints.DatesInOrder(earlier='adopted_on', later='ended_on', name='wording_adopted_then_ended', violation_error_message='A wording is ended on the day of its adoption or later.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=governance.models.constraints.DatesInOrder(earlier='adopted_on', later='expires_on', name='wording_adopted_then_expires', violation_error_message='A wording expires on the day of its adoption or later.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(('in_force__isnull', True), ('in_force__isempty', True), models.Q(('in_force__lower_inf', False), ('in_force__startswith__gte', models.F('adopted_on'))), _connector='OR'), name='wording_in_force_from_adoption', violation_error_message='A wording is in force from the day of its adoption or later.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(('in_force__isnull', True), ('in_force__isempty', True), ('expires_on__isnull', True), models.Q(('in_force__endswith__lte', models.F('expires_on')), ('in_force__upper_inf', False)), _connector='OR'), name='wording_in_force_until_expiry', violation_error_message='A wording that expires is in force until that day at most.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('superseded_at__isnull', True), ('superseded_by__isnull', True), ('superseded_why', '')), models.Q(('superseded_at__isnull', False), ('superseded_by__isnull', False), models.Q(('superseded_why', ''), _negated=True)), _connector='OR'), name='wording_superseded_wholly', violation_error_message='A superseded row says by whom, when and why.'),
        ),
    ]
