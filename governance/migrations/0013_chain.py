"""The chain of the record, made by the database.

`governance_chain(company, key)` serves any table: tell it by a deferred constraint trigger, as here,
so that those who write at once wait for each other only when they end. `company` names the column in
which a row has its company, or the one by which it is found; `key` names that of its key.
"""

import django.core.validators
from django.db import migrations, models

import governance.models.digests

# Computed from other columns, so no part of what was written.
COMPUTED = "ARRAY['as_adopted', 'folded_ja', 'folded_en']"

# The one writer of entries. Nobody but the owner may call it; the trigger does so as the owner.
CHAIN_ROW = """
CREATE FUNCTION governance_chain_row(of_chain bigint, of_table text, of_row bigint, what text,
        content jsonb) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    last record;
    next bigint;
    of_content CONSTANT text := encode(sha256(convert_to(content::text, 'UTF8')), 'hex');
    names text;
BEGIN
    -- One after the other, so that positions have no gap; the number is "chain" in ASCII.
    PERFORM pg_advisory_xact_lock(426914145646 + of_chain);
    SELECT position, sha256 INTO last FROM governance_chainentry
        WHERE chain = of_chain ORDER BY position DESC LIMIT 1;
    next := coalesce(last.position, 0) + 1;
    SELECT string_agg(name, ',' ORDER BY name COLLATE "C") INTO names
        FROM jsonb_object_keys(content) name;
    INSERT INTO governance_chainentry (chain, position, at, transaction, "table", "row", operation,
            columns, content_sha256, sha256)
        VALUES (of_chain, next, now(), pg_current_xact_id()::text::bigint, of_table, of_row, what,
            names, of_content, encode(sha256(convert_to(concat_ws('|', coalesce(last.sha256, ''),
                of_chain, next, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                pg_current_xact_id()::text, of_table, of_row, what, names, of_content), 'UTF8')),
                'hex'));
END
$$
"""

CHAIN = f"""
CREATE FUNCTION governance_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path FROM CURRENT SET TimeZone TO 'UTC' SET bytea_output TO 'hex' AS $$
DECLARE
    content CONSTANT jsonb :=
        CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END - {COMPUTED};
    of_company bigint;
BEGIN
    of_company := CASE TG_ARGV[0]
        WHEN 'proposal_id' THEN (SELECT company_id FROM proposals_proposal
            WHERE id = (content ->> 'proposal_id')::bigint)
        WHEN 'release_id' THEN (SELECT proposal.company_id
            FROM proposals_release release JOIN proposals_proposal proposal
            ON proposal.id = release.proposal_id
            WHERE release.id = (content ->> 'release_id')::bigint)
        ELSE (content ->> TG_ARGV[0])::bigint
    END;
    PERFORM governance_chain_row(coalesce(of_company, 0), TG_TABLE_NAME::text,
        (content ->> TG_ARGV[1])::bigint, TG_OP, content);
    RETURN NULL;
END
$$
"""

HISTORY = ("company", "membership", "meeting", "part", "article", "amendment", "wording", "intake")
CHAINED = {
    "governance_company": ("id", "id"),
    "governance_membership": ("company_id", "id"),
    "governance_meeting": ("company_id", "id"),
    "governance_part": ("company_id", "id"),
    "governance_article": ("company_id", "id"),
    "governance_amendment": ("company_id", "id"),
    "governance_amendmentreason": ("company_id", "id"),
    "governance_wording": ("company_id", "id"),
    "governance_auditentry": ("company_id", "id"),
    **{
        f"governance_historical{name}": ("id" if name == "company" else "company_id", "history_id")
        for name in HISTORY
    },
}


def chained(table: str, company: str, key: str, found_by: str = "") -> list[migrations.RunSQL]:
    """Every row of `table` entered, changed or deleted is an entry of the chain of its company; so
    is, first, every row that is there. `found_by` is the SQL that finds the company of a row.
    """
    return [
        migrations.RunSQL(
            f"CREATE CONSTRAINT TRIGGER chained AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
            f" EXECUTE FUNCTION governance_chain('{company}', '{key}')",
            f"DROP TRIGGER chained ON {table}",
        ),
        migrations.RunSQL(
            "SET LOCAL TimeZone TO 'UTC';"
            f"SELECT governance_chain_row({found_by or f'stored.{company}'}, '{table}',"
            f" stored.{key}, 'FOUND', to_jsonb(stored) - {COMPUTED})"
            f" FROM {table} stored ORDER BY stored.{key}",
            migrations.RunSQL.noop,
        ),
    ]


def only_added_to(table: str) -> list[migrations.RunSQL]:
    """The database refuses to change or delete rows of `table`, or to truncate it."""
    function = "EXECUTE FUNCTION governance_append_only()"
    return [
        migrations.RunSQL(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {function}",
            f"DROP TRIGGER append_only ON {table}",
        ),
        migrations.RunSQL(
            f"CREATE TRIGGER not_truncated BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {function}",
            f"DROP TRIGGER not_truncated ON {table}",
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("governance", "0012_official_house_style")]

    operations = [
        migrations.CreateModel(
            name="ChainEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "chain",
                    models.BigIntegerField(
                        help_text="0 for the installation.", verbose_name="company"
                    ),
                ),
                ("position", models.BigIntegerField(verbose_name="position")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("transaction", models.BigIntegerField(verbose_name="transaction")),
                ("table", models.CharField(max_length=63, verbose_name="table")),
                ("row", models.BigIntegerField(verbose_name="row")),
                (
                    "operation",
                    models.CharField(
                        choices=[
                            ("INSERT", "entered"),
                            ("UPDATE", "changed"),
                            ("DELETE", "deleted"),
                            ("FOUND", "found when the chain began"),
                        ],
                        max_length=6,
                        verbose_name="what was done",
                    ),
                ),
                ("columns", models.TextField(verbose_name="columns")),
                (
                    "content_sha256",
                    governance.models.digests.HexDigest(verbose_name="SHA-256 of the row"),
                ),
                ("sha256", governance.models.digests.HexDigest(verbose_name="SHA-256")),
            ],
            options={
                "verbose_name": "entry of the chain",
                "verbose_name_plural": "entries of the chain",
                "ordering": ("chain", "position"),
                "indexes": [
                    models.Index(fields=["table", "row", "-position"], name="chain_of_row")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "position"), name="chain_position_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(
            CHAIN_ROW,
            "DROP FUNCTION governance_chain_row(bigint, text, bigint, text, jsonb)",
        ),
        migrations.RunSQL(
            "REVOKE ALL ON FUNCTION governance_chain_row(bigint, text, bigint, text, jsonb)"
            " FROM PUBLIC",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(CHAIN, "DROP FUNCTION governance_chain()"),
        *only_added_to("governance_chainentry"),
        *(
            each
            for table, (company, key) in CHAINED.items()
            for each in chained(table, company, key)
        ),
    ]
