"""The consequences beside the table: those of the last step first, accepted one by one or all."""

from proposals import editing
from proposals.models import Proposal
from tests.proposals.views.drafting import add, amend, reason

PATH = "/proposals/3774-21-1/"


def shown(client):
    """What the page shows: where, after, whether it came with the last step."""
    consequences = client.get(PATH).context["consequences"]
    return {
        side: [(one.where, one.after, one.is_new) for one in consequences[side]]
        for side in ("followed", "accepted")
    }


def test_what_the_last_step_brought_stands_first(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    add(proposal, legal, articles[4].key)
    assert shown(client)["followed"] == [("Article 7 (Term)", "Article 6", True)]
    add(proposal, legal, articles[1].key)
    assert shown(client)["followed"] == [
        ("Article 5 (Shares)", "Article 3", True),
        ("Article 8 (Term)", "Article 7", True),
    ]
    amend(proposal, legal, articles[3])
    assert [one[2] for one in shown(client)["followed"]] == [False, False]
    editing.delete_provision(proposal, by=legal, key=articles[1].key, keep_number=False)
    # What cites nothing that moved any more is gone; what moved on is new.
    assert {one[2] for one in shown(client)["followed"]} == {True}


def test_numbers_in_reasons_are_among_them(signed_in, proposal, articles, legal):
    reason(proposal, legal, "To clarify the chair in Article {present:5} and {proposed:5}.")
    client = signed_in(legal)
    assert shown(client)["followed"] == []
    add(proposal, legal, articles[4].key)
    (moved,) = (one for one in shown(client)["followed"] if one[0].startswith("Reason"))
    assert (moved[0], moved[2]) == ("Reason (1)", True)
    assert "6" in moved[1]


def test_they_are_accepted_one_by_one_or_all_and_it_is_undone(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    add(proposal, legal, articles[1].key)
    one, other = client.get(PATH).context["consequences"]["followed"]
    answer = client.post(f"{PATH}table/act/", {"do": "accept", "names": one.name})
    assert answer.status_code == 200
    found = shown(client)
    assert [each[0] for each in found["accepted"]] == [one.where]
    assert [each[0] for each in found["followed"]] == [other.where]
    both = f"{one.name},{other.name},"
    assert client.post(f"{PATH}consequences/", {"names": both}).status_code == 302
    assert shown(client)["followed"] == []
    assert len(Proposal.objects.get().accepted_consequences) == 2
    # What became of a citation is another thing once its number is another.
    add(proposal, legal, articles[1].key, caption="Second seal")
    assert len(shown(client)["followed"]) == 2
    for _count in range(2):
        editing.undo(proposal, by=legal)
    assert [each[0] for each in shown(client)["followed"]] == [other.where]
    wrong = client.post(f"{PATH}table/act/", {"do": "accept", "names": ""})
    assert wrong.status_code == 422


def test_what_is_broken_is_not_accepted(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    editing.add_change(proposal, by=legal, operation="delete", at=articles[2].key)
    broken = [
        one
        for one in client.get(PATH).context["consequences"]["followed"]
        if one.outcome == "broken"
    ]
    assert [one.where for one in broken] == ["Article 3 (Shares)"]
    client.post(f"{PATH}table/act/", {"do": "accept", "names": broken[0].name})
    left = client.get(PATH).context["consequences"]
    assert broken[0].name in [one.name for one in left["followed"]]
