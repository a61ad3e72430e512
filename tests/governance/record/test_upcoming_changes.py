"""What is adopted and still to come, on each day."""

from dataclasses import replace
from datetime import date

import pytest

from governance import record
from governance.models import Amendment, Company, User
from governance.text.amending.operations import START, Delete, Insert, Move, Operation, Replace
from tests import rows
from tests.adoptions import Days, adopted, adoption, found, keys

JUNE, JULY, AUGUST = date(2013, 6, 26), date(2013, 7, 1), date(2013, 8, 1)
BODIES = ("The name is IIJ.", "The seat is in Tokyo.", "The minutes are kept.")


@pytest.fixture
def at(company: Company, legal: User) -> dict[str, str]:
    found(company, *BODIES, by=legal)
    return keys(company, JUNE)


def coming(company: Company, day: date) -> list[tuple[str, str, date | None]]:
    """What is coming: "8 made", by number, and the day."""
    both = [record.articles_as_of(company, day, clock=clock) for clock in ("adopted", "in_force")]
    return [(one.wording.label, one.kind, one.on) for one in record.upcoming_changes(*both, day)]


def amend(company: Company, legal: User, *operations: Operation, **days: Days) -> None:
    adopted(company, *operations, by=legal, adopted_on=JUNE, effective_on=JULY, days=days)


def test_all_that_an_amendment_does_is_coming_until_its_day(
    company: Company, legal: User, at: dict[str, str]
) -> None:
    amend(company, legal, Insert("c1", after=START, body="New."), Replace(at["1"], body="Other."))
    assert coming(company, date(2013, 6, 25)) == []
    assert coming(company, JUNE) == [
        ("1", "made", JULY),
        ("2", "amended", JULY),
        ("3", "renumbered", JULY),
        ("4", "renumbered", JULY),
    ]
    assert coming(company, date(2013, 6, 30)) == coming(company, JUNE)
    assert coming(company, JULY) == []


def test_a_day_of_its_own_and_an_expiry(company: Company, legal: User, at: dict[str, str]) -> None:
    amend(
        company,
        legal,
        Insert("c1", after=at["3"], body="New."),
        Insert("c2", after=at["3"], body="For a while."),
        c1=(AUGUST, None),
        c2=(None, AUGUST),
    )
    assert coming(company, JUNE) == [("5", "made", JULY), ("4", "made", AUGUST)]
    assert coming(company, JULY) == [("4", "made", AUGUST), ("5", "expires", AUGUST)]
    assert coming(company, AUGUST) == []


def test_what_is_deleted_stays_until_its_day(
    company: Company, legal: User, at: dict[str, str]
) -> None:
    amend(company, legal, Delete(at["3"]))
    assert coming(company, JUNE) == [("3", "ended", JULY)]
    assert coming(company, JULY) == []


def test_an_unknown_day_comes_last(company: Company, legal: User, at: dict[str, str]) -> None:
    adopted(company, Replace(at["1"], body="Other."), by=legal, adopted_on=JUNE, effective_on=None)
    adopted(company, Delete(at["3"]), by=legal, adopted_on=JULY, effective_on=AUGUST)
    assert coming(company, JULY) == [("3", "ended", AUGUST), ("1", "amended", None)]


def test_a_move_is_coming(company: Company, legal: User, at: dict[str, str]) -> None:
    amend(company, legal, Move(at["3"], after=START))
    assert ("1", "renumbered", JULY) in coming(company, JUNE)


@pytest.mark.parametrize("decided_by", ["import", "board"])
def test_whoever_decided_what_has_no_day_is_coming(
    company: Company, legal: User, at: dict[str, str], decided_by: str
) -> None:
    section = "Article 191" if decided_by == "board" else ""
    amendment = Amendment(
        company=company, decided_by=decided_by, section=section, adopted_on=JUNE, effective_on=None
    )
    planned = adoption(
        company,
        Insert("c1", after=at["3"], body="New."),
        Replace(at["1"], body="Other."),
        adopted_on=JUNE,
        effective_on=None,
    )
    record.adopt(replace(planned, amendment=amendment), by=legal)
    for day in (JUNE, AUGUST):
        assert coming(company, day) == [("1", "amended", None), ("4", "made", None)]


def test_first_articles_of_an_unknown_day_are_coming(company: Company, legal: User) -> None:
    found(company, *BODIES, by=legal, effective_on=None)
    assert [kind for _label, kind, _on in coming(company, JUNE)] == ["made"] * 3


def test_change_dates_are_the_days_on_which_the_articles_read_differently(
    company: Company, legal: User, at: dict[str, str]
) -> None:
    amend(company, legal, Insert("c1", after=at["3"], body="For a while."), c1=(None, AUGUST))
    assert record.change_dates(company) == [rows.FIRST_DAY, JUNE, AUGUST]
    assert record.change_dates(company, clock="in_force") == [rows.FIRST_DAY, JULY, AUGUST]
