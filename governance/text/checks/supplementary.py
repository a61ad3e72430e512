"""Checks of supplementary provisions: each has its day."""

from __future__ import annotations

import re
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
from governance.text.language import Language
from governance.text.languages import language_for
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
            days = [date.last for date in (each.dates or heading) if date.is_possible]
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


def self_deletion_undated(version: CheckedVersion) -> Iterator[Finding]:
    """A supplementary provision that deletes itself and does not tell when: no day in its sentence
    and no words that refer to one, or none that they could refer to."""
    language = language_for(version.articles.language)
    for part, provisions in _dated_provisions(version):
        texts = "".join(each.text for each in provisions)
        has_day = bool(dates_in(_heading(part) + texts)) or any_day_of_event(texts)
        for each in provisions:
            for line in each.text.splitlines():
                sentences = [s for s in _sentences(line, language) if language.deletes_itself(s)]
                if any(not has_day or not language.tells_when(said) for said in sentences):
                    what = Message(
                        "it deletes itself and does not say on which day.",
                        "自らを削除すると定めていますが、その日が定められていません。",
                    )
                    yield version.found("self-deletion-undated", each.provision, what)
                    break


def _sentences(line: str, language: Language) -> list[str]:
    ends = "".join(map(re.escape, language.SENTENCE_ENDS))
    return re.split(f"(?<=[{ends}])", line)


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
