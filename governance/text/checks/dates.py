"""Dates in wording, in both languages: where they stand, what day they mean, and its weekday."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from governance.text.checks.subject import Day
from governance.text.message import Message
from governance.text.tree.number import read_numeral

_MONTHS = "January February March April May June July August September October November December"
_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(_MONTHS.split(), 1)}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = r"(?P<{}>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?"
_BEFORE = rf"(?:\b{_WEEKDAY.format('before')},?\s+)?"
_AFTER = rf"(?:\s*[(（]{_WEEKDAY.format('after')}[)）])?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
# Wednesday, June 26, 2013 / June 26, 2013 (Wed.) / 26 June 2013 / June 2013 / 2013-06-26
_ENGLISH = (
    re.compile(rf"{_BEFORE}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}{_AFTER}"),
    re.compile(
        rf"{_BEFORE}(?:\bthe\s+)?\b{_DAY}\s+(?:day\s+of\s+|of\s+)?{_MONTH},?\s+{_YEAR}{_AFTER}"
    ),
    re.compile(rf"\b{_MONTH},?\s+{_YEAR}"),
    re.compile(
        r"(?<![0-9-])(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?![0-9-])"
    ),
)
_N = r"(?:[0-9０-９]+|[〇一二三四五六七八九十百千]+)"
_G = r"[ \t　\n]*"
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_SIGNS = "月火水木金土日"
_AFTER_JA = (
    rf"(?:{_G}[（(]{_G}(?P<after>[{_SIGNS}])(?:曜日?)?(?:[・、]?(?:祝日?|休日?|振休))?[）)])?"
)
# 2013年6月26日（水） / 平成25年6月26日 / 令和元年（2019年）6月 / 2027年6月末日 / 2013/6/26
_YEAR_JA = (
    rf"(?:(?P<era>明治|大正|昭和|平成|令和){_G}(?P<count>元|{_N})"
    r"|(?:西暦)?(?P<year>[0-9０-９]{4}|[一二][〇一二三四五六七八九]{3}|[一二]?千[一二三四五六七八九十百]*))"
    rf"{_G}年(?:{_G}[（(][^（）()]{{2,12}}年[）)])?"
)
_JAPANESE = (
    re.compile(
        rf"{_YEAR_JA}{_G}(?P<month>{_N}){_G}月(?!{_G}間)"
        rf"(?:{_G}(?:(?P<day>{_N}){_G}日{_AFTER_JA}|(?P<last>末日)))?"
    ),
    re.compile(
        r"(?<![0-9/.])(?P<year>[0-9０-９]{4})(?P<stop>[/.／．])(?P<month>[0-9０-９]{1,2})(?P=stop)"
        rf"(?P<day>[0-9０-９]{{1,2}})(?![0-9０-９/]){_AFTER_JA}"
    ),
    re.compile(rf"{_YEAR_JA}(?!{_G}[0-9０-９]*{_G}月|間)"),
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written: text[start:end]. `month` and `day` are 0 where it does not give them.
    `weekday` is where its weekday stands."""

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0
    weekday: tuple[int, int] | None = None

    @property
    def last(self) -> Day:
        """The last day it can mean: that of its month, or of its year, where it gives no day."""
        month = self.month or 12
        return (self.year, month, self.day or _length(self.year, month))

    @property
    def is_on_the_calendar(self) -> bool:
        return 1 <= self.day <= _length(self.year, self.month)

    def names(self, weekday: str) -> bool:
        """Whether a weekday as written ("Wed", "火") is that of the date."""
        return _weekday(weekday) == calendar.weekday(self.year, self.month, self.day)

    def as_written(self, weekday: str) -> str:
        """The weekday of the date in the manner of another: "Wednesday", "Wed", 水."""
        right = calendar.weekday(self.year, self.month, self.day)
        if weekday in _SIGNS:
            return _SIGNS[right]
        return WEEKDAYS[right] if weekday.endswith("day") else WEEKDAYS[right][:3]


def dates(text: str) -> list[Date]:
    """The dates in a text, in order, each once."""
    found: list[Date] = []
    for pattern in (*_ENGLISH, *_JAPANESE):
        for date in _found(pattern, text):
            if all(date.end <= other.start or other.end <= date.start for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def named(day: Day) -> Message:
    """A day in words: "June 26, 2013", 「2013年6月26日」."""
    year, month, number = day
    return Message(f"{_MONTHS.split()[month - 1]} {number}, {year}", f"{year}年{month}月{number}日")


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Date]:
    for match in pattern.finditer(text):
        given = match.groupdict()
        name = next((name for name in ("before", "after") if given.get(name)), "")
        era = given.get("era")
        year = (
            _ERAS[era] + (1 if given["count"] == "元" else _value(given["count"]))
            if era
            else _value(given["year"])
        )
        month = given.get("month") or ""
        yield Date(
            *match.span(),
            year,
            _MONTH_NUMBERS.get(month[:3]) or _value(month),
            _length(year, _value(month)) if given.get("last") else _value(given.get("day")),
            match.span(name) if name else None,
        )


def _length(year: int, month: int) -> int:
    """The number of days of a month, 0 where there is no such month."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 and 1 <= month <= 12 else 0


def _value(numeral: str | None) -> int:
    return (read_numeral(numeral) or 0) if numeral else 0


def _weekday(written: str) -> int:
    if written in _SIGNS:
        return _SIGNS.index(written)
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(written[:3]))
