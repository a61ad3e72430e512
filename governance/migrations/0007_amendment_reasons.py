"""Why an amendment changed an article. As with the rest of what was adopted, rows are only added
to.
"""

import django.db.models.deletion
from django.db import migrations, models

import governance.models.constraints

TABLE = "governance_amendmentreason"


def guard(name: str, event: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {event} ON {TABLE}"
        f" FOR EACH {'STATEMENT' if event == 'TRUNCATE' else 'ROW'}"
        " EXECUTE FUNCTION governance_append_only()",
        f"DROP TRIGGER {name} ON {TABLE}",
    )


class Migration(migrations.Migration):

    dependencies = [
        ('governance', '0006_intake'),
    ]

    operations = [
        migrations.CreateModel(
            name='AmendmentReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('body_ja', models.TextField(blank=True, verbose_name='reason in Japanese')),
                ('body_en', models.TextField(blank=True, verbose_name='reason in English')),
            ],
            options={
                'verbose_name': 'reason of an amendment',
                'verbose_name_plural': 'reasons of amendments',
                'ordering': ('amendment', 'position', 'pk'),
            },
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=models.UniqueConstraint(fields=('id', 'company'), name='amendment_company'),
        ),
        migrations.AddField(
            model_name='amendmentreason',
            name='amendment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reasons', to='governance.amendment', verbose_name='amendment'),
        ),
        migrations.AddField(
            model_name='amendmentreason',
            name='article',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reasons', to='governance.article', verbose_name='article'),
        ),
        migrations.AddField(
            model_name='amendmentreason',
            name='company',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='governance.company', verbose_name='company'),
        ),
        migrations.AddConstraint(
            model_name='amendmentreason',
            constraint=models.UniqueConstraint(fields=('amendment', 'article'), name='amendment_reason_once', violation_error_message='The amendment has a reason for this article already.'),
        ),
        migrations.AddConstraint(
            model_name='amendmentreason',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('amendment', 'company'), name='amendment_reason_of_amendment', to='governance.Amendment', to_fields=('id', 'company'), violation_error_message="The amendment is another company's."),
        ),
        migrations.AddConstraint(
            model_name='amendmentreason',
            constraint=governance.models.constraints.CompositeForeignKey(fields=('article', 'company'), name='amendment_reason_of_article', to='governance.Article', to_fields=('id', 'company'), violation_error_message="The article is another company's."),
        ),
        migrations.AddConstraint(
            model_name='amendmentreason',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('body_ja', ''), _negated=True), models.Q(('body_en', ''), _negated=True), _connector='OR'), name='amendment_reason_says_something', violation_error_message='A reason has words in at least one language.'),
        ),
        guard("amendment_reason_kept", "UPDATE OR DELETE"),
        guard("amendment_reason_not_truncated", "TRUNCATE"),
    ]
