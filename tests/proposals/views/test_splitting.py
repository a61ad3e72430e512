"""The pages on which a draft is split and two are joined."""

from proposals import editing
from proposals.models import Proposal
from tests.proposals.conftest import BASE_DAY
from tests.proposals.views.drafting import amend

ONE, TWO = "/proposals/3774-21-1/", "/proposals/3774-21-2/"


def test_a_draft_is_split_and_joined_again(signed_in, proposal, articles, legal, reader):
    kept, chosen = (amend(proposal, legal, articles[number]) for number in (5, 6))
    editing.add_reason(proposal, by=legal, covers=[kept, chosen], body_en="To say it better.")
    client = signed_in(legal)
    assert f"{ONE}split/" in client.get(ONE).content.decode()
    page = client.get(f"{ONE}split/")
    assert [name for _key, name in page.context["form"].fields["changes"].choices] == [
        "Amend: Article 5 (Chairman)",
        "Amend: Article 6 (Term)",
    ]
    sent = {"changes": [chosen.pk], "title_en": "Term", "title_ja": "任期"}
    page = client.post(f"{ONE}split/", {**sent, "changes": []})
    assert (page.status_code, Proposal.objects.count()) == (422, 1)
    page = client.post(f"{ONE}split/", sent, follow=True)
    assert page.redirect_chain == [(TWO, 302)]
    shared, done = (str(one) for one in page.context["messages"])
    assert "covered changes of both: “To say it better.”. Look at it in each." in shared
    assert done == "Split: this is the new proposal."
    assert f"{TWO}join/" in page.content.decode()
    other = Proposal.objects.get(number=1)
    page = client.post(f"{TWO}join/", {"other": other.pk}, follow=True)
    assert page.redirect_chain == [(TWO, 302)]
    assert client.get(ONE).status_code == 404
    assert Proposal.objects.get(number=2).changes.count() == 2
    assert signed_in(reader).get(f"{TWO}split/").status_code == 404


def test_what_meets_is_told_on_the_page(signed_in, proposal, articles, legal):
    other = editing.create_proposal(proposal.meeting, by=legal, base_day=BASE_DAY, title_en="Other")
    for each in (proposal, other):
        amend(each, legal, articles[5])
    page = signed_in(legal).post(f"{ONE}join/", {"other": other.pk})
    assert page.status_code == 422
    assert "Both proposals change Article 5 (Chairman)." in page.content.decode()
    # A proposal of another meeting is no choice.
    page = signed_in(legal).post(f"{ONE}join/", {"other": 999})
    assert page.status_code == 422
