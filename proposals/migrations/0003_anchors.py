"""What a change stands after is an inserting change, and a chain of anchors has an end.

Otherwise the order of a draft's provisions would be nobody's decision, or no order at all. Looked
at when the transaction ends, so that changes can trade places one row after the other.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION proposals_change_anchor_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM proposals_change AS follower
        JOIN proposals_change AS anchor ON anchor.id = follower.anchor_change_id
        WHERE NEW.id IN (follower.id, anchor.id) AND anchor.operation <> 'insert'
    ) THEN
        RAISE EXCEPTION 'Change % stands after a change that inserts nothing.', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'change_anchor_is_inserted';
    END IF;
    IF EXISTS (
        WITH RECURSIVE chain (id) AS (
            SELECT anchor_change_id FROM proposals_change WHERE id = NEW.id
            UNION  -- not UNION ALL: a circle that the row hangs on must end the search too
            SELECT change.anchor_change_id FROM proposals_change AS change JOIN chain USING (id)
        )
        SELECT FROM chain WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'Change % stands after itself.', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'change_anchors_end';
    END IF;
    RETURN NULL;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("proposals", "0002_append_only")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION proposals_change_anchor_chain()"),
        migrations.RunSQL(
            "CREATE CONSTRAINT TRIGGER change_anchor_chain"
            " AFTER INSERT OR UPDATE OF operation, anchor_change_id ON proposals_change"
            " DEFERRABLE INITIALLY DEFERRED"
            " FOR EACH ROW EXECUTE FUNCTION proposals_change_anchor_chain()",
            "DROP TRIGGER change_anchor_chain ON proposals_change",
        ),
    ]
