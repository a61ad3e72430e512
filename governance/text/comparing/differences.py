"""Two sequences of words to what differs between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from governance.text.comparing.align import longest_increasing
from governance.text.language import Language

_Window = tuple[int, int, int, int]  # words[a1:a2] of the old wording, words[b1:b2] of the new
_CommonRun = tuple[int, int, int]  # words[i:i + length] of the old are words[j:j + length]
_ANCHOR = 6
"""What a common run of words must weigh to part the wordings, each side compared by itself."""
_WORD, _PUNCTUATION = 2, 1
"""What a small common word weighs, and a comma: of two rather the word."""
_LARGE = 250_000
"""Words of one side times words of the other, beyond which only landmarks are sought."""


@dataclass(frozen=True, slots=True)
class Difference:
    """words[a1:a2] of the old wording become words[b1:b2] of the new."""

    a1: int
    a2: int
    b1: int
    b2: int

    @property
    def size(self) -> int:
        return self.a2 - self.a1 + self.b2 - self.b1

    @property
    def is_one_sided(self) -> bool:
        return self.a1 == self.a2 or self.b1 == self.b2


def differences(a: Sequence[str], b: Sequence[str], language: Language) -> list[Difference]:
    """What differs, between the heaviest common runs of words; in order, nothing common within.

    What both begin and end with is taken off first, so that the usual small change costs little;
    a very long wording is first parted at the words that occur once on each side.
    """
    head = 0
    shortest = min(len(a), len(b))
    while head < shortest and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shortest - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    whole = Difference(head, len(a) - tail, head, len(b) - tail)
    found = list(_without(whole, _landmarks(whole, a, b)))
    # Small words are compared only between words of weight: "of the" is found in any sentence.
    for least in (_ANCHOR, 1):
        found = [
            part for each in found for part in _without(each, _common(each, a, b, least, language))
        ]
    return found


def _without(change: Difference, common: Iterable[_CommonRun]) -> Iterator[Difference]:
    """The difference without what both its sides have in common."""
    edges = [(change.a1, change.b1, 0), *sorted(common), (change.a2, change.b2, 0)]
    for (i1, j1, size), (i2, j2, _) in pairwise(edges):
        if (i1 + size, j1 + size) != (i2, j2):
            yield Difference(i1 + size, i2, j1 + size, j2)


def _is_large(change: Difference) -> bool:
    return (change.a2 - change.a1) * (change.b2 - change.b1) > _LARGE


def _landmarks(change: Difference, a: Sequence[str], b: Sequence[str]) -> Iterator[_CommonRun]:
    """Of a large one, the words that occur once on each side, as many as keep their order."""
    if not _is_large(change):
        return
    old, new = (
        {word for word, count in Counter(words).items() if count == 1}
        for words in (a[change.a1 : change.a2], b[change.b1 : change.b2])
    )
    both = old & new
    there = {b[j]: j for j in range(change.b1, change.b2) if b[j] in both}
    pairs = {i: there[a[i]] for i in range(change.a1, change.a2) if a[i] in there}
    yield from ((i, pairs[i], 1) for i in longest_increasing(pairs))


def _common(
    change: Difference, a: Sequence[str], b: Sequence[str], least: int, language: Language
) -> Iterator[_CommonRun]:
    """The heaviest run of words that both sides have, and so on to its left and right."""
    if change.is_one_sided or _is_large(change):
        return
    search = _Search(change, a, b, language)
    waiting = [(change.a1, change.a2, change.b1, change.b2)]
    while waiting:
        window = waiting.pop()
        i, j, size = search.heaviest(window, least)
        if size:
            yield i, j, size
            waiting += [(window[0], i, window[2], j), (i + size, window[1], j + size, window[3])]


class _Search:
    """A search for common runs of words within a difference."""

    def __init__(
        self, change: Difference, a: Sequence[str], b: Sequence[str], language: Language
    ) -> None:
        self._old = a
        self._offset = change.a1
        old = a[change.a1 : change.a2]
        weights = {word: _weight_as_anchor(word, language) for word in old}
        # _sums[i - offset] is what the words before a[i] weigh.
        self._sums = [0, *accumulate(weights[word] for word in old)]
        self._places: dict[str, list[int]] = {}
        for j in range(change.b1, change.b2):
            if b[j] in weights:
                self._places.setdefault(b[j], []).append(j)

    def heaviest(self, window: _Window, least: int) -> _CommonRun:
        """The heaviest common run, the first of several; its length is 0 where there is none."""
        a1, a2, b1, b2 = window
        best, best_weight = (a1, b1, 0), least - 1
        lengths: dict[int, int] = {}
        for i in range(a1, a2) if b1 < b2 else ():
            longer: dict[int, int] = {}
            for j in self._places.get(self._old[i], ()):
                if j < b1:
                    continue
                if j >= b2:
                    break
                length = longer[j] = lengths.get(j - 1, 0) + 1
                end = i + 1 - self._offset
                weight = self._sums[end] - self._sums[end - length]
                if weight > best_weight:
                    best, best_weight = (i - length + 1, j - length + 1, length), weight
            lengths = longer
        return best


def _weight_as_anchor(word: str, language: Language) -> int:
    """What a common word weighs; the mark of an item nothing, since the next item may bear it."""
    if language.is_list_mark(word):
        return 0
    if word in language.SENTENCE_ENDS or language.word_weight(word) > 1:
        return _ANCHOR
    return _WORD if word[0].isalnum() else _PUNCTUATION
