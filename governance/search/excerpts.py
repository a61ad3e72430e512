"""The lines of a wording that have hits, cut to what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from governance.search.folding import folded

LONGEST_SHOWN_WHOLE = 240
"""A line of so many columns is shown whole; a kanji takes two."""
CONTEXT = 80
"""Columns on either side of a hit in a longer line."""
LONGEST_EXCERPT = 450
"""Columns that are shown of a longer line, or a little more."""
LEFT_OUT = "…"


@dataclass(frozen=True)
class ExcerptPiece:
    """A part of a line: a hit or what stands around it."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class MarkedLine:
    """A line with hits. Its pieces joined are the line, but for what an ellipsis stands for."""

    pieces: tuple[ExcerptPiece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def marked_lines(text: str, words: tuple[str, ...]) -> list[MarkedLine]:
    """The lines of the text in which the folded words stand, each with its hits marked.

    A hit that runs over a line break is marked in both lines.
    """
    hits = folded(text).hits(words)
    found, start = [], 0
    for line in text.split("\n"):
        spans = _within(line, start, hits)
        if spans:
            found.append(MarkedLine(_pieces(line, spans)))
        start += len(line) + 1
    return found


def _within(line: str, start: int, hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The hits as far as they stand in the line, counted from its start, without space at ends."""
    found = []
    for a, b in hits:
        cut = line[max(a - start, 0) : max(b - start, 0)]
        if word := cut.strip():
            first = max(a - start, 0) + len(cut) - len(cut.lstrip())
            found.append((first, first + len(word)))
    return found


def _pieces(line: str, spans: Sequence[tuple[int, int]]) -> tuple[ExcerptPiece, ...]:
    begin, finish = len(line) - len(line.lstrip()), len(line.rstrip())
    pieces: list[ExcerptPiece] = []
    last = begin
    for start, end in _shown_spans(line, begin, finish, spans):
        if start > last:
            pieces.append(ExcerptPiece(LEFT_OUT))
        at = start
        for a, b in spans:
            if start <= a and b <= end:
                pieces += [ExcerptPiece(line[at:a]), ExcerptPiece(line[a:b], is_hit=True)]
                at = b
        pieces.append(ExcerptPiece(line[at:end]))
        last = end
    if last < finish:
        pieces.append(ExcerptPiece(LEFT_OUT))
    return tuple(piece for piece in pieces if piece.text)


def _shown_spans(
    line: str, begin: int, finish: int, spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What is shown of the line: all of it, or what stands around its first hits."""
    if _columns(line[begin:finish]) <= LONGEST_SHOWN_WHOLE:
        return [(begin, finish)]
    found: list[tuple[int, int]] = []
    for a, b in spans:
        if sum(_columns(line[start:end]) for start, end in found) > LONGEST_EXCERPT:
            break
        start, end = _start_of_context(line, a, begin), _end_of_context(line, b, finish)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    # A hit that only begins in what is shown is left to what is not.
    start, end = found[-1]
    return [*found[:-1], (start, next((a for a, b in spans if a < end < b), end))]


def _start_of_context(line: str, hit: int, begin: int) -> int:
    """Where what leads to a hit begins: so many columns before it, at the start of a word."""
    at, columns = hit, 0
    while at > begin and columns < CONTEXT:
        at -= 1
        columns += _columns(line[at])
    if at == begin:
        return begin
    while at < hit and (_is_within_word(line, at) or combining(line[at])):
        at += 1
    return hit - len(line[at:hit].lstrip())


def _end_of_context(line: str, hit: int, end: int) -> int:
    """Where what follows a hit ends: so many columns after it, at the end of a word."""
    at, columns = hit, 0
    while at < end and columns < CONTEXT:
        columns += _columns(line[at])
        at += 1
    if at == end:
        return end
    while at > hit and (_is_within_word(line, at) or combining(line[at])):
        at -= 1
    return hit + len(line[hit:at].rstrip())


def _is_within_word(line: str, at: int) -> bool:
    """Whether a cut before `line[at]` would part a word; Japanese has no such places."""
    return all(
        character.isalnum() and _columns(character) == 1 for character in line[at - 1 : at + 1]
    )


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
