"""What an amendment makes of the days of one article.

Derived changes (numbers, followed references) take effect on the day of the amendment, never on the
own day of the change that caused them; what was itself given another day has that. So an article
that is amended for a later day bears its new number, with its old words, in the meantime.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from governance.models import Wording
from governance.people.refused import Refused
from governance.record.adoption import OwnDays, Words
from governance.record.periods import (
    NEVER,
    Content,
    Period,
    Periods,
    Position,
    change_from,
    days_until,
    end_at,
)
from governance.record.refusal import format_day, wording_name


@dataclass(frozen=True)
class PlannedPeriods:
    """An article after the amendment: its days, and those of the wording that is now as adopted.

    `days` None: not known yet, or never to come.
    """

    life: Periods
    days: DateRange | None


@dataclass(frozen=True)
class ArticlePlan:
    """What is to become of an article of the record. The days are those of the amendment."""

    now: Wording
    content: Content
    own: OwnDays
    adopted_on: date
    effective_on: date | None

    @property
    def expires_on(self) -> date | None:
        return self.own.expires_on or self.now.expires_on

    @property
    def is_other(self) -> bool:
        """Whether a wording has to be written: it reads otherwise, or expires otherwise."""
        return self.content != Content.of(self.now) or self.expires_on != self.now.expires_on

    @property
    def moves(self) -> bool:
        return self.content.place != Position.of(self.now)

    @property
    def is_reworded(self) -> bool:
        return self.own.is_reworded and self.is_other

    @property
    def own_day(self) -> date | None:
        return self.own.effective_on if self.is_other else None

    @property
    def place_day(self) -> date | None:
        """From when it has its new number and place: those of what is reworded are derived."""
        return self.effective_on if self.is_reworded else self.own_day or self.effective_on

    def words_day(self, life: Periods) -> date | None:
        """From when what is reworded has its new words; None: not known."""
        if self.own_day or self.effective_on is None or not _is_pending(self):
            return self.own_day or self.effective_on
        if any(
            stretch.row is not self.now and not stretch.is_before(self.effective_on)
            for stretch in life
        ):
            raise Refused(
                _(
                    "%(name)s was amended before, from %(day)s on. Give the change a day of its"
                    " own: before that day, on it or after it."
                )
                % {"name": wording_name(self.now), "day": format_day(self.now.in_force.lower)}
            )
        # A new article that is not in force yet comes into force with the new words.
        start: date = self.now.in_force.lower
        return start


def plan_amendment(
    target: ArticlePlan, life: Periods, followed: Mapping[int, Words]
) -> PlannedPeriods:
    """`followed` has, by row, what it says once its references are brought to the new numbers."""
    _refuse_own_day(target)
    _refuse_unknown(target, life)
    if target.is_reworded:
        return _reworded(target, life, followed)
    day = target.effective_on
    if day is not None:
        life = _with_words(life, day, followed)
    if target.now.in_force is None or (place_day := target.place_day) is None:
        return PlannedPeriods(life, None)
    if target.moves:
        life = _with_place(life, place_day, target.content.place)
    if life and life[-1].content == target.content and not target.now.in_force.isempty:
        return PlannedPeriods(life, life[-1].days)
    # It has expired before the day of the amendment.
    return PlannedPeriods(life, NEVER)


def plan_deletion(
    now: Wording, own_day: date | None, effective_on: date | None, life: Periods
) -> Periods:
    """The days left to what the amendment deletes."""
    day = own_day or effective_on
    if own_day and effective_on and own_day < effective_on:
        raise Refused(_early(now, own_day, effective_on))
    if now.in_force is None and own_day not in (None, effective_on):
        raise Refused(_unknown(now))
    return life if day is None else end_at(life, day)


def plan_insertion(
    name: str, own: OwnDays, *, effective_on: date | None, adopted_on: date
) -> DateRange | None:
    """The days of a new provision; None: not known yet."""
    start = own.effective_on or effective_on
    if own.expires_on and own.expires_on <= (start or adopted_on):
        raise Refused(_expired(name, own.expires_on))
    if start is None:
        return None
    if start < adopted_on:
        raise Refused(
            _("%(name)s cannot take effect on %(day)s, before it is adopted.")
            % {"name": name, "day": format_day(start)}
        )
    return days_until(start, own.expires_on)


def _reworded(target: ArticlePlan, life: Periods, followed: Mapping[int, Words]) -> PlannedPeriods:
    start = target.words_day(life)
    day, expires_on = target.effective_on, target.expires_on
    if expires_on and expires_on <= (start or target.adopted_on):
        raise Refused(_expired(wording_name(target.now), expires_on))
    if start is None:
        return PlannedPeriods(life, None)
    if day is not None:
        life = _with_words(life, day, followed)
        if target.moves:
            life = _with_place(life, day, target.content.place)
    last = Period(start, expires_on, target.content, expires_on)
    return PlannedPeriods((*end_at(life, start), last), last.days)


def _with_words(life: Periods, day: date, followed: Mapping[int, Words]) -> Periods:
    def content(stretch: Period) -> Content:
        words = followed.get(stretch.row.pk) if stretch.row else None
        return replace(stretch.content, words=words) if words else stretch.content

    return change_from(life, day, content)


def _with_place(life: Periods, day: date, place: Position) -> Periods:
    return change_from(life, day, lambda stretch: replace(stretch.content, place=place))


def _is_pending(target: ArticlePlan) -> bool:
    days = target.now.in_force
    return bool(
        days is not None
        and not days.isempty
        and target.effective_on is not None
        and days.lower > target.effective_on
    )


def _refuse_own_day(target: ArticlePlan) -> None:
    day, own_day = target.effective_on, target.own_day
    if own_day is None:
        return
    if day is None and (target.moves or not target.is_reworded):
        raise Refused(
            _(
                "%(name)s cannot have a day of its own while the day of the amendment is not known:"
                " its number changes on that one."
            )
            % {"name": wording_name(target.now)}
        )
    if own_day < (day or target.adopted_on):
        raise Refused(_early(target.now, own_day, day or target.adopted_on))


def _refuse_unknown(target: ArticlePlan, life: Periods) -> None:
    """What is not in force yet, nobody knows from when, can wait for a number; what is in force in
    its place until then cannot be given the number of that later day.
    """
    if target.now.in_force is not None or not target.is_other:
        return
    if target.own_day or (target.effective_on and (target.is_reworded or life)):
        raise Refused(_unknown(target.now))


def _unknown(now: Wording) -> str:
    return _(
        "The day on which %(name)s, as adopted on %(day)s, takes effect is not known. Record that"
        " day first."
    ) % {"name": wording_name(now), "day": format_day(now.adopted_on)}


def _early(now: Wording, own_day: date, day: date) -> str:
    return _(
        "The change of %(name)s cannot take effect on %(own_day)s, before %(day)s, the day of"
        " the amendment."
    ) % {"name": wording_name(now), "own_day": format_day(own_day), "day": format_day(day)}


def _expired(name: str, day: date) -> str:
    return _("%(name)s would expire on %(day)s, not after it takes effect.") % {
        "name": name,
        "day": format_day(day),
    }
