"""Who else is at the table, and in which cell."""

from datetime import timedelta

from proposals.models import CellPresence
from proposals.views.presence import GONE_AFTER
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, amend, complete

PATH = "/proposals/3774-21-1/table/presence/"


def test_others_are_told_with_their_cell_until_they_go(
    signed_in, proposal, articles, legal, colleague, secretary, reader, stranger
):
    key = f"a{articles[5].pk}"
    assert signed_in(legal).post(PATH, {"key": key}).json()["here"] == []
    told = signed_in(colleague).post(PATH, {"key": ""}).json()
    assert (told["here"], told["refusal"]) == (
        [{"who": "legal", "key": key, "language": "en"}],
        "",
    )
    assert signed_in(legal).post(PATH, {"key": ""}).json()["here"] == [
        {"who": "colleague", "key": "", "language": "en"}
    ]
    gone = CellPresence.objects.get(user=legal)
    gone.at -= GONE_AFTER + timedelta(seconds=1)
    gone.save()
    assert signed_in(colleague).post(PATH).json()["here"] == []
    statuses = [signed_in(user).post(PATH).status_code for user in (reader, stranger)]
    assert (statuses, signed_in(legal).get(PATH).status_code) == ([404, 404], 405)


def test_stamp_tells_that_something_was_saved_and_a_refusal_that_nothing_can_be(
    signed_in, proposal, articles, legal, colleague
):
    client = signed_in(colleague)
    first = client.post(PATH).json()["stamp"]
    assert client.post(PATH).json()["stamp"] == first
    amend(proposal, legal, articles[5])
    assert client.post(PATH).json()["stamp"] != first
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    assert client.post(PATH).json()["refusal"].startswith("This proposal is in review")
