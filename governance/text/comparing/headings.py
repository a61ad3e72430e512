"""Headings whose words changed: they are continued by the heading above the same articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from governance.text.tree.provision import Kind, Provision

_WIDEST_FIRST = list(Kind)


def match_headings(
    old_parts: Sequence[Provision], new_parts: Sequence[Provision], known: Mapping[int, int]
) -> dict[int, int]:
    """More pairs beside the known ones (new place to old, counted through all parts): of two
    headings of one kind that have more than half of each other's articles that go on."""
    old_headings, new_headings = _headings_above(old_parts), _headings_above(new_parts)
    shared: Counter[tuple[int, int]] = Counter()
    for j, i in known.items():
        below_old, below_new = old_headings.get(i, {}), new_headings.get(j, {})
        shared.update((below_old[kind], below_new[kind]) for kind in below_old.keys() & below_new)
    articles_of_old, articles_of_new = Counter[int](), Counter[int]()
    for (i, j), count in shared.items():
        articles_of_old[i] += count
        articles_of_new[j] += count
    taken = set(known.values())
    return {
        j: i
        for (i, j), count in shared.items()
        if j not in known
        and i not in taken
        and 2 * count > max(articles_of_old[i], articles_of_new[j])
    }


def _headings_above(parts: Sequence[Provision]) -> dict[int, dict[Kind, int]]:
    """For the place of each article the places of the headings above it, by their kind."""
    found: dict[int, dict[Kind, int]] = {}
    place = 0
    for part in parts:
        above: dict[Kind, int] = {}
        for unit in part.children:
            if unit.kind is Kind.ARTICLE:
                found[place] = above
            else:
                rank = _WIDEST_FIRST.index(unit.kind)
                wider = {k: at for k, at in above.items() if _WIDEST_FIRST.index(k) < rank}
                above = {**wider, unit.kind: place}
            place += 1
    return found
