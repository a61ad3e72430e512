"""An adopted proposal beside the articles of a day: what it inserted is known there."""

from datetime import UTC, date, datetime

import pytest

from governance.models import User
from governance.papers.comparison import is_changed
from governance.text.table.rows import ComparisonTable
from proposals.demo.loading import load
from proposals.draft.comparison_with_day import compare_with_day
from proposals.models import Proposal
from proposals.workflow import moves

BEFORE, MEETING, JULY = date(2013, 6, 25), date(2013, 6, 26), date(2013, 7, 1)
SECRETARY = "secretary"


@pytest.fixture
def adopted(db: None) -> Proposal:
    """The proposal of 2013, adopted at the meeting."""
    (proposal,) = load("3774").proposals
    legal, secretary = (User.objects.get(username=name) for name in ("legal", SECRETARY))
    at = datetime(2013, 6, 26, 12, 0, tzinfo=UTC)
    moves.submit(proposal, by=legal, at=at)
    moves.approve(proposal, by=secretary, at=at)
    moves.adopt(proposal, by=secretary, at=at)
    return Proposal.objects.get(pk=proposal.pk)


def changes(table: ComparisonTable) -> list[tuple[str, str | None, str | None]]:
    return [
        (row.kind, row.present.first, row.proposed.first)
        for row in table.rows
        if row.kind not in ("unchanged", "chapter")
    ]


def test_on_the_day_of_the_meeting_nothing_differs(adopted: Proposal) -> None:
    assert not is_changed(compare_with_day(adopted, "en", MEETING, "adopted"))


def test_what_it_inserted_is_new_only_while_it_is_not_there(adopted: Proposal) -> None:
    eight_and_nine = [("inserted", None, f"article:{number}") for number in (8, 9)]
    expired = [("inserted", None, "supplementary:1")]
    assert changes(compare_with_day(adopted, "en", MEETING, "in_force")) == eight_and_nine
    assert changes(compare_with_day(adopted, "en", JULY, "in_force")) == expired
    before = changes(compare_with_day(adopted, "en", BEFORE, "in_force"))
    assert before[:2] == eight_and_nine
    assert [kind for kind, _present, _proposed in before].count("deleted") == 0
