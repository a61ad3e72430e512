"""Dates in Japanese wording, and the words that stand for a day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace

from governance.text.dates_and_terms import Date, Day, days_in_month, is_on_the_calendar
from governance.text.japanese.vocabulary import ERA, ERA_BEGINNINGS, ERAS, KANJI_NUMERALS, WEEKDAYS
from governance.text.patterns import pattern
from governance.text.tree.number import read_numeral

_NUMERAL = rf"(?:[0-9０-９]+|[{KANJI_NUMERALS}]+)"
_GAP = r"[ \t　\n]*"
_WEEKDAY = rf"""(?:{_GAP}[（(]{_GAP}                       # （水）, （水曜日・祝日）
    (?P<weekday>[{WEEKDAYS}])(?:曜日?)?(?:[・、]?(?:祝日?|休日?|振休))?
[）)])?"""
_YEAR = rf"""
    (?:(?P<era>{ERA}){_GAP}(?P<count>元|{_NUMERAL})        # 平成25年, 令和元年
    |(?:西暦)?(?P<year>[0-9０-９]{{4}}                     # 2013年
        |[一二][〇一二三四五六七八九]{{3}}                 # 二〇一三年
        |[一二]?千[一二三四五六七八九十百]*))              # 二千十三年
    {_GAP}年(?:{_GAP}[（(][^（）()]{{2,12}}年[）)])?       # 令和元年（2019年）
"""
_FORMS = (
    # 2013年6月26日（水）, 令和元年（2019年）6月, 2027年6月末日
    pattern(
        rf"""{_YEAR}{_GAP}(?P<month>{_NUMERAL}){_GAP}月(?!{_GAP}間)
        (?:{_GAP}(?:(?P<day>{_NUMERAL}){_GAP}日{_WEEKDAY}|(?P<last>末日)))?""",
        re.X,
    ),
    # 2013/6/26
    pattern(
        rf"""(?<![0-9/.])(?P<year>[0-9０-９]{{4}})(?P<stop>[/.／．])(?P<month>[0-9０-９]{{1,2}})
        (?P=stop)(?P<day>[0-9０-９]{{1,2}})(?![0-9０-９/]){_WEEKDAY}""",
        re.X,
    ),
    # 2013年
    pattern(rf"{_YEAR}(?!{_GAP}[0-9０-９]*{_GAP}月|間)", re.X),
)
_ANY_WEEKDAY = pattern(rf"[（(]{_GAP}[{WEEKDAYS}]")
# A numeral before 年: in most lines there is only 毎年 or 事業年度.
_ANY_YEAR = pattern(rf"[0-9０-９元{KANJI_NUMERALS}]{_GAP}年|[0-9０-９]{{4}}[/.／．]")

_DAY_OF_EVENT = pattern(
    rf"""
    成立|設立|登記の日|公布の日|承認の日|認証
  | 第[0-9０-９{KANJI_NUMERALS}]+[回期]                    # 第21回定時株主総会
  | 総会の?(?:終結|決議|承認)                              # 株主総会の終結の時
    """,
    re.X,
)
_DAY_SET_ELSEWHERE = pattern(r"施行日|効力発生日|(?:同|当|当該|その)日")


def dates(text: str) -> Iterator[Date]:
    """The dates of a text, form by form: a part of one may be found again as a shorter one."""
    if _ANY_YEAR.search(text):
        for form in _FORMS:
            yield from map(_date, form.finditer(text))


def has_weekday(text: str) -> bool:
    """Whether a sign may be a weekday, so that its date is worth looking for."""
    return _ANY_WEEKDAY.search(text) is not None


def _date(match: re.Match[str]) -> Date:
    given = match.groupdict()
    month = _value(given.get("month"))
    year = _year(given)
    number = days_in_month(year, month) if given.get("last") else _value(given.get("day"))
    day = year, month, number
    has_weekday = bool(given.get("weekday"))
    right = WEEKDAYS[calendar.weekday(*day)] if has_weekday and is_on_the_calendar(*day) else ""
    weekday = match.span("weekday") if has_weekday else None
    date = Date(*match.span(), *day, weekday, right)
    return date if _is_real(date, given) else replace(date, is_real=False)


def _is_real(date: Date, given: dict[str, str | None]) -> bool:
    """Whether its era had begun, and no month or day is numbered nought: not 令和元年４月30日."""
    is_in_era = not given.get("era") or date.last >= ERA_BEGINNINGS[given["era"] or ""]
    return is_in_era and all(
        not given.get(name) or _value(given[name]) for name in ("month", "day")
    )


def _year(given: dict[str, str | None]) -> int:
    """The year of an era or of the common one: 令和元年 is 2019."""
    if era := given.get("era"):
        return ERAS[era] + (1 if given["count"] == "元" else _value(given["count"]))
    return _value(given["year"])


def _value(numeral: str | None) -> int:
    return (read_numeral(numeral) or 0) if numeral else 0


def write_day(day: Day) -> str:
    """A day in words: 2013年6月26日."""
    year, month, number = day
    return f"{year}年{month}月{number}日"


def has_day_of_event(text: str) -> bool:
    """Whether it tells a day without a date: that of the foundation, of a meeting by its number."""
    return _DAY_OF_EVENT.search(text) is not None


def has_day_set_elsewhere(text: str) -> bool:
    """Whether it speaks of a day that another provision has set: 施行日, 同日."""
    return _DAY_SET_ELSEWHERE.search(text) is not None
