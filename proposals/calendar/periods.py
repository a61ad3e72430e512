"""The order of the days and the periods of the Companies Act (会社法), as checks of a schedule.

Each rule returns findings with a sentence in both languages. A day that has not been entered breaks
no rule.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from governance.papers.dates import long_date
from governance.text.finding import ERROR, NOTICE, Finding
from governance.text.message import Message
from proposals.calendar.days import (
    EFFECT,
    ELECTRONIC,
    MEETING,
    NOTICE_SENT,
    Schedule,
    out_of_order,
)

NOTICE_PERIOD = timedelta(weeks=2)
ELECTRONIC_PERIOD = timedelta(weeks=3)
# Listed companies must provide the materials electronically for meetings from this day on: six
# months after the Act on electronic provision came into force on 1 September 2022.
ELECTRONIC_SINCE = date(2023, 3, 1)
# The rules below say these with the article of the law.
_SENTENCES_WITH_LAW = {(ELECTRONIC, NOTICE_SENT), (MEETING, EFFECT)}


def check_days(schedule: Schedule) -> tuple[Finding, ...]:
    """What is wrong with the days, in the order of `RULES`."""
    return tuple(finding for rule in RULES for finding in rule(schedule))


def latest_notice(meeting_on: date) -> date:
    """The last day to send the notice: two whole weeks lie between it and the meeting.

    Companies Act, Article 299, Paragraph 1; both ends are excluded (Daishin'in, 15 July 1935), so
    the last day is the fifteenth before the meeting.
    """
    return meeting_on - NOTICE_PERIOD - timedelta(days=1)


def latest_electronic(schedule: Schedule) -> date | None:
    """The last day to begin electronic provision, or None where no meeting is set.

    The earlier of the day three weeks before the meeting and the day on which the notice is sent:
    Companies Act, Article 325-3, Paragraph 1.
    """
    meeting, notice = schedule[MEETING], schedule[NOTICE_SENT]
    if meeting is None:
        return None
    three_weeks_before = meeting - ELECTRONIC_PERIOD
    return three_weeks_before if notice is None else min(three_weeks_before, notice)


def order_of_days(schedule: Schedule) -> Iterator[Finding]:
    """A proposal is resolved, announced, sent out and put to the meeting in this order."""
    for earlier, later, message in out_of_order(schedule):
        if (earlier, later) not in _SENTENCES_WITH_LAW:
            yield _finding("days-out-of-order", ERROR, message.en, message.ja)


def effect_after_meeting(schedule: Schedule) -> Iterator[Finding]:
    """The general meeting changes the articles (Companies Act, Article 466): no effect before."""
    meeting, effect = schedule[MEETING], schedule[EFFECT]
    if meeting and effect and effect < meeting:
        yield _finding(
            "effective-before-meeting",
            ERROR,
            f"The effective date ({long_date(effect, 'en')}) lies before the general meeting of"
            f" shareholders ({long_date(meeting, 'en')}), which alone can adopt the amendment"
            f" ({EFFECT.law.en}).",
            f"効力発生日（{long_date(effect, 'ja')}）が、定款変更を決議する株主総会"
            f"（{long_date(meeting, 'ja')}）より前になっています（{EFFECT.law.ja}）。",
        )


def notice_in_time(schedule: Schedule) -> Iterator[Finding]:
    """Companies Act, Article 299, Paragraph 1: the notice goes two weeks before the meeting."""
    meeting, notice = schedule[MEETING], schedule[NOTICE_SENT]
    if meeting is None or notice is None:
        return
    latest = latest_notice(meeting)
    if latest < notice <= meeting:
        yield _finding(
            "notice-too-late",
            ERROR,
            f"The notice must be sent by {long_date(latest, 'en')}, two weeks before the meeting;"
            f" the date entered is {long_date(notice, 'en')} ({NOTICE_SENT.law.en}).",
            f"招集通知は株主総会の2週間前（{long_date(latest, 'ja')}）までに発送する必要があります"
            f"が、{long_date(notice, 'ja')}となっています（{NOTICE_SENT.law.ja}）。",
        )


def electronic_in_time(schedule: Schedule) -> Iterator[Finding]:
    """Companies Act, Article 325-3, Paragraph 1: provision begins three weeks before the meeting
    or, where that is earlier, with the notice.
    """
    latest, begins, meeting = latest_electronic(schedule), schedule[ELECTRONIC], schedule[MEETING]
    if ELECTRONIC not in schedule or latest is None or meeting is None:
        return
    if meeting < ELECTRONIC_SINCE:
        return
    if begins is None:
        yield _finding(
            "electronic-provision-undated",
            NOTICE,
            "No date of electronic provision is entered; it must begin by"
            f" {long_date(latest, 'en')} ({ELECTRONIC.law.en}).",
            f"電子提供措置の開始日が入力されていません。{long_date(latest, 'ja')}までに"
            f"開始する必要があります（{ELECTRONIC.law.ja}）。",
        )
    elif latest < begins <= meeting:
        yield _finding(
            "electronic-provision-too-late",
            ERROR,
            f"Electronic provision must begin by {long_date(latest, 'en')}, the earlier of three"
            " weeks before the meeting and the day of the notice; the date entered is"
            f" {long_date(begins, 'en')} ({ELECTRONIC.law.en}).",
            "電子提供措置は、株主総会の3週間前の日と招集通知の発送日のいずれか早い日"
            f"（{long_date(latest, 'ja')}）までに開始する必要がありますが、"
            f"{long_date(begins, 'ja')}となっています（{ELECTRONIC.law.ja}）。",
        )


RULES: tuple[Callable[[Schedule], Iterator[Finding]], ...] = (
    order_of_days,
    effect_after_meeting,
    notice_in_time,
    electronic_in_time,
)


def _finding(code: str, severity: str, en: str, ja: str) -> Finding:
    return Finding(code=code, severity=severity, side="proposed", at="", statement=Message(en, ja))
