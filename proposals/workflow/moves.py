"""The moves of a proposal from state to state; nothing else writes `Proposal.state`.

Each function is one move of `states.MOVES`: atomic, with the proposal's row locked and the refusal
asked again under the lock; it leaves a `Review` (who did what when, with which comment) and a line
in the audit. All raise `Refused` with a sentence and then have changed nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance import record
from governance.models import Amendment, User
from governance.people import audit
from governance.people.refused import Refused, stored_text
from proposals.draft.readiness import missing_for_review
from proposals.models import Proposal, Review
from proposals.workflow.adopting import adoption_of
from proposals.workflow.permissions import require
from proposals.workflow.states import MOVES

LONGEST_COMMENT = 4000


def submit(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Hand the draft to the board secretaries. While incomplete: refused, with all it lacks."""
    return _move(_Request("submit", proposal, by, at, comment))


def approve(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Clear the draft: its papers no longer say DRAFT and readers see it. Never by an author."""
    return _move(_Request("approve", proposal, by, at, comment))


def return_(proposal: Proposal, *, by: User, at: datetime, comment: str) -> Review:
    """Send the draft back with a comment that says why. Never by an author."""
    return _move(_Request("return", proposal, by, at, comment))


def adopt(
    proposal: Proposal, *, by: User, at: datetime, adopted_on: date | None = None, comment: str = ""
) -> Review:
    """Record that the meeting adopted it: what it changes enters the record as an amendment.

    `adopted_on` is the day of the meeting unless it decided on another (an adjourned meeting).
    Refused before that day, and where the record cannot hold what was adopted.
    """
    request = _Request("adopt", proposal, by, at, comment)
    return _move(request, adopted_on=adopted_on)


def reopen(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Open a returned or approved proposal for drafting again; an approval lapses with it."""
    return _move(_Request("reopen", proposal, by, at, comment))


@dataclass(frozen=True)
class _Request:
    """Who asks for which move of which proposal, when, and with which comment."""

    name: str
    proposal: Proposal
    by: User
    at: datetime
    comment: str


@transaction.atomic
def _move(request: _Request, *, adopted_on: date | None = None) -> Review:
    name, by = request.name, request.by
    comment = stored_text(request.comment.strip(), longest=LONGEST_COMMENT)
    # Fetched afresh: what the caller holds may be older than the lock, its authors too.
    locked = (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("company", "meeting")
        .get(pk=request.proposal.pk)
    )
    require(by, name, locked)
    if MOVES[name].needs_comment and not comment:
        raise Refused(_("Say why in a comment, so that the authors know what to change."))
    if name == "submit" and (missing := missing_for_review(locked)):
        raise Refused(" ".join(each.sentence for each in missing))
    if name == "adopt":
        day = adopted_on or locked.meeting.date
        locked.amendment = _adopted(locked, day, by=by, at=request.at)
    review = Review.objects.create(
        proposal=locked,
        move=name,
        from_state=locked.state,
        to_state=MOVES[name].target,
        by=by,
        comment=comment,
        at=request.at,
    )
    _save_state(locked, request)
    return review


def _save_state(locked: Proposal, request: _Request) -> None:
    locked.state = MOVES[request.name].target
    audit.set_history_user(locked, by=request.by)
    locked.save(update_fields=["state", "amendment", "updated_at"])
    what = f"proposal.{request.name}"
    audit.record(what, by=request.by, company=locked.company, about=locked.address)
    # The caller's copy is brought up to date.
    request.proposal.state = locked.state
    request.proposal.amendment = locked.amendment
    request.proposal.updated_at = locked.updated_at


def _adopted(proposal: Proposal, day: date, *, by: User, at: datetime) -> Amendment:
    if day > proposal.company.day(at):
        raise Refused(_("The day of adoption is still to come."))
    if day <= proposal.base_day:
        # From then on the articles of its base day would be those that it made.
        raise Refused(_("The day of adoption must come after the day of the present text."))
    return record.adopt(adoption_of(proposal, adopted_on=day), by=by)
