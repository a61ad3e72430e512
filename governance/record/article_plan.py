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
from governance.record.adoption import OwnDays, Words
from governance.record.periods import (
    NEVER,
    Content,
    Life,
    Place,
    Stretch,
    changed_from,
    cut,
    days_until,
)
from governance.record.refusal import Refused, name_of, said


@dataclass(frozen=True)
class Amended:
    """An article after the amendment: its days, and those of the wording that is now as adopted.

    `days` None: not known yet, or never to come.
    """

    life: Life
    days: DateRange | None


@dataclass(frozen=True)
class Target:
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
        return self.content.place != Place.of(self.now)

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

    def words_day(self, life: Life) -> date | None:
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
                % {"name": name_of(self.now), "day": said(self.now.in_force.lower)}
            )
        # A new article that is not in force yet comes into force with the new words.
        start: date = self.now.in_force.lower
        return start


def amended(target: Target, life: Life, followed: Mapping[int, Words]) -> Amended:
    """`followed` has, by row, what it says once its references are brought to the new numbers."""
    _refuse_own_day(target)
    _refuse_unknown(target, life)
    if target.is_reworded:
        return _reworded(target, life, followed)
    day = target.effective_on
    if day is not None:
        life = _with_words(life, day, followed)
    if target.now.in_force is None or (place_day := target.place_day) is None:
        return Amended(life, None)
    if target.moves:
        life = _with_place(life, place_day, target.content.place)
    if life and life[-1].content == target.content and not target.now.in_force.isempty:
        return Amended(life, life[-1].days)
    # It has expired before the day of the amendment.
    return Amended(life, NEVER)


def deleted(now: Wording, own_day: date | None, effective_on: date | None, life: Life) -> Life:
    """The days left to what the amendment deletes."""
    day = own_day or effective_on
    if own_day and effective_on and own_day < effective_on:
        raise Refused(_early(now, own_day, effective_on))
    if now.in_force is None and own_day not in (None, effective_on):
        raise Refused(_unknown(now))
    return life if day is None else cut(life, day)


def inserted(
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
            % {"name": name, "day": said(start)}
        )
    return days_until(start, own.expires_on)


def _reworded(target: Target, life: Life, followed: Mapping[int, Words]) -> Amended:
    start = target.words_day(life)
    day, expires_on = target.effective_on, target.expires_on
    if expires_on and expires_on <= (start or target.adopted_on):
        raise Refused(_expired(name_of(target.now), expires_on))
    if start is None:
        return Amended(life, None)
    if day is not None:
        life = _with_words(life, day, followed)
        if target.moves:
            life = _with_place(life, day, target.content.place)
    last = Stretch(start, expires_on, target.content, expires_on)
    return Amended((*cut(life, start), last), last.days)


def _with_words(life: Life, day: date, followed: Mapping[int, Words]) -> Life:
    def content(stretch: Stretch) -> Content:
        words = followed.get(stretch.row.pk) if stretch.row else None
        return replace(stretch.content, words=words) if words else stretch.content

    return changed_from(life, day, content)


def _with_place(life: Life, day: date, place: Place) -> Life:
    return changed_from(life, day, lambda stretch: replace(stretch.content, place=place))


def _is_pending(target: Target) -> bool:
    days = target.now.in_force
    return bool(
        days is not None
        and not days.isempty
        and target.effective_on is not None
        and days.lower > target.effective_on
    )


def _refuse_own_day(target: Target) -> None:
    day, own_day = target.effective_on, target.own_day
    if own_day is None:
        return
    if day is None and (target.moves or not target.is_reworded):
        raise Refused(
            _(
                "%(name)s cannot have a day of its own while the day of the amendment is not known:"
                " its number changes on that one."
            )
            % {"name": name_of(target.now)}
        )
    if own_day < (day or target.adopted_on):
        raise Refused(_early(target.now, own_day, day or target.adopted_on))


def _refuse_unknown(target: Target, life: Life) -> None:
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
    ) % {"name": name_of(now), "day": said(now.adopted_on)}


def _early(now: Wording, own_day: date, day: date) -> str:
    return _(
        "The change of %(name)s cannot take effect on %(own_day)s, before %(day)s, the day of"
        " the amendment."
    ) % {"name": name_of(now), "own_day": said(own_day), "day": said(day)}


def _expired(name: str, day: date) -> str:
    return _("%(name)s would expire on %(day)s, not after it takes effect.") % {
        "name": name,
        "day": said(day),
    }
