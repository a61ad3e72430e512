"""Numbers after a change: each list of siblings counted anew, gaps of the source kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


def count(members: Sequence[Member], present: Sequence[tuple[str, Number]]) -> dict[str, Number]:
    """The numbers of the members, in order, by key.

    What stood in the list keeps its number, moved up by what came before it and down by what
    went: so a gap in the source stays a gap. What is new takes the number after its
    predecessor's, or a branch of it where asked, or where it comes between 9 and 9-2. A branch
    whose base is gone takes the base's place, unless something new stands there.
    """
    staying = {member.key for member in members if member.before is not None}
    # For each present provision, how many whole numbers before it have gone, and how many
    # branches of its own family.
    gone_before: dict[str, int] = {}
    gone_branches: dict[str, int] = {}
    gone = 0
    branches_gone: dict[int, int] = {}
    base_gone: set[int] = set()
    for key, number in present:
        gone_before[key] = gone
        gone_branches[key] = branches_gone.get(number.main, 0)
        if key not in staying:
            if number.is_branch:
                branches_gone[number.main] = branches_gone.get(number.main, 0) + 1
            else:
                gone += 1
                base_gone.add(number.main)
    added = 0
    branches_added: dict[int, int] = {}
    promoted: dict[int, Number] = {}
    numbers: dict[str, Number] = {}
    last: Number | None = None
    last_family: int | None = None  # the present base of the family that `last` belongs to
    first = present[0][1] if present else Number(1)
    new_whole = False  # whether `last` is new and has a number of its own
    for place, member in enumerate(members):
        old = member.before
        fills = new_whole  # 9 goes, something new comes, 9-2 stands: the new one is 9
        new_whole = False
        if old is None:
            following = members[place + 1].before if place + 1 < len(members) else None
            splits = following is not None and following.is_branch and following.main == last_family
            if last is not None and (member.branch or splits):
                new = next_number(last, branch=True)
                if last_family is not None:
                    branches_added[last_family] = branches_added.get(last_family, 0) + 1
            else:
                new = first if last is None else next_number(last)
                new_whole = True
                added += 1
                last_family = None
        elif not old.is_branch:
            new = Number(old.main + added - gone_before[member.key])
            last_family = old.main
        elif old.main in base_gone and old.main not in promoted and not fills:
            # gone_before counts the base as gone; its first branch takes its place.
            added += 1
            new = Number(old.main + added - gone_before[member.key])
            promoted[old.main] = new
            last_family = old.main
        else:
            family = old.main
            base = Number(family + added - gone_before[member.key])
            less = gone_branches[member.key] + (1 if family in promoted else 0)
            new = Number(
                promoted.get(family, base).main,
                old[1] + branches_added.get(family, 0) - less,
                *old[2:],
            )
            last_family = family
        numbers[member.key] = new
        last = new
    return numbers


def groups(children: Iterable[Provision]) -> Iterable[tuple[Kind, str, list[Provision]]]:
    """The lists in which the children of a provision are counted: each kind by itself, the
    sections of a chapter from one for each chapter."""
    lists: dict[tuple[Kind, str], list[Provision]] = {}
    chapter = ""
    for child in children:
        if child.kind is Kind.CHAPTER:
            chapter = child.key
        within = chapter if child.kind is Kind.SECTION else ""
        lists.setdefault((child.kind, within), []).append(child)
    return [(kind, within, members) for (kind, within), members in lists.items()]


def numbered(
    children: Sequence[Provision],
    present: Sequence[Provision],
    branches: Mapping[str, bool],
    moved: frozenset[str],
) -> dict[str, Number]:
    """The numbers of the children of one parent after the change, by key. `present` are its
    children before, `branches` the insertions that want a branch number, `moved` the keys of
    what was moved."""
    before = {(kind, within): members for kind, within, members in groups(present)}
    numbers: dict[str, Number] = {}
    for kind, within, members in groups(children):
        old = [(each.key, each.number) for each in before.get((kind, within), []) if each.number]
        old_numbers = dict(old)
        listed = [
            Member(
                each.key,
                None if each.key in moved else old_numbers.get(each.key),
                branches.get(each.key, False),
            )
            for each in members
            if each.number is not None or each.key in branches or each.key in moved
        ]
        numbers |= count(listed, old)
    return numbers
