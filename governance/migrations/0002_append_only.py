"""Rows that are only added to: the database refuses to change or delete them.

`governance_append_only()` serves any table: tell it by a trigger, as here. TRUNCATE takes a trigger
of its own, for each statement: see 0005.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION governance_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only added to; % is refused.', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION governance_append_only()"),
        migrations.RunSQL(
            "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON governance_auditentry"
            " FOR EACH ROW EXECUTE FUNCTION governance_append_only()",
            "DROP TRIGGER audit_append_only ON governance_auditentry",
        ),
    ]
