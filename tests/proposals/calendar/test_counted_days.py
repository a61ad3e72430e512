"""The days that the Companies Act sets for a meeting, and days of rest."""

from datetime import date

import pytest

from proposals.calendar.business_days import (
    business_day_after,
    business_day_before,
    holiday_name,
    is_business_day,
)
from proposals.calendar.counted_days import counted_days, earliest_record_date, months_after
from proposals.calendar.days import Schedule

# By the Act on National Holidays: Monday for a holiday on Sunday, and the day between two.
HOLIDAYS = """
2026-01-01 2026-01-12 2026-02-11 2026-02-23 2026-03-20 2026-04-29 2026-05-03 2026-05-04 2026-05-05
2026-05-06 2026-07-20 2026-08-11 2026-09-21 2026-09-22 2026-09-23 2026-10-12 2026-11-03 2026-11-23
2027-01-01 2027-01-11 2027-02-11 2027-02-23 2027-03-21 2027-03-22 2027-04-29 2027-05-03 2027-05-04
2027-05-05 2027-07-19 2027-08-11 2027-09-20 2027-09-23 2027-10-11 2027-11-03 2027-11-23
"""


def days(**given: date) -> dict[str, date]:
    return {each.code: each.day for each in counted_days(Schedule(**given))}


def test_national_holidays_are_those_of_the_act():
    expected = {date.fromisoformat(day) for day in HOLIDAYS.split()}
    of_years = (
        date.fromordinal(n)
        for n in range(date(2026, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
    )
    assert {day for day in of_years if holiday_name(day)} == expected


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        # A Sunday between two holidays: 3 to 6 May 2026.
        (date(2026, 5, 5), date(2026, 5, 1), date(2026, 5, 7)),
        (date(2026, 6, 13), date(2026, 6, 12), date(2026, 6, 15)),
        (date(2026, 12, 29), date(2026, 12, 28), date(2027, 1, 4)),
        (date(2026, 6, 10), date(2026, 6, 10), date(2026, 6, 10)),
    ],
)
def test_days_of_rest_are_passed_over(day, before, after):
    assert (business_day_before(day), business_day_after(day)) == (before, after)
    assert is_business_day(before)
    assert is_business_day(after)


def test_the_days_of_a_meeting_backwards_and_forwards():
    assert days(meeting_on=date(2026, 6, 25), effective_on=date(2026, 6, 25)) == {
        "record-date": date(2026, 3, 25),
        "shareholders-proposals": date(2026, 4, 29),
        "electronic-start": date(2026, 6, 4),
        "notice": date(2026, 6, 10),
        "registration": date(2026, 7, 9),
        "electronic-end": date(2026, 9, 25),
    }


def test_a_limit_on_a_day_of_rest_does_not_move_later():
    found = counted_days(Schedule(meeting_on=date(2026, 6, 25)))
    proposals = next(each for each in found if each.code == "shareholders-proposals")
    # 29 April is a holiday.
    assert proposals.act_on == date(2026, 4, 28)
    assert "April 28, 2026" in proposals.caution.en
    assert "4月28日" in proposals.caution.ja


def test_the_period_for_registration_moves_to_the_next_working_day():
    effect = date(2026, 4, 20)
    assert days(meeting_on=effect, effective_on=effect)["registration"] == date(2026, 5, 7)


def test_provision_begins_with_an_earlier_notice_and_not_before_the_law():
    meeting = date(2026, 6, 25)
    found = days(meeting_on=meeting, notice_on=date(2026, 6, 1))
    assert found["electronic-start"] == date(2026, 6, 1)
    assert "electronic-start" not in days(meeting_on=date(2013, 6, 26))


@pytest.mark.parametrize(
    ("record", "last"),
    [
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
    ],
)
def test_rights_are_exercised_within_three_months_of_the_record_date(record, last):
    assert months_after(record, 3) == last
    assert earliest_record_date(last) <= record
    assert earliest_record_date(last.replace(day=last.day - 1)) <= record


def test_the_day_after_three_months_is_too_late():
    assert earliest_record_date(date(2026, 7, 1)) == date(2026, 4, 1)
    assert earliest_record_date(date(2026, 6, 30)) == date(2026, 3, 30)
