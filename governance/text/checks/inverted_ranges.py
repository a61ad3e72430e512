"""The check of cited ranges that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.references import shown
from governance.text.citations.ranges import ranges
from governance.text.citations.resolve import Citation
from governance.text.finding import WARNING, Finding
from governance.text.language import Pointer
from governance.text.message import Message
from governance.text.owner import Whose
from governance.text.tree.places import Places


def range_inverted(version: CheckedVersion) -> Iterator[Finding]:
    """A range that ends before it begins, or with what it begins with. Of other documents nothing
    but the numbers is known: there it is a warning."""
    for citation in version.citations:
        if version.is_old(citation.at) or citation.reference.owner.whose is Whose.PAST:
            continue
        if citation.is_ours:
            is_inverted = any(_is_inverted(citation, version.places))
        else:
            is_inverted = any(_falls(*each) for each in pairwise(citation.reference.pointers))
        if is_inverted:
            text = shown(citation)
            found = version.found(
                "range-inverted",
                citation.at,
                Message(
                    f"{text} is a range that does not end behind where it begins.",
                    f"「{text}」は、始まりと終わりが逆であるか、同じ規定です。",
                ),
                (citation.reference.text,),
            )
            yield found if citation.is_ours else replace(found, severity=WARNING)


def _is_inverted(citation: Citation, places: Places) -> Iterator[bool]:
    for first, last in ranges(citation.resolved):
        siblings, end = places.siblings(last.targets[-1])
        start = next((n for n, each in enumerate(siblings) if each is first.targets[0]), None)
        # Several articles emptied under one head are one provision: 第９条から第11条まで　削除.
        is_one_head = siblings[end].last_number is not None and start == end
        yield start is not None and start >= end and not is_one_head


def _falls(first: Pointer, last: Pointer) -> bool:
    """Whether the numbers of a range do not rise: Articles 310 to 309."""
    if not last.is_range_end or first.relative or last.relative:
        return False
    one = [(step.kind, step.number) for step in first.steps]
    other = [(step.kind, step.number) for step in last.steps]
    is_like = bool(one) and len(one) == len(other) and one[:-1] == other[:-1]
    return is_like and one[-1][0] is other[-1][0] and one[-1][1] >= other[-1][1]
