"""Approving and returning single changes of a proposal in review.

An approval stands as long as the change prints what it printed then: a later edit reopens exactly
the changes whose outcome it touches, those that follow from others too. A return stands until the
change is approved or taken back.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from governance.models import User
from governance.people import audit
from governance.people.refused import Refused, stored_text
from proposals.draft.derive import draft
from proposals.draft.printed_changes import (
    Drafts,
    PrintedChange,
    printed_changes,
    printed_differences,
)
from proposals.draft.rows import load_rows
from proposals.models import ChangeReview, Proposal
from proposals.models.change_review import Verdict
from proposals.workflow.permissions import require

LONGEST_WORD_ON_CHANGE = 4000
"""Of a verdict, in characters."""


@dataclass(frozen=True)
class ReviewedChange:
    """A change as it prints now, the newest verdict on it, and what one person saw of it last."""

    printed: PrintedChange
    verdict: ChangeReview | None = None
    looked: ChangeReview | None = None
    has_looked: bool = False
    """Whether the person has looked at any change of the proposal."""

    @property
    def stands(self) -> bool:
        """Whether the change prints what it printed when the verdict was given."""
        return self.verdict is not None and self.verdict.sha256 == self.printed.digest

    @property
    def is_reopened(self) -> bool:
        """Whether a later edit has touched what was approved."""
        return self.verdict is not None and not (self.stands or self.is_returned)

    @property
    def changed_since_verdict(self) -> list[str]:
        """What prints otherwise since the verdict, in words; [] while it stands."""
        if self.verdict is None or self.stands:
            return []
        return printed_differences(self.verdict.printed, self.printed)

    @property
    def is_returned(self) -> bool:
        return self.verdict is not None and self.verdict.verdict == Verdict.RETURNED

    @property
    def is_approved(self) -> bool:
        return self.stands and not self.is_returned

    @property
    def changed_since_look(self) -> list[str]:
        """What prints otherwise since the person looked at it last, in words."""
        if self.looked is None or self.looked.sha256 == self.printed.digest:
            return []
        return printed_differences(self.looked.printed, self.printed)

    @property
    def is_new(self) -> bool:
        """Whether the person has looked at the others and not at this."""
        return self.has_looked and self.looked is None


def reviewed_changes(
    proposal: Proposal, drafts: Drafts, *, person: User | None = None
) -> list[ReviewedChange]:
    """The changes as they print now, each with the newest verdict on it. One query."""
    verdicts: dict[str, ChangeReview] = {}
    looked: dict[str, ChangeReview] = {}
    for one in _reviews_of(proposal):
        if one.verdict != Verdict.SEEN:
            verdicts[one.key] = one
        if person is not None and one.by_id == person.pk:
            looked[one.key] = one
    return [
        ReviewedChange(each, verdicts.get(each.key), looked.get(each.key), bool(looked))
        for each in printed_changes(drafts)
    ]


@dataclass(frozen=True)
class GivenVerdict:
    """What a board secretary says of the change of identity `key`. `shown` is the digest of what it
    printed where the person looked.
    """

    key: str
    verdict: Verdict
    shown: str
    comment: str = ""


@transaction.atomic
def review_change(proposal: Proposal, *, by: User, given: GivenVerdict) -> ChangeReview:
    """Approve or return one change of a proposal in review; never by an author. Refused where the
    change prints something else than the person was shown.
    """
    locked, verdict = _locked(proposal), given.verdict
    require(by, "return" if verdict == Verdict.RETURNED else "approve", locked)
    comment = stored_text(given.comment.strip(), longest=LONGEST_WORD_ON_CHANGE)
    if verdict == Verdict.RETURNED and not comment:
        raise Refused(_("Say why in a comment, so that the authors know what to change."))
    found = _printed_now(locked, given.key)
    if found.digest != given.shown:
        raise Refused(_("This change has been edited since you opened the page. Look at it again."))
    said = (verdict, comment, found.digest, by.pk)
    if (last := _last_verdict(locked, given.key)) and (
        (last.verdict, last.comment, last.sha256, last.by_id) == said
    ):
        return last  # sent twice
    audit.record(f"change.{verdict}", by=by, company=locked.company, about=locked.address)
    return _save(locked, found, by=by, verdict=verdict, comment=comment)


@transaction.atomic
def mark_changes_seen(proposal: Proposal, *, by: User) -> None:
    """Note what all changes print now as what the person saw last."""
    locked = _locked(proposal)
    require(by, "read_comments", locked)
    new = [
        one.printed
        for one in reviewed_changes(locked, _drafts(locked), person=by)
        if one.looked is None or one.looked.sha256 != one.printed.digest
    ]
    if new:
        audit.record("change.seen", by=by, company=locked.company, about=locked.address)
    for one in new:
        _save(locked, one, by=by, verdict=Verdict.SEEN)


def require_no_change_returned(proposal: Proposal) -> None:
    """Raise `Refused` while a change stands returned, naming how many."""
    if returned := returned_changes(proposal):
        raise Refused(
            _("%(count)d of the changes stand returned. Approve them, or return the proposal.")
            % {"count": len(returned)}
        )


def returned_changes(proposal: Proposal, drafts: Drafts | None = None) -> list[ReviewedChange]:
    """The changes that stand returned. Where none ever was, nothing is derived."""
    reviews = ChangeReview.objects.filter(proposal=proposal, verdict=Verdict.RETURNED)
    if not reviews.exists():
        return []
    several = reviewed_changes(proposal, drafts or _drafts(proposal))
    return [one for one in several if one.is_returned]


def _last_verdict(proposal: Proposal, key: str) -> ChangeReview | None:
    return _reviews_of(proposal).filter(key=key).exclude(verdict=Verdict.SEEN).last()


def _reviews_of(proposal: Proposal) -> QuerySet[ChangeReview]:
    found = ChangeReview.objects.filter(proposal=proposal)
    return found.select_related("by").order_by("pk")


def _printed_now(proposal: Proposal, key: str) -> PrintedChange:
    several = printed_changes(_drafts(proposal))
    found = next((one for one in several if one.key == key), None)
    if found is None:
        raise Refused(_("The draft does not have this change any more."))
    return found


def _drafts(proposal: Proposal) -> Drafts:
    rows = load_rows(proposal)
    return {code: draft(proposal, code, rows=rows) for code in proposal.company.languages}


def _save(
    proposal: Proposal, printed: PrintedChange, *, by: User, verdict: str, comment: str = ""
) -> ChangeReview:
    return ChangeReview.objects.create(
        proposal=proposal,
        key=printed.key,
        verdict=verdict,
        comment=comment,
        printed=printed.stored,
        sha256=printed.digest,
        by=by,
    )


def _locked(proposal: Proposal) -> Proposal:
    return (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("company", "meeting")
        .get(pk=proposal.pk)
    )
