"""The role that docs/operations.md gives the application: it can do its work, and no more."""

import os
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from governance import record
from governance.models import Company, User
from governance.text.amending.operations import Insert, Replace
from tests.adoptions import adopted, found, keys, texts
from tests.paths import DOCS

DOCS = (DOCS / "operations.md").read_text("utf-8")
# Roles are the server's, which may have one of the real name.
ROLE = f"teikan_app_{os.getpid()}"
MEETING, JULY = date(2013, 6, 26), date(2013, 7, 1)


def statements() -> list[str]:
    section = DOCS.partition("## A role that cannot rewrite the record")[2].partition("\n## ")[0]
    blocks = re.findall(r"```sql\n(.*?)```", section, re.DOTALL)
    return [each for block in blocks for each in block.split(";\n") if each.strip()]


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def application(company: Company, legal: User, secretary: User) -> Iterator[Company]:
    """The company, as seen by the application's role: made in a transaction that is rolled back."""
    for each in statements():
        # The tables are there already; the tests own them.
        if "DATABASE" not in each and "teikan_owner" not in each:
            run(
                each.replace("LOGIN PASSWORD 'change this too'", "NOLOGIN").replace(
                    "teikan_app", ROLE
                )
            )
    run(f"SET ROLE {ROLE}")
    yield company
    run("RESET ROLE")


def test_it_adopts_corrects_and_records_a_start(application: Company, secretary: User) -> None:
    found(application, "One.", "Two.", by=secretary)
    first = keys(application, MEETING)["1"]
    amendment = adopted(
        application,
        Insert("new", after=first, body="New."),
        Replace(first, body="Uno."),
        by=secretary,
        adopted_on=MEETING,
        effective_on=None,
    )
    record.set_day_of_effect(amendment, on=JULY, by=secretary)
    wording = record.articles_as_of(application, JULY)[0]
    record.correct(wording, body_en="Eins.", reason="Typed wrongly.", by=secretary)
    assert texts(application, JULY) == ["1 Eins.", "2 New.", "3 Two."]


def test_it_is_denied_whatever_the_database_keeps(db: None) -> None:
    revoked = next(each for each in statements() if each.startswith("REVOKE UPDATE, DELETE"))
    assert sorted(re.findall(r"(?:governance|proposals)_\w+", revoked)) == kept()


def kept() -> list[str]:
    """The tables whose rows are kept: those that refuse to be truncated."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgtype & 32 <> 0"
        )
        return sorted(name for (name,) in cursor.fetchall())


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE governance_wording DISABLE TRIGGER USER",
        "ALTER TABLE governance_wording DISABLE TRIGGER wording_kept",
        "DROP TRIGGER wording_kept ON governance_wording",
        "ALTER FUNCTION governance_wording_kept() RENAME TO kept_no_more",
        "SET session_replication_role = replica",
        "TRUNCATE governance_wording",
        "TRUNCATE governance_signinfailure",
        "DELETE FROM governance_wording",
        "UPDATE governance_wording SET body_en = 'Other.'",
        "UPDATE governance_amendment SET adopted_on = '2000-01-01'",
        "UPDATE governance_auditentry SET what = 'nothing'",
        "DELETE FROM proposals_review",
        "UPDATE governance_amendmentreason SET body_en = 'Other.'",
        "DELETE FROM governance_amendmentreason",
        "UPDATE governance_chainentry SET sha256 = ''",
        "DELETE FROM governance_chainentry",
        "INSERT INTO governance_chainentry SELECT * FROM governance_chainentry",
        "SELECT governance_chain_row(1, 'governance_wording', 1, 'INSERT', '{}')",
        "DELETE FROM governance_historicalwording",
        "UPDATE governance_historicalwording SET body_en = 'Other.'",
        "UPDATE governance_article SET kind = 'chapter'",
        "DELETE FROM proposals_proposal_authors",
        "UPDATE proposals_approval SET content = '{}'",
        "UPDATE proposals_releasedfile SET content = ''",
    ],
)
def test_it_cannot_rewrite_the_record(application: Company, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        run(statement)
