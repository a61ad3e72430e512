"""The release of 24 May 2013: what is in force and what is adopted from 25 June to 2 July."""

from datetime import date, timedelta

import pytest

from governance.models import Company, Wording
from governance.record import articles_as_of
from tests import rows

TENTH = date(2013, 6, 10)
MEETING = date(2013, 6, 26)
JULY = date(2013, 7, 1)


@pytest.fixture
def record(company: Company) -> Company:
    """Articles 1 to 35; on 26 June 8 and 9 are put in for 1 July, with a provision that ends then.

    As an adoption writes it: the old wording of what changes is ended, a new row stands beside it.
    """
    imported = rows.imported(company)
    amendment = rows.decided(rows.meeting(company), effective_on=MEETING)
    part, supplementary = rows.main_part(company), rows.supplementary_part(company)
    for number in range(1, 36):
        article = rows.article(part)
        if number < 8:
            rows.wording(article, number, imported)
            continue
        rows.wording(
            article,
            number,
            imported,
            in_force=rows.days(imported.adopted_on, MEETING),
            ended_by=amendment,
            ended_on=MEETING,
        )
        rows.wording(article, number + 2, amendment, position=number * 1024)
    for number, position in ((8, 7 * 1024 + 341), (9, 7 * 1024 + 682)):
        rows.wording(
            rows.article(part),
            number,
            amendment,
            position=position,
            in_force=rows.days(JULY),
        )
    rows.wording(
        rows.article(supplementary),
        1,
        amendment,
        in_force=rows.days(MEETING, JULY),
        expires_on=JULY,
    )
    return company


def numbers(wordings: list[Wording]) -> list[str]:
    return [
        wording.label if wording.part.is_main else f"Supplementary {wording.label}"
        for wording in wordings
    ]


def upto(last: int, *, without: tuple[int, ...] = ()) -> list[str]:
    return [str(number) for number in range(1, last + 1) if number not in without]


HOLE = [*upto(37, without=(8, 9)), "Supplementary 1"]
WHOLE = [*upto(37), "Supplementary 1"]


@pytest.mark.parametrize(
    ("day", "in_force", "adopted"),
    [
        (date(2012, 6, 26), [], []),
        (date(2012, 6, 27), upto(35), upto(35)),
        (date(2013, 6, 25), upto(35), upto(35)),
        (date(2013, 6, 26), HOLE, WHOLE),
        (date(2013, 6, 27), HOLE, WHOLE),
        (date(2013, 6, 28), HOLE, WHOLE),
        (date(2013, 6, 29), HOLE, WHOLE),
        (date(2013, 6, 30), HOLE, WHOLE),
        (date(2013, 7, 1), upto(37), upto(37)),
        (date(2013, 7, 2), upto(37), upto(37)),
    ],
)
def test_articles_of_the_day(
    record: Company, day: date, in_force: list[str], adopted: list[str]
) -> None:
    assert numbers(articles_as_of(record, day, clock="in_force")) == in_force
    assert numbers(articles_as_of(record, day, clock="adopted")) == adopted


def test_what_is_announced_for_a_later_day_is_kept_apart(record: Company) -> None:
    not_yet = [w for w in articles_as_of(record, MEETING) if not w.is_in_force(MEETING)]
    assert numbers(not_yet) == ["8", "9"]


def test_an_unknown_effective_date_is_adopted_and_not_in_force(company: Company) -> None:
    imported = rows.imported(company)
    amendment = rows.decided(rows.meeting(company), effective_on=None)
    part = rows.main_part(company)
    changed = rows.article(part)
    # What it replaces stays in force until the day is known.
    rows.wording(changed, 1, imported, body_en="Old.", ended_by=amendment, ended_on=MEETING)
    rows.wording(changed, 1, amendment, body_en="New.", in_force=None)
    rows.wording(rows.article(part), 2, amendment, in_force=None)

    def bodies(day: date, clock: str) -> list[str]:
        return [w.body_en for w in articles_as_of(company, day, clock=clock)]  # type: ignore[arg-type]

    before = MEETING - timedelta(days=1)
    assert bodies(before, "adopted") == ["Old."]
    assert bodies(MEETING, "adopted") == ["New.", "The wording."]
    assert bodies(MEETING, "in_force") == ["Old."]
    assert bodies(date(2030, 1, 1), "in_force") == ["Old."]


def test_an_expiry_renumbers_nothing(company: Company) -> None:
    imported = rows.imported(company)
    part = rows.main_part(company)
    rows.wording(rows.article(part), 1, imported)
    rows.wording(
        rows.article(part),
        2,
        imported,
        in_force=rows.days(rows.FIRST_DAY, JULY),
        expires_on=JULY,
    )
    rows.wording(rows.article(part), 3, imported)
    for clock in ("adopted", "in_force"):
        assert numbers(articles_as_of(company, date(2013, 6, 30), clock=clock)) == ["1", "2", "3"]
        assert numbers(articles_as_of(company, JULY, clock=clock)) == ["1", "3"]


def test_two_amendments_of_one_day_leave_the_last_word(company: Company) -> None:
    """Two proposals of one meeting: what the first made is never in force and never as adopted."""
    imported = rows.imported(company)
    meeting = rows.meeting(company)
    first, second = rows.decided(meeting, MEETING), rows.decided(meeting, MEETING)
    article = rows.article(rows.main_part(company))
    rows.wording(
        article,
        1,
        imported,
        body_en="Old.",
        in_force=rows.days(rows.FIRST_DAY, MEETING),
        ended_by=first,
        ended_on=MEETING,
    )
    rows.wording(
        article,
        1,
        first,
        body_en="Between.",
        in_force=rows.days(MEETING, MEETING),
        ended_by=second,
        ended_on=MEETING,
    )
    rows.wording(article, 1, second, body_en="New.")
    for clock in ("adopted", "in_force"):
        days = [MEETING - timedelta(days=1), MEETING, MEETING + timedelta(days=1)]
        read = [[w.body_en for w in articles_as_of(company, day, clock=clock)] for day in days]
        assert read == [["Old."], ["New."], ["New."]]
