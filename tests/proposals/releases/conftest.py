"""A proposal that was approved, and the acts that come after it."""

from datetime import UTC, datetime

import pytest

from proposals import editing
from proposals.models import Proposal, Release
from proposals.workflow import moves
from proposals.workflow.releasing import Publication

NOW = datetime(2013, 5, 24, 5, 0, tzinfo=UTC)
PUBLISHED = datetime(2013, 5, 24, 6, 30, tzinfo=UTC)


@pytest.fixture
def complete(proposal, articles, legal) -> Proposal:
    reason = editing.add_reason(proposal, by=legal, body_en="To name the chair in {proposed:5}.")
    editing.add_change(
        proposal,
        by=legal,
        operation="replace",
        at=articles[5].key,
        body_en="The Chair shall chair a general meeting.\n2 The preceding paragraph applies.",
        reason=reason,
    )
    return proposal


@pytest.fixture
def approve(legal, secretary):
    """Submits and approves a proposal."""

    def approve(proposal: Proposal) -> Proposal:
        moves.submit(proposal, by=legal, at=NOW)
        moves.approve(proposal, by=secretary, at=NOW)
        return proposal

    return approve


@pytest.fixture
def approved(complete, approve) -> Proposal:
    return approve(complete)


@pytest.fixture
def publish(secretary):
    def publish(proposal: Proposal, published_at: datetime = PUBLISHED) -> Release:
        publication = Publication(published_at, "Minutes of May 24, 2013, item 3")
        moves.publish(proposal, by=secretary, at=NOW, publication=publication)
        return proposal.releases.last()

    return publish
