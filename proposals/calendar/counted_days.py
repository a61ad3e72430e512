"""The days of a meeting counted backwards and forwards by the Companies Act, each with its article
and how it was counted.

A limit counted backwards does not move later where it falls on a day of rest (Article 142 of the
Civil Code extends the end of a period): what is due is done on the business day before. The period
for registration runs forwards and ends on the next day on which the registry is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from governance.papers.dates import long_date
from governance.text.message import Message
from proposals.calendar.business_days import (
    business_day_after,
    business_day_before,
    holiday_name,
    is_business_day,
)
from proposals.calendar.days import EFFECT, ELECTRONIC, MEETING, NOTICE_SENT, Schedule
from proposals.calendar.periods import ELECTRONIC_SINCE, latest_electronic, latest_notice

PROPOSAL_PERIOD = timedelta(weeks=8)
REGISTRATION_PERIOD = timedelta(weeks=2)


@dataclass(frozen=True)
class CountedDay:
    """A day that the law sets for a meeting."""

    code: str
    label: Message
    day: date
    law: Message
    counted: Message
    """How it was counted."""
    act_on: date | None = None
    """The business day before, where the limit falls on a day of rest."""

    @property
    def caution(self) -> Message | None:
        """What is to be known where the limit falls on a day of rest."""
        if self.act_on is None:
            return None
        return Message(
            f"It falls on a day of rest and does not move later; act on"
            f" {long_date(self.act_on, 'en')}.",
            "休日に当たりますが後に延びません。"
            f"{long_date(self.act_on, 'ja')}までに行ってください。",
        )


def counted_days(schedule: Schedule) -> tuple[CountedDay, ...]:
    """The days that the law sets for the meeting of `schedule`, in their order.

    Before a resolution in writing, or one of the board, it sets none.
    """
    meeting, found = schedule[MEETING], [*_days_after_effect(schedule)]
    if meeting is not None and NOTICE_SENT in schedule:
        found += [*_days_before_meeting(schedule, meeting), *_days_after_meeting(meeting)]
    return tuple(sorted(found, key=lambda each: each.day))


def day_off_name(day: date) -> Message | None:
    """Why business rests on a day; None on a business day."""
    if is_business_day(day):
        return None
    named = holiday_name(day)
    weekend = Message("weekend", "土日")
    turn_of_year = Message("turn of the year", "年末年始")
    return named or (weekend if day.weekday() >= 5 else turn_of_year)


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last of that month where it has none (Civil Code,
    Article 143).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def earliest_record_date(meeting: date) -> date:
    """The first day whose shareholders may still vote: three months run from it to the meeting."""
    day = months_after(meeting, -3)
    # The last day of a month reaches the last of the third: 30 November the end of February.
    while months_after(day - timedelta(days=1), 3) >= meeting:
        day -= timedelta(days=1)
    while months_after(day, 3) < meeting:
        day += timedelta(days=1)
    return day


def _days_before_meeting(schedule: Schedule, meeting: date) -> Iterator[CountedDay]:
    yield CountedDay(
        "record-date",
        Message("Earliest record date", "基準日（最も早い日）"),
        earliest_record_date(meeting),
        Message("Companies Act, Article 124, Paragraph 2", "会社法第124条第2項"),
        Message(
            "Rights are exercised within three months of the record date.",
            "基準日から3か月以内に行使する権利に限られます。",
        ),
    )
    yield _limit(
        "shareholders-proposals",
        Message("Shareholders' proposals received by", "株主提案権の行使期限"),
        meeting - PROPOSAL_PERIOD - timedelta(days=1),
        Message(
            "Companies Act, Article 303, Paragraph 2, Article 305, Paragraph 1",
            "会社法第303条第2項、第305条第1項",
        ),
        Message(
            "Eight whole weeks before the meeting, counted as the notice is. The articles may set a"
            " shorter period; by another reading it is one day later.",
            "総会の8週間前。招集通知と同じく中8週間で数えています。定款で短縮できます。"
            "1日後とする数え方もあります。",
        ),
    )
    yield from _convocation(schedule, meeting)


def _convocation(schedule: Schedule, meeting: date) -> Iterator[CountedDay]:
    electronic = latest_electronic(schedule)
    if electronic is not None and meeting >= ELECTRONIC_SINCE:
        yield _limit(
            "electronic-start",
            Message("Electronic provision begins by", "電子提供措置の開始期限"),
            electronic,
            ELECTRONIC.law,
            Message(
                "The earlier of three weeks before the meeting and the day of the notice.",
                "総会の3週間前の日と招集通知の発送日のいずれか早い日。",
            ),
        )
    yield _limit(
        "notice",
        Message("Notice sent by", "招集通知の発送期限"),
        latest_notice(meeting),
        NOTICE_SENT.law,
        Message(
            "Two whole weeks before the meeting; neither day counts.",
            "総会の2週間前（発送日と会日を算入しない中2週間）。",
        ),
    )


def _days_after_meeting(meeting: date) -> Iterator[CountedDay]:
    if meeting >= ELECTRONIC_SINCE:
        yield CountedDay(
            "electronic-end",
            Message("Electronic provision lasts until", "電子提供措置の終了日"),
            months_after(meeting, 3),
            ELECTRONIC.law,
            Message("Three months after the meeting.", "総会の日後3か月を経過する日まで。"),
        )


def _days_after_effect(schedule: Schedule) -> Iterator[CountedDay]:
    effect = schedule[EFFECT]
    if effect is not None:
        yield CountedDay(
            "registration",
            Message("Registration applied for by", "変更登記の申請期限"),
            last_day_to_register(effect),
            Message("Companies Act, Article 915, Paragraph 1", "会社法第915条第1項"),
            Message(
                "Two weeks after the change, where what changes is registered; a last day of rest"
                " moves to the next working day.",
                "登記事項に変更がある場合、効力発生から2週間以内。末日が閉庁日のときは翌開庁日。",
            ),
        )


def last_day_to_register(effect: date) -> date:
    """Two weeks after the change; a last day on which the registry is closed moves to the next on
    which it is open (Companies Act, Article 915, Paragraph 1).
    """
    return business_day_after(effect + REGISTRATION_PERIOD)


def _limit(code: str, label: Message, day: date, law: Message, counted: Message) -> CountedDay:
    """A limit counted backwards."""
    before = business_day_before(day)
    return CountedDay(code, label, day, law, counted, before if before != day else None)
