"""The order of what stands at one place: siblings of an anchor, reasons of a proposal."""

from collections.abc import Collection, Iterable, Sequence

from governance.models import User
from proposals.editing.transaction import Conflict, save
from proposals.models import Change, Reason


def current_row[Row: (Change, Reason)](rows: Sequence[Row], row: Row) -> Row:
    """`row` as it is stored now. Raises `Conflict` where somebody has removed it."""
    found = next((one for one in rows if one.pk == row.pk), None)
    if found is None:
        raise Conflict(None, {})
    return found


def save_order[Row: (Change, Reason)](
    ordered: Iterable[Row], *, by: User, always: Collection[Row] = ()
) -> None:
    """Give rows positions from 1 on in this order; save those that differ, and `always`."""
    for position, one in enumerate(ordered, 1):
        if one.position != position or one in always:
            one.position = position
            save(one, by=by)
