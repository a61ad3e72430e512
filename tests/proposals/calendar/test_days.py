from datetime import date

import pytest

from proposals.calendar.days import DAYS, ORDER, Schedule, missing
from proposals.calendar.periods import check_days, latest_electronic, latest_notice
from proposals.editing.days import DATES
from proposals.models import Proposal

SEED = {
    "resolved_on": date(2013, 5, 24),
    "announced_on": date(2013, 5, 24),
    "meeting_on": date(2013, 6, 26),
    "effective_on": date(2013, 6, 26),
}
LATER = {
    "resolved_on": date(2027, 5, 14),
    "announced_on": date(2027, 5, 14),
    "electronic_on": date(2027, 6, 4),
    "notice_on": date(2027, 6, 10),
    "meeting_on": date(2027, 6, 25),
    "effective_on": date(2027, 6, 25),
}


def codes(**days):
    return [finding.code for finding in check_days(Schedule(**days))]


def test_every_day_is_a_column_or_the_meetings_own():
    columns = {field.name for field in Proposal._meta.fields}
    assert [day.field for day in DAYS if day.field not in columns] == ["meeting_on"]
    assert [day.field for day in DAYS if day.is_of_meeting] == ["meeting_on"]
    assert set(DATES) <= columns


def test_no_day_comes_before_one_that_it_cannot_precede():
    places = {day: place for place, day in enumerate(DAYS)}
    assert [pair for pair in ORDER if places[pair[0]] >= places[pair[1]]] == []


def test_a_day_that_is_none_is_no_part_of_a_schedule():
    with pytest.raises(TypeError, match="holiday_on"):
        Schedule(holiday_on=date(2013, 6, 26))


def test_the_days_of_may_2013_break_no_rule():
    assert check_days(Schedule(**SEED)) == ()
    assert missing(Schedule(**SEED)) == ()


def test_nothing_entered_breaks_no_rule_and_all_is_missing():
    assert check_days(Schedule()) == ()
    assert [day.field for day in missing(Schedule())] == [
        "resolved_on",
        "announced_on",
        "meeting_on",
        "effective_on",
    ]


def test_the_notice_leaves_two_whole_weeks():
    # Between 10 June and 25 June lie the fourteen days from the 11th to the 24th.
    assert latest_notice(date(2027, 6, 25)) == date(2027, 6, 10)
    assert codes(**LATER) == []
    late = Schedule(**LATER | {"notice_on": date(2027, 6, 11)})
    (finding,) = check_days(late)
    assert (finding.code, finding.severity) == ("notice-too-late", "error")
    assert finding.message.en == (
        "The notice must be sent by Thursday, June 10, 2027, two weeks before the meeting; the date"
        " entered is Friday, June 11, 2027 (Companies Act, Article 299, Paragraph 1)."
    )
    assert finding.message.ja == (
        "招集通知は株主総会の2週間前（2027年6月10日（木））までに発送する必要がありますが、"
        "2027年6月11日（金）となっています（会社法第299条第1項）。"
    )


def test_electronic_provision_begins_three_weeks_before_or_with_the_notice():
    assert latest_electronic(Schedule(**LATER)) == date(2027, 6, 4)
    assert codes(**LATER | {"electronic_on": date(2027, 6, 5)}) == ["electronic-provision-too-late"]
    early_notice = LATER | {"notice_on": date(2027, 6, 1)}
    assert latest_electronic(Schedule(**early_notice)) == date(2027, 6, 1)
    assert codes(**early_notice) == ["electronic-provision-too-late"]
    assert codes(**early_notice | {"electronic_on": date(2027, 6, 1)}) == []
    assert latest_electronic(Schedule(**LATER | {"meeting_on": None})) is None


def test_electronic_provision_is_asked_for_from_march_2023_on():
    undated = Schedule(**LATER | {"electronic_on": None})
    (finding,) = check_days(undated)
    assert (finding.code, finding.severity) == ("electronic-provision-undated", "notice")
    before = {"meeting_on": date(2023, 2, 28)}
    assert codes(**before) == []
    assert codes(**before | {"meeting_on": date(2023, 3, 1)}) == ["electronic-provision-undated"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("resolved_on", "announced_on"),
        ("announced_on", "notice_on"),
        ("resolved_on", "notice_on"),
        ("announced_on", "meeting_on"),
        ("resolved_on", "electronic_on"),
        ("resolved_on", "meeting_on"),
        ("electronic_on", "meeting_on"),
        ("notice_on", "meeting_on"),
        ("resolved_on", "effective_on"),
    ],
)
def test_days_out_of_order_are_an_error(first, second):
    day, next_day = date(2013, 6, 3), date(2013, 6, 4)
    assert codes(**{first: next_day, second: day}) == ["days-out-of-order"]
    assert "days-out-of-order" not in codes(**{first: day, second: day})


def test_days_out_of_order_are_told_with_their_weekdays():
    (finding,) = check_days(Schedule(resolved_on=date(2013, 5, 27), announced_on=date(2013, 5, 24)))
    assert finding.message.en == (
        "The resolution of the Board of Directors (Monday, May 27, 2013) comes after the"
        " announcement (Friday, May 24, 2013)."
    )
    assert finding.message.ja == (
        "取締役会の決議（2013年5月27日（月））が公表（2013年5月24日（金））より後になっています。"
    )


def test_no_effect_before_the_meeting():
    assert codes(**SEED | {"effective_on": date(2013, 6, 25)}) == ["effective-before-meeting"]
    assert codes(**SEED | {"effective_on": date(2013, 7, 1)}) == []
