"""Two versions side by side: siblings in one order, and what differs in nothing but its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from governance.text.language import Language
from governance.text.tree.provision import Kind, Provision

_Value = tuple[int, int, int]  # how many stay, their words, their identities


def same_wording(old: Provision, new: Provision, language: Language, *, top: bool = True) -> bool:
    """Whether two versions of a provision differ in nothing but their own number, and where a
    page broke their lines."""
    is_same = old.pieces == new.pieces or (
        old.caption == new.caption and _same_lines(old, new, language)
    )
    if not is_same:
        return False
    if not top and old.label != new.label and not is_same_section(old, new):
        return False
    return len(old.children) == len(new.children) and all(
        a.key == b.key and a.kind is b.kind and same_wording(a, b, language, top=False)
        for a, b in zip(old.children, new.children, strict=True)
    )


def _same_lines(old: Provision, new: Provision, language: Language) -> bool:
    if old.lines == new.lines:
        return True
    one, other = (list(map(language.on_one_line, each.lines)) for each in (old, new))
    return one == other


def is_same_section(old: Provision, new: Provision) -> bool:
    """Whether only the article's part of a section's number moved: "Section 4.6", "Section 5.6"."""
    return old.kind is Kind.SECTION and old.number == new.number


def _staying(
    places: Mapping[int, int], olds: Sequence[Provision], news: Sequence[Provision]
) -> set[str]:
    """The identities of what did not move: as many as can be that keep their order, of as many
    those with the most words, of as many words those with the later identities."""
    if all(one < other for one, other in pairwise(places.values())):
        return {olds[i].key for i in places}
    rank = {key: n for n, key in enumerate(sorted(olds[i].key for i in places))}
    best = _BestBelow(len(news))
    for i, j in places.items():
        size = _size(olds[i]) + _size(news[j])
        count, words, identities = best.below(j)
        # An identity is a bit of a number: no two sets of identities are equal.
        own = 1 << rank[olds[i].key]
        best.put(j, (count + 1, words + size, identities | own))
    _, _, identities = best.below(len(news))
    return {key for key, n in rank.items() if identities >> n & 1}


def _size(provision: Provision) -> int:
    return sum(len(line) for each in provision.walk() for line in each.lines)


class _BestBelow:
    """The best value put below a place, from 0, in time that grows with the logarithm of the
    number of places: a binary indexed tree."""

    def __init__(self, places: int) -> None:
        self._best = [(0, 0, 0)] * (places + 1)

    def below(self, place: int) -> _Value:
        found = (0, 0, 0)
        while place:
            found = max(found, self._best[place])
            place &= place - 1
        return found

    def put(self, place: int, value: _Value) -> None:
        place += 1
        while place < len(self._best):
            self._best[place] = max(self._best[place], value)
            place += place & -place


def in_merged_order(
    olds: Sequence[Provision], news: Sequence[Provision], moved: frozenset[str] = frozenset()
) -> Iterator[tuple[Provision | None, Provision | None]]:
    """Two lists of siblings in one order: what stays in order side by side, what went or moved
    away at its old place, what came at its new one. Where `moved` does not say what moved, it is
    as little as possible, and the same from the new to the old as from the old to the new."""
    new_place = {each.key: j for j, each in enumerate(news)}
    places = {
        i: new_place[each.key]
        for i, each in enumerate(olds)
        if each.key in new_place and each.key not in moved
    }
    staying = _staying(places, olds, news)
    i = j = 0
    while i < len(olds) or j < len(news):
        if i < len(olds) and olds[i].key not in staying:
            yield olds[i], None
            i += 1
        elif j < len(news) and news[j].key not in staying:
            yield None, news[j]
            j += 1
        else:
            yield olds[i], news[j]
            i, j = i + 1, j + 1
