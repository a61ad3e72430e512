"""Citations given twice: in words and, in brackets, by number: 前条（第１条）, "the section above
(Section 2)". Both name one thing, and are followed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from governance.text.citations.cite import Edit
from governance.text.citations.consequence import SHIFTED
from governance.text.citations.outcome import CitationOutcome
from governance.text.citations.resolve import Citation
from governance.text.patterns import pattern

_OPENS = pattern(r"[ \t\u3000]*[(\uff08]")
_CLOSES = pattern(r"[)\uff09]")


def is_doubled(words: Citation, number: Citation) -> bool:
    """Whether the second, alone in brackets behind the first, gives the number of what the first
    cites in words. They need not agree."""
    if words.at is not number.at or words.line != number.line or not number.is_ours:
        return False
    text = words.at.lines[words.line]
    if not _OPENS.fullmatch(text, words.reference.end, number.reference.start):
        return False
    one, other = words.reference.pointers, number.reference.pointers
    is_alone = len(one) == len(other) == 1 and bool(_CLOSES.match(text, number.reference.end))
    is_relative = one[0].relative in ("preceding", "following") and one[0].count == 1
    return is_alone and words.is_ours and is_relative and not other[0].relative


def without_doubles(line: Sequence[CitationOutcome]) -> list[CitationOutcome]:
    """The citations of a line; what becomes a number is not followed by that number in brackets."""
    found = list(line)
    for first, second in pairwise(line):
        (words, outcome), (number, _) = first, second
        if outcome.name != SHIFTED or not is_doubled(words, number) or not _agree(words, number):
            continue
        whole = number.reference.end + 1
        text = words.at.lines[words.line][words.reference.start : whole]
        reference = replace(words.reference, end=whole, text=text)
        edits = (*outcome.edits, Edit(words.reference.end, whole, ""))
        found[found.index(first)] = (
            replace(words, reference=reference),
            replace(outcome, edits=edits),
        )
        found.remove(second)
    return found


def _agree(words: Citation, number: Citation) -> bool:
    return _named(words) == _named(number)


def _named(citation: Citation) -> list[str]:
    return [target.key for each in citation.resolved for target in each.targets]
