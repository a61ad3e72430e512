"""The days of a proposal: their order, and the periods of the Companies Act (会社法).

The rules are functions of a `Schedule`; each returns findings with a sentence in both languages. A
day that has not been entered breaks no rule; which days must be entered is `missing`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from governance.papers.dates import long_date
from governance.text.finding import ERROR, NOTICE, Finding
from governance.text.message import Message
from proposals.models import Proposal

NOTICE_PERIOD = timedelta(weeks=2)
ELECTRONIC_PERIOD = timedelta(weeks=3)
# Listed companies must provide the materials electronically for meetings from this day on: six
# months after the Act on electronic provision came into force on 1 September 2022.
ELECTRONIC_SINCE = date(2023, 3, 1)


@dataclass(frozen=True)
class Schedule:
    """The days of one proposal in the order in which they come to pass; None = not entered."""

    resolved_on: date | None = None
    announced_on: date | None = None
    electronic_on: date | None = None
    notice_on: date | None = None
    meeting_on: date | None = None
    effective_on: date | None = None


# What the days are called inside a sentence.
NAMES: dict[str, Message] = {
    "resolved_on": Message("the resolution of the Board of Directors", "取締役会の決議"),
    "announced_on": Message("the announcement", "公表"),
    "electronic_on": Message("the start of electronic provision", "電子提供措置の開始"),
    "notice_on": Message("the sending of the notice", "招集通知の発送"),
    "meeting_on": Message("the general meeting of shareholders", "株主総会"),
    "effective_on": Message("the taking of effect", "効力発生"),
}
# Pairs of days of which the first is never later than the second.
ORDER: tuple[tuple[str, str], ...] = (
    ("resolved_on", "announced_on"),
    ("announced_on", "notice_on"),
    ("announced_on", "meeting_on"),
    ("resolved_on", "electronic_on"),
    ("resolved_on", "meeting_on"),
    ("electronic_on", "meeting_on"),
    ("notice_on", "meeting_on"),
)
REQUIRED = ("resolved_on", "announced_on", "meeting_on", "effective_on")


def schedule(proposal: Proposal) -> Schedule:
    """The days of `proposal`, that of its meeting included; load `proposal.meeting` with it."""
    return Schedule(
        resolved_on=proposal.resolved_on,
        announced_on=proposal.announced_on,
        electronic_on=proposal.electronic_on,
        notice_on=proposal.notice_on,
        meeting_on=proposal.meeting.date,
        effective_on=proposal.effective_on,
    )


def missing(days: Schedule) -> tuple[str, ...]:
    """The fields of `Schedule` that a release needs and that are not entered."""
    return tuple(name for name in REQUIRED if getattr(days, name) is None)


def check_days(days: Schedule) -> tuple[Finding, ...]:
    """What is wrong with the days, in the order of `RULES`."""
    return tuple(finding for rule in RULES for finding in rule(days))


def latest_notice(meeting_on: date) -> date:
    """The last day to send the notice: two whole weeks lie between it and the meeting.

    Companies Act, Article 299, Paragraph 1; both ends are excluded (Daishin'in, 15 July 1935), so
    the last day is the fifteenth before the meeting.
    """
    return meeting_on - NOTICE_PERIOD - timedelta(days=1)


def latest_electronic(days: Schedule) -> date | None:
    """The last day to begin electronic provision, or None where no meeting is set.

    The earlier of the day three weeks before the meeting and the day on which the notice is sent:
    Companies Act, Article 325-3, Paragraph 1.
    """
    if days.meeting_on is None:
        return None
    three_weeks_before = days.meeting_on - ELECTRONIC_PERIOD
    return three_weeks_before if days.notice_on is None else min(three_weeks_before, days.notice_on)


def order_of_days(days: Schedule) -> Iterator[Finding]:
    """A proposal is resolved, announced, sent out and put to the meeting in this order."""
    for first, second in ORDER:
        earlier, later = getattr(days, first), getattr(days, second)
        if earlier is not None and later is not None and earlier > later:
            yield _finding(
                "days-out-of-order",
                ERROR,
                f"{_capital(NAMES[first].en)} ({long_date(earlier, 'en')}) comes after"
                f" {NAMES[second].en} ({long_date(later, 'en')}).",
                f"{NAMES[first].ja}（{long_date(earlier, 'ja')}）が"
                f"{NAMES[second].ja}（{long_date(later, 'ja')}）より後になっています。",
            )


def effect_after_meeting(days: Schedule) -> Iterator[Finding]:
    """The general meeting changes the articles (Companies Act, Article 466): no effect before."""
    meeting, effect = days.meeting_on, days.effective_on
    if meeting and effect and effect < meeting:
        yield _finding(
            "effective-before-meeting",
            ERROR,
            f"The effective date ({long_date(effect, 'en')}) lies before the general meeting of"
            f" shareholders ({long_date(meeting, 'en')}), which alone can adopt the amendment"
            " (Companies Act, Article 466).",
            f"効力発生日（{long_date(effect, 'ja')}）が、定款変更を決議する株主総会"
            f"（{long_date(meeting, 'ja')}）より前になっています（会社法第466条）。",
        )


def notice_in_time(days: Schedule) -> Iterator[Finding]:
    """Companies Act, Article 299, Paragraph 1: the notice goes two weeks before the meeting."""
    meeting, notice = days.meeting_on, days.notice_on
    if meeting is None or notice is None:
        return
    latest = latest_notice(meeting)
    if latest < notice <= meeting:
        yield _finding(
            "notice-too-late",
            ERROR,
            f"The notice must be sent by {long_date(latest, 'en')}, two weeks before the meeting;"
            f" the date entered is {long_date(notice, 'en')}"
            " (Companies Act, Article 299, Paragraph 1).",
            f"招集通知は株主総会の2週間前（{long_date(latest, 'ja')}）までに発送する必要があります"
            f"が、{long_date(notice, 'ja')}となっています（会社法第299条第1項）。",
        )


def electronic_in_time(days: Schedule) -> Iterator[Finding]:
    """Companies Act, Article 325-3, Paragraph 1: provision begins three weeks before."""
    latest, begins, meeting = latest_electronic(days), days.electronic_on, days.meeting_on
    if latest is None or meeting is None or meeting < ELECTRONIC_SINCE:
        return
    if begins is None:
        yield _finding(
            "electronic-provision-undated",
            NOTICE,
            "No date of electronic provision is entered; it must begin by"
            f" {long_date(latest, 'en')} (Companies Act, Article 325-3, Paragraph 1).",
            f"電子提供措置の開始日が入力されていません。{long_date(latest, 'ja')}までに"
            "開始する必要があります（会社法第325条の3第1項）。",
        )
    elif latest < begins <= meeting:
        yield _finding(
            "electronic-provision-too-late",
            ERROR,
            f"Electronic provision must begin by {long_date(latest, 'en')}, the earlier of three"
            " weeks before the meeting and the day of the notice; the date entered is"
            f" {long_date(begins, 'en')} (Companies Act, Article 325-3, Paragraph 1).",
            "電子提供措置は、株主総会の3週間前の日と招集通知の発送日のいずれか早い日"
            f"（{long_date(latest, 'ja')}）までに開始する必要がありますが、"
            f"{long_date(begins, 'ja')}となっています（会社法第325条の3第1項）。",
        )


RULES: tuple[Callable[[Schedule], Iterator[Finding]], ...] = (
    order_of_days,
    effect_after_meeting,
    notice_in_time,
    electronic_in_time,
)


def _finding(code: str, severity: str, en: str, ja: str) -> Finding:
    return Finding(code=code, severity=severity, side="proposed", at="", statement=Message(en, ja))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
