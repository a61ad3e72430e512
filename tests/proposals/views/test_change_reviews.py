"""The review of single changes on its page and beside the table."""

import pytest

from proposals import editing
from proposals.models import ChangeReview
from proposals.workflow import moves
from tests.proposals.views.drafting import CHAIR, NOW, complete

PATH = "/proposals/3774-21-1/"
REVIEW = f"{PATH}review/"


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def in_review(proposal, articles, legal):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    return proposal


def say(client, articles, verdict, comment=""):
    key = f"a{articles[5].pk}"
    page = client.get(REVIEW)
    (shown,) = (one for one in page.context["changes"] if one["key"] == key)
    digest = shown["reviewed"].printed.digest
    sent = {"key": key, "shown": digest, "verdict": verdict, "comment": comment}
    return client.post(REVIEW, sent)


def test_a_change_is_returned_changed_and_reviewed_again(
    signed_in, in_review, articles, legal, secretary
):
    client, author, key = signed_in(secretary), signed_in(legal), f"a{articles[5].pk}"
    assert [one["name"] for one in client.get(REVIEW).context["changes"]] == [
        "Article 5 (Chairman)"
    ]
    assert say(client, articles, "returned").status_code == 403
    answer = say(client, articles, "returned", "Who is the <Chair>?")
    assert answer.headers["Location"] == f"{REVIEW}#change-{key}"
    page = client.get(PATH)
    missing = page.context["buttons"][0].missing
    assert [one["sentence"] for one in missing] == [
        "The change of Article 5 (Chairman) stands returned."
    ]
    assert client.post(f"{PATH}approve/").status_code == 403
    client.post(f"{PATH}return/", {"comment": "See the change."})
    author.post(f"{PATH}reopen/")
    assert "Who is the &lt;Chair&gt;?" in text(author.get(PATH))
    change = in_review.changes.get()
    body = CHAIR.replace("The Chair", "A director")
    editing.save_change(change, by=legal, version=change.version, body_en=body)
    page = author.get(PATH)
    assert page.context["review"]["counts"] == {
        "all": 1, "approved": 0, "returned": 1, "reopened": 0,
    }  # fmt: skip
    assert "Changed since then: the wording" in text(page)
    author.post(f"{PATH}submit/")
    page = client.get(REVIEW)
    assert "Changed since then: the wording" in text(page)
    (shown,) = page.context["changes"]
    (difference,) = shown["differences"]
    assert "".join(span.text for span in difference.after[2]).startswith("A director shall")
    say(client, articles, "approved")
    assert "1 of 1 approved · 0 returned · 0 reopened by a later edit" in text(client.get(PATH))
    assert client.post(f"{PATH}approve/").headers["Location"] == PATH


def test_what_was_seen_is_noted_for_each_person(signed_in, in_review, articles, legal, secretary):
    client = signed_in(secretary)
    assert "I have looked at all changes" in text(client.get(REVIEW))
    assert client.post(REVIEW, {"verdict": "seen"}).headers["Location"] == REVIEW
    assert "I have looked at all changes" not in text(client.get(REVIEW))
    assert "I have looked at all changes" in text(signed_in(legal).get(REVIEW))
    assert ChangeReview.objects.get().by == secretary


def test_only_a_reviewer_is_offered_verdicts(
    signed_in, in_review, articles, legal, reader, stranger
):
    page = signed_in(legal).get(REVIEW)
    assert "Only a board secretary of the company may return a proposal." in text(page)
    assert 'value="approved"' not in text(page)
    assert "panel-review" not in text(signed_in(legal).get(PATH))
    assert say(signed_in(legal), articles, "approved").status_code == 403
    assert signed_in(legal).post(REVIEW, {"verdict": "liked"}).status_code == 403
    for user in (reader, stranger):
        client = signed_in(user)
        assert [client.get(REVIEW).status_code, client.post(REVIEW).status_code] == [404, 404]
    assert not ChangeReview.objects.exists()
