"""The workflow of a proposal as data: its states and the moves between them.

Nothing here acts. `permissions.refusal` says who may move, `workflow` moves, and the diagram in
docs/workflow.md is drawn from `MOVES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.models.role import Role
from proposals.models.state import State


@dataclass(frozen=True)
class StateMove:
    """One arrow of the workflow.

    `verb` is what the button says and `done` how the history names the act; `author_may` is False
    where four eyes are needed: whoever wrote a part of a proposal neither approves nor returns it.
    """

    sources: frozenset[State]
    target: State
    role: Role
    verb: str | Promise
    done: str | Promise
    needs_comment: bool = False
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
            author_may=False,
        ),
        "adopt": StateMove(
            sources=frozenset({State.APPROVED}),
            target=State.ADOPTED,
            role=Role.BOARD_SECRETARY,
            verb=_("Record the adoption"),
            done=_("Adopted by the meeting"),
        ),
        "reopen": StateMove(
            sources=frozenset({State.RETURNED, State.APPROVED}),
            target=State.DRAFTING,
            role=Role.LEGAL_STAFF,
            verb=_("Reopen"),
            done=_("Reopened"),
        ),
    }
)
