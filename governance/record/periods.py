"""The days of one article: periods with what it says in each, and what an amendment makes of
them. Plain values; nothing is read or written here.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from django.db.backends.postgresql.psycopg_any import DateRange

from governance.models import Wording
from governance.record.adoption import Words

NEVER = DateRange(empty=True)


@dataclass(frozen=True)
class Placement:
    """Number, branch number and position."""

    number: int | None
    branch: int
    position: int

    @classmethod
    def of(cls, wording: Wording) -> Self:
        return cls(wording.number, wording.branch, wording.position)


@dataclass(frozen=True)
class Content:
    """All that a wording says, apart from its days."""

    placement: Placement
    words: Words

    @classmethod
    def of(cls, wording: Wording) -> Self:
        return cls(Placement.of(wording), Words.of(wording))


@dataclass(frozen=True)
class Period:
    """Days `[start, end)` on which an article is in force and says the same; `end` None: open.

    `row` is the wording that says so already, None where one has to be written.
    """

    start: date
    end: date | None
    content: Content
    expires_on: date | None = None
    row: Wording | None = None

    @property
    def days(self) -> DateRange:
        return DateRange(self.start, self.end)

    def is_before(self, day: date) -> bool:
        """Whether all of it is."""
        return self.end is not None and self.end <= day


Periods = tuple[Period, ...]


def periods_of(wordings: Iterable[Wording]) -> Periods:
    """The days of one article by its wordings, in order; wordings never in force left out."""
    found = [
        Period(
            wording.in_force.lower,
            wording.in_force.upper,
            Content.of(wording),
            wording.expires_on,
            wording,
        )
        for wording in wordings
        if wording.in_force is not None and not wording.in_force.isempty
    ]
    return tuple(sorted(found, key=lambda period: period.start))


def end_at(periods: Periods, day: date) -> Periods:
    """What is left of the periods before `day`."""
    return tuple(
        period if period.is_before(day) else replace(period, end=day)
        for period in periods
        if period.start < day
    )


def change_from(periods: Periods, day: date, change: Callable[[Period], Content]) -> Periods:
    """The periods changed from `day` on; one that still says the same stays whole."""
    found: list[Period] = []
    for period in periods:
        content = period.content if period.is_before(day) else change(period)
        if content == period.content:
            found.append(period)
            continue
        if period.start < day:
            found.append(replace(period, end=day))
        found.append(replace(period, start=max(day, period.start), content=content, row=None))
    return tuple(found)


def days_until(start: date, *ends: date | None) -> DateRange:
    """`[start, the earliest of ends)`; no day at all where one of them is not after `start`."""
    end = min((each for each in ends if each is not None), default=None)
    return NEVER if end is not None and end <= start else DateRange(start, end)


def remaining_period(row: Wording, periods: Sequence[Period]) -> DateRange:
    """The days that the periods leave to a wording that was in force."""
    return next((period.days for period in periods if period.row is row), NEVER)
