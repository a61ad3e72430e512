"""Checks of days that there are not, and of numerals that are none."""

from __future__ import annotations

from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.dates import dates_in
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import label


def no_such_day(version: CheckedVersion) -> Iterator[Finding]:
    """A date that the calendar, or the era, does not have: February 30, 令和元年４月30日. With a
    weekday it is found as one of a wrong weekday."""
    for line in version.lines:
        for date in dates_in(line.text):
            if date.is_possible or date.weekday is not None:
                continue
            written = line.text[date.start : date.end]
            what = Message(
                f"{written}: there is no such day.", f"「{written}」という日はありません。"
            )
            yield version.found("no-such-day", line.provision, what, (written,))


def numeral_false(version: CheckedVersion) -> Iterator[Finding]:
    """A numeral in a label or a citation that is none: 第三十二十条, Article IIX."""
    false_numerals = language_for(version.articles.language).false_numerals
    for provision in version.articles.walk():
        for text in (label(provision), *provision.lines):
            for numeral in false_numerals(text):
                what = Message(
                    f"{numeral} is no numeral.", f"「{numeral}」は数として正しくありません。"
                )
                yield version.found("numeral-false", provision, what, (numeral,))
