"""What somebody with the application's password tries in plain SQL is refused, or is told."""

import re

import pytest
from django.db import IntegrityError

from governance.models import Wording
from tests.governance.record.integrity.conftest import run

COPIED = (
    "article_id, company_id, part_id, kind, number, branch, position, caption_ja, caption_en,"
    " body_ja, amendment_id, adopted_on, ended_by_id, ended_on, in_force, expires_on"
)
SUPERSEDE = (
    "UPDATE governance_wording SET superseded_at = now(), superseded_why = '.',"
    " superseded_by_id = (SELECT id FROM governance_user WHERE username = 'legal') WHERE id = {}"
)
REPLACE = (
    f"INSERT INTO governance_wording ({COPIED}, body_en, superseded_why, corrects_id)"  # noqa: S608
    f" SELECT {COPIED}, 'Forged. ' || body_en, '', {{}} FROM governance_wording WHERE id = {{}}"
)
AUDITED = (
    "INSERT INTO governance_auditentry (company_id, actor_id, what, about, at)"
    " SELECT company_id, (SELECT id FROM governance_user WHERE username = 'legal'),"
    " 'wording.corrected', '', '2012-01-01' FROM governance_wording WHERE id = {}"
)


@pytest.fixture
def wording(recorded) -> int:
    """One that nothing has changed since."""
    return Wording.objects.recorded().get(body_en="Two.", ended_by=None).pk


def test_the_record_as_the_program_wrote_it_holds(problems):
    assert problems() == []


def test_a_wording_does_not_vanish(wording):
    with pytest.raises(IntegrityError, match="superseded by one row"):
        run(SUPERSEDE.format(wording))


def test_a_forged_wording_is_not_put_in_its_place(wording):
    for corrects, refused in (
        ("NULL", "superseded by one row"),
        (wording, "without a line in the audit"),
    ):
        with pytest.raises(IntegrityError, match=refused):
            run(SUPERSEDE.format(wording), REPLACE.format(corrects, wording))


def test_two_are_not_put_in_its_place(wording):
    with pytest.raises(IntegrityError):
        run(
            SUPERSEDE.format(wording),
            REPLACE.format(wording, wording),
            REPLACE.format(wording, wording),
        )


@pytest.mark.parametrize(
    "other",
    [
        ("amendment_id = (SELECT min(id) FROM governance_amendment), adopted_on = '2012-06-27'"),
        "in_force = '[2013-08-01,)'",
    ],
)
def test_what_is_put_in_its_place_has_its_days_and_amendment(wording, other):
    names = [each.strip() for each in COPIED.split(",")]
    given = dict(each.split(" = ") for each in re.split(", ?(?=[a-z_]+ = )", other))
    values = ", ".join(given.get(name, name) for name in names)
    replace = (
        f"INSERT INTO governance_wording ({COPIED}, body_en, superseded_why, corrects_id)"  # noqa: S608
        f" SELECT {values}, body_en, '', {wording} FROM governance_wording WHERE id = {wording}"
    )
    with pytest.raises(IntegrityError, match=r"other days|conflicting key"):
        run(AUDITED.format(wording), SUPERSEDE.format(wording), replace)


def test_a_forgery_with_a_line_in_the_audit_has_the_time_of_the_database(wording, problems):
    """Whoever has the password may do what the program may: it is on record, not backdated."""
    run(AUDITED.format(wording), SUPERSEDE.format(wording), REPLACE.format(wording, wording))
    forged = Wording.objects.get(corrects_id=wording)
    assert Wording.objects.get(pk=wording).superseded_at.year > 2020
    assert problems() == [
        f"governance_wording {wording} is not as its history says.",
        f"governance_wording {forged.pk} is not as its history says.",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM governance_historicalwording",
        "UPDATE governance_historicalwording SET body_en = 'Forged.'",
        "UPDATE governance_historicalcompany SET history_date = '2012-01-01'",
        "DELETE FROM governance_historicalcompany",
        "UPDATE governance_article SET kind = 'chapter'",
        "DELETE FROM governance_article",
        "UPDATE governance_part SET title_en = 'Other'",
        "UPDATE governance_chainentry SET sha256 = content_sha256",
        "DELETE FROM governance_chainentry",
        "TRUNCATE governance_chainentry",
        "TRUNCATE governance_historicalwording",
    ],
)
def test_what_was_written_is_not_written_over(recorded, statement):
    with pytest.raises(IntegrityError, match="is refused"):
        run(statement)


def test_no_amendment_is_older_than_the_newest(recorded):
    with pytest.raises(IntegrityError, match="one of 2013-06-25 cannot follow it"):
        run(
            "INSERT INTO governance_amendment (company_id, decided_by, section, adopted_on,"
            " effective_on, title_ja, title_en) SELECT id, 'board', 'Article 191', '2013-06-25',"
            " '2013-06-25', '', 'Forged' FROM governance_company WHERE code = '3774'"
        )


def test_an_end_is_not_set_by_an_amendment_of_before(recorded, wording):
    with pytest.raises(IntegrityError, match="adopted last"):
        run(
            "UPDATE governance_wording SET in_force = '[2013-07-01,2013-08-01)',"  # noqa: S608
            " ended_on = adopted_on, ended_by_id = (SELECT min(id) FROM governance_amendment)"
            f" WHERE id = {wording}"
        )


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE governance_company SET name_en = 'Forged Inc.'",
            "was written without a line in the audit",
        ),
        (
            "UPDATE governance_membership SET role = 'board_secretary'",
            "is not as its history says",
        ),
        (
            (
                "INSERT INTO governance_meeting (company_id, kind, ordinal, date, slug)"
                " SELECT id, 'ordinary', 9, '2009-06-26', '9' FROM governance_company"
            ),
            "was written without a line in the audit",
        ),
        (
            (
                "INSERT INTO governance_article (company_id, part_id, kind)"
                " SELECT company_id, id, 'article' FROM governance_part"
            ),
            "was written without a line in the audit",
        ),
    ],
)
def test_what_is_not_refused_is_told(recorded, problems, statement, told):
    run(statement)
    assert any(told in problem for problem in problems())


def test_the_owner_of_the_tables_is_told_of_as_well(recorded, wording, problems):
    """Who owns a table can switch its triggers off; then the rows are not those of the chain."""
    run(
        "ALTER TABLE governance_wording DISABLE TRIGGER USER",
        f"UPDATE governance_wording SET body_en = 'Forged.' WHERE id = {wording}",  # noqa: S608
        "ALTER TABLE governance_wording ENABLE TRIGGER USER",
    )
    assert f"governance_wording {wording} is not what was written last." in problems()


def test_a_trigger_that_is_off_is_told(recorded, problems):
    run("ALTER TABLE governance_article DISABLE TRIGGER chained")
    try:
        assert problems() == [
            "governance_article is not guarded: its triggers are missing or switched off."
        ]
    finally:
        run("ALTER TABLE governance_article ENABLE TRIGGER chained")


def test_a_chain_that_was_rewritten_is_told(recorded, problems):
    run(
        "ALTER TABLE governance_chainentry DISABLE TRIGGER USER",
        "UPDATE governance_chainentry SET at = '2012-01-01' WHERE position = 5",
        "DELETE FROM governance_chainentry WHERE position = 9",
        "ALTER TABLE governance_chainentry ENABLE TRIGGER USER",
    )
    found = problems()
    assert any(problem.startswith("Entry 5 of the chain") for problem in found)
    assert "Entry 9 of the chain is missing; 10 follows." in found
