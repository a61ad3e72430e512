"""Two sequences of words to what differs between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from governance.text.comparing.align import longest_increasing
from governance.text.language import Language

_Window = tuple[int, int, int, int]  # words[a1:a2] of the old wording, words[b1:b2] of the new
_Block = tuple[int, int, int]  # a common stretch: words[i:i + length] are words[j:j + length]
_ANCHOR = 6  # what a common stretch must weigh so that what surrounds it is compared with it
_LARGE = (
    250_000  # words of one side times words of the other, above which only landmarks are sought
)


@dataclass(frozen=True, slots=True)
class Change:
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


def differences(a: Sequence[str], b: Sequence[str], language: Language) -> list[Change]:
    """What differs, between the heaviest common stretches; in order, nothing common left within.

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
    changes = [Change(head, len(a) - tail, head, len(b) - tail)]
    changes = [part for change in changes for part in _parted(change, _landmarks(change, a, b))]
    # Small words are compared only between words of weight: "of the" is found in any sentence.
    for least in (_ANCHOR, 1):
        changes = [
            part
            for change in changes
            for part in _parted(change, _common(change, a, b, least, language))
        ]
    return changes


def _parted(change: Change, blocks: Iterable[_Block]) -> Iterator[Change]:
    """The change without what both its sides have in common."""
    edges = [(change.a1, change.b1, 0), *sorted(blocks), (change.a2, change.b2, 0)]
    for (i1, j1, size), (i2, j2, _) in pairwise(edges):
        if (i1 + size, j1 + size) != (i2, j2):
            yield Change(i1 + size, i2, j1 + size, j2)


def _is_large(change: Change) -> bool:
    return (change.a2 - change.a1) * (change.b2 - change.b1) > _LARGE


def _landmarks(change: Change, a: Sequence[str], b: Sequence[str]) -> Iterator[_Block]:
    """Of a large change, the words that occur once on each side, as many as keep their order."""
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
    change: Change, a: Sequence[str], b: Sequence[str], least: int, language: Language
) -> Iterator[_Block]:
    """The heaviest stretch that both sides have, and so on to its left and right."""
    if change.is_one_sided or _is_large(change):
        return
    window = (change.a1, change.a2, change.b1, change.b2)
    weigh = {word: _anchoring(word, language) for word in a[change.a1 : change.a2]}
    sums = [0, *accumulate(weigh[word] for word in a[change.a1 : change.a2])]
    places: dict[str, list[int]] = {}
    for j in range(change.b1, change.b2):
        if b[j] in weigh:
            places.setdefault(b[j], []).append(j)
    waiting = [window]
    while waiting:
        within = waiting.pop()
        i, j, size = _heaviest(a, places, sums, change.a1, within, least)
        if size:
            yield i, j, size
            waiting += [(within[0], i, within[2], j), (i + size, within[1], j + size, within[3])]


def _anchoring(word: str, language: Language) -> int:
    """What a common word weighs; the mark of an item nothing, the next item may bear it now."""
    if language.is_item_mark(word):
        return 0
    if word in language.SENTENCE_ENDS or language.weight(word) > 1:
        return _ANCHOR
    return 2 if word[0].isalnum() else 1  # of two small words rather the one that is no comma


def _heaviest(
    a: Sequence[str],
    places: dict[str, list[int]],
    sums: Sequence[int],
    offset: int,
    within: _Window,
    least: int,
) -> _Block:
    """The heaviest common stretch, the first of several; its length is 0 where there is none.

    `sums[i - offset]` is what the words before a[i] weigh.
    """
    a1, a2, b1, b2 = within
    best, best_weight = (a1, b1, 0), least - 1
    lengths: dict[int, int] = {}
    for i in range(a1, a2) if b1 < b2 else ():
        longer: dict[int, int] = {}
        for j in places.get(a[i], ()):
            if j < b1:
                continue
            if j >= b2:
                break
            length = longer[j] = lengths.get(j - 1, 0) + 1
            weight = sums[i + 1 - offset] - sums[i + 1 - offset - length]
            if weight > best_weight:
                best, best_weight = (i - length + 1, j - length + 1, length), weight
        lengths = longer
    return best
