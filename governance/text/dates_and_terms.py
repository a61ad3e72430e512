"""What a language finds in wording besides citations: dates, definitions, variants of terms."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from governance.text.tree.provision import Kind

Day = tuple[int, int, int]  # year, month, day


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written: text[start:end]. `month` and `day` are 0 where it does not give them.

    `weekday` is where its weekday stands, None where none does; `right_weekday` what should stand
    there, in the manner of what does; "" where the calendar has no such day.
    """

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0
    weekday: tuple[int, int] | None = None
    right_weekday: str = ""
    is_real: bool = True
    """False where its era had not begun, or where a month or day is numbered nought."""

    @property
    def last(self) -> Day:
        """The last day it can mean: that of its month, or of its year, where it gives no day."""
        month = self.month or 12
        return (self.year, month, self.day or days_in_month(self.year, month))

    @property
    def is_on_the_calendar(self) -> bool:
        return is_on_the_calendar(self.year, self.month, self.day)

    @property
    def is_possible(self) -> bool:
        """Whether there is such a day, month or year."""
        has_month = not self.month or 1 <= self.month <= 12
        return self.is_real and has_month and (not self.day or self.is_on_the_calendar)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, 0 where there is no such month."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 and 1 <= month <= 12 else 0


def is_on_the_calendar(year: int, month: int, day: int) -> bool:
    return 1 <= day <= days_in_month(year, month)


def only_date(found: Iterable[Date]) -> Date | None:
    """The one date of a sentence that gives a day of the calendar; None for none or several."""
    wide = [each for each in found if each.is_on_the_calendar]
    outer = [
        each
        for each in wide
        if not any(
            other is not each and other.start <= each.start and each.end <= other.end
            for other in wide
        )
    ]
    return outer[0] if len(outer) == 1 else None


def day_after(date: Date) -> Day:
    """The day after that of the date, which is on the calendar."""
    if date.day < days_in_month(date.year, date.month):
        return (date.year, date.month, date.day + 1)
    return (date.year, date.month + 1, 1) if date.month < 12 else (date.year + 1, 1, 1)


class ExpiryScope(Enum):
    """What a supplementary provision says ends by itself."""

    PART = auto()
    ARTICLE = auto()
    BELOW = auto()
    """A paragraph or an item."""


@dataclass(frozen=True, slots=True)
class Expiry:
    """That a provision ends by itself: the first day without it, None where that is not certain
    from the words alone."""

    scope: ExpiryScope
    day: Day | None


@dataclass(frozen=True, slots=True)
class DefinedTerms:
    """Terms that a line defines, text[start:end]: (the "Company" or the "Bank"). `within` is the
    kind of provision in which they hold ("in this Article"), None where it names none."""

    terms: tuple[str, ...]
    start: int
    end: int
    within: Kind | None


@dataclass(frozen=True, slots=True)
class Variant:
    """The words `text` that begin at `start` of a line, and the term as most of the text has it."""

    start: int
    text: str
    term: str
