"""Everything that changes a draft, but for its state: the writer of changes, reasons and dates.

Each function is keyword-only, names who acts (`by`), is atomic with the proposal's row locked,
makes the actor an author, and leaves a line in the audit. All raise `Refused` with a
sentence when what is asked may not or cannot be done, and then have changed nothing; those that
save what a form has shown raise `Conflict` when the row was saved by somebody else in between.
"""

from proposals.editing.cell import CellToSave, change_at, delete_provision, save_words
from proposals.editing.changes import (
    NothingChanged,
    add_change,
    keep_change,
    remove_change,
    save_change,
)
from proposals.editing.choices import (
    accept_consequences,
    insert_as_new,
    join_pair,
    reword_citation,
    separate_pair,
)
from proposals.editing.citations import decide_citation
from proposals.editing.copying import copy_draft
from proposals.editing.days import set_board_authority, set_dates, set_titles
from proposals.editing.joining import join_proposals
from proposals.editing.new_proposals import create_meeting, create_proposal
from proposals.editing.plan import ChangeValues, plan, plan_reason
from proposals.editing.reasons import (
    add_reason,
    remove_reason,
    save_reason,
    set_covered_changes,
    shift_reason,
)
from proposals.editing.replacing import replace_words
from proposals.editing.splitting import SplitProposal, split_proposal
from proposals.editing.steps import last_step, redo, states_of_steps, undo, undone_step
from proposals.editing.transaction import AlreadySaved, Conflict, Visit
from proposals.editing.underlines import (
    SelectedWords,
    explain_underline,
    take_back_underline,
    underline_words,
)
from proposals.editing.wording import NumbersMoved

__all__ = [
    "AlreadySaved",
    "CellToSave",
    "ChangeValues",
    "Conflict",
    "NothingChanged",
    "NumbersMoved",
    "SelectedWords",
    "SplitProposal",
    "Visit",
    "accept_consequences",
    "add_change",
    "add_reason",
    "change_at",
    "copy_draft",
    "create_meeting",
    "create_proposal",
    "decide_citation",
    "delete_provision",
    "explain_underline",
    "insert_as_new",
    "join_pair",
    "join_proposals",
    "keep_change",
    "last_step",
    "plan",
    "plan_reason",
    "redo",
    "remove_change",
    "remove_reason",
    "replace_words",
    "reword_citation",
    "save_change",
    "save_reason",
    "save_words",
    "separate_pair",
    "set_board_authority",
    "set_covered_changes",
    "set_dates",
    "set_titles",
    "shift_reason",
    "split_proposal",
    "states_of_steps",
    "take_back_underline",
    "underline_words",
    "undo",
    "undone_step",
]
