"""Reviews are only added to."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_initial"), ("governance", "0002_append_only")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER review_append_only BEFORE UPDATE OR DELETE ON proposals_review"
            " FOR EACH ROW EXECUTE FUNCTION governance_append_only()",
            "DROP TRIGGER review_append_only ON proposals_review",
        ),
    ]
