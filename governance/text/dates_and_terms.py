"""What a language finds in wording besides citations: dates, definitions, variants of terms."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

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
