from datetime import date

import pytest

from governance.papers.dates import long_date, ordinal, plain_date


def test_long_date_names_the_weekday_in_each_language():
    assert long_date(date(2013, 6, 26), "en") == "Wednesday, June 26, 2013"
    assert long_date(date(2013, 6, 26), "ja") == "2013年6月26日（水）"


def test_plain_date_has_no_weekday():
    assert plain_date(date(2013, 5, 24), "en") == "May 24, 2013"
    assert plain_date(date(2013, 5, 24), "ja") == "2013年5月24日"


def test_weekdays_run_from_monday_to_sunday():
    week = [date(2013, 6, day) for day in range(24, 31)]
    assert [long_date(day, "en").partition(",")[0] for day in week] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    assert "".join(long_date(day, "ja")[-2] for day in week) == "月火水木金土日"


def test_months_are_the_twelve_of_the_year():
    assert [plain_date(date(2013, month, 1), "en") for month in range(1, 13)] == [
        "January 1, 2013",
        "February 1, 2013",
        "March 1, 2013",
        "April 1, 2013",
        "May 1, 2013",
        "June 1, 2013",
        "July 1, 2013",
        "August 1, 2013",
        "September 1, 2013",
        "October 1, 2013",
        "November 1, 2013",
        "December 1, 2013",
    ]


@pytest.mark.parametrize(
    ("number", "english"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (24, "24th"),
        (100, "100th"),
        (101, "101st"),
        (111, "111th"),
        (112, "112th"),
        (113, "113th"),
        (121, "121st"),
    ],
)
def test_ordinal_takes_its_ending_from_the_last_figures(number, english):
    assert ordinal(number, "en") == english
    assert ordinal(number, "ja") == f"第{number}回"
