"""Where new and moved provisions stand among those that stay: gapped sort keys."""

from bisect import bisect_left
from collections.abc import Sequence

from governance.models.wording import GAP


def positions(current: Sequence[int | None]) -> list[int]:
    """The positions of provisions in document order; `current` has that of each one that is there
    already, None for a new one.

    As many as can stay where they are. What is put between two of them takes the middle of the gap,
    so that no neighbour is touched; where there is no gap left the neighbour after it makes room.
    """
    stay = _longest_increasing(current)
    found: list[int] = []
    last: int | None = None
    count = 0
    while count < len(current):
        end = count
        while end < len(current) and end not in stay:
            end += 1
        following = current[end] if end < len(current) else None
        needed = end - count
        # A gap that is too narrow takes in the neighbour after it.
        while following is not None and last is not None and following - last <= needed:
            stay.discard(end)
            end += 1
            while end < len(current) and end not in stay:
                end += 1
            following = current[end] if end < len(current) else None
            needed = end - count
        found += _between(last, following, needed)
        if following is not None:
            found.append(following)
            end += 1
        last = found[-1] if found else None
        count = end
    return found


def _between(last: int | None, following: int | None, needed: int) -> list[int]:
    if following is None:
        start = last or 0
        return [start + GAP * count for count in range(1, needed + 1)]
    if last is None:
        last = 0 if following > needed else following - GAP * (needed + 1)
    step = (following - last) // (needed + 1)
    return [last + step * count for count in range(1, needed + 1)]


def _longest_increasing(current: Sequence[int | None]) -> set[int]:
    """The places of the longest run of positions that rise: those that nobody moved."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int | None] = {}
    for place, position in enumerate(current):
        if position is None:
            continue
        at = bisect_left(ends, position)
        before[place] = places[at - 1] if at else None
        ends[at : at + 1] = [position]
        places[at : at + 1] = [place]
    stay: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        stay.add(last)
        last = before[last]
    return stay
