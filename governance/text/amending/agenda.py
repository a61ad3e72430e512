"""Several amendments of one text, one after the other: where two overlap, and what becomes of all.

Each is a list of operations on the same present articles. Operations name identities, so a later
one is carried over what an earlier one made of the articles; where that would not give what
amending at once gives, or where a person has to say what was meant, the two *overlap*: it is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from governance.text.amending.builder import AmendmentResult, amend
from governance.text.amending.operations import (
    Delete,
    FixedAnchor,
    Insert,
    Move,
    Operation,
    Replace,
    anchor_text,
)
from governance.text.citations.decisions import Decision
from governance.text.tree.keys import unit_key
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision


class OverlapKind(StrEnum):
    """What two amendments have in common."""

    ARTICLE = "article"
    """Both amend, delete or move it."""
    PLACE = "place"
    """Both put something right behind it."""
    LOST_PLACE = "lost-place"
    """One puts something behind it, and the other deletes or moves it."""
    NUMBER = "number"
    """New provisions of both bear it in their own tables; the later one will have another."""
    CITATION = "citation"
    """One cites what the other deletes, or gives other paragraphs."""


@dataclass(frozen=True, slots=True)
class AmendmentOverlap:
    """Where two amendments overlap; `first` and `second` count their operations from 0.

    `key` is the identity of the provision or place; of NUMBER, of the second's new provision.
    """

    kind: OverlapKind
    key: str
    first: int
    second: int


def amend_in_order(
    present: ArticlesOfIncorporation,
    amendments: Sequence[Sequence[Operation]],
    decisions: Sequence[Decision] = (),
) -> AmendmentResult:
    """What is left when all are adopted in this order: the result of the last on the others'.

    Its `present` is the text before the first. Raises OperationError where a later one cannot be
    carried out after an earlier one: they overlap there.
    """
    result = amend(present, (), decisions)
    for operations in amendments:
        result = amend(result.proposed, operations, decisions)
    return replace(result, present=present)


def amendment_overlaps(
    first: SeparateAmendment, second: SeparateAmendment, *, with_numbers: bool = True
) -> tuple[AmendmentOverlap, ...]:
    """Where two amendments of one text overlap, in the order of the second's operations.

    Without numbers what each makes of the whole text is not asked for.
    """
    sides = first, second
    found = [
        *_same_article(*sides),
        *_same_place(*sides),
        *_lost_place(*sides),
        *_lost_citation(*sides),
    ]
    taken = {(point.first, point.second) for point in found}
    numbers = _same_number(*sides) if with_numbers else ()
    found += [point for point in numbers if (point.first, point.second) not in taken]
    return tuple(sorted(set(found), key=lambda each: (each.second, each.first, each.kind)))


class SeparateAmendment:
    """One amendment of the present articles by what it does where; `result` is what it alone makes
    of them, found when it is asked for; that raises OperationError as `amend` does.
    """

    def __init__(
        self,
        present: ArticlesOfIncorporation,
        operations: Sequence[Operation],
        decisions: Sequence[Decision] = (),
    ) -> None:
        self.present = present
        self.operations = operations
        self.decisions = decisions
        self.targets = {
            unit_key(each.at): index
            for index, each in enumerate(operations)
            if not isinstance(each, Insert)
        }

    @cached_property
    def result(self) -> AmendmentResult:
        return amend(self.present, self.operations, self.decisions)

    @property
    def places(self) -> Iterator[tuple[int, str]]:
        """Each operation that puts something, and the present provision or place behind which; what
        stands behind one of its own insertions goes with that.
        """
        inserted = {each.key for each in self.operations if isinstance(each, Insert)}
        for index, each in enumerate(self.operations):
            if isinstance(each, (Insert, Move)) and each.after not in inserted:
                yield index, anchor_text(each.after)

    @property
    def moved_or_deleted(self) -> dict[str, int]:
        """What no longer stands where it stood, and by which operation."""
        return {
            unit_key(each.at): index
            for index, each in enumerate(self.operations)
            if isinstance(each, Move) or (isinstance(each, Delete) and not each.keep_number)
        }

    @property
    def citation_targets(self) -> Iterator[tuple[int, str]]:
        """What the words that were typed cite."""
        for index, each in enumerate(self.operations):
            if isinstance(each, (Insert, Replace)):
                for keys in each.citation_targets.values():
                    yield from ((index, key) for key in keys.split())

    def new_provisions(self) -> Iterator[tuple[int, Provision, tuple[object, ...]]]:
        """What is inserted, with what makes its number its own: part, kind, number."""
        proposed = self.result.proposed
        places = {each.key: i for i, each in enumerate(self.operations) if isinstance(each, Insert)}
        for part, unit in proposed.units():
            if unit.key in places and unit.number is not None:
                part_name = "" if part == proposed.main else part.key
                yield places[unit.key], unit, (part_name, unit.kind, unit.number)


def _same_article(
    first: SeparateAmendment, second: SeparateAmendment
) -> Iterator[AmendmentOverlap]:
    for key in first.targets.keys() & second.targets.keys():
        yield AmendmentOverlap(OverlapKind.ARTICLE, key, first.targets[key], second.targets[key])


def _same_place(first: SeparateAmendment, second: SeparateAmendment) -> Iterator[AmendmentOverlap]:
    for one, place in first.places:
        for other, other_place in second.places:
            # Each may open a supplementary part of its own.
            if place == other_place != FixedAnchor.SUPPLEMENTARY.value:
                yield AmendmentOverlap(OverlapKind.PLACE, place, one, other)


def _lost_place(first: SeparateAmendment, second: SeparateAmendment) -> Iterator[AmendmentOverlap]:
    for other, place in second.places:
        if place in first.moved_or_deleted:
            yield AmendmentOverlap(
                OverlapKind.LOST_PLACE, place, first.moved_or_deleted[place], other
            )
    for one, place in first.places:
        if place in second.moved_or_deleted:
            yield AmendmentOverlap(
                OverlapKind.LOST_PLACE, place, one, second.moved_or_deleted[place]
            )


def _lost_citation(
    first: SeparateAmendment, second: SeparateAmendment
) -> Iterator[AmendmentOverlap]:
    for index, key in second.citation_targets:
        if _is_lost(key, first):
            yield AmendmentOverlap(OverlapKind.CITATION, key, first.targets[unit_key(key)], index)
    for index, key in first.citation_targets:
        if _is_lost(key, second):
            yield AmendmentOverlap(OverlapKind.CITATION, key, index, second.targets[unit_key(key)])


def _is_lost(key: str, side: SeparateAmendment) -> bool:
    """Whether the amendment takes away what is cited, or gives its article other paragraphs."""
    if unit_key(key) not in side.targets or side.present.by_key(key) is None:
        return False
    if isinstance(side.operations[side.targets[unit_key(key)]], Move):
        return False
    after = side.result.proposed.by_key(key)
    return after is None or (after.kind is not Kind.ARTICLE and key != unit_key(key))


def _same_number(first: SeparateAmendment, second: SeparateAmendment) -> Iterator[AmendmentOverlap]:
    numbers = {number: index for index, _unit, number in first.new_provisions()}
    for index, unit, number in second.new_provisions():
        if number in numbers:
            yield AmendmentOverlap(OverlapKind.NUMBER, unit.key, numbers[number], index)
