"""Checks of weekdays and ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.dates import dates_in
from governance.text.citations.cite import Edit
from governance.text.finding import Finding
from governance.text.languages import LANGUAGES
from governance.text.message import Message
from governance.text.patterns import pattern

_ORDINAL = pattern(r"(?<![\w.,])([0-9]{1,3}(?:,?[0-9]{3})*)(st|nd|rd|th)\b", re.I)


def ordinal_wrong(version: CheckedVersion) -> Iterator[Finding]:
    """ "21th", "22st": an ordinal with another number's ending."""
    for line in version.lines:
        for match in _ORDINAL.finditer(line.text):
            right = ordinal_ending(int(match[1].replace(",", "")))
            if match[2].lower() == right:
                continue
            new = right.upper() if match[2].isupper() else right
            yield version.found(
                "ordinal-wrong",
                line.provision,
                Message(
                    f"{match[0]} should read {match[1]}{new}.",
                    f"「{match[0]}」は「{match[1]}{new}」の誤りです。",
                ),
                (match[0],),
                version.fix(line, [Edit(*match.span(2), new)]),
            )


def ordinal_ending(number: int) -> str:
    """What the ordinal of a number ends in: "st" for 21, "th" for 11."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def weekday_wrong(version: CheckedVersion) -> Iterator[Finding]:
    """A date whose weekday is another, or that the calendar does not have."""
    for line in version.lines:
        if not any(language.has_weekday(line.text) for language in LANGUAGES.values()):
            continue
        for date in dates_in(line.text):
            if date.weekday is None:
                continue
            written = line.text[date.start : date.end]
            if not date.is_on_the_calendar:
                what = Message(
                    f"{written}: the calendar has no such day.",
                    f"「{written}」という日は暦にありません。",
                )
                yield version.found("weekday-wrong", line.provision, what, (written,))
                continue
            right = date.right_weekday
            if line.text[slice(*date.weekday)] == right:
                continue
            yield version.found(
                "weekday-wrong",
                line.provision,
                Message(
                    f"{written}: the weekday of that day is {right}.",
                    f"「{written}」の曜日は正しくは「{right}」です。",
                ),
                (written,),
                version.fix(line, [Edit(*date.weekday, right)]),
            )
