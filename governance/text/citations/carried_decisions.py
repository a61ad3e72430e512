"""Decisions with the words that their citations have after a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from governance.text.citations.decisions import Decision
from governance.text.citations.scan import Scanner
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation


def carried_decisions(
    decisions: Sequence[Decision],
    as_given: ArticlesOfIncorporation,
    followed: ArticlesOfIncorporation,
) -> tuple[Decision, ...]:
    """The decisions as they stand when citations have been followed: `as_given` are the same
    articles before that, line for line. One whose words are gone is left out."""
    if not decisions:
        return ()
    before, after = Scanner(Places(as_given), decisions), Scanner(Places(followed), decisions)
    return tuple(new for each in decisions for new in _carried(each, before, after))


def _carried(decision: Decision, before: Scanner, after: Scanner) -> Iterator[Decision]:
    old = before.places.articles.by_key(decision.at)
    new = after.places.articles.by_key(decision.at)
    if old is None or new is None:
        return
    for was, line in zip(old.lines, new.lines, strict=True):
        if was != decision.line:
            continue
        pairs = zip(before.references(old, was), after.references(new, line), strict=False)
        for one, other in pairs:
            if one.text == decision.citation:
                yield replace(decision, line=line, citation=other.text)
                break
