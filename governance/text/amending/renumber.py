"""Numbers after a change: each list of siblings counted anew, gaps of the source kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from governance.text.tree.number import next_number
from governance.text.tree.provision import Kind, Number, Provision


@dataclass(frozen=True, slots=True)
class Member:
    """A provision in a list after the change. `before` is its number in the same list before;
    None where it is new there (inserted, or moved from elsewhere). `branch` asks for a branch
    number."""

    key: str
    before: Number | None
    branch: bool = False
    width: int = 1
    """How many numbers it bears: several where they were emptied under one head."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What stood in a list before the change: its key, its number, and how many it bears."""

    key: str
    number: Number
    width: int = 1


@dataclass(frozen=True, slots=True)
class _Gone:
    """What of a list is gone, seen from each provision that stood in it, by key."""

    whole_before: Mapping[str, int]
    """How many whole numbers before it are gone."""
    branches_before: Mapping[str, int]
    """How many branches of its own family before it are gone."""
    bases: frozenset[int]
    """The families (9 of 9 and 9-2) whose base is gone."""

    @classmethod
    def of(cls, present: Sequence[Counted], staying: Collection[str]) -> _Gone:
        whole_before: dict[str, int] = {}
        branches_before: dict[str, int] = {}
        branches: Counter[int] = Counter()
        bases: list[int] = []
        for each in present:
            number = each.number
            whole_before[each.key] = len(bases)
            branches_before[each.key] = branches[number.main]
            if each.key in staying:
                continue
            if number.is_branch:
                branches[number.main] += each.width
            else:
                bases.extend(range(number.main, number.main + each.width))
        return cls(whole_before, branches_before, frozenset(bases))


class _Count:
    """A list being counted, member by member."""

    def __init__(self, gone: _Gone, first: Number) -> None:
        self.gone = gone
        self.first = first
        self.numbers: dict[str, Number] = {}
        self.added = 0
        """How many whole numbers have come in so far."""
        self.branches_added: Counter[int] = Counter()
        self.promoted: dict[int, Number] = {}
        """The number of the branch that took the place of its base, by family."""
        self.last: Number | None = None
        self.last_family: int | None = None
        """The present base of the family that `last` belongs to."""
        self.is_last_new = False
        """Whether `last` is new and has a whole number of its own."""

    def add(self, member: Member, following: Number | None) -> None:
        """Counts the next member; `following` is what the one after it had before."""
        # 9 goes, something new comes, 9-2 stands: the new one is 9.
        base_is_filled, self.is_last_new = self.is_last_new, False
        old = member.before
        if old is None:
            number = self._new(member, following)
        elif not old.is_branch:
            number = self._whole(member.key, old)
        elif old.main in self.gone.bases and old.main not in self.promoted and not base_is_filled:
            number = self._promote(member.key, old)
        else:
            number = self._branch(member.key, old)
        self.numbers[member.key] = number
        self.last = Number(*number[:-1], number[-1] + member.width - 1)
        if old is not None and member.width > 1 and not old.is_branch:
            self.last_family = old.main + member.width - 1

    def _new(self, member: Member, following: Number | None) -> Number:
        """What is new takes the number after its predecessor's, or a branch of it where asked, or
        where it splits a family."""
        splits = (
            following is not None and following.is_branch and following.main == self.last_family
        )
        if self.last is not None and (member.branch or splits):
            if self.last_family is not None:
                self.branches_added[self.last_family] += member.width
            return next_number(self.last, branch=True)
        self.is_last_new = True
        self.added += member.width
        self.last_family = None
        return self.first if self.last is None else next_number(self.last)

    def _whole(self, key: str, old: Number) -> Number:
        self.last_family = old.main
        return Number(old.main + self.added - self.gone.whole_before[key])

    def _promote(self, key: str, old: Number) -> Number:
        """The first branch whose base is gone takes its place: it is counted as one that came."""
        self.added += 1
        self.promoted[old.main] = self._whole(key, old)
        return self.promoted[old.main]

    def _branch(self, key: str, old: Number) -> Number:
        base = self.promoted.get(old.main) or self._whole(key, old)
        self.last_family = old.main
        gone = self.gone.branches_before[key] + (old.main in self.promoted)
        return Number(base.main, old[1] + self.branches_added[old.main] - gone, *old[2:])


def count(members: Sequence[Member], present: Sequence[Counted]) -> dict[str, Number]:
    """The numbers of the members, in order, by key.

    What stood in the list keeps its number, moved up by what came before it and down by what
    went: so a gap in the source stays a gap. What is new takes the number after its
    predecessor's, or a branch of it where asked, or where it comes between 9 and 9-2. A branch
    whose base is gone takes the base's place, unless something new stands there.
    """
    staying = {member.key for member in members if member.before is not None}
    counted = _Count(_Gone.of(present, staying), present[0].number if present else Number(1))
    for member, after in zip(members, [*members[1:], None], strict=True):
        counted.add(member, after.before if after else None)
    return counted.numbers


def counted_lists(children: Iterable[Provision]) -> Iterable[tuple[Kind, str, list[Provision]]]:
    """The lists in which the children of a provision are counted: each kind by itself, the
    sections from one in each chapter, their subsections in each section."""
    lists: dict[tuple[Kind, str], list[Provision]] = {}
    chapter = section = ""
    for child in children:
        if child.kind is Kind.CHAPTER:
            chapter = section = child.key
        elif child.kind is Kind.SECTION:
            section = child.key
        within = {Kind.SECTION: chapter, Kind.SUBSECTION: section}.get(child.kind, "")
        lists.setdefault((child.kind, within), []).append(child)
    return [(kind, within, members) for (kind, within), members in lists.items()]


def child_numbers(
    children: Sequence[Provision],
    present: Sequence[Provision],
    branches: Mapping[str, bool],
    moved: frozenset[str],
) -> dict[str, Number]:
    """The numbers of the children of one parent after the change, by key. `present` are its
    children before, `branches` the insertions that want a branch number, `moved` the keys of
    what was moved."""
    before = {(kind, within): members for kind, within, members in counted_lists(present)}
    numbers: dict[str, Number] = {}
    for kind, within, members in counted_lists(children):
        old = [
            Counted(each.key, each.number, len(each.numbers))
            for each in before.get((kind, within), [])
            if each.number
        ]
        old_numbers = {each.key: each.number for each in old}
        listed = [
            Member(
                each.key,
                None if each.key in moved else old_numbers.get(each.key),
                branches.get(each.key, False),
                len(each.numbers) or 1,
            )
            for each in members
            if each.number is not None or each.key in branches or each.key in moved
        ]
        if listed:  # an article alone may bear no number
            numbers |= count(listed, old)
    return numbers
