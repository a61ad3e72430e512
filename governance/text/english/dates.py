"""Dates in English wording, and the words that stand for a day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from governance.text.dates_and_terms import Date, Day, is_on_the_calendar
from governance.text.english.vocabulary import MONTHS
from governance.text.patterns import pattern

_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = r"""(?P<month>
    Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?
  | Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?
)\b\.?"""
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_BEFORE = rf"(?:\b(?P<before>{_WEEKDAY})\b\.?,?\s+)?"  # Wednesday, June 26, 2013
_AFTER = rf"(?:\s*[(（](?P<after>{_WEEKDAY})\b\.?[)）])?"  # June 26, 2013 (Wed.)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_FORMS = (
    # June 26, 2013
    pattern(rf"{_BEFORE}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}{_AFTER}", re.X),
    # 26 June 2013, the 26th day of June, 2013
    pattern(
        rf"{_BEFORE}(?:\bthe\s+)?\b{_DAY}\s+(?:day\s+of\s+|of\s+)?{_MONTH},?\s+{_YEAR}{_AFTER}",
        re.X,
    ),
    # June 2013
    pattern(rf"\b{_MONTH},?\s+{_YEAR}", re.X),
    # 2013-06-26
    pattern(r"(?<![0-9-])(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?![0-9-])"),
)
_ANY_WEEKDAY = pattern(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_ANY_YEAR = pattern(r"[0-9]{4}")

_DAY_OF_EVENT = pattern(
    r"""
    \b(?:incorporat|establish|foundation|formation|promulgat|registration)   # incorporation
  | \b(?:[0-9]+(?:st|nd|rd|th)|first|second|third)\s(?:\w+\s){0,3}           # the 21st general …
    (?:meeting|assembly|term|(?:fiscal|business)\s+year)                     # … meeting
    """,
    re.X | re.I,
)
_DAY_SET_ELSEWHERE = pattern(r"effective\sdate|(?:such|that|said)\s(?:day|date)", re.I)


def dates(text: str) -> Iterator[Date]:
    """The dates of a text, form by form: a part of one may be found again as a shorter one."""
    if _ANY_YEAR.search(text):
        for form in _FORMS:
            yield from map(_date, form.finditer(text))


def has_weekday(text: str) -> bool:
    """Whether a word may be a weekday, so that its date is worth looking for."""
    return _ANY_WEEKDAY.search(text) is not None


def _date(match: re.Match[str]) -> Date:
    given = match.groupdict()
    month = given["month"]
    day = (
        int(given["year"]),
        _MONTH_NUMBERS.get(month[:3]) or int(month),
        int(given.get("day") or 0),
    )
    name = next((name for name in ("before", "after") if given.get(name)), "")
    right = _weekday_like(given[name], day) if name and is_on_the_calendar(*day) else ""
    is_real = day[1] > 0 and (given.get("day") is None or day[2] > 0)
    return Date(*match.span(), *day, match.span(name) if name else None, right, is_real)


def _weekday_like(written: str, day: Day) -> str:
    """The weekday of a day in the manner of one that is written: "Wednesday", "Wed"."""
    right = _WEEKDAYS[calendar.weekday(*day)]
    if right.startswith(written[:3]):
        return written
    return right if written.endswith("day") else right[:3]


def write_day(day: Day) -> str:
    """A day in words: "June 26, 2013"."""
    year, month, number = day
    return f"{MONTHS[month - 1]} {number}, {year}"


def has_day_of_event(text: str) -> bool:
    """Whether it tells a day without a date: that of the foundation, of a meeting by its number."""
    return _DAY_OF_EVENT.search(text) is not None


def has_day_set_elsewhere(text: str) -> bool:
    """Whether it speaks of a day that another provision has set: "the effective date"."""
    return _DAY_SET_ELSEWHERE.search(text) is not None
