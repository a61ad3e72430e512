"""Changes as the operations of the text core, in the order in which the core wants them."""

from collections import defaultdict
from collections.abc import Iterable

from governance.papers.dates import LanguageCode
from governance.text.amending.operations import (
    NO_TARGETS,
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
from governance.text.tree.keys import ArticleKey, ChangeKey, row_key
from proposals.models import Change


def key_of(change: Change) -> str:
    """The identity in the proposed articles of what `change` is about.

    "c5" for what it inserts ("c0" while it is not stored), "a14" for the article it replaces,
    deletes or moves.
    """
    if change.operation == Change.Operation.INSERT:
        return str(ChangeKey(change.pk or 0))
    return str(ArticleKey(change.target_id or 0))


def anchor_of(change: Change) -> Anchor:
    """The identity behind which `change` puts something; "" for a change that puts nothing.

    The main part has no row of its own in the tree: START is first in it.
    """
    if change.anchor_article_id is not None:
        return str(ArticleKey(change.anchor_article_id))
    if change.anchor_change_id is not None:
        return str(ChangeKey(change.anchor_change_id))
    if change.anchor_part is not None:
        return START if change.anchor_part.is_main else change.anchor_part.key
    return SUPPLEMENTARY if change.new_part else ""


def operations_of(change: Change, language: LanguageCode) -> tuple[Operation, ...]:
    """`change` as operations, with the wording of `language` alone: of what is moved and amended
    there are two.
    """
    match change.operation:
        case Change.Operation.INSERT:
            return (_insert(change, language),)
        case Change.Operation.DELETE:
            keep = change.numbering == Change.Numbering.KEEP
            return (Delete(at=key_of(change), keep_number=keep),)
        case Change.Operation.MOVE:
            move = Move(at=key_of(change), after=anchor_of(change))
            words = _replace(change, language)
            return (move,) if (words.caption, words.body) == (None, None) else (move, words)
        case _:
            return (_replace(change, language),)


def _insert(change: Change, language: LanguageCode) -> Insert:
    return Insert(
        key=key_of(change),
        after=anchor_of(change),
        caption=change.text("caption", language) or "",
        body=change.text("body", language) or "",
        kind=change.kind,
        branch=change.numbering == Change.Numbering.BRANCH,
        part_title=change.text("new_part_title", language),
        citation_targets=change.citation_targets or NO_TARGETS,
    )


def _replace(change: Change, language: LanguageCode) -> Replace:
    caption: str | None = getattr(change, f"caption_{language}")
    body: str | None = getattr(change, f"body_{language}")
    # An empty body is one not yet written in this language: the present words stand.
    return Replace(
        at=key_of(change),
        caption=caption,
        body=body or None,
        citation_targets=change.citation_targets or NO_TARGETS,
    )


def anchors_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """`changes` with each anchor before what hangs on it, siblings by their position.

    What hangs on a change that is not among them comes last; `drafts` reports its anchor as gone.
    """
    behind: dict[Anchor, list[Change]] = defaultdict(list)
    for change in changes:
        behind[anchor_of(change)].append(change)
    for siblings in behind.values():
        siblings.sort(key=lambda one: (one.position, one.pk or 0))
    ordered: list[Change] = []
    # A stack and no recursion: a chain of insertions may be long.
    stack: list[Change] = []
    for anchor in sorted(behind, key=_insertions_last):
        stack.extend(reversed(behind.pop(anchor, [])))
        while stack:
            change = stack.pop()
            ordered.append(change)
            if change.operation == Change.Operation.INSERT:
                stack.extend(reversed(behind.pop(key_of(change), [])))
    return tuple(ordered)


def _insertions_last(anchor: Anchor) -> tuple[bool, str]:
    name = anchor_text(anchor)
    return isinstance(row_key(name), ChangeKey), name
