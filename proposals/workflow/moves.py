"""The one door to a proposal's state: nothing else writes `Proposal.state`.

Each function is one move of `states.MOVES`: atomic, with the proposal's row locked and the refusal
asked again under the lock; it leaves a `Review` (who did what when, with which word) and a line in
the audit. All raise `Refused` with a sentence and then have changed nothing.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance import record
from governance.models import Amendment, User
from governance.people import audit
from governance.people.refused import Refused, stored_text
from proposals.draft.readiness import lacking
from proposals.models import Proposal, Review
from proposals.workflow.adopting import adoption_of
from proposals.workflow.permissions import require
from proposals.workflow.states import MOVES

LONGEST_WORD = 4000


def submit(proposal: Proposal, *, by: User, at: datetime, word: str = "") -> Review:
    """Hand the draft to the board secretaries. While incomplete: refused, with all it lacks."""
    return _move("submit", proposal, by=by, at=at, word=word)


def approve(proposal: Proposal, *, by: User, at: datetime, word: str = "") -> Review:
    """Clear the draft: its papers no longer say DRAFT and readers see it. Never by an author."""
    return _move("approve", proposal, by=by, at=at, word=word)


def return_(proposal: Proposal, *, by: User, at: datetime, word: str) -> Review:
    """Send the draft back with a word that says why. Never by an author."""
    return _move("return", proposal, by=by, at=at, word=word)


def adopt(
    proposal: Proposal, *, by: User, at: datetime, adopted_on: date | None = None, word: str = ""
) -> Review:
    """Record that the meeting adopted it: what it changes enters the record as an amendment.

    `adopted_on` is the day of the meeting unless it decided on another (an adjourned meeting).
    Refused before that day, and where the record cannot hold what was adopted.
    """
    return _move("adopt", proposal, by=by, at=at, word=word, adopted_on=adopted_on)


def take_up(proposal: Proposal, *, by: User, at: datetime, word: str = "") -> Review:
    """Open a returned or approved proposal for drafting again; an approval lapses with it."""
    return _move("take_up", proposal, by=by, at=at, word=word)


@transaction.atomic
def _move(
    name: str,
    proposal: Proposal,
    *,
    by: User,
    at: datetime,
    word: str,
    adopted_on: date | None = None,
) -> Review:
    move = MOVES[name]
    word = stored_text(word.strip(), longest=LONGEST_WORD)
    # Fetched afresh: what the caller holds may be older than the lock, its authors too.
    locked = (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("company", "meeting")
        .get(pk=proposal.pk)
    )
    require(by, name, locked)
    if move.needs_word and not word:
        raise Refused(_("Say why in a word, so that the authors know what to change."))
    if name == "submit" and (wants := lacking(locked)):
        raise Refused(" ".join(wants))
    if name == "adopt":
        locked.amendment = _adopted(locked, adopted_on or locked.meeting.date, by=by, at=at)
    review = Review.objects.create(
        proposal=locked,
        move=name,
        from_state=locked.state,
        to_state=move.target,
        by=by,
        word=word,
        at=at,
    )
    locked.state = move.target
    audit.sign(locked, by=by)
    locked.save(update_fields=["state", "amendment", "updated_at"])
    audit.record(f"proposal.{name}", by=by, company=locked.company, about=locked.address)
    # The caller's copy tells the truth again.
    proposal.state = locked.state
    proposal.amendment = locked.amendment
    proposal.updated_at = locked.updated_at
    return review


def _adopted(proposal: Proposal, day: date, *, by: User, at: datetime) -> Amendment:
    if day > proposal.company.day(at):
        raise Refused(_("The day of adoption is still to come."))
    if day <= proposal.base_day:
        # From then on the articles of its base day would be those that it made.
        raise Refused(_("The day of adoption must come after the day of the present text."))
    return record.adopt(adoption_of(proposal, adopted_on=day), by=by)
