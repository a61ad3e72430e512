import itertools
from random import Random

import pytest

from governance.record.positions import positions


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ([], []),
        ([None, None], [1024, 2048]),
        ([1024, 2048], [1024, 2048]),
        ([1024, None, 2048], [1024, 1536, 2048]),
        ([1024, None, None, 2048], [1024, 1365, 1706, 2048]),
        ([None, 1024], [512, 1024]),
        ([1024, None], [1024, 2048]),
        # What was moved finds a new place; what it passed stays.
        ([1024, 4096, 2048, 3072], [1024, 1536, 2048, 3072]),
        ([2048, 3072, 1024], [2048, 3072, 4096]),
        # Nothing fits between 7 and 8: 8 makes room.
        ([7, None, 8, 2048], [7, 687, 1367, 2048]),
        ([7, None, 8], [7, 1031, 2055]),
        ([None, None, 1], [-2047, -1023, 1]),
    ],
)
def test_new_ones_stand_in_the_gaps(current: list[int | None], expected: list[int]) -> None:
    assert positions(current) == expected


def test_they_rise_whatever_stands_there() -> None:
    random = Random(1)  # noqa: S311 - an experiment to be repeated, not a secret
    for _each in range(500):
        count = random.randrange(12)
        taken = random.sample(range(40), count)
        current = [position if random.random() < 0.6 else None for position in taken]
        found = positions(current)
        assert len(found) == count
        assert all(one < other for one, other in itertools.pairwise(found))
