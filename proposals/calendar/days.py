"""The days of a proposal, each declared once in `DAYS`.

Columns, forms, constraints, checks, the schedule on the page and that of the release are made from
the declaration. A day for which the law sets a period has a rule in `periods` besides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.utils.functional import lazy

from governance.models import Meeting
from governance.models.languages import interface_language
from governance.papers.dates import long_date
from governance.text.message import Message

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


_NO_LAW = Message("", "")


@dataclass(frozen=True, eq=False)
class ScheduledDay:
    """A day on a proposal's way."""

    field: str
    label: Message
    name: Message
    """What it is called inside a sentence."""
    not_before: tuple["ScheduledDay", ...] = ()
    """The days that it cannot precede."""
    law: Message = _NO_LAW
    """The article that sets its period."""
    is_required: bool = False
    """Whether a release needs it."""
    printed: Message | None = None
    """Its label in the schedule of a release; "{meeting}" stands for the name of the meeting."""
    is_of_meeting: bool = False
    """Whether it is the meeting's own and no column of the proposal."""

    @property
    def verbose_name(self) -> "_StrPromise":
        """Its label in the language of the interface."""
        return _in_interface_language(self.label)


RESOLVED = ScheduledDay(
    field="resolved_on",
    label=Message("Resolution of the board", "取締役会決議"),
    name=Message("the resolution of the Board of Directors", "取締役会の決議"),
    is_required=True,
)
ANNOUNCED = ScheduledDay(
    field="announced_on",
    label=Message("Announcement", "公表"),
    name=Message("the announcement", "公表"),
    not_before=(RESOLVED,),
    is_required=True,
)
ELECTRONIC = ScheduledDay(
    field="electronic_on",
    label=Message("Start of electronic provision", "電子提供措置の開始"),
    name=Message("the start of electronic provision", "電子提供措置の開始"),
    # The board decides what the notice says (Companies Act, Article 298), and so what is provided.
    not_before=(RESOLVED,),
    law=Message("Companies Act, Article 325-3, Paragraph 1", "会社法第325条の3第1項"),
)
NOTICE_SENT = ScheduledDay(
    field="notice_on",
    label=Message("Sending of the notice", "招集通知の発送"),
    name=Message("the sending of the notice", "招集通知の発送"),
    # Provision begins on the day of the notice at the latest (Article 325-3, Paragraph 1).
    not_before=(RESOLVED, ANNOUNCED, ELECTRONIC),
    law=Message("Companies Act, Article 299, Paragraph 1", "会社法第299条第1項"),
)
MEETING = ScheduledDay(
    field="meeting_on",
    label=Message("General meeting of shareholders", "株主総会"),
    name=Message("the general meeting of shareholders", "株主総会"),
    not_before=(RESOLVED, ANNOUNCED, ELECTRONIC, NOTICE_SENT),
    is_required=True,
    printed=Message("Scheduled date of the {meeting}:", "定款変更のための株主総会開催日"),
    is_of_meeting=True,
)
EFFECT = ScheduledDay(
    field="effective_on",
    label=Message("Effective date", "効力発生日"),
    name=Message("the taking of effect", "効力発生"),
    not_before=(RESOLVED, MEETING),
    law=Message("Companies Act, Article 466", "会社法第466条"),
    is_required=True,
    printed=Message("Scheduled effective date:", "定款変更の効力発生日"),
)
CONTINUED = ScheduledDay(
    field="continued_on",
    label=Message("Adjourned or continued meeting", "延会・継続会"),
    name=Message("the adjourned or continued meeting", "延会・継続会"),
    law=Message("Companies Act, Article 317", "会社法第317条"),
    printed=Message("Date of the adjourned or continued meeting:", "延会・継続会の開催日"),
    is_of_meeting=True,
)
"""A day of those meetings alone that have it."""
DAYS = (RESOLVED, ANNOUNCED, ELECTRONIC, NOTICE_SENT, MEETING, EFFECT)
"""In the order in which they come to pass."""
AGREED_IN_WRITING = replace(
    MEETING,
    label=Message("Consent of all shareholders", "株主全員の同意"),
    name=Message("the consent of all shareholders", "株主全員の同意"),
    law=Message("Companies Act, Article 319, Paragraph 1", "会社法第319条第1項"),
    printed=Message("Scheduled date of the resolution in writing:", "定款変更の書面決議日"),
)
DECIDED_BY_BOARD = replace(
    RESOLVED,
    printed=Message(
        "Date of the resolution of the Board of Directors:", "定款変更の取締役会決議日"
    ),
    is_of_meeting=True,
)
DAYS_BY_KIND: Mapping[str, tuple[ScheduledDay, ...]] = {
    Meeting.Kind.ORDINARY: DAYS,
    Meeting.Kind.EXTRAORDINARY: DAYS,
    # Nobody is called to a meeting.
    Meeting.Kind.WRITTEN: (RESOLVED, ANNOUNCED, AGREED_IN_WRITING, EFFECT),
    # What the board decides is the amendment itself.
    Meeting.Kind.BOARD: (DECIDED_BY_BOARD, ANNOUNCED, EFFECT),
}
"""The days of a proposal by the kind of meeting that decides on it."""
ORDER = tuple((earlier, later) for later in DAYS for earlier in later.not_before)
"""Pairs of days of which the first is never later than the second."""


class Schedule:
    """The days of one proposal, by field; None or not given = not entered.

    `days` are those that there are where a meeting of `kind` decides, that of its continuation
    where it has one; any other is not entered.
    `condition` is what the effect waits for, where its day is not known.
    """

    def __init__(
        self,
        kind: str = Meeting.Kind.ORDINARY,
        condition: Message | None = None,
        **days: date | None,
    ) -> None:
        if unknown := sorted(set(days) - {day.field for day in (*DAYS, CONTINUED)}):
            raise TypeError(f"There is no day named {', '.join(unknown)}.")
        self.days = DAYS_BY_KIND[kind]
        if days.get(CONTINUED.field):
            behind = self.days.index(MEETING) + 1
            self.days = (*self.days[:behind], CONTINUED, *self.days[behind:])
        self.condition = condition
        fields = {day.field for day in self.days}
        self._days = {field: day for field, day in days.items() if field in fields}

    def __getitem__(self, day: ScheduledDay) -> date | None:
        return self._days.get(day.field)

    def __contains__(self, day: ScheduledDay) -> bool:
        """Whether there is such a day."""
        return any(each.field == day.field for each in self.days)


def missing(schedule: Schedule) -> tuple[ScheduledDay, ...]:
    """The days that a release needs and that are not entered."""
    needed = [day for day in schedule.days if day.is_required and schedule[day] is None]
    return tuple(day for day in needed if day is not EFFECT or schedule.condition is None)


def out_of_order(schedule: Schedule) -> Iterator[tuple[ScheduledDay, ScheduledDay, Message]]:
    """Each pair of days that stand the wrong way round, with the sentence that says so."""
    for earlier, later in ORDER:
        first, second = schedule[earlier], schedule[later]
        if first is not None and second is not None and first > second:
            yield (
                earlier,
                later,
                Message(
                    f"{_capitalised(earlier.name.en)} ({long_date(first, 'en')}) comes after"
                    f" {later.name.en} ({long_date(second, 'en')}).",
                    f"{earlier.name.ja}（{long_date(first, 'ja')}）が"
                    f"{later.name.ja}（{long_date(second, 'ja')}）より後になっています。",
                ),
            )


def wrong_order(earlier: ScheduledDay, later: ScheduledDay) -> "_StrPromise":
    """The sentence of the constraint on two days, in the language of the interface."""
    message = Message(
        f"{_capitalised(later.name.en)} cannot come before {earlier.name.en}.",
        f"{later.name.ja}を{earlier.name.ja}より前にすることはできません。",
    )
    return _in_interface_language(message)


def _in_interface_language(message: Message) -> "_StrPromise":
    text: Any = lazy(lambda: message.in_language(interface_language()), str)
    return cast("_StrPromise", text())


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
