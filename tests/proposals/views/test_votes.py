"""The votes of a meeting on a proposal, and the extraordinary report that is made of them."""

import io
from datetime import UTC, datetime

import docx
import pytest

from governance.models import AuditEntry
from proposals.models import VoteCount
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, complete
from tests.releases import publish

PAGE = "/proposals/3774-21-1/votes/"
REPORT = "/proposals/3774-21-1/papers/extraordinary-report/en"
MEETING = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)
NEEDED = "Two thirds of the votes of those present."
GIVEN = {
    "votes_for": "1234567",
    "votes_against": "8900",
    "abstentions": "12",
    "requirement_en": NEEDED,
}


@pytest.fixture
def released(proposal, legal, secretary):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    publish(proposal, by=secretary)
    return proposal


@pytest.fixture(params=["adopted", "rejected"])
def decided(request, released, secretary):
    day = released.meeting.date
    if request.param == "adopted":
        moves.adopt(released, by=secretary, at=MEETING, adopted_on=day)
    else:
        moves.reject(released, by=secretary, at=MEETING, decided_on=day)
    return released


def test_no_votes_before_the_meeting_has_decided(signed_in, released, legal):
    answer = signed_in(legal).get(PAGE)
    assert answer.status_code == 403
    assert "The meeting has not decided yet." in answer.content.decode()
    assert signed_in(legal).get(f"{REPORT}.pdf").status_code == 404


def test_votes_are_entered_corrected_and_reported(signed_in, decided, legal):
    client = signed_in(legal)
    papers = client.get("/proposals/3774-21-1/papers/").content.decode()
    assert "The votes of the meeting are not entered yet." in papers
    assert f'href="{PAGE}"' in papers
    assert client.get(f"{REPORT}.pdf").status_code == 404
    assert client.post(PAGE, GIVEN | {"votes_for": "7"}).status_code == 302
    assert client.post(PAGE, GIVEN).status_code == 302
    stored = VoteCount.objects.get(proposal=decided)
    assert [row.votes_for for row in stored.history.order_by("history_id")] == [7, 1234567]
    assert {row.history_user for row in stored.history.all()} == {legal}
    assert AuditEntry.objects.filter(what="votes.entered", about="3774-21-1").count() == 2
    assert client.get(f"{REPORT}.pdf").content.startswith(b"%PDF-")
    written = docx.Document(io.BytesIO(client.get(f"{REPORT}.docx").content))
    rows = [[cell.text for cell in row.cells] for row in written.tables[-1].rows]
    outcome = {"adopted": "Carried", "rejected": "Rejected"}[decided.state]
    assert rows[0] == ["Matter", "For", "Against", "Abstained", "Requirement", "Result"]
    assert rows[1][1:4] == ["1,234,567", "8,900", "12"]
    assert rows[1][4:] == [NEEDED, outcome]
    style = decided.company.house_style("en")
    heads = {
        "adopted": ["Articles before Amendment", "Articles after Amendment"],
        "rejected": [style.present_title, style.proposed_title],
    }
    assert [cell.text for cell in written.tables[0].rows[0].cells] == heads[decided.state]
    said = [paragraph.text for paragraph in written.paragraphs]
    assert "June 26, 2013" in said
    assert said[-1] == "None were left out."


def test_votes_that_would_not_carry_what_was_adopted_are_pointed_out(signed_in, decided, legal):
    answer = signed_in(legal).post(PAGE, GIVEN | {"votes_against": "1000000"}, follow=True)
    said = "fewer than two thirds of those entered" in answer.content.decode()
    assert said == (decided.state == "adopted")


def test_what_the_law_asks_is_proposed(signed_in, decided, legal):
    form = signed_in(legal).get(PAGE).context["form"]
    assert form["requirement_en"].value().startswith("Attendance of shareholders with a majority")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"votes_for": "-1"}, "votes_for"),
        ({"votes_against": ""}, "votes_against"),
        ({"abstentions": "many"}, "abstentions"),
        ({"abstentions": "1" + 16 * "0"}, "abstentions"),
        ({"requirement_en": ""}, "requirement_en"),
        ({"left_out_en": "x" * 4001}, "left_out_en"),
    ],
)
def test_what_is_wrong_is_said(signed_in, released, secretary, legal, wrong, field):
    moves.reject(released, by=secretary, at=MEETING, decided_on=released.meeting.date)
    answer = signed_in(legal).post(PAGE, GIVEN | wrong)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not VoteCount.objects.exists()


def test_readers_enter_none(signed_in, released, secretary, reader):
    moves.reject(released, by=secretary, at=MEETING, decided_on=released.meeting.date)
    assert signed_in(reader).get(PAGE).status_code == 403
    assert signed_in(reader).post(PAGE, GIVEN).status_code == 403
