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
    Placement,
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

    periods: Periods
    days: DateRange | None


@dataclass(frozen=True)
class ArticlePlan:
    """What is to become of an article of the record. The days are those of the amendment."""

    wording: Wording
    content: Content
    own_days: OwnDays
    adopted_on: date
    effective_on: date | None

    @property
    def expires_on(self) -> date | None:
        return self.own_days.expires_on or self.wording.expires_on

    @property
    def needs_new_wording(self) -> bool:
        """Whether a wording has to be written: it reads otherwise, or expires otherwise."""
        return (
            self.content != Content.of(self.wording) or self.expires_on != self.wording.expires_on
        )

    @property
    def moves(self) -> bool:
        return self.content.placement != Placement.of(self.wording)

    @property
    def is_reworded(self) -> bool:
        return self.own_days.is_reworded and self.needs_new_wording

    @property
    def own_day(self) -> date | None:
        return self.own_days.effective_on if self.needs_new_wording else None

    @property
    def placement_day(self) -> date | None:
        """From when it has its new number and place: those of what is reworded are derived."""
        return self.effective_on if self.is_reworded else self.own_day or self.effective_on

    def words_day(self, periods: Periods) -> date | None:
        """From when what is reworded has its new words; None: not known."""
        if self.own_day or self.effective_on is None or not _is_pending(self):
            return self.own_day or self.effective_on
        if any(
            period.row is not self.wording and not period.is_before(self.effective_on)
            for period in periods
        ):
            raise Refused(
                _(
                    "%(name)s was amended before, from %(day)s on. Give the change a day of its"
                    " own: before that day, on it or after it."
                )
                % {
                    "name": wording_name(self.wording),
                    "day": format_day(self.wording.in_force.lower),
                }
            )
        # A new article that is not in force yet comes into force with the new words.
        start: date = self.wording.in_force.lower
        return start


def plan_amendment(
    plan: ArticlePlan, periods: Periods, interim_words: Mapping[int, Words]
) -> PlannedPeriods:
    """What an amendment makes of the days of an article that stays.

    `interim_words` has, by row, what it says once its references are brought to the new numbers.
    """
    _refuse_own_day(plan)
    _refuse_unknown(plan, periods)
    if plan.is_reworded:
        return _reworded(plan, periods, interim_words)
    day = plan.effective_on
    if day is not None:
        periods = _with_words(periods, day, interim_words)
    if plan.wording.in_force is None or (placement_day := plan.placement_day) is None:
        return PlannedPeriods(periods, None)
    if plan.moves:
        periods = _with_placement(periods, placement_day, plan.content.placement)
    if periods and periods[-1].content == plan.content and not plan.wording.in_force.isempty:
        return PlannedPeriods(periods, periods[-1].days)
    # It has expired before the day of the amendment.
    return PlannedPeriods(periods, NEVER)


def plan_deletion(
    wording: Wording, own_day: date | None, effective_on: date | None, periods: Periods
) -> Periods:
    """The days left to what the amendment deletes."""
    day = own_day or effective_on
    if own_day and effective_on and own_day < effective_on:
        raise Refused(_early(wording, own_day, effective_on))
    if wording.in_force is None and own_day not in (None, effective_on):
        raise Refused(_unknown(wording))
    return periods if day is None else end_at(periods, day)


def plan_insertion(
    name: str, own_days: OwnDays, *, effective_on: date | None, adopted_on: date
) -> DateRange | None:
    """The days of a new provision; None: not known yet."""
    start = own_days.effective_on or effective_on
    if own_days.expires_on and own_days.expires_on <= (start or adopted_on):
        raise Refused(_expired(name, own_days.expires_on))
    if start is None:
        return None
    if start < adopted_on:
        raise Refused(
            _("%(name)s cannot take effect on %(day)s, before it is adopted.")
            % {"name": name, "day": format_day(start)}
        )
    return days_until(start, own_days.expires_on)


def _reworded(
    plan: ArticlePlan, periods: Periods, interim_words: Mapping[int, Words]
) -> PlannedPeriods:
    start = plan.words_day(periods)
    day, expires_on = plan.effective_on, plan.expires_on
    if expires_on and expires_on <= (start or plan.adopted_on):
        raise Refused(_expired(wording_name(plan.wording), expires_on))
    if start is None:
        return PlannedPeriods(periods, None)
    if day is not None:
        periods = _with_words(periods, day, interim_words)
        if plan.moves:
            periods = _with_placement(periods, day, plan.content.placement)
    last = Period(start, expires_on, plan.content, expires_on)
    return PlannedPeriods((*end_at(periods, start), last), last.days)


def _with_words(periods: Periods, day: date, interim_words: Mapping[int, Words]) -> Periods:
    def content(period: Period) -> Content:
        words = interim_words.get(period.row.pk) if period.row else None
        return replace(period.content, words=words) if words else period.content

    return change_from(periods, day, content)


def _with_placement(periods: Periods, day: date, placement: Placement) -> Periods:
    return change_from(periods, day, lambda period: replace(period.content, placement=placement))


def _is_pending(plan: ArticlePlan) -> bool:
    days = plan.wording.in_force
    return bool(
        days is not None
        and not days.isempty
        and plan.effective_on is not None
        and days.lower > plan.effective_on
    )


def _refuse_own_day(plan: ArticlePlan) -> None:
    day, own_day = plan.effective_on, plan.own_day
    if own_day is None:
        return
    if day is None and (plan.moves or not plan.is_reworded):
        raise Refused(
            _(
                "%(name)s cannot have a day of its own while the day of the amendment is not known:"
                " its number changes on that one."
            )
            % {"name": wording_name(plan.wording)}
        )
    if own_day < (day or plan.adopted_on):
        raise Refused(_early(plan.wording, own_day, day or plan.adopted_on))


def _refuse_unknown(plan: ArticlePlan, periods: Periods) -> None:
    """What is not in force yet, nobody knows from when, can wait for a number; what is in force in
    its place until then cannot be given the number of that later day.
    """
    if plan.wording.in_force is not None or not plan.needs_new_wording:
        return
    if plan.own_day or (plan.effective_on and (plan.is_reworded or periods)):
        raise Refused(_unknown(plan.wording))


def _unknown(wording: Wording) -> str:
    return _(
        "The day on which %(name)s, as adopted on %(day)s, takes effect is not known. Record that"
        " day first."
    ) % {"name": wording_name(wording), "day": format_day(wording.adopted_on)}


def _early(wording: Wording, own_day: date, day: date) -> str:
    return _(
        "The change of %(name)s cannot take effect on %(own_day)s, before %(day)s, the day of"
        " the amendment."
    ) % {"name": wording_name(wording), "own_day": format_day(own_day), "day": format_day(day)}


def _expired(name: str, day: date) -> str:
    return _("%(name)s would expire on %(day)s, not after it takes effect.") % {
        "name": name,
        "day": format_day(day),
    }
