"""Ranges of cited provisions: what they cover, and which ends they have when provisions move.

A range, and a list of numbers, names a set. So Articles 1 to 3 stay that when the first of them
moves behind the third, and Articles 2 and 3 stay that when the two change places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from governance.text.citations.resolve import Resolved
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.tree.places import Places
from governance.text.tree.provision import Number, Provision


def ranges(resolved: Sequence[Resolved]) -> Iterator[tuple[Resolved, Resolved]]:
    """The ranges of a citation whose ends both name something: their first and last pointers."""
    for first, last in pairwise(resolved):
        if last.pointer.is_range_end and first.targets and last.targets:
            yield first, last


def covered(first: Provision, last: Provision, places: Places) -> Sequence[Provision]:
    """What a range covers, its ends included; nothing where it ends before it begins, or where its
    ends are not in one list."""
    siblings, end = places.siblings(last)
    start = next((count for count, each in enumerate(siblings) if each.key == first.key), end + 1)
    return siblings[start : end + 1]


def with_ends_in_order(
    resolved: Sequence[Resolved], before: Places, after: Places, *, knows_members: bool
) -> list[Resolved] | None:
    """The pointers of a citation, the ends of each range taken in the order in which they stand
    afterwards. `knows_members` where `before` tells what a range covered; else its ends stay as
    long as they are in order. None where a range cannot be given any more: its ends have changed
    places, and what it covered has something else in between."""
    found = list(resolved)
    for place, (first, last) in enumerate(pairwise(resolved)):
        if not last.pointer.is_range_end or not first.targets or not last.targets:
            continue
        if not knows_members and _is_in_order(first.targets[0], last.targets[-1], after):
            continue
        ends = _ends(first.targets[0], last.targets[-1], before, after)
        if ends is None:
            return None
        found[place] = naming(first, ends[0], at=0)
        found[place + 1] = naming(last, ends[1], at=-1)
    return found


def _is_in_order(first: Provision, last: Provision, after: Places) -> bool:
    """Whether both ends of a range still stand, the first before the last."""
    begin, end = after.articles.by_key(first.key), after.articles.by_key(last.key)
    if begin is None or end is None or is_deleted_placeholder(begin) or is_deleted_placeholder(end):
        return False
    return bool(covered(begin, end, after))


def _ends(
    first: Provision, last: Provision, before: Places, after: Places
) -> tuple[Provision, Provision] | None:
    """The first and the last of a range as they stand afterwards."""
    begin, end = after.articles.by_key(first.key), after.articles.by_key(last.key)
    if begin is None or end is None:
        return first, last
    is_known = all(before.articles.by_key(each.key) for each in (first, last))
    members = {each.key: each for each in covered(first, last, before)} if is_known else {}
    still = {each.key for each in covered(begin, end, after)}
    if (still and {*members} <= still) or (is_known and not members):
        return first, last
    siblings, _ = after.siblings(end)
    places = [place for place, each in enumerate(siblings) if each.key in members]
    between = siblings[places[0] : places[-1] + 1] if places else ()
    others = [each for each in between if each.key not in members]
    is_parted = any(before.articles.by_key(each.key) for each in others)
    if not between or is_parted or (not still and len(places) < len(members)):
        return (first, last) if still else None
    return members[between[0].key], members[between[-1].key]


def lone_member(
    first: Resolved, last: Resolved, before: Places | None, stays: Callable[[Provision], bool]
) -> Provision | None:
    """What a range names where it covered nothing else, or where nothing else `stays` of what it
    covered; None where it names more, or nobody knows what it covered."""
    if len(first.targets) != 1 or len(last.targets) != 1:
        return None
    begin, end = first.targets[0], last.targets[0]
    if begin.key == end.key:
        # Several articles emptied under one head are one provision: 第９条から第11条まで　削除.
        return None if begin.last_number is not None else begin
    if before is None or not all(before.articles.by_key(each.key) for each in (begin, end)):
        return None
    left = [each for each in covered(begin, end, before) if stays(each)]
    return left[0] if len(left) == 1 else None


def naming(resolved: Resolved, target: Provision, *, at: int) -> Resolved:
    """The pointer with another provision of the same list as its first (0) or last (-1) target."""
    if resolved.targets[at] is target:
        return resolved
    if len(resolved.targets) > 1:
        return resolved  # "the preceding two articles" is no number
    if resolved.chain:
        return replace(resolved, chain=(*resolved.chain[:-1], target), targets=(target,))
    return replace(resolved, targets=(target,), base=(target,))


def with_list_in_order(resolved: list[Resolved], after: Places) -> list[Resolved]:
    """Numbers of one list that were given in rising order, taken in rising order again: so they
    stay as they are where provisions change places."""
    if len(resolved) < 2 or not _is_rising_list(resolved):
        return resolved
    now = [after.articles.by_key(each.targets[0].key) for each in resolved]
    placed = [(each.number, place) for place, each in enumerate(now) if each and each.number]
    if len(placed) < len(resolved):
        return resolved
    return [
        naming(each, resolved[place].targets[0], at=0)
        for each, (_, place) in zip(resolved, sorted(placed), strict=True)
    ]


def _is_rising_list(resolved: Sequence[Resolved]) -> bool:
    """Whether the pointers are numbers of one level in one provision, each higher than the last."""
    written: list[Number] = []
    for each in resolved:
        pointer = each.pointer
        if pointer.relative or pointer.is_range_end or not each.targets:
            return False
        written.append(pointer.steps[-1].number)
    levels = {each.pointer.steps[-1].kind for each in resolved}
    holders = {tuple(above.key for above in each.chain[:-1]) for each in resolved}
    return len(levels) == len(holders) == 1 and written == sorted(written)
