"""Amendments and wordings are kept: the database refuses to delete or change them, whoever asks.

Allowed are, each once: setting an open end (the next adoption), setting an unknown start, and
marking a wording superseded. An end in force is open while nothing but the wording's own expiry
sets it.

Lines of the audit are not truncated either.
"""

from django.db import migrations

AMENDMENT = """
CREATE FUNCTION governance_amendment_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'effective_on' = to_jsonb(OLD) - 'effective_on'
        AND (OLD.effective_on IS NULL OR NEW.effective_on IS NOT DISTINCT FROM OLD.effective_on)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION
        'Amendments are kept as adopted: only an unknown effective date can be set, once; UPDATE is refused.'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""

# `as_adopted` is computed from the other columns, after this trigger.
WORDING = """
CREATE FUNCTION governance_wording_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changing CONSTANT text[] := ARRAY['ended_by_id', 'ended_on', 'in_force', 'superseded_at',
        'superseded_by_id', 'superseded_why', 'as_adopted'];
    same_end CONSTANT boolean := (NEW.ended_by_id, NEW.ended_on)
        IS NOT DISTINCT FROM (OLD.ended_by_id, OLD.ended_on);
    same_days CONSTANT boolean := NEW.in_force IS NOT DISTINCT FROM OLD.in_force;
    same_standing CONSTANT boolean := (NEW.superseded_at, NEW.superseded_by_id, NEW.superseded_why)
        IS NOT DISTINCT FROM (OLD.superseded_at, OLD.superseded_by_id, OLD.superseded_why);
    end_is_open CONSTANT boolean := OLD.in_force IS NOT NULL AND NOT isempty(OLD.in_force)
        AND upper(OLD.in_force) IS NOT DISTINCT FROM
            CASE WHEN upper_inf(OLD.in_force) THEN NULL ELSE OLD.expires_on END;
BEGIN
    IF to_jsonb(NEW) - changing <> to_jsonb(OLD) - changing THEN
        RAISE EXCEPTION 'What a wording says is kept as adopted; UPDATE is refused.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.superseded_at IS NOT NULL AND NOT (same_end AND same_days AND same_standing) THEN
        RAISE EXCEPTION 'A superseded wording is kept as it is; UPDATE is refused.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT same_end AND OLD.ended_by_id IS NOT NULL THEN
        RAISE EXCEPTION 'The end of a wording is set once; UPDATE is refused.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT same_days AND OLD.in_force IS NOT NULL AND NOT (
        end_is_open AND NEW.ended_by_id IS NOT NULL AND NEW.in_force IS NOT NULL
        AND (isempty(NEW.in_force)
            OR (lower(NEW.in_force) = lower(OLD.in_force) AND OLD.in_force @> NEW.in_force))
    ) THEN
        RAISE EXCEPTION
            'Of the days in force only an unknown start and an open end can be set, once; UPDATE is refused.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""


def row_trigger(table: str, name: str, event: str, function: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION {function}()",
        f"DROP TRIGGER {name} ON {table}",
    )


def not_truncated(table: str, name: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION governance_append_only()",
        f"DROP TRIGGER {name} ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("governance", "0004_corrections")]

    operations = [
        migrations.RunSQL(AMENDMENT, "DROP FUNCTION governance_amendment_kept()"),
        migrations.RunSQL(WORDING, "DROP FUNCTION governance_wording_kept()"),
        row_trigger(
            "governance_amendment", "amendment_kept", "UPDATE", "governance_amendment_kept"
        ),
        row_trigger(
            "governance_amendment", "amendment_not_deleted", "DELETE", "governance_append_only"
        ),
        not_truncated("governance_amendment", "amendment_not_truncated"),
        row_trigger("governance_wording", "wording_kept", "UPDATE", "governance_wording_kept"),
        row_trigger(
            "governance_wording", "wording_not_deleted", "DELETE", "governance_append_only"
        ),
        not_truncated("governance_wording", "wording_not_truncated"),
        not_truncated("governance_auditentry", "audit_not_truncated"),
    ]
