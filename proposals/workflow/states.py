"""The workflow of a proposal as data: its states and the moves between them.

Nothing here acts. `permissions.refusal` says who may move, `workflow` moves, and the diagram in
docs/workflow.md is drawn from `MOVES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.models.role import Role
from proposals.models.state import State


@dataclass(frozen=True)
class StateMove:
    """One arrow of the workflow.

    `role` is None for a move that the program makes by itself.
    `verb` is what the button says and `done` how the history names the act; `author_may` is False
    where four eyes are needed: whoever wrote a part of a proposal neither approves nor returns it.
    `has_form` is True where more is asked than a press of the button.
    """

    sources: frozenset[State]
    target: State
    role: Role | None
    verb: str | Promise
    done: str | Promise
    needs_comment: bool = False
    has_form: bool = False
    author_may: bool = True


MOVES: Mapping[str, StateMove] = MappingProxyType(
    {
        "submit": StateMove(
            sources=frozenset({State.DRAFTING}),
            target=State.IN_REVIEW,
            role=Role.LEGAL_STAFF,
            verb=_("Submit for review"),
            done=_("Submitted for review"),
        ),
        "approve": StateMove(
            sources=frozenset({State.IN_REVIEW}),
            target=State.APPROVED,
            role=Role.BOARD_SECRETARY,
            verb=_("Approve"),
            done=_("Approved"),
            author_may=False,
        ),
        "return": StateMove(
            sources=frozenset({State.IN_REVIEW}),
            target=State.RETURNED,
            role=Role.BOARD_SECRETARY,
            verb=_("Return"),
            done=_("Returned"),
            needs_comment=True,
            has_form=True,
            author_may=False,
        ),
        "recall": StateMove(
            sources=frozenset({State.IN_REVIEW}),
            target=State.DRAFTING,
            role=Role.LEGAL_STAFF,
            verb=_("Recall from review"),
            done=_("Recalled from review"),
        ),
        "reopen": StateMove(
            sources=frozenset({State.RETURNED, State.APPROVED}),
            target=State.DRAFTING,
            role=Role.LEGAL_STAFF,
            verb=_("Reopen"),
            done=_("Reopened"),
        ),
        "publish": StateMove(
            sources=frozenset({State.APPROVED}),
            target=State.RELEASED,
            role=Role.BOARD_SECRETARY,
            verb=_("Release"),
            done=pgettext_lazy("act", "Released"),
            has_form=True,
        ),
        "adopt": StateMove(
            sources=frozenset({State.APPROVED, State.RELEASED}),
            target=State.ADOPTED,
            role=Role.BOARD_SECRETARY,
            verb=_("Record the adoption"),
            done=_("Adopted by the meeting"),
            has_form=True,
        ),
        "amend_at_meeting": StateMove(
            sources=frozenset({State.APPROVED, State.RELEASED}),
            target=State.DRAFTING,
            role=Role.BOARD_SECRETARY,
            verb=_("Amended by the meeting"),
            done=_("Reopened to enter what the meeting amended"),
            needs_comment=True,
            has_form=True,
        ),
        "reject": StateMove(
            sources=frozenset({State.APPROVED, State.RELEASED}),
            target=State.REJECTED,
            role=Role.BOARD_SECRETARY,
            verb=_("Record the rejection"),
            done=_("Rejected by the meeting"),
            has_form=True,
        ),
        "withdraw": StateMove(
            sources=frozenset({State.DRAFTING, State.RETURNED}),
            target=State.WITHDRAWN,
            role=Role.LEGAL_STAFF,
            verb=_("Withdraw"),
            done=pgettext_lazy("act", "Withdrawn"),
            needs_comment=True,
            has_form=True,
        ),
        "withdraw_from_agenda": StateMove(
            sources=frozenset({State.APPROVED, State.RELEASED}),
            target=State.WITHDRAWN,
            role=Role.BOARD_SECRETARY,
            verb=_("Withdraw from the agenda"),
            done=_("Withdrawn from the agenda"),
            needs_comment=True,
            has_form=True,
        ),
        "discard": StateMove(
            sources=frozenset({State.DRAFTING}),
            target=State.DISCARDED,
            role=Role.LEGAL_STAFF,
            verb=_("Discard"),
            done=pgettext_lazy("act", "Discarded"),
            has_form=True,
        ),
        "correct": StateMove(
            sources=frozenset({State.RELEASED}),
            target=State.DRAFTING,
            role=Role.LEGAL_STAFF,
            verb=_("Correct the release"),
            done=_("Reopened to correct the release"),
            needs_comment=True,
            has_form=True,
        ),
        "lapse": StateMove(
            sources=frozenset({State.APPROVED}),
            target=State.DRAFTING,
            role=None,
            verb=_("Let the approval lapse"),
            done=_("The approval lapsed"),
        ),
    }
)
