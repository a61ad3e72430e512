"""Who may do what with a proposal, answered once: the reason against it, as a sentence, or "".

The disabled button, the page and the move itself (`moves`) all ask here. Beside the moves
of `states.MOVES` seven acts are known:

- "edit": change anything of the draft;
- "comment": comment on the draft, answer and resolve comments;
- "read_comments": see what was commented;
- "read": open the proposal's page;
- "download": take away one of its papers;
- "read_release": read what was published of it, whatever became of it since;
- "record": see who opened and downloaded it.

A stranger is shown no sentence: `governance.people.access` has answered 404 before.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import AuditEntry, Company, Meeting
from governance.people.permissions import may_draft, roles_in, works_on_drafts
from governance.people.refused import Refused
from proposals.models import Proposal
from proposals.models.state import EDITABLE, State
from proposals.workflow.states import MOVES

Person = AbstractBaseUser | AnonymousUser
READ_ACTIONS = ("read", "download", "record", "read_release", "read_comments")
COMMENTED = frozenset({State.DRAFTING, State.IN_REVIEW, State.RETURNED})
"""The states in which people comment on a proposal."""


def refusal(user: Person, move: str, proposal: Proposal) -> str:
    """The reason why `user` may not do `move` with `proposal` now, or "" when they may.

    `move` is a name in `MOVES`, "edit", "comment" or one of `READ_ACTIONS`; any other is a
    KeyError. Whether the draft is complete enough to be submitted is not asked here (it needs the
    whole draft): see `readiness.missing_for_review`.
    """
    if move in READ_ACTIONS:
        return _refusal_to_see(user, move, proposal)
    if move == "edit":
        return _refusal_to_edit(user, proposal)
    if move == "comment":
        return _refusal_to_comment(user, proposal)
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
    if move == "read_comments":
        return _("Only legal staff and board secretaries may see the comments on a proposal.")
    # Until it is published it is inside information.
    if move == "read_release":
        is_open = proposal.is_published(timezone.now())
    else:
        is_open = proposal.is_public(timezone.now())
    return "" if is_open else _("Readers see a proposal once it is released.")


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
        case State.RELEASED:
            return _("This proposal is released; only a correction of the release can be drafted.")
        case State.ADOPTED:
            return _("This proposal is adopted; what it changes is on record.")
        case State.REJECTED | State.WITHDRAWN | State.DISCARDED:
            return _("This proposal has ended; what it would have changed is no longer edited.")
        case _other:
            return _("This proposal is approved; reopen it before you edit it.")


def _refusal_to_comment(user: Person, proposal: Proposal) -> str:
    if not works_on_drafts(user, proposal.company):
        return _("Only legal staff and board secretaries may comment on a proposal.")
    if proposal.state not in COMMENTED:
        return _("Comments are written while a proposal is being drafted or reviewed.")
    return ""


def _refusal_to_move(user: Person, name: str, proposal: Proposal) -> str:
    move = MOVES[name]
    if move.role is None or move.role not in roles_in(user, proposal.company):
        return _wrong_role(name)
    if proposal.state not in move.sources:
        return _wrong_state(name, State(proposal.state))
    if not move.author_may and is_author(user, proposal):
        return _("You are an author of this proposal; somebody else must review it.")
    if name == "amend_at_meeting" and proposal.meeting.kind not in Meeting.GENERAL:
        return _("Only a general meeting amends what is proposed to it; draft it anew instead.")
    if name == "discard" and _was_opened_by_others(proposal):
        return _("Somebody else has seen this draft; it can be withdrawn, and stays on record.")
    return ""


def _was_opened_by_others(proposal: Proposal) -> bool:
    """Whether anybody but its authors has opened it, or it ever left drafting."""
    authors = {author.pk for author in proposal.authors.all()} | {proposal.created_by_id}
    lines = AuditEntry.objects.filter(company=proposal.company_id, about=proposal.address)
    # One that was discarded may have had the address before.
    begun = lines.filter(what="proposal.created").order_by("-pk").values("pk")[:1]
    since = lines.filter(pk__gte=Coalesce(Subquery(begun), 0))
    return since.filter(~Q(actor__in=authors) | Q(what="proposal.submit")).exists()


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
        "publish": _("Only a board secretary of the company may release a proposal."),
        "adopt": _("Only a board secretary of the company may record an adoption."),
        "reopen": _("Only legal staff of the company may reopen a proposal."),
        "correct": _("Only legal staff of the company may correct a release."),
        "recall": _("Only legal staff of the company may recall a proposal."),
        "amend_at_meeting": _(
            "Only a board secretary of the company may enter that the meeting amended a proposal."
        ),
        "reject": _("Only a board secretary of the company may record a rejection."),
        "withdraw": _("Only legal staff of the company may withdraw a draft."),
        "withdraw_from_agenda": _(
            "Only a board secretary of the company may withdraw a proposal from the agenda."
        ),
        "discard": _("Only legal staff of the company may discard a draft."),
        "lapse": _("An approval lapses by itself, when something that it fixed is changed."),
    }[name]


def _wrong_state(name: str, state: State) -> str:
    before = {
        "submit": _("Only a proposal that is being drafted can be submitted."),
        "approve": _("Only a proposal in review can be approved."),
        "return": _("Only a proposal in review can be returned."),
        "publish": _("Only an approved proposal can be released."),
        "adopt": _("Only an approved or a released proposal can be adopted."),
        "correct": _("Only a release can be corrected."),
        "recall": _("Only a proposal in review can be recalled."),
        "amend_at_meeting": _("Only an approved or a released proposal is amended by the meeting."),
        "reject": _("Only an approved or a released proposal can be rejected."),
        "withdraw": _("Only a draft or a returned proposal can be withdrawn as a draft."),
        "withdraw_from_agenda": _(
            "Only an approved or a released proposal can be withdrawn from the agenda."
        ),
        "discard": _("Only a draft can be discarded."),
        "lapse": _("Only an approval can lapse."),
        "reopen": _("Only a returned or an approved proposal can be reopened."),
    }[name]
    now = {
        State.DRAFTING: _("This proposal is being drafted."),
        State.IN_REVIEW: _("This proposal is in review."),
        State.RETURNED: _("This proposal was returned."),
        State.APPROVED: _("This proposal is approved."),
        State.RELEASED: _("This proposal is released."),
        State.ADOPTED: _("This proposal is adopted."),
        State.REJECTED: _("This proposal was rejected."),
        State.WITHDRAWN: _("This proposal was withdrawn."),
        State.DISCARDED: _("This proposal was discarded."),
    }[state]
    return _("%(now)s %(before)s") % {"now": now, "before": before}
