"""A wording as words, some of them marked, and as the spans that follow from the marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from governance.text.comparing.span import Span
from governance.text.patterns import pattern

CLOSING = dict(zip(')）」』]］】”〕"', '(（「『[［【“〔"', strict=True))
_OPENING = frozenset(CLOSING.values())
BRACKET = pattern(f"[{re.escape(''.join([*CLOSING, *_OPENING]))}]")


class MarkedWords:
    """The words of one wording, where they stand in it, and which of them are marked."""

    __slots__ = ("brackets", "marked", "starts", "text", "words")

    def __init__(
        self, text: str, terms: Sequence[list[str]], tokens_of: Callable[[str], list[str]]
    ) -> None:
        """Of a text in tokens, each of the terms (as tokens) taken for one word."""
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        place = 0
        tokens = tokens_of(text)
        for token in _with_terms(tokens, terms) if terms else tokens:
            if not token.isspace():
                self.words.append(token)
                self.starts.append(place)
            place += len(token)
        self.marked = bytearray(len(self.words))
        self.brackets = list(bracket_pairs(self.words)) if BRACKET.search(text) else []

    def mark(self, start: int, end: int) -> None:
        self.marked[start:end] = b"\1" * (end - start)

    def mark_text(self, start: int, end: int) -> None:
        """Marks the words that text[start:end] touches."""
        first = bisect_left(self.starts, start)
        if first and self.starts[first - 1] + len(self.words[first - 1]) > start:
            first -= 1
        self.mark(first, max(first, bisect_left(self.starts, end)))

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Where words[start:end] begin and end in the text."""
        return self.starts[start], self.starts[end - 1] + len(self.words[end - 1])

    def runs(self) -> Iterator[tuple[int, int]]:
        """Where marked words begin and end, run by run."""
        end = 0
        while (start := self.marked.find(1, end)) >= 0:
            end = self.marked.find(0, start)
            end = end if end >= 0 else len(self.words)
            yield start, end

    def close_brackets(self) -> None:
        """Marks a pair of brackets with what it holds as soon as one of them is marked."""
        for start, end in self.brackets:  # inner pairs come first
            if self.marked[start] != self.marked[end]:
                self.mark(start, end + 1)

    def spans(self, first: str = "", last: str = "") -> tuple[Span, ...]:
        """The wording as spans, between what stands before and after it. A space is marked
        between marked words only."""
        found: list[Span] = []
        _append(found, first, False)
        place = 0
        for start, end in self.runs():
            first_sign, stop = self.extent(start, end)
            _append(found, self.text[place:first_sign], False)
            _append(found, self.text[first_sign:stop], True)
            place = stop
        _append(found, self.text[place:], False)
        _append(found, last, False)
        return tuple(found)

    def gaps(self) -> list[str]:
        """What stands before each word, and after the last."""
        ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        return [
            self.text[end:start]
            for end, start in zip([0, *ends], [*self.starts, len(self.text)], strict=True)
        ]


def _append(spans: list[Span], text: str, changed: bool) -> None:
    if not text:
        return
    if spans and spans[-1].changed == changed:
        spans[-1] = Span(spans[-1].text + text, changed)
    else:
        spans.append(Span(text, changed))


def _with_terms(tokens: list[str], terms: Iterable[list[str]]) -> Iterator[str]:
    """The tokens with each run that makes up a term joined to one, the longest that fits."""
    by_head: dict[str, list[list[str]]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        if len(term) > 1:
            by_head.setdefault(term[0], []).append(term)
    i = 0
    while i < len(tokens):
        length = 1
        if tokens[i] in by_head:
            fitting = (len(t) for t in by_head[tokens[i]] if tokens[i : i + len(t)] == t)
            length = next(fitting, 1)
        yield tokens[i] if length == 1 else "".join(tokens[i : i + length])
        i += length


def bracket_pairs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each pair of brackets or quotation marks opens and closes; one without a partner
    is passed over."""
    waiting: list[int] = []
    for i, word in enumerate(words):
        if word in CLOSING:
            opening = CLOSING[word]
            place = len(waiting) - 1
            while place >= 0 and words[waiting[place]] != opening:
                place -= 1
            if place >= 0:
                yield waiting[place], i
                del waiting[place:]
                continue
        if word in _OPENING:
            waiting.append(i)
