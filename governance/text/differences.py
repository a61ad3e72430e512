"""Two sequences of words to what differs between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .language import Language

_Window = tuple[int, int, int, int]  # words[a1:a2] of the old wording, words[b1:b2] of the new
_ANCHOR = 3  # what a common stretch must weigh so that what surrounds it is compared with it
_LARGE = 250_000


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


def differences(a: Sequence[str], b: Sequence[str], tongue: Language) -> list[Change]:
    """What differs, between the heaviest common stretches. What both begin and end with is
    taken off first, so that the usual small change costs little."""
    head = 0
    shortest = min(len(a), len(b))
    while head < shortest and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shortest - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    changes = [Change(head, len(a) - tail, head, len(b) - tail)]
    # Small words are compared only between words of weight: "of the" is found in any sentence.
    for least in (_ANCHOR, 1):
        changes = [part for change in changes for part in _parted(change, a, b, least, tongue)]
    return changes


def _parted(
    change: Change, a: Sequence[str], b: Sequence[str], least: int, tongue: Language
) -> Iterator[Change]:
    """The change without what both its sides have in common."""
    window = (change.a1, change.a2, change.b1, change.b2)
    blocks = [] if change.is_one_sided else _common(a, b, window, least, tongue)
    edges = [(change.a1, change.b1, 0), *sorted(blocks), (change.a2, change.b2, 0)]
    for (i1, j1, size), (i2, j2, _) in pairwise(edges):
        if (i1 + size, j1 + size) != (i2, j2):
            yield Change(i1 + size, i2, j1 + size, j2)


def _common(
    a: Sequence[str], b: Sequence[str], window: _Window, least: int, tongue: Language
) -> Iterator[tuple[int, int, int]]:
    """The heaviest stretch (i, j, length) that both have, and so on to its left and right."""
    a1, a2, b1, b2 = window
    weigh = {word: _anchoring(word, tongue) for word in a[a1:a2]}
    sums = [0, *accumulate(weigh[word] for word in a[a1:a2])]
    # In a long rewritten text the small words are so many that looking at each would take minutes.
    lightest = _ANCHOR if (a2 - a1) * (b2 - b1) > _LARGE else 1
    places: dict[str, list[int]] = {}
    for j in range(b1, b2):
        if weigh.get(b[j], 0) >= lightest:
            places.setdefault(b[j], []).append(j)
    waiting = [window]
    while waiting:
        within = waiting.pop()
        i, j, size = _heaviest(a, places, sums, a1, within, least)
        while size and i > within[0] and j > within[2] and a[i - 1] == b[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
        while size and i + size < within[1] and j + size < within[3] and a[i + size] == b[j + size]:
            size += 1
        if size:
            yield i, j, size
            waiting += [(within[0], i, within[2], j), (i + size, within[1], j + size, within[3])]


def _anchoring(word: str, tongue: Language) -> int:
    """What a common word weighs; the mark of an item nothing, the next item may bear it now."""
    if tongue.is_item_mark(word):
        return 0
    return _ANCHOR if word in tongue.SENTENCE_ENDS or tongue.weight(word) > 1 else 1


def _heaviest(
    a: Sequence[str],
    places: dict[str, list[int]],
    sums: Sequence[int],
    offset: int,
    within: _Window,
    least: int,
) -> tuple[int, int, int]:
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
