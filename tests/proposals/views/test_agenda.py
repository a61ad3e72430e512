"""The agenda of a meeting, and the pages on which outcomes are recorded."""

import pytest

from proposals import editing
from proposals.models import Proposal
from proposals.workflow import moves
from tests.proposals.conftest import BASE_DAY
from tests.proposals.views.drafting import NOW, amend, complete
from tests.releases import publish

AGENDA, ONE = "/3774/meetings/21/", "/proposals/3774-21-1/"


@pytest.fixture
def two(proposal, articles, legal) -> tuple[Proposal, Proposal]:
    """Both amend Article 5."""
    other = editing.create_proposal(
        proposal.meeting, by=legal, base_day=BASE_DAY, title_en="Shareholders' proposal"
    )
    for each in (proposal, other):
        amend(each, legal, articles[5])
    return proposal, other


def test_it_names_where_two_meet_and_shows_combinations(
    signed_in, two, legal, secretary, reader, stranger
):
    for user in (legal, secretary):
        page = signed_in(user).get(AGENDA)
        assert [item.proposal.number for item, _chosen in page.context["items"]] == [1, 2]
        assert "both change Article 5" in page.content.decode()
    alone = signed_in(legal).get(AGENDA, {"with": "2"}).context["combination"]
    assert [(one.proposal, one.present, one.combined) for one in alone.numbers] == [
        (2, "Article 5", "Article 5")
    ]
    # Nothing of it is released, so that readers do not know of it.
    assert signed_in(reader).get(AGENDA).status_code == 404
    assert signed_in(stranger).get(AGENDA).status_code == 404
    assert signed_in(legal).get("/3774/meetings/99/").status_code == 404


def test_readers_see_what_is_released_of_it(signed_in, two, legal, secretary, reader, stranger):
    first, _second = two
    complete(first, legal)
    moves.submit(first, by=legal, at=NOW)
    moves.approve(first, by=secretary, at=NOW)
    publish(first, by=secretary)
    page = signed_in(reader).get(AGENDA)
    assert [item.proposal.number for item, _chosen in page.context["items"]] == [1]
    assert signed_in(stranger).get(AGENDA).status_code == 404


@pytest.fixture
def approved(proposal, legal, secretary) -> Proposal:
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    return proposal


@pytest.mark.parametrize(
    ("path", "given", "state"),
    [
        ("reject", {"decided_on": "2013-06-26"}, "rejected"),
        ("withdraw-from-agenda", {"comment": "The board withdrew it."}, "withdrawn"),
        ("amend-at-meeting", {"comment": "On a motion from the floor."}, "drafting"),
    ],
)
def test_outcomes_are_recorded_on_pages(
    signed_in, approved, secretary, legal, reader, stranger, path, given, state
):
    page = f"{ONE}{path}/"
    for user, status in ((secretary, 200), (legal, 403), (reader, 404), (stranger, 404)):
        assert signed_in(user).get(page).status_code == status
    client = signed_in(secretary)
    empty = dict.fromkeys(given, "")
    assert client.post(page, empty).status_code == 422
    assert Proposal.objects.get().state == "approved"
    assert client.post(page, given).status_code == 302
    assert Proposal.objects.get().state == state
    assert client.post(page, given).status_code == 403


def test_an_outcome_before_the_meeting_is_refused_with_what_was_typed(
    signed_in, approved, secretary, stranger
):
    answer = signed_in(secretary).post(f"{ONE}reject/", {"decided_on": "2199-01-01"})
    assert answer.status_code == 422
    assert "is still to come" in answer.content.decode()
    assert 'value="2199-01-01"' in answer.content.decode()
    assert signed_in(stranger).post(f"{ONE}reject/", {}).status_code == 404


def test_a_draft_is_withdrawn_discarded_and_recalled(signed_in, proposal, legal, reader, stranger):
    client = signed_in(legal)
    complete(proposal, legal)
    client.post(f"{ONE}submit/")
    assert client.post(f"{ONE}recall/").status_code == 302
    assert Proposal.objects.get().state == "drafting"
    # It has left drafting once, so that it stays on record.
    assert client.post(f"{ONE}discard/").status_code == 403
    for path in ("withdraw", "discard", "recall"):
        assert signed_in(reader).post(f"{ONE}{path}/").status_code == 404
        assert signed_in(stranger).post(f"{ONE}{path}/").status_code == 404
    assert signed_in(legal).post(f"{ONE}withdraw/", {"comment": "Too late."}).status_code == 302
    assert Proposal.objects.get().state == "withdrawn"


def test_a_shareholders_proposal_is_begun_as_one(signed_in, proposal, legal, stranger):
    given = {
        "meeting": "21",
        "title_en": "Term of directors",
        "base_day": "2013-05-24",
        "proposed_by": "shareholders",
    }
    assert signed_in(legal).post("/3774/proposals/new/", given).status_code == 302
    assert Proposal.objects.get(number=2).proposed_by == "shareholders"
    assert "Shareholders" in signed_in(legal).get(AGENDA).content.decode()
    assert signed_in(stranger).post("/3774/proposals/new/", given).status_code == 404


def test_a_draft_that_nobody_saw_is_discarded(signed_in, proposal, legal, stranger):
    client = signed_in(legal)
    assert "its number is free again" in client.get(f"{ONE}discard/").content.decode()
    answer = client.post(f"{ONE}discard/")
    assert answer.headers["Location"] == "/3774/proposals/"
    assert client.get(ONE).status_code == 404
    assert Proposal.objects.get().state == "discarded"
    assert signed_in(stranger).get(ONE).status_code == 404
