"""Changes: adding, saving, placing and removing them."""

from typing import Unpack

from django.utils.translation import gettext as _

from governance.models import User
from governance.people import audit
from governance.people.refused import Refused
from governance.text.amending.operations import anchor_text
from proposals.draft.operations import anchor_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.editing.anchors import ANCHORS, FIRST, siblings
from proposals.editing.citations import carry_decisions
from proposals.editing.ordering import current_row, save_order
from proposals.editing.plan import ChangeValues, plan, set_over_wording, sets_place
from proposals.editing.transaction import (
    Visit,
    edit_transaction,
    next_change_key,
    require_version,
    save,
    sign_step,
)
from proposals.editing.wording import changes_nothing, gives_wording, require_numbers
from proposals.models import Change, Proposal
from proposals.models.change_constraints import WORDING

_DECIDED_FIELDS = ("kind", *WORDING, "numbering", "effective_on", "expires_on", "reason_id")


class NothingChanged(Refused):
    """The change would leave everything as it is."""


def add_change(
    proposal: Proposal,
    *,
    by: User,
    numbers_version: str = "",
    visit: Visit | None = None,
    **values: Unpack[ChangeValues],
) -> Change:
    """Add one operation to the draft.

    `numbers_version` is that of the `Draft` that the form showed: citations in the words are then
    refused when numbers have moved since.

    What is inserted at the same place in the same words is there already: a form was sent twice.
    """
    values.setdefault("after", "")
    with edit_transaction(proposal, by=by, what="change.added", visit=visit) as locked:
        rows = load_rows(locked)
        # Its key is known before it is saved: its words may cite what it inserts itself.
        planned = plan(rows, values, pk=next_change_key())
        if duplicate := _duplicate(planned, values, rows):
            return duplicate
        _require_savable(planned, rows, values, numbers_version)
        _save(planned, rows, values, by=by, new=True)
        return planned


def save_change(
    change: Change,
    *,
    by: User,
    version: int,
    numbers_version: str = "",
    visit: Visit | None = None,
    **values: Unpack[ChangeValues],
) -> Change:
    """Save what a form about `change` was given; `version` is that of the change as shown.

    With `after` an insertion or a move stands elsewhere, and what stands after it goes with it.
    """
    with edit_transaction(change.proposal, by=by, what="change.saved", visit=visit) as locked:
        row = require_version(change, version, values, visit)
        rows = load_rows(locked)
        planned = plan(rows, values, change=row)
        _require_savable(planned, rows, values, numbers_version)
        planned.version += 1
        _save(planned, rows, values, by=by)
        carry_decisions(rows, rows.with_change(planned), by=by)
        if sets_place(planned, values):
            audit.record("change.placed", by=by, company=locked.company, about=locked.address)
        return planned


def keep_change(change: Change, *, by: User, over: int) -> None:
    """Let a change stand over the present wording of key `over`, which came after it was written.

    Refused where another wording stands by now.
    """
    with edit_transaction(change.proposal, by=by, what="change.kept") as locked:
        rows = load_rows(locked)
        row = current_row(rows.changes, change)
        set_over_wording(row, rows)
        if row.over_wording_id != over:
            raise Refused(_("The present wording has changed again. Look at it again."))
        row.version += 1
        save(row, by=by)


def remove_change(
    change: Change, *, by: User, version: int | None = None, visit: Visit | None = None
) -> None:
    """Take a change out of the draft.

    What stands after a removed insertion stands from then on where that one stood, in the same
    order. The first of them takes over a new supplementary part, and the others stand after it.
    What cites the removed provision is reported by the draft as broken.
    """
    with edit_transaction(change.proposal, by=by, what="change.removed", visit=visit) as locked:
        rows = load_rows(locked)
        row = current_row(rows.changes, change)
        if version is not None:
            require_version(row, version, {}, visit)
        orphans = sorted(
            (one for one in rows.changes if one.anchor_change_id == row.pk),
            key=lambda one: (one.position, one.pk),
        )
        if orphans and row.new_part:
            _let_successor_open_part(row, orphans, rows, by=by)
        elif orphans:
            _move_followers_to_place_of(row, orphans, rows, by=by)
        sign_step(row, by=by)
        row.delete()


def _require_savable(
    planned: Change, rows: DraftRows, values: ChangeValues, numbers_version: str
) -> None:
    if changes_nothing(planned):
        raise NothingChanged(_("Nothing here differs from the present wording."))
    if gives_wording(planned, rows, values):
        require_numbers(planned, rows, numbers_version)


def _save(
    planned: Change, rows: DraftRows, values: ChangeValues, *, by: User, new: bool = False
) -> None:
    """Save a planned change; where it has been placed, what stands there already makes way."""
    if sets_place(planned, values) and planned.position == FIRST:
        planned.position = 1
        save(planned, by=by, new=new)
        save_order([planned, *siblings(planned, rows)], by=by)
    else:
        save(planned, by=by, new=new)


def _move_followers_to_place_of(
    row: Change, orphans: list[Change], rows: DraftRows, *, by: User
) -> None:
    """Let what stands after `row` stand where it stands itself."""
    others = siblings(row, rows)
    before = [one for one in others if (one.position, one.pk) < (row.position, row.pk)]
    behind = [one for one in others if one not in before]
    for one in orphans:
        for name in ANCHORS:
            setattr(one, name, getattr(row, name))
    save_order([*before, *orphans, *behind], by=by, always=orphans)


def _let_successor_open_part(
    row: Change, orphans: list[Change], rows: DraftRows, *, by: User
) -> None:
    """Let what stands after `row`, the first of a new part, make that part without it."""
    inserting = (one for one in orphans if one.operation == Change.Operation.INSERT)
    successor = next(inserting, None)
    if successor is None:
        raise Refused(_("An article is moved to after this one; remove that change first."))
    successor.anchor_change = None
    successor.new_part = True
    successor.new_part_title_ja = row.new_part_title_ja
    successor.new_part_title_en = row.new_part_title_en
    successor.position = row.position
    save(successor, by=by)
    own = [one for one in rows.changes if one.anchor_change_id == successor.pk]
    last = max((one.position for one in own), default=0)
    for count, one in enumerate((one for one in orphans if one is not successor), 1):
        one.anchor_change = successor
        one.position = last + count
        save(one, by=by)


def _duplicate(planned: Change, values: ChangeValues, rows: DraftRows) -> Change | None:
    """The insertion that stands at the same place already and says the same."""
    if planned.operation != Change.Operation.INSERT:
        return None
    return next(
        (
            one
            for one in rows.changes
            if one.operation == Change.Operation.INSERT
            and anchor_text(anchor_of(one)) == values["after"]
            and all(getattr(one, name) == getattr(planned, name) for name in _DECIDED_FIELDS)
        ),
        None,
    )
