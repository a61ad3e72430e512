"""Numbers after a change: what stands, what comes and what goes, in one line each.

`8 9 9-2` is a list before; after it, each member by the number it had, "+" for one that is new,
"+b" for one that is to have a branch number.
"""

import pytest

from governance.text.amending.renumber import Counted, Member, child_numbers, count
from governance.text.tree.provision import Kind, Number, Provision

CASES = [
    ("1 2 3", "1 2 3", "1 2 3", "nothing changes"),
    ("1 2 3", "1 + 2 3", "1 2 3 4", "what follows is renumbered"),
    ("1 2 3", "1 +b 2 3", "1 1-2 2 3", "a branch number moves nothing"),
    ("1 2 3", "1 +b +b 2 3", "1 1-2 1-3 2 3", "the next branch"),
    ("1 2 3", "+ 1 2 3", "1 2 3 4", "first"),
    ("1 2 3", "+b 1 2 3", "1 2 3 4", "first, where there is nothing to branch from"),
    ("1 2 3", "1 2 3 + +", "1 2 3 4 5", "last"),
    ("1 2 3", "1 3", "1 2", "one goes"),
    ("1 2 3", "1 + 3", "1 2 3", "one goes and one comes"),
    ("1 2 4 5", "1 2 4 5", "1 2 4 5", "a gap stays a gap"),
    ("1 2 4 5", "1 2 + 4 5", "1 2 3 5 6", "also behind what is new"),
    ("8 9 10", "+ 8 9 10", "8 9 10 11", "a list that begins at 8"),
    ("", "+ +", "1 2", "a list that was empty"),
    ("", "+ +b", "1 1-2", "a branch of what is new"),
    ("9 9-2 10", "9 + 9-2 10", "9 9-2 9-3 10", "between 9 and its branch"),
    ("9 9-2 10", "9 9-2 + 10", "9 9-2 10 11", "behind the branch"),
    ("9 9-2 10", "9 9-2 +b 10", "9 9-2 9-3 10", "a branch behind the branch"),
    ("9 9-2 9-3 10", "9 9-3 10", "9 9-2 10", "a branch goes"),
    ("8 9 9-2 9-3 10", "8 9-2 9-3 10", "8 9 9-2 10", "the base goes: its first branch takes over"),
    ("8 9 9-2 10", "8 10", "8 9", "the base goes with its branch"),
    ("8 9 9-2 10", "8 + 9-2 10", "8 9 9-2 10", "the base goes and something new stands there"),
    ("8 9 9-2 10", "8 + + 9-2 10", "8 9 10 10-2 11", "the second of two new ones has the branches"),
    ("8 9 9-2 10", "8 + 9 9-2 10", "8 9 10 10-2 11", "the base moves and its branch with it"),
    ("8 9-2 10", "8 9-2 10", "8 9-2 10", "a branch whose base was never there"),
    ("9 9-2 9-2-2 10", "9 9-2 9-2-2 10", "9 9-2 9-2-2 10", "a branch of a branch"),
    ("9 9-2 9-2-2 10", "+ 9 9-2 9-2-2 10", "9 10 10-2 10-2-2 11", "and it moves"),
]


def number(text: str) -> Number:
    return Number(*map(int, text.split("-")))


@pytest.mark.parametrize(("before", "after", "expected", "why"), CASES)
def test_count(before: str, after: str, expected: str, why: str) -> None:
    members = [
        Member(f"new {place}", None, each == "+b")
        if each.startswith("+")
        else Member(each, number(each))
        for place, each in enumerate(after.split())
    ]
    numbers = count(members, [Counted(each, number(each)) for each in before.split()])
    assert " ".join(str(numbers[member.key]) for member in members) == expected, why


@pytest.mark.parametrize("case", CASES)
def test_no_number_is_given_twice(case: tuple[str, str, str, str]) -> None:
    given = [number(each) for each in case[2].split()]
    assert given == sorted(set(given))


def test_each_kind_is_counted_by_itself_and_sections_within_their_chapter() -> None:
    def unit(key: str, *parts: int) -> Provision:
        kinds = {"c": Kind.CHAPTER, "s": Kind.SECTION, "a": Kind.ARTICLE}
        return Provision(kinds[key[0]], Number(*parts) if parts else None, key=key)

    present = [
        unit("c1", 1), unit("s1", 1), unit("a1", 1), unit("s2", 2), unit("a2", 2),
        unit("c2", 2), unit("s3", 1), unit("a3", 3), unit("a-none"),
    ]  # fmt: skip
    children = [*present[:1], *present[3:], unit("a-moved", 7), unit("c-new", 1)]
    found = child_numbers(children, present, {"c-new": False}, frozenset(["a-moved"]))
    assert {key: str(each) for key, each in found.items()} == {
        "c1": "1", "s2": "1", "a2": "1", "c2": "2", "s3": "1", "a3": "2",
        "a-moved": "3", "c-new": "3",
    }  # fmt: skip
