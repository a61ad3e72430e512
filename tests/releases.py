"""Rows of approvals and releases for tests that are not about how they come to be."""

from datetime import UTC, datetime

from governance.models import User
from proposals.models import Approval, Proposal, Release, Review
from proposals.workflow import moves
from proposals.workflow.releasing import Publication, save_approval

PUBLISHED = datetime(2013, 5, 24, 6, 30, tzinfo=UTC)


def approval(proposal: Proposal) -> Approval:
    """What is stored when the proposal is approved as it stands."""
    reviewer, _is_new = User.objects.get_or_create(username="reviewer")
    review = Review.objects.create(
        proposal=proposal,
        move="approve",
        from_state="in_review",
        to_state="approved",
        by=reviewer,
    )
    return save_approval(proposal, review)


def released(proposal: Proposal, published_at: datetime = PUBLISHED) -> Release:
    """A release of what is stored, without its files."""
    return Release.objects.create(
        proposal=proposal,
        approval=approval(proposal),
        resolved_on=published_at.date(),
        published_at=published_at,
        versions={},
        certificate={},
        by=proposal.created_by,
    )


def publish(proposal: Proposal, *, by: User, published_at: datetime = PUBLISHED) -> None:
    """Release an approved proposal, at the afternoon of 24 May 2013."""
    at = published_at
    moves.publish(proposal, by=by, at=at, publication=Publication(at, "Minutes, item 3"))
