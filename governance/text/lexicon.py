"""Words looked up where they stand in a text that puts no spaces between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Lexicon:
    """Words of two signs and more, to be found wherever they begin in a text."""

    __slots__ = ("_lengths", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            if len(word) < 2:
                raise ValueError(f"a word of two signs or more: {word!r}")
            lengths.setdefault(word[:2], set()).add(len(word))
        # By the first two signs, the longest first. Few words share them, so few are tried.
        self._lengths = {start: sorted(each, reverse=True) for start, each in lengths.items()}

    def ends(self, text: str, at: int) -> Iterator[int]:
        """Where the words that begin at text[at] end, the longest first."""
        for length in self._lengths.get(text[at : at + 2], ()):
            word = text[at : at + length]
            if len(word) == length and word in self._words:
                yield at + length

    def end(self, text: str, at: int) -> int:
        """Where the longest word that begins at text[at] ends; `at` where none begins."""
        for length in self._lengths.get(text[at : at + 2], ()):
            word = text[at : at + length]
            if len(word) == length and word in self._words:
                return at + length
        return at

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words stand, from the left: the longest at each place, and none inside another."""
        at = 0
        while at < len(text):
            end = self.end(text, at)
            if end > at:
                yield at, end
            at = max(end, at + 1)
