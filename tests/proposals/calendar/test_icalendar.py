"""Entries as iCalendar: all day, folded at 75 octets, nothing cut."""

from datetime import UTC, date, datetime

from proposals.calendar.icalendar import CalendarEntry, icalendar

AT = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)


def test_one_entry_is_one_day():
    entry = CalendarEntry("3774-34-notice-1@teikan", date(2026, 6, 30), "Notice; sent, by", "A\nB")
    assert icalendar([entry], name="Teikan", at=AT).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Teikan//Calendar//EN",
        "X-WR-CALNAME:Teikan",
        "BEGIN:VEVENT",
        "UID:3774-34-notice-1@teikan",
        "DTSTAMP:20260401T030000Z",
        "DTSTART;VALUE=DATE:20260630",
        "DTEND;VALUE=DATE:20260701",
        "SUMMARY:Notice\\; sent\\, by",
        "DESCRIPTION:A\\nB",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_long_lines_go_on_in_the_next_and_no_character_is_cut():
    words = "電子提供措置の開始期限" * 20
    data = icalendar([CalendarEntry("x", date(2026, 6, 4), words)], name="T", at=AT)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert f"SUMMARY:{words}" in data.decode().replace("\r\n ", "")
