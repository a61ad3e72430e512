"""Brackets in a line: what stands in brackets behind a span, and what is said without them."""

from __future__ import annotations

from collections.abc import Sequence

_OPEN, _CLOSE = "(（[［〔", ")）]］〕"


class Brackets:
    """The brackets of a line seen from spans in it (its citations, in order).

    `before[i]` is the span that goes before span i: the last one that is not shut in brackets
    closed since; where there is none, the last of all.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._spans = spans
        self._match = matching(text)
        self.before: list[int | None] = []
        open_spans: list[tuple[int, int]] = []  # a span and how deep it stands
        depth = at = 0
        for place, (start, end) in enumerate(spans):
            for sign in text[at:start]:
                if sign in _OPEN:
                    depth += 1
                elif sign in _CLOSE and depth:
                    depth -= 1
                    while open_spans[:1] and open_spans[0][1] <= depth < open_spans[-1][1]:
                        open_spans.pop()
            self.before.append(open_spans[-1][0] if open_spans else None)
            open_spans.append((place, depth))
            at = end

    def holds(self, at: int, place: int) -> bool:
        """Whether brackets that open at text[at], but for spaces, hold a place."""
        start = self._opening(at)
        return start is not None and start < place < self._match[start]

    def _opening(self, at: int) -> int | None:
        """Where a bracket opens at text[at], but for spaces."""
        while at < len(self.text) and self.text[at] in " \t　":
            at += 1
        return at if at in self._match else None

    def after(self, at: int) -> int:
        """The place behind the brackets that open at text[at] or behind spaces there, else `at`."""
        start = self._opening(at)
        return at if start is None else self._match[start] + 1

    def without(self, start: int, end: int) -> str:
        """The words from start to end, without a pair of brackets that they begin with."""
        behind = self.after(start)
        return self.text[behind:end] if behind <= end else ""

    def behind(self, start: int, end: int) -> str | None:
        """The words up to text[end] behind a pair of brackets that open at text[start]; None
        where no such pair stands there."""
        behind = self.after(start)
        return self.text[behind:end] if start < behind <= end else None


def matching(text: str) -> dict[int, int]:
    """Where each bracket that opens is closed."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, sign in enumerate(text):
        if sign in _OPEN:
            waiting.append(place)
        elif sign in _CLOSE and waiting:
            found[waiting.pop()] = place
    return found
