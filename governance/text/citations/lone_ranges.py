"""Ranges of which one provision is left: they become a citation of that one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from governance.text.citations.cite import Edit
from governance.text.citations.ranges import lone_member, naming
from governance.text.citations.resolve import Citation, Resolved
from governance.text.deleted_placeholder import became_placeholder
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision


def is_gone(target: Provision, places: Places) -> bool:
    """Whether nothing is left of a provision, or no more than a placeholder."""
    now = places.articles.by_key(target.key)
    return now is None or became_placeholder(target, now)


def without_lone_ranges(
    citation: Citation, resolved: Sequence[Resolved], before: Places | None, after: Places
) -> tuple[list[Resolved], list[Edit], list[Provision]]:
    """What the pointers of a citation name, a range of which one provision is left given by its
    first pointer alone; with the edits that take the rest of the range out of the line, and what
    is left of each such range. `resolved` has their ends in the order in which they stand
    afterwards; what a range covered lies between those that were written. `before` are the
    articles in which the ranges were meant, None where nobody knows what else they covered."""
    kept = list(resolved[:1])
    edits: list[Edit] = []
    left: list[Provision] = []
    language = language_for(after.articles.language)
    for (first, last), written in zip(pairwise(resolved), pairwise(citation.resolved), strict=True):
        is_range = last.pointer.is_range_end and first.targets and last.targets
        lone = (
            lone_member(*written, before, lambda each: not is_gone(each, after))
            if is_range
            else None
        )
        if lone is None or is_gone(lone, after):
            kept.append(last)
            continue
        kept[-1] = naming(first, lone, at=0)
        left.append(lone)
        edits.extend(_cut(citation, first, last, language))
    return kept, edits, left


def _cut(citation: Citation, first: Resolved, last: Resolved, language: Language) -> list[Edit]:
    """The edits that leave the first end of a range alone: 第３～５条 becomes 第３条, "Articles 3
    to 5" becomes "Article 3"."""
    line = citation.at.lines[citation.line]
    begin, end = first.pointer.end, last.pointer.end
    # Of numbers that share their level the last alone has it: 第３～５条.
    shares_level = line[begin - 1].isnumeric() and not line[end - 1].isnumeric()
    written = line[last.pointer.start : end]
    level = written[language.number_span(written, whole=False)[1] :] if shares_level else ""
    edits = [Edit(begin, language.end_of_range(line, end), level)]
    if len(citation.resolved) == 2:
        found = language.in_singular(line, citation.reference.start, first.pointer.start, end)
        edits.extend(Edit(*each) for each in found)
    return edits
