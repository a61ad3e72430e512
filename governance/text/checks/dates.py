"""Dates in wording, whatever language they are written in."""

from __future__ import annotations

from governance.text.dates_and_terms import Date, Day
from governance.text.languages import LANGUAGES
from governance.text.message import Message


def dates_in(text: str) -> list[Date]:
    """The dates in a text, in order, each once."""
    found: list[Date] = []
    for language in LANGUAGES.values():
        for date in language.dates(text):
            if all(date.end <= other.start or other.end <= date.start for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def day_in_words(day: Day) -> Message:
    """A day in words: "June 26, 2013", 「2013年6月26日」."""
    return Message(LANGUAGES["en"].write_day(day), LANGUAGES["ja"].write_day(day))


def any_day_of_event(text: str) -> bool:
    return any(language.has_day_of_event(text) for language in LANGUAGES.values())


def any_day_set_elsewhere(text: str) -> bool:
    return any(language.has_day_set_elsewhere(text) for language in LANGUAGES.values())
