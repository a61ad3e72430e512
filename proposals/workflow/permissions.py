"""Who may do what with a proposal, answered once: the reason against it, as a sentence, or "".

The disabled button, the page and the move itself (`moves`) all ask here. Beside the moves
of `states.MOVES` four acts are known:

- "edit": change anything of the draft;
- "read": open the proposal's page;
- "download": take away one of its papers;
- "record": see who opened and downloaded it.

A stranger is shown no sentence: `governance.people.access` has answered 404 before.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from governance.models import Company
from governance.people.permissions import may_draft, roles_in, works_on_drafts
from governance.people.refused import Refused
from proposals.models import Proposal
from proposals.models.state import CLEARED, EDITABLE, State
from proposals.workflow.states import MOVES

Person = AbstractBaseUser | AnonymousUser


def refusal(user: Person, move: str, proposal: Proposal) -> str:
    """The reason why `user` may not do `move` with `proposal` now, or "" when they may.

    `move` is a name in `MOVES` or one of "edit", "read", "download", "record"; any other is a
    KeyError. Whether the draft is complete enough to be submitted is not asked here (it needs the
    whole draft): see `readiness.missing_for_review`.
    """
    if move in ("read", "download", "record"):
        return _refusal_to_see(user, move, proposal)
    if move == "edit":
        return _refusal_to_edit(user, proposal)
    return _refusal_to_move(user, move, proposal)


def refusal_to_draft(user: Person, company: Company) -> str:
    """The reason why `user` may not begin a proposal or enter a meeting of `company`, or ""."""
    if may_draft(user, company):
        return ""
    return _("Only legal staff of the company may begin a proposal.")


def require(user: Person, move: str, proposal: Proposal) -> None:
    """Raise `Refused` where `refusal` has a reason."""
    if sentence := refusal(user, move, proposal):
        raise Refused(sentence)


def _refusal_to_see(user: Person, move: str, proposal: Proposal) -> str:
    if works_on_drafts(user, proposal.company):
        return ""
    if not roles_in(user, proposal.company):
        return _("You do not belong to this company.")
    if move == "record":
        return _("Only legal staff and board secretaries may see who opened a proposal.")
    # A draft is inside information until it is approved.
    if proposal.state not in CLEARED:
        return _("Readers see a proposal once it is approved.")
    return ""


def _refusal_to_edit(user: Person, proposal: Proposal) -> str:
    if not may_draft(user, proposal.company):
        return _("Only legal staff of the company may edit a proposal.")
    if proposal.state in EDITABLE:
        return ""
    match State(proposal.state):
        case State.IN_REVIEW:
            return _("This proposal is in review and cannot be edited until it is returned.")
        case State.RETURNED:
            return _("This proposal was returned; reopen it before you edit it.")
        case State.ADOPTED:
            return _("This proposal is adopted; what it changes is on record.")
        case _other:
            return _("This proposal is approved; reopen it before you edit it.")


def _refusal_to_move(user: Person, name: str, proposal: Proposal) -> str:
    move = MOVES[name]
    if move.role not in roles_in(user, proposal.company):
        return _wrong_role(name)
    if proposal.state not in move.sources:
        return _wrong_state(name, State(proposal.state))
    if not move.author_may and is_author(user, proposal):
        return _("You are an author of this proposal; somebody else must review it.")
    return ""


def is_author(user: Person, proposal: Proposal) -> bool:
    """Whether `user` began the proposal or wrote any part of it.

    Reads `proposal.authors` as prefetched where it is; `workflow` fetches afresh, under the lock.
    """
    return proposal.created_by_id == user.pk or any(
        author.pk == user.pk for author in proposal.authors.all()
    )


def _wrong_role(name: str) -> str:
    return {
        "submit": _("Only legal staff of the company may submit a proposal."),
        "approve": _("Only a board secretary of the company may approve a proposal."),
        "return": _("Only a board secretary of the company may return a proposal."),
        "adopt": _("Only a board secretary of the company may record an adoption."),
        "reopen": _("Only legal staff of the company may reopen a proposal."),
    }[name]


def _wrong_state(name: str, state: State) -> str:
    before = {
        "submit": _("Only a proposal that is being drafted can be submitted."),
        "approve": _("Only a proposal in review can be approved."),
        "return": _("Only a proposal in review can be returned."),
        "adopt": _("Only an approved proposal can be adopted."),
        "reopen": _("Only a returned or an approved proposal can be reopened."),
    }[name]
    now = {
        State.DRAFTING: _("This proposal is being drafted."),
        State.IN_REVIEW: _("This proposal is in review."),
        State.RETURNED: _("This proposal was returned."),
        State.APPROVED: _("This proposal is approved."),
        State.ADOPTED: _("This proposal is adopted."),
    }[state]
    return _("%(now)s %(before)s") % {"now": now, "before": before}
