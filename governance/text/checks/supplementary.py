"""Checks of supplementary provisions: each has its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.dates import (
    any_day_of_event,
    any_day_set_elsewhere,
    dates_in,
    day_in_words,
)
from governance.text.dates_and_terms import Date
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.finding import Finding
from governance.text.message import Message
from governance.text.tree.provision import Kind, Provision


@dataclass(frozen=True, slots=True)
class _DatedProvision:
    """A supplementary article, or a part without articles, with the dates it gives."""

    provision: Provision
    text: str
    dates: tuple[Date, ...]


def supplementary_undated(version: CheckedVersion) -> Iterator[Finding]:
    """A supplementary article, or a part without articles, that gives no date: neither itself nor
    in its part's heading nor by what it cites."""
    for part, provisions in _dated_provisions(version):
        if dates_in(_heading(part)):
            continue
        cites = {each.at.key for each in version.citations if each.is_ours}
        is_dated = any(each.dates or any_day_of_event(each.text) for each in provisions)
        for each in provisions:
            if each.dates or any_day_of_event(each.text) or is_deleted_placeholder(each.provision):
                continue
            inside = cites & {below.key for below in each.provision.walk()}
            if is_dated and (inside or any_day_set_elsewhere(each.text)):
                continue
            yield version.found(
                "supplementary-undated",
                each.provision,
                Message("a supplementary provision without a date.", "附則に日付がありません。"),
            )


def supplementary_past(version: CheckedVersion) -> Iterator[Finding]:
    """A supplementary provision whose last date has passed by the day that was given."""
    if version.on is None:
        return
    for part, provisions in _dated_provisions(version):
        heading = dates_in(_heading(part))
        for each in provisions:
            days = [date.last for date in (each.dates or heading)]
            if days and max(days) < version.on:
                last = day_in_words(max(days))
                yield version.found(
                    "supplementary-past",
                    each.provision,
                    Message(
                        f"its last date, {last.en}, has passed.",
                        f"最後の日付（{last.ja}）を過ぎています。",
                    ),
                    (last.en,),
                )


def _dated_provisions(
    version: CheckedVersion,
) -> Iterator[tuple[Provision, Sequence[_DatedProvision]]]:
    for part in version.articles.supplementary:
        articles = [each for each in part.children if each.kind is Kind.ARTICLE]
        found = []
        for each in articles or [part]:
            text = each.body if each is part else f"{each.caption}\n{each.body}"
            if text.strip():
                found.append(_DatedProvision(each, text, tuple(dates_in(text))))
        yield part, found


def _heading(part: Provision) -> str:
    """What stands above the first provision of a part."""
    return "".join(piece.text for piece in part.pieces)
