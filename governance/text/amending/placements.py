"""Which operation is at which provision and place; what cannot be carried out is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from governance.text.amending.operations import (
    START,
    SUPPLEMENTARY,
    Anchor,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
    anchor_text,
)
from governance.text.message import Message
from governance.text.tree.keys import opener_of
from governance.text.tree.provision import HEADINGS, ArticlesOfIncorporation, Kind, Provision

_UNITS = HEADINGS | {Kind.ARTICLE}


class OperationError(ValueError):
    """An operation that cannot be carried out; `index` counts the operations from 0."""

    def __init__(self, index: int, sentence: Message) -> None:
        super().__init__(sentence.en)
        self.index = index
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Slot:
    """Where operations put provisions: right behind the one of this key, or first in it."""

    key: str
    is_first: bool = False


class Placements:
    """The operations of one amendment by the provisions and places they are at.

    A provision takes one operation, or a new place and new words: a Move and a Replace. Raises
    OperationError for an identity that is not there, for any other two operations on one provision,
    and for a place that cannot hold the provision.
    """

    def __init__(self, present: ArticlesOfIncorporation, operations: Sequence[Operation]) -> None:
        self.present = present
        self.changes: dict[str, Delete | Replace] = {}
        self.moves: dict[str, Move] = {}
        self.inserts: dict[str, Insert] = {}
        self.new_parts: list[Insert] = []
        self._by_slot: dict[Slot, list[Insert | Move]] = {}
        for index, operation in enumerate(operations):
            if isinstance(operation, Insert):
                self._enter_insert(index, operation)
            else:
                self._enter_change(index, operation)
        for index, operation in enumerate(operations):
            self._refuse_inside(index, operation)

    @cached_property
    def moved(self) -> frozenset[str]:
        """The keys of what is moved."""
        return frozenset(self.moves)

    @cached_property
    def branches(self) -> dict[str, bool]:
        """The keys of what is inserted, and whether it wants a branch number."""
        return {key: insert.branch for key, insert in self.inserts.items()}

    @property
    def new_words(self) -> frozenset[str]:
        """The keys of what was given words, which cite proposed numbers already; a placeholder
        cites nothing."""
        return frozenset(
            (
                *self.inserts,
                *(key for key, each in self.changes.items() if _gives_words(each)),
            )
        )

    def at(self, slot: Slot) -> Sequence[Insert | Move]:
        """What is put there, in the order of the operations."""
        return self._by_slot.get(slot, ())

    def present_anchor(self, anchor: Anchor) -> str:
        """The present provision that an insertion, or what it stands behind, is put after; "" for
        a place that is no provision."""
        while isinstance(anchor, str) and anchor in self.inserts:
            anchor = self.inserts[anchor].after
        return anchor if isinstance(anchor, str) else ""

    def _enter_insert(self, index: int, insert: Insert) -> None:
        if insert.after is SUPPLEMENTARY:
            self.new_parts.append(insert)
        else:
            slot = self._slot(index, insert.after, Kind(insert.kind))
            self._by_slot.setdefault(slot, []).append(insert)
        self.inserts[insert.key] = insert

    def _enter_change(self, index: int, operation: Delete | Replace | Move) -> None:
        target = self.present.by_key(operation.at)
        if target is None:
            raise OperationError(index, _no_such(operation.at))
        is_part = target.kind is Kind.PART
        if is_part and (target is self.present.main or not isinstance(operation, Delete)):
            raise OperationError(index, _PART_KEPT)
        if self._is_second(operation):
            raise OperationError(index, _two_on(operation.at))
        if target.last_number is not None and isinstance(operation, Replace):
            raise OperationError(index, _emptied_together(target))
        if isinstance(operation, Move):
            self.moves[operation.at] = operation
            slot = self._slot(index, operation.after, target.kind)
            self._by_slot.setdefault(slot, []).append(operation)
        else:
            self.changes[operation.at] = operation

    def _is_second(self, operation: Delete | Replace | Move) -> bool:
        """Whether the provision has an operation that this one does not go with."""
        at = operation.at
        match operation:
            case Move():
                return at in self.moves or isinstance(self.changes.get(at), Delete)
            case Delete():
                return at in self.moves or at in self.changes
            case Replace():
                return at in self.changes

    def _slot(self, index: int, after: Anchor, kind: Kind) -> Slot:
        """Where an operation puts its provision."""
        if after is START:
            return Slot(self.present.main.key, is_first=True)
        if not isinstance(after, str):
            raise OperationError(index, _no_such(anchor_text(after)))
        if after in self.inserts:
            return Slot(after)
        anchor = self.present.by_key(after)
        if anchor is not None:
            return self._slot_at(index, anchor, kind)
        # A new part is known by the key of the insertion that opens it.
        opener = opener_of(after)
        if opener in self.inserts:
            return Slot(opener)
        raise OperationError(index, _no_such(after))

    def _slot_at(self, index: int, anchor: Provision, kind: Kind) -> Slot:
        """Where a provision of a kind goes that is put after a present one."""
        if anchor.kind is Kind.PART and kind in _UNITS:
            return Slot(anchor.key, is_first=True)
        if self._is_heading(anchor) and _may_stand_behind(kind, anchor.kind):
            return Slot(self._last_under(anchor))
        if kind is Kind.SECTION and has_sections(anchor):
            return Slot(anchor.key, is_first=True)
        if anchor.kind is kind or {anchor.kind, kind} <= _UNITS:
            return Slot(anchor.key)
        if kind in (Kind.ITEM, Kind.SUBITEM) and (holder := _holder_of_items(anchor, kind)):
            return Slot(holder.key, is_first=True)
        if kind is Kind.PARAGRAPH and anchor.kind in (Kind.PART, Kind.ARTICLE, Kind.SECTION):
            return Slot(anchor.key, is_first=True)
        if kind is Kind.ITEM and anchor.kind in (Kind.ARTICLE, Kind.SECTION):
            raise OperationError(index, _of_which_paragraph(anchor.key))
        raise OperationError(index, _no_room(anchor.key, kind))

    def _is_heading(self, provision: Provision) -> bool:
        """Whether articles stand under it: a chapter, a 節; not Section 4.1 of Article 4."""
        parent = self.present.parent_of(provision.key)
        return provision.kind in HEADINGS and parent is not None and parent.kind is Kind.PART

    def _last_under(self, heading: Provision) -> str:
        """The last provision under a heading: a chapter put after a chapter, or a section after a
        section, comes behind it."""
        part = self.present.parent_of(heading.key)
        assert part is not None
        below = part.children[part.children.index(heading) + 1 :]
        under = list(takewhile(lambda unit: not _may_stand_behind(unit.kind, heading.kind), below))
        return under[-1].key if under else heading.key

    def _refuse_inside(self, index: int, operation: Operation) -> None:
        """Refuses an operation inside a provision that another deletes or gives new words: it
        would be lost without a word."""
        for key, holder in self._provisions_with_holders(index, operation):
            parent = holder
            while parent is not None:
                if parent.key in self.changes:
                    raise OperationError(index, _inside(key, parent.key))
                parent = self.present.parent_of(parent.key)

    def _provisions_with_holders(
        self, index: int, operation: Operation
    ) -> list[tuple[str, Provision | None]]:
        """What an operation is at and what it is put after, each with what holds it."""
        found: list[tuple[str, Provision | None]] = []
        if not isinstance(operation, Insert):
            found.append((operation.at, self.present.parent_of(operation.at)))
        if isinstance(operation, Insert | Move) and operation.after is not SUPPLEMENTARY:
            slot = self._slot(index, operation.after, self._kind(operation))
            by_key = self.present.by_key if slot.is_first else self.present.parent_of
            found.append((anchor_text(operation.after), by_key(slot.key)))
        return found

    def _kind(self, operation: Insert | Move) -> Kind:
        if isinstance(operation, Insert):
            return Kind(operation.kind)
        target = self.present.by_key(operation.at)
        assert target is not None  # checked when the operation was entered
        return target.kind


def has_sections(anchor: Provision) -> bool:
    """Whether it is an article with sections: Section 4.1 of Article 4."""
    return anchor.kind is Kind.ARTICLE and any(
        each.kind is Kind.SECTION for each in anchor.children
    )


# Headings over articles, the widest first.
_WIDTHS = (Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)


def _may_stand_behind(kind: Kind, heading: Kind) -> bool:
    """Whether a provision of a kind ends what stands under a heading: a chapter a section."""
    return kind in _WIDTHS and _WIDTHS.index(kind) <= _WIDTHS.index(heading)


def _holder_of_items(anchor: Provision, kind: Kind) -> Provision | None:
    """What has the items of a provision, or will: it, or its only paragraph, or its only one with
    items. None where that cannot be told: a new item stands behind words, never before them."""
    holder = Kind.PARAGRAPH if kind is Kind.ITEM else Kind.ITEM
    if anchor.kind is holder:
        return anchor
    if anchor.kind not in (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH):
        return None
    inside = [each for each in anchor.children if each.kind is Kind.PARAGRAPH]
    if anchor.kind is Kind.PARAGRAPH:
        inside = [each for each in anchor.children if each.kind is Kind.ITEM]
    with_items = [each for each in inside if each.children]
    found = inside if len(inside) == 1 else with_items
    if len(found) != 1:
        return None
    return found[0] if found[0].kind is holder else _holder_of_items(found[0], kind)


def _gives_words(operation: Delete | Replace) -> bool:
    match operation:
        case Replace():
            return operation.body is not None
        case Delete():
            return operation.keep_number


_PART_KEPT = Message(
    "A part can only be deleted, and only a supplementary one.",
    "部については、附則の削除のみ行えます。",
)


def _no_such(key: str) -> Message:
    return Message(f"There is no provision {key}.", f"{key}という規定はありません。")


def _two_on(key: str) -> Message:
    return Message(
        f"There are two operations on {key}; one provision takes one, or a new place and new"
        " words.",
        f"{key}に対する変更が二つあります。一つの規定に対する変更は一つ、または移設と条文の変更です。",
    )


def _of_which_paragraph(key: str) -> Message:
    return Message(
        f"It cannot be told which paragraph of {key} the item is to belong to; put it after a"
        " paragraph or an item.",
        f"{key}のどの項に号を置くかが分かりません。項または号の後を指定してください。",
    )


def _emptied_together(target: Provision) -> Message:
    first, last = target.number or "", target.last_number or ""
    return Message(
        f"The numbers {first} to {last} were emptied under one head and hold no wording; insert a"
        " provision behind them, or delete them first.",
        f"{first}から{last}までは、まとめて削除された番号で、本文がありません。"
        "その後に新設するか、先に削除してください。",
    )


def _no_room(key: str, kind: Kind) -> Message:
    return Message(
        f"A provision of the kind {kind} cannot stand after {key}.",
        f"{key}の後には、この種類（{kind}）の規定を置けません。",
    )


def _inside(key: str, holder: str) -> Message:
    return Message(
        f"{key} is inside {holder}, which another operation changes whole.",
        f"{key}は、別の変更が全体を対象とする{holder}の中にあります。",
    )
