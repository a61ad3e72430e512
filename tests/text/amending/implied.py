"""The operations that a comparison implies: carried out on the present articles they give the
proposed ones. This is how a table can prove itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from governance.text.amending.builder import amend
from governance.text.amending.operations import (
    SUPPLEMENTARY,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
)
from governance.text.compare import Comparison
from governance.text.languages import language_for
from governance.text.table.merged_order import in_merged_order, same_wording
from governance.text.tree.provision import ArticlesOfIncorporation, Provision


def implied_operations(comparison: Comparison) -> list[Operation]:
    """Insertions, deletions, moves and new words, as few as make the proposed articles.

    New words are given for an article only where renumbering and following references do not
    already make them. What moved and changed too is taken out and put in anew.
    """
    present, proposed = comparison.present, comparison.proposed
    operations = list(_structure(present, proposed, ()))
    different = list(_different(present, proposed, operations))
    moved = {operation.at for operation in operations if isinstance(operation, Move)}
    if rewritten := moved & {unit.key for unit in different}:
        operations = list(_structure(present, proposed, rewritten))
        different = list(_different(present, proposed, operations))
    words = [Replace(unit.key, unit.caption, unit.body) for unit in different]
    return [*operations, *words]


def structural_operations(comparison: Comparison) -> list[Operation]:
    """What was put in, taken out and moved, down to items, without any new words: what remains
    to be explained is words and references."""
    present, proposed = comparison.present, comparison.proposed
    operations = list(_structure(present, proposed, ()))
    gone = {operation.at for operation in operations if not isinstance(operation, Insert)}
    for _, new in proposed.units():
        old = present.by_key(new.key)
        if old is not None and new.key not in gone:
            operations.extend(_below(old, new))
    return operations


def _below(old: Provision, new: Provision) -> Iterator[Operation]:
    """The structure inside a pair. What came from elsewhere is put in as new, and what went
    elsewhere taken out."""
    anchor = old.key
    for before, after in in_merged_order(old.children, new.children):
        if before is not None and after is not None:
            anchor = after.key
            yield from _below(before, after)
        elif before is not None:
            if all(before.key != child.key for child in new.children):
                yield Delete(before.key)
        else:
            assert after is not None  # one side is there
            if any(after.key == child.key for child in old.children):
                yield Move(after.key, anchor)
            else:
                yield _inserted(after, anchor, new)


def _different(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    operations: list[Operation],
) -> Iterator[Provision]:
    """The proposed articles and headings that the operations leave with other words."""
    made = amend(present, operations).proposed
    for _, wanted in proposed.units():
        found = made.by_key(wanted.key)
        if found is not None and (found.caption, found.body) != (wanted.caption, wanted.body):
            yield wanted


def _structure(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, anew: Collection[str]
) -> Iterator[Operation]:
    """Everything but new words. `anew` are moved identities to be taken out and put in."""
    language = language_for(present.language)
    old_parts = {part.key: part for part in present.parts}
    new_parts = {part.key for part in proposed.parts}
    for part in present.supplementary:
        if part.key not in new_parts:
            yield Delete(part.key)
    for part in proposed.parts:
        old = old_parts.get(part.key)
        anchor = old.key if old else SUPPLEMENTARY
        for before, after in in_merged_order(old.children if old else (), part.children):
            if before is not None and after is not None:
                anchor = after.key
            elif before is not None:
                now = proposed.by_key(before.key)
                if now is None or before.key in anew or not same_wording(before, now, language):
                    yield Delete(before.key)
            else:
                assert after is not None  # one side is there
                came = present.by_key(after.key)
                if (
                    came is not None
                    and after.key not in anew
                    and same_wording(came, after, language)
                ):
                    yield Move(after.key, anchor)
                    continue
                yield _inserted(after, anchor, part)
                anchor = f"new:{after.key}" if anchor == SUPPLEMENTARY else anchor


def _inserted(unit: Provision, anchor: str, part: Provision) -> Insert:
    return Insert(
        key=f"new:{unit.key}",
        after=anchor,
        caption=unit.caption,
        body=unit.body,
        kind=unit.kind.value,
        part_title="".join(piece.text for piece in part.pieces).strip("\n"),
        is_numbered=unit.number is not None,
    )
