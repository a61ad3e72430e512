"""Days and ordinals as papers print them, in the language of the paper and not of the reader.

Written out here and not left to the locale: a release must say the same on every machine.
"""

from datetime import date

LanguageCode = str
"""Of a paper: "ja", else English."""

_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_JA = "月火水木金土日"
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plain_date(day: date, language: LanguageCode) -> str:
    """`day` without its weekday: "June 26, 2013", 「2013年6月26日」."""
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{_MONTHS_EN[day.month - 1]} {day.day}, {day.year}"


def long_date(day: date, language: LanguageCode) -> str:
    """`day` with its weekday: "Wednesday, June 26, 2013", 「2013年6月26日（水）」."""
    if language == "ja":
        return f"{plain_date(day, 'ja')}（{_WEEKDAYS_JA[day.weekday()]}）"
    return f"{_WEEKDAYS_EN[day.weekday()]}, {plain_date(day, 'en')}"


def ordinal(number: int, language: LanguageCode) -> str:
    """The ordinal of a meeting: "21st" (never "21th"), "112th", 「第21回」."""
    if language == "ja":
        return f"第{number}回"
    # The teens take "th" in every hundred: 11th, 12th, 13th, 111th.
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
