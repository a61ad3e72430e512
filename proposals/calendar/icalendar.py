"""All-day entries as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST_LINE = 75
"""In octets; what is longer goes on in the next line, behind a space."""


@dataclass(frozen=True)
class CalendarEntry:
    """One entry, on one day. `uid` stays the same when its day moves, so that it moves with it."""

    uid: str
    day: date
    summary: str
    description: str = ""


def icalendar(entries: Iterable[CalendarEntry], *, name: str, at: datetime) -> bytes:
    """The file; `at` is the time of its making."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Teikan//Calendar//EN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.uid}",
            f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(entry.summary)}",
            *([f"DESCRIPTION:{_text(entry.description)}"] if entry.description else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _text(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterable[str]:
    """The line in parts of at most 75 octets, none of which cuts a character."""
    part, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + width
    yield part
