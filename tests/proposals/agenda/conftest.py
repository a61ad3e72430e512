"""Proposals of one meeting, begun, changed and approved in a line each."""

from datetime import UTC, date, datetime

import pytest

from proposals import editing
from proposals.models import Proposal
from proposals.workflow import moves
from tests.proposals.conftest import BASE_DAY

NOW = datetime(2013, 5, 24, 5, 0, tzinfo=UTC)
AFTER = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)
MEETING = date(2013, 6, 26)
DAYS = {"resolved_on": BASE_DAY, "announced_on": BASE_DAY, "effective_on": MEETING}


@pytest.fixture
def begin(proposal, legal):
    """Another proposal of the meeting, with its days."""

    def begin(title: str, **given: object) -> Proposal:
        begun = editing.create_proposal(
            proposal.meeting, by=legal, base_day=BASE_DAY, title_en=title, **given
        )
        return editing.set_dates(begun, by=legal, version=begun.version, **DAYS)

    return begin


@pytest.fixture
def change(legal):
    def change(proposal: Proposal, **values: object) -> None:
        reason = editing.add_reason(proposal, by=legal, body_en=f"Reason {values}."[:80])
        editing.add_change(proposal, by=legal, reason=reason, **values)

    return change


@pytest.fixture
def approve(legal, secretary):
    def approve(*proposals: Proposal) -> None:
        for proposal in proposals:
            moves.submit(proposal, by=legal, at=NOW)
            moves.approve(proposal, by=secretary, at=NOW)

    return approve


@pytest.fixture
def three(proposal, articles, begin, change, approve) -> list[Proposal]:
    """The company's: a new Article 2, and another wording of what cites; a shareholder's."""
    change(proposal, operation="insert", after=articles[1].key, body_en="The Company has a seal.")
    second = begin("Shares")
    change(second, operation="replace", at=articles[4].key, body_en="Shares follow Article 3.")
    third = begin("Term")
    change(third, operation="delete", at=articles[6].key)
    approve(proposal, second, third)
    return [proposal, second, third]
