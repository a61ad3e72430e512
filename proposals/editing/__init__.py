"""Everything that changes a draft, but for its state: the writer of changes, reasons and dates.

Each function is keyword-only, names who acts (`by`), is atomic with the proposal's row locked,
makes the actor an author, and leaves a line in the audit. All raise `Refused` with a
sentence when what is asked may not or cannot be done, and then have changed nothing; those that
save what a form has shown raise `Conflict` when the row was saved by somebody else in between.
"""

from proposals.editing.changes import (
    add_change,
    remove_change,
    save_change,
)
from proposals.editing.days import set_dates, set_titles
from proposals.editing.new_proposals import create_meeting, create_proposal
from proposals.editing.plan import ChangeValues, plan, plan_reason
from proposals.editing.reasons import (
    add_reason,
    cover,
    remove_reason,
    save_reason,
    shift_reason,
)
from proposals.editing.transaction import Conflict

__all__ = [
    "ChangeValues",
    "Conflict",
    "add_change",
    "add_reason",
    "cover",
    "create_meeting",
    "create_proposal",
    "plan",
    "plan_reason",
    "remove_change",
    "remove_reason",
    "save_change",
    "save_reason",
    "set_dates",
    "set_titles",
    "shift_reason",
]
