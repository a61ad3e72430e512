"""The moves of a proposal from state to state; nothing else writes `Proposal.state`.

Each function is one move of `states.MOVES`: atomic, with the proposal's row locked and the refusal
asked again under the lock; it leaves a `Review` (who did what when, with which comment) and a line
in the audit. All raise `Refused` with a sentence and then have changed nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from governance import record
from governance.models import User
from governance.people import audit
from governance.people.refused import Refused, stored_text
from governance.record.pending_rows import lock_company
from governance.record.refusal import format_day
from proposals.agenda.adoption_in_order import OrderDecisions
from proposals.draft.readiness import missing_for_review
from proposals.models import Proposal, Review
from proposals.models.state import State
from proposals.releases.content import changed_since_approval
from proposals.releases.timestamps import try_to_stamp
from proposals.workflow.adopting import adoption_of, newest_amendment
from proposals.workflow.change_reviews import require_no_change_returned
from proposals.workflow.permissions import require
from proposals.workflow.releasing import (
    Publication,
    require_approved_as_stored,
    require_publishable,
    require_released_as_approved,
    save_approval,
    save_release,
)
from proposals.workflow.states import MOVES

LONGEST_COMMENT = 4000
OUTCOME = ("amendment", "amended_by_meeting", "decided_on", "insertion_orders", "base_amendment")
"""What is entered with an outcome."""


def submit(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Hand the draft to the board secretaries. While incomplete: refused, with all it lacks."""
    return _move(_Request("submit", proposal, by, at, comment))


def approve(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Fix the draft as it is: its papers no longer say DRAFT. Never by an author, and not while a
    change of it stands returned.
    """

    def before(locked: Proposal, _request: _Request) -> None:
        require_no_change_returned(locked)

    return _move(_Request("approve", proposal, by, at, comment), before, after=save_approval)


def return_(proposal: Proposal, *, by: User, at: datetime, comment: str) -> Review:
    """Send the draft back with a comment that says why. Never by an author."""
    return _move(_Request("return", proposal, by, at, comment))


class AdoptionOptions(TypedDict, total=False):
    """What may be said of an adoption besides who records it when."""

    adopted_on: date | None
    decisions: OrderDecisions | None
    comment: str


def adopt(
    proposal: Proposal, *, by: User, at: datetime, **options: Unpack[AdoptionOptions]
) -> Review:
    """Record that the meeting adopted it: what it changes enters the record as an amendment.

    Others of the meeting may have been adopted before it: it is carried over what they changed.
    `decisions` say, where it puts something at the place where one of them did, which stands first.

    `adopted_on` is the last day of the meeting unless it decided on another (`Meeting.days`).
    Refused before that day, and where the record cannot hold what was adopted.
    """
    request = _Request("adopt", proposal, by, at, options.get("comment", ""))
    outcome = partial(
        _record_adoption,
        adopted_on=options.get("adopted_on"),
        decisions=options.get("decisions"),
    )
    return _move(request, outcome)


def recall(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Take a proposal back from review, to go on drafting it."""
    return _move(_Request("recall", proposal, by, at, comment))


def withdraw(proposal: Proposal, *, by: User, at: datetime, comment: str) -> Review:
    """End a proposal that is being drafted; it stays on record."""
    return _move(_Request("withdraw", proposal, by, at, comment))


def withdraw_from_agenda(proposal: Proposal, *, by: User, at: datetime, comment: str) -> Review:
    """Take an approved or released proposal off the agenda before the meeting has decided."""
    return _move(_Request("withdraw_from_agenda", proposal, by, at, comment))


def discard(proposal: Proposal, *, by: User, at: datetime, comment: str = "") -> Review:
    """Drop a draft that nobody but its authors has seen; its number is free again."""
    return _move(_Request("discard", proposal, by, at, comment))


def reject(
    proposal: Proposal, *, by: User, at: datetime, decided_on: date | None = None, comment: str = ""
) -> Review:
    """Record that the meeting rejected it, on the day of the meeting unless it was another."""
    request = _Request("reject", proposal, by, at, comment)

    def before(locked: Proposal, request: _Request) -> None:
        locked.decided_on = _day_of_decision(locked, decided_on, request)
        _require_day_of_meeting(locked, locked.decided_on)

    return _move(request, before)


def amend_at_meeting(proposal: Proposal, *, by: User, at: datetime, comment: str) -> Review:
    """Open a proposal that the meeting amended, to enter it as the meeting decided.

    It is reviewed and approved again, and adopted as amended; what was released stays as it is.
    """

    def before(locked: Proposal, request: _Request) -> None:
        _day_of_decision(locked, None, request)
        locked.amended_by_meeting = True

    return _move(_Request("amend_at_meeting", proposal, by, at, comment), before)


def publish(
    proposal: Proposal, *, by: User, at: datetime, publication: Publication, comment: str = ""
) -> Review:
    """Publish what was approved, in all languages that the company keeps at one moment.

    Refused where something that was approved has changed since, where the days contradict what the
    papers print, and where the certificate of fidelity finds anything.
    """
    request = _Request("publish", proposal, by, at, comment)

    def before(locked: Proposal, _request: _Request) -> None:
        require_publishable(locked, publication, at)

    def after(locked: Proposal, review: Review) -> None:
        made = save_release(locked, review, publication=publication, at=at)
        # Whatever becomes of it, what is released is released.
        transaction.on_commit(partial(try_to_stamp, made), robust=True)

    return _move(request, before, after=after)


def correct_release(proposal: Proposal, *, by: User, at: datetime, comment: str) -> Review:
    """Open a released proposal again, to publish a correction. What was released stays public."""
    return _move(_Request("correct", proposal, by, at, comment))


def lapse(proposal: Proposal, *, by: User, at: datetime) -> Review | None:
    """Let an approval lapse where something that it fixed has changed, naming it.

    `by` is whoever changed it. None, and nothing done, where the approval stands.
    """
    found = locked_proposal(proposal)
    changed = changed_since_approval(found) or ()
    if found.state != State.APPROVED or not changed:
        return None
    comment = " ".join(each.sentence for each in changed)[:LONGEST_COMMENT]
    return _write(found, _Request("lapse", proposal, by, at, comment))


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
def _move(
    request: _Request,
    before: Callable[[Proposal, _Request], None] | None = None,
    *,
    after: Callable[[Proposal, Review], object] | None = None,
) -> Review:
    """One move: asked again under the lock, `before` it what may still refuse, `after` it what it
    stores besides.
    """
    locked = locked_proposal(request.proposal)
    request = replace(
        request, comment=stored_text(request.comment.strip(), longest=LONGEST_COMMENT)
    )
    require(request.by, request.name, locked)
    if MOVES[request.name].needs_comment and not request.comment:
        raise Refused(_("Say why in a comment, so that the authors know what to change."))
    if request.name == "submit" and (missing := missing_for_review(locked)):
        raise Refused(" ".join(each.sentence for each in missing))
    if before is not None:
        before(locked, request)
    review = _write(locked, request)
    if after is not None:
        after(locked, review)
    return review


def locked_proposal(proposal: Proposal) -> Proposal:
    """The proposal, locked and fetched afresh: what the caller holds may be older, its authors too.

    The record of its company is closed to other writers before, as everybody does who locks both.
    """
    lock_company(proposal.company_id)
    return (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("company", "meeting")
        .get(pk=proposal.pk)
    )


def _write(locked: Proposal, request: _Request) -> Review:
    review = Review.objects.create(
        proposal=locked,
        move=request.name,
        from_state=locked.state,
        to_state=MOVES[request.name].target,
        by=request.by,
        comment=request.comment,
        at=request.at,
    )
    _save_state(locked, request)
    return review


def _save_state(locked: Proposal, request: _Request) -> None:
    locked.state = MOVES[request.name].target
    audit.set_history_user(locked, by=request.by)
    locked.save(update_fields=["state", *OUTCOME, "updated_at"])
    what = f"proposal.{request.name}"
    audit.record(what, by=request.by, company=locked.company, about=locked.address)
    # The caller's copy is brought up to date.
    request.proposal.state = locked.state
    for name in OUTCOME:
        setattr(request.proposal, name, getattr(locked, name))
    request.proposal.updated_at = locked.updated_at


def _record_adoption(
    proposal: Proposal,
    request: _Request,
    *,
    adopted_on: date | None = None,
    decisions: OrderDecisions | None = None,
) -> None:
    """Enter into the record what is adopted, as it was approved."""
    require_approved_as_stored(proposal)
    if not proposal.amended_by_meeting:
        require_released_as_approved(proposal)
    day = _day_of_decision(proposal, adopted_on, request)
    if day < proposal.base_day or (day == proposal.base_day and not proposal.amended_by_meeting):
        # From then on the articles of its base day would be those that it made.
        raise Refused(_("The day of adoption must come after the day of the present text."))
    _require_day_of_meeting(proposal, day)
    if day == proposal.base_day:
        proposal.base_amendment = newest_amendment(proposal)
        audit.set_history_user(proposal, by=request.by)
        # Before it is adopted: what it was approved on is then no longer that of the day.
        proposal.save(update_fields=["base_amendment"])
    adoption = adoption_of(proposal, adopted_on=day, decisions=decisions)
    proposal.amendment = record.adopt(adoption, by=request.by)
    proposal.insertion_orders = {str(key): str(order) for key, order in (decisions or {}).items()}
    proposal.decided_on = day


def _day_of_decision(proposal: Proposal, day: date | None, request: _Request) -> date:
    """The day on which the meeting decided: its last unless another is given; not one to come."""
    day = day or proposal.meeting.days[-1]
    if day > proposal.company.day(request.at):
        raise Refused(
            _("The day of adoption is still to come.")
            if request.name == "adopt"
            else _("The meeting, on %(day)s, is still to come; it has decided nothing yet.")
            % {"day": format_day(day)}
        )
    return day


def _require_day_of_meeting(proposal: Proposal, day: date) -> None:
    """Raise `Refused` for a day on which the meeting did not sit."""
    if day not in proposal.meeting.days:
        raise Refused(
            _(
                "The meeting sat on %(days)s. Where it was adjourned or continued (Companies Act,"
                " Article 317), enter that day with its agenda first."
            )
            % {"days": ", ".join(format_day(each) for each in proposal.meeting.days)}
        )
