"""What is written in a cell of the table, saved as the one change of its article."""

from dataclasses import dataclass
from typing import Any

from governance.models import User
from governance.text.tree.keys import ArticleKey, ChangeKey, row_key
from proposals.draft.operations import key_of
from proposals.draft.rows import load_rows
from proposals.editing.changes import NothingChanged, add_change, remove_change, save_change
from proposals.editing.transaction import Conflict, Visit, edit_transaction
from proposals.models import Change, Proposal


@dataclass(frozen=True)
class CellToSave:
    """The right cell of the provision of identity `key`; or, with `key` "", one that is still to be
    inserted after `after`. `version` is that of its change as the page knows it, 0 for none.
    """

    key: str
    version: int = 0
    after: str = ""
    kind: str = "article"


def save_words(
    proposal: Proposal,
    *,
    by: User,
    cell: CellToSave,
    visit: Visit,
    numbers_version: str = "",
    **words: str,
) -> Change | None:
    """Save the caption and the body of a cell in one language; None where they change nothing.

    Words that stand again as at present take the change back. Raises `Refused`, `Conflict`, and
    `AlreadySaved` for a sending that came late.
    """
    values: dict[str, Any] = dict(words)
    with edit_transaction(proposal, by=by, what="words.saved", visit=visit) as locked:
        change = _change_of(cell, locked, visit)
        common: dict[str, Any] = {"by": by, "visit": visit, "numbers_version": numbers_version}
        if change is None:
            return _add(locked, cell, values, common)
        try:
            return save_change(change, version=cell.version, **common, **values)
        except NothingChanged:
            remove_change(change, by=by, version=cell.version, visit=visit)
            return None


def delete_provision(proposal: Proposal, *, by: User, key: str, keep_number: bool) -> None:
    """Let an article or heading go: what the draft inserts is taken back, a change that it had
    gives way to its deletion.
    """
    numbering = Change.Numbering.KEEP if keep_number else Change.Numbering.RENUMBER
    with edit_transaction(proposal, by=by, what="change.added") as locked:
        change = change_at(locked, key)
        if change is not None and change.operation == Change.Operation.DELETE:
            save_change(change, by=by, version=change.version, numbering=numbering)
            return
        if change is not None:
            remove_change(change, by=by)
        if isinstance(row_key(key), ArticleKey):
            add_change(locked, by=by, operation="delete", at=key, numbering=numbering)


def change_at(proposal: Proposal, key: str) -> Change | None:
    """The change about the provision of that identity."""
    return next((one for one in load_rows(proposal).changes if key_of(one) == key), None)


def _change_of(cell: CellToSave, proposal: Proposal, visit: Visit) -> Change | None:
    if cell.key:
        change = change_at(proposal, cell.key)
        if change is None and (cell.version or isinstance(row_key(cell.key), ChangeKey)):
            raise Conflict(None, {})
        return change
    # What this visit inserts it has perhaps inserted already, and never heard of it.
    steps = [str(pk) for pk in proposal.steps.filter(visit=visit.name).values_list("pk", flat=True)]
    history: Any = Change.history
    made = history.filter(history_change_reason__in=steps, history_type="+").values_list("id")
    return Change.objects.filter(proposal=proposal, pk__in=made).first()


def _add(
    proposal: Proposal, cell: CellToSave, values: dict[str, Any], common: dict[str, Any]
) -> Change | None:
    try:
        if cell.key:
            return add_change(proposal, operation="replace", at=cell.key, **common, **values)
        return add_change(
            proposal,
            operation="insert",
            kind=cell.kind,
            after=cell.after,
            first=True,
            **common,
            **values,
        )
    except NothingChanged:
        return None
