"""Rules of the record that the database keeps, whoever writes.

Times are those of the transaction, so that what one act writes has one time and nothing is backdated.
Rules over several rows are asked when the transaction ends.
"""

from django.db import migrations, models
from django.db.models.functions import Now

HISTORY = ("company", "membership", "meeting", "part", "article", "amendment", "wording", "intake")

TIME = """
CREATE FUNCTION governance_time_of_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The column is named by the trigger.
    RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], now()));
END
$$
"""

SUPERSEDED_TIME = """
CREATE FUNCTION governance_superseded_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.superseded_at IS NOT NULL THEN
        NEW.superseded_at := now();
    END IF;
    RETURN NEW;
END
$$
"""

AMENDMENTS_IN_ORDER = """
CREATE FUNCTION governance_amendment_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    newest CONSTANT date := (SELECT max(adopted_on) FROM governance_amendment
        WHERE company_id = NEW.company_id);
BEGIN
    IF newest > NEW.adopted_on THEN
        RAISE EXCEPTION 'An amendment adopted on % is on record; one of % cannot follow it.',
            newest, NEW.adopted_on USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""

# Asked for each wording that is superseded: one row stands in its place, and a line in the audit says
# so. A row that corrects another stands in the place of a superseded one.
SUPERSEDED_ONCE = """
CREATE FUNCTION governance_wording_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    replacements CONSTANT bigint :=
        (SELECT count(*) FROM governance_wording WHERE corrects_id = NEW.id);
BEGIN
    IF replacements <> 1 THEN
        RAISE EXCEPTION 'Wording % is superseded by one row that is entered in its place, not by %.',
            NEW.id, replacements USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM governance_auditentry WHERE company_id = NEW.company_id
        AND actor_id = NEW.superseded_by_id AND at = NEW.superseded_at
        AND what IN ('wording.corrected', 'amendment.adopted', 'amendment.start_set'))
    THEN
        RAISE EXCEPTION 'Wording % is superseded without a line in the audit.', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$
"""

# NEW is the row as it was entered, whatever has ended it since.
IN_PLACE = """
CREATE FUNCTION governance_wording_in_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong governance_wording;
BEGIN
    SELECT * INTO wrong FROM governance_wording WHERE id = NEW.corrects_id;
    IF wrong.superseded_at IS NULL THEN
        RAISE EXCEPTION 'Wording % is superseded by one row that is entered in its place, not by 0.',
            wrong.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (NEW.article_id, NEW.amendment_id, NEW.adopted_on, NEW.expires_on)
            IS DISTINCT FROM
                (wrong.article_id, wrong.amendment_id, wrong.adopted_on, wrong.expires_on)
        OR (wrong.ended_by_id IS NOT NULL AND (NEW.ended_by_id, NEW.ended_on)
            IS DISTINCT FROM (wrong.ended_by_id, wrong.ended_on))
        OR NOT governance_days_kept(wrong, NEW)
    THEN
        RAISE EXCEPTION
            'What is entered in the place of wording % has another article, amendment or other days.',
            wrong.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$
"""

# A correction of words keeps the days. Days alone may come to an earlier end.
DAYS_KEPT = """
CREATE FUNCTION governance_days_kept(wrong governance_wording, entered governance_wording)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT entered.in_force IS NOT DISTINCT FROM wrong.in_force OR (
        wrong.in_force IS NOT NULL AND entered.in_force IS NOT NULL AND entered.in_force <@ wrong.in_force
        AND (isempty(entered.in_force) OR lower(entered.in_force) = lower(wrong.in_force))
        AND (entered.number, entered.branch, entered.position, entered.caption_ja, entered.caption_en, entered.body_ja,
                entered.body_en)
            IS NOT DISTINCT FROM (wrong.number, wrong.branch, wrong.position, wrong.caption_ja,
                wrong.caption_en, wrong.body_ja, wrong.body_en))
$$
"""

ENDED_BY_NEWEST = """
CREATE FUNCTION governance_wording_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.ended_by_id IS DISTINCT FROM OLD.ended_by_id AND (
        NEW.ended_by_id = NEW.amendment_id
        OR NEW.ended_by_id <> (SELECT id FROM governance_amendment
            WHERE company_id = NEW.company_id ORDER BY adopted_on DESC, id DESC LIMIT 1))
    THEN
        RAISE EXCEPTION 'A wording is ended by the amendment that is adopted last; UPDATE is refused.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""

MEETING_KEPT = """
CREATE FUNCTION governance_meeting_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW IS DISTINCT FROM OLD
        AND EXISTS (SELECT 1 FROM governance_amendment WHERE meeting_id = OLD.id)
    THEN
        RAISE EXCEPTION 'A meeting that has adopted an amendment is kept as it was; UPDATE is refused.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""


def trigger(table: str, name: str, event: str, function: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
        f" EXECUTE FUNCTION {function}",
        f"DROP TRIGGER {name} ON {table}",
    )


def only_added_to(table: str, name: str) -> list[migrations.RunSQL]:
    function = "governance_append_only()"
    return [
        trigger(table, f"{name}_append_only", "UPDATE OR DELETE", function),
        migrations.RunSQL(
            f"CREATE TRIGGER {name}_not_truncated BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {function}",
            f"DROP TRIGGER {name}_not_truncated ON {table}",
        ),
    ]


def history_kept(table: str) -> list[migrations.RunSQL]:
    """History rows have the time of the transaction and are only added to."""
    return [
        trigger(
            table, "history_time", "INSERT", "governance_time_of_transaction('history_date')"
        ),
        *only_added_to(table, "history"),
    ]


class Migration(migrations.Migration):
    dependencies = [("governance", "0013_chain")]

    operations = [
        migrations.AlterField(
            model_name="auditentry",
            name="at",
            field=models.DateTimeField(db_default=Now(), editable=False, verbose_name="at"),
        ),
        migrations.RunSQL(TIME, "DROP FUNCTION governance_time_of_transaction()"),
        migrations.RunSQL(SUPERSEDED_TIME, "DROP FUNCTION governance_superseded_now()"),
        migrations.RunSQL(AMENDMENTS_IN_ORDER, "DROP FUNCTION governance_amendment_in_order()"),
        migrations.RunSQL(
            DAYS_KEPT, "DROP FUNCTION governance_days_kept(governance_wording, governance_wording)"
        ),
        migrations.RunSQL(SUPERSEDED_ONCE, "DROP FUNCTION governance_wording_replaced()"),
        migrations.RunSQL(IN_PLACE, "DROP FUNCTION governance_wording_in_place()"),
        migrations.RunSQL(ENDED_BY_NEWEST, "DROP FUNCTION governance_wording_ended()"),
        migrations.RunSQL(MEETING_KEPT, "DROP FUNCTION governance_meeting_kept()"),
        trigger(
            "governance_auditentry", "audit_time", "INSERT", "governance_time_of_transaction('at')"
        ),
        trigger(
            "governance_wording",
            "wording_superseded_time",
            "INSERT OR UPDATE OF superseded_at",
            "governance_superseded_now()",
        ),
        trigger(
            "governance_historicalwording",
            "wording_superseded_time",
            "INSERT",
            "governance_superseded_now()",
        ),
        trigger(
            "governance_amendment",
            "amendment_in_order",
            "INSERT",
            "governance_amendment_in_order()",
        ),
        trigger(
            "governance_wording",
            "wording_ended_by_newest",
            "UPDATE OF ended_by_id",
            "governance_wording_ended()",
        ),
        migrations.RunSQL(
            "CREATE CONSTRAINT TRIGGER wording_replaced AFTER INSERT OR UPDATE OF superseded_at"
            " ON governance_wording DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
            " WHEN (NEW.superseded_at IS NOT NULL)"
            " EXECUTE FUNCTION governance_wording_replaced()",
            "DROP TRIGGER wording_replaced ON governance_wording",
        ),
        migrations.RunSQL(
            "CREATE CONSTRAINT TRIGGER wording_in_place AFTER INSERT"
            " ON governance_wording DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
            " WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION governance_wording_in_place()",
            "DROP TRIGGER wording_in_place ON governance_wording",
        ),
        trigger(
            "governance_meeting", "meeting_kept", "UPDATE", "governance_meeting_kept()"
        ),
        *only_added_to("governance_article", "article"),
        *only_added_to("governance_part", "part"),
        *(each for name in HISTORY for each in history_kept(f"governance_historical{name}")),
    ]
