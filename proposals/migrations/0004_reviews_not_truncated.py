"""Reviews are not truncated either."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proposals", "0003_anchors"), ("governance", "0005_kept")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER review_not_truncated BEFORE TRUNCATE ON proposals_review"
            " FOR EACH STATEMENT EXECUTE FUNCTION governance_append_only()",
            "DROP TRIGGER review_not_truncated ON proposals_review",
        ),
    ]
