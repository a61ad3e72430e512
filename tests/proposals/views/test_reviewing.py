"""Submitting, approving, returning and taking up again, on the pages."""

import pytest

from proposals.models import Review
from tests.proposals.views.drafting import complete

PATH = "/proposals/3774-21-1/"
COMMENT = {"comment": "The reason is too short.\nPlease mend it."}


@pytest.fixture
def ready(proposal, legal):
    complete(proposal, legal)
    return proposal


def state(proposal):
    proposal.refresh_from_db()
    return proposal.state


def test_a_proposal_is_submitted(signed_in, ready, legal):
    answer = signed_in(legal).post(f"{PATH}submit/")
    assert answer.headers["Location"] == PATH
    assert state(ready) == "in_review"


def test_a_proposal_is_returned_with_a_comment(signed_in, ready, legal, secretary):
    signed_in(legal).post(f"{PATH}submit/")
    client = signed_in(secretary)
    form = client.get(f"{PATH}return/")
    client.post(f"{PATH}return/", COMMENT)
    page = signed_in(legal).get(PATH)
    assert form.status_code == 200
    assert state(ready) == "returned"
    assert "The reason is too short.<br>Please mend it." in page.content.decode()
    assert [one.name for one in page.context["buttons"]] == ["reopen", "withdraw"]


def test_all_moves_are_told_by_who_made_them(signed_in, ready, legal, secretary):
    legal_client, secretary_client = signed_in(legal), signed_in(secretary)
    legal_client.post(f"{PATH}submit/")
    secretary_client.post(f"{PATH}return/", COMMENT)
    legal_client.post(f"{PATH}reopen/")
    legal_client.post(f"{PATH}submit/")
    secretary_client.post(f"{PATH}approve/")
    events = legal_client.get(PATH).context["events"]
    assert state(ready) == "approved"
    assert [(one.done, one.who) for one in events if not one.step] == [
        ("Approved", "secretary"),
        ("Submitted for review", "legal"),
        ("Reopened", "legal"),
        ("Returned", "secretary"),
        ("Submitted for review", "legal"),
        ("Begun", "legal"),
    ]


def test_adoption_is_recorded_with_its_day(signed_in, ready, legal, secretary, reader, stranger):
    signed_in(legal).post(f"{PATH}submit/")
    client = signed_in(secretary)
    client.post(f"{PATH}approve/")
    page = client.get(PATH)
    assert f'href="{PATH}adopt/"' in page.content.decode()
    assert 'value="2013-06-26"' in client.get(f"{PATH}adopt/").content.decode()
    assert signed_in(legal).get(f"{PATH}adopt/").status_code == 403
    assert signed_in(reader).get(f"{PATH}adopt/").status_code == 404
    assert signed_in(stranger).get(f"{PATH}adopt/").status_code == 404
    for day, told in (
        ("", "This field is required."),
        ("soon", "This is no date."),
        ("2199-01-01", "The day of adoption is still to come."),
    ):
        answer = client.post(f"{PATH}adopt/", {"adopted_on": day})
        assert answer.status_code == 422
        assert told in answer.content.decode()
    answer = client.post(f"{PATH}adopt/", {"adopted_on": "2013-06-26"})
    assert answer.headers["Location"] == PATH
    assert state(ready) == "adopted"
    page = client.get(PATH)
    steps = [(step.name, step.done, step.present) for step in page.context["steps"]]
    assert steps[-2:] == [("Meeting", True, False), ("In force", False, True)]
    assert "Adopted by the meeting" in [event.done for event in page.context["events"]]
    assert page.context["buttons"] == []
    assert 'href="/3774/articles/2013-06-26/as-adopted/"' in page.content.decode()
    # The release still says what was proposed.
    assert b"DRAFT" not in client.get(f"{PATH}release/en/").content
    assert "amended" in [group.rows[0].kind for group in page.context["groups"] if group.rows]
    assert client.post(f"{PATH}adopt/", {"adopted_on": "2013-06-26"}).status_code == 403


def test_return_needs_a_comment(signed_in, ready, legal, secretary):
    signed_in(legal).post(f"{PATH}submit/")
    client = signed_in(secretary)
    for comment, told in (
        ("", "This is empty. Write something here."),
        ("x" * 4001, "Ensure this value has at most 4000 characters (it has 4001)."),
    ):
        answer = client.post(f"{PATH}return/", {"comment": comment})
        assert answer.status_code == 422
        assert answer.context["form"].errors == {"comment": [told]}
    assert state(ready) == "in_review"


@pytest.mark.parametrize("name", ["submit", "approve", "return", "reopen"])
def test_reader_and_stranger_move_nothing(signed_in, ready, reader, stranger, name):
    for user in (reader, stranger):
        assert signed_in(user).post(f"{PATH}{name}/", {"comment": "x"}).status_code == 404
    assert not Review.objects.exists()


def test_refusal_is_a_page_in_words(signed_in, proposal, legal, secretary):
    told = {
        "submit": (legal, "The proposal has no change yet."),
        "approve": (
            secretary,
            "This proposal is being drafted. Only a proposal in review can be approved.",
        ),
        "reopen": (
            legal,
            "This proposal is being drafted."
            + " Only a returned or an approved proposal can be reopened.",
        ),
    }
    for name, (user, sentence) in told.items():
        answer = signed_in(user).post(f"{PATH}{name}/")
        assert (answer.status_code, answer.context["sentence"]) == (403, sentence)
    assert state(proposal) == "drafting"


def test_author_does_not_approve(signed_in, proposal, legal, writing_secretary):
    complete(proposal, writing_secretary)
    signed_in(legal).post(f"{PATH}submit/")
    answer = signed_in(writing_secretary).post(f"{PATH}approve/")
    assert (answer.status_code, answer.context["sentence"]) == (
        403,
        "You are an author of this proposal; somebody else must review it.",
    )


def test_address_of_a_move_alone_leads_to_the_proposal(signed_in, ready, legal, stranger):
    for name in ("submit", "approve", "reopen"):
        assert signed_in(legal).get(f"{PATH}{name}/").headers["Location"] == PATH
        assert signed_in(stranger).get(f"{PATH}{name}/").status_code == 404
    assert state(ready) == "drafting"
