"""The comments on a draft, on their page, beside the table and under its rows."""

from proposals.commenting import NewComment, add_comment
from proposals.models import Comment
from proposals.workflow import moves
from tests.proposals.views.drafting import CHAIR, NOW, amend, complete
from tests.releases import publish

PATH = "/proposals/3774-21-1/"
COMMENTS = f"{PATH}comments/"


def text(answer):
    return " ".join(answer.content.decode().split())


def test_a_comment_is_written_read_and_answered(signed_in, proposal, articles, legal, secretary):
    amend(proposal, legal, articles[5])
    client, about = signed_in(secretary), f"a{articles[5].pk}"
    page = client.get(f"{COMMENTS}?about={about}&words=The+Chair")
    assert page.context["form"]["about"].value() == about
    assert page.context["form"]["words"].value() == "The Chair"
    assert "Nobody has commented on it yet." in text(page)
    said = {"about": about, "comment": "Who is\nthe <Chair>?", "words": "The Chair"}
    answer = client.post(COMMENTS, said)
    made = Comment.objects.get()
    assert answer.headers["Location"] == f"{COMMENTS}#comment-{made.pk}"
    page = signed_in(legal).get(COMMENTS)
    assert "Who is<br>the &lt;Chair&gt;?" in text(page)
    assert f'href="{PATH}?open={about}#row-{about}"' in text(page)
    signed_in(legal).post(f"{COMMENTS}{made.pk}/", {"comment": "The President.", "act": ""})
    client.post(f"{COMMENTS}{made.pk}/", {"comment": "", "act": "resolved"})
    page = client.get(COMMENTS)
    assert [one["thread"].is_open for one in page.context["threads"]] == [False]
    assert "The President." in text(page)
    assert client.post(f"{COMMENTS}{made.pk}/", {"act": "taken"}).status_code == 403
    assert client.post(f"{COMMENTS}0/", {"comment": "Where?"}).status_code == 404


def test_what_cannot_be_written_stays_in_the_form(signed_in, proposal, articles, legal):
    said = {"about": f"a{articles[5].pk}", "comment": "Why?", "words": "No such words"}
    answer = signed_in(legal).post(COMMENTS, said)
    assert answer.status_code == 422
    assert "The words quoted do not stand there." in text(answer)
    assert {name: answer.context["form"][name].value() for name in said} == said
    answer = signed_in(legal).post(COMMENTS, said | {"about": "c0"})
    assert "The draft does not have what the comment is about any more." in text(answer)
    assert not Comment.objects.exists()


def test_open_comments_are_marked_at_their_rows_and_lead_to_the_form(
    signed_in, proposal, articles, legal, secretary, reader
):
    amend(proposal, legal, articles[5])
    about = f"a{articles[5].pk}"
    for said in ("One.", "Two."):
        add_comment(proposal, by=secretary, new=NewComment(said, about=about))
    for user in (legal, secretary):
        page = signed_in(user).get(PATH)
        rows = [(one.key, one.comments) for one in page.context["groups"] if one.comments]
        assert rows == [(about, 2)]
        assert "2 open comments" in text(page)
        links = {one.key: one.url for group in page.context["groups"] for one in group.actions}
        assert links["c"].startswith(f"{COMMENTS}?about=a")
        assert [one["comment"].text for one in page.context["open_comments"]] == ["One.", "Two."]
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    publish(proposal, by=secretary)
    page = signed_in(reader).get(PATH)
    assert page.status_code == 200
    assert [one for one in page.context["groups"] if one.comments or one.actions] == []
    assert "open comment" not in text(page)
    assert "panel-comments" not in text(page)
    assert signed_in(reader).get(COMMENTS).status_code == 403
    # Once it is approved, what was said can be read, and nothing is added.
    page = signed_in(legal).get(COMMENTS)
    assert "Comments are written while a proposal is being drafted or reviewed." in text(page)
    assert signed_in(legal).post(COMMENTS, {"comment": "Late."}).status_code == 403


def test_suggestion_is_taken_over_with_one_click(signed_in, proposal, articles, legal, secretary):
    amend(proposal, legal, articles[5])
    about = f"a{articles[5].pk}"
    said = {"about": about, "words": "The Chair shall", "suggestion": "The Chair may"}
    signed_in(secretary).post(COMMENTS, said)
    take = f"{COMMENTS}{Comment.objects.get().pk}/take/"
    assert take not in text(signed_in(secretary).get(COMMENTS))
    assert signed_in(secretary).post(take).status_code == 403
    client = signed_in(legal)
    assert take in text(client.get(PATH))
    assert client.post(take).headers["Location"] == f"{PATH}#row-{about}"
    assert proposal.changes.get().body_en == CHAIR.replace("The Chair shall", "The Chair may")
    assert "Suggestion taken over: Article 5 (Chairman)" in text(client.get(PATH))
    assert take not in text(client.get(COMMENTS))


def test_outdated_suggestion_is_answered_with_both_wordings(
    signed_in, proposal, articles, legal, secretary
):
    change = amend(proposal, legal, articles[5])
    said = {"about": f"a{articles[5].pk}", "words": "The Chair", "suggestion": "The President"}
    signed_in(secretary).post(COMMENTS, said)
    change.body_en = CHAIR.replace("The Chair shall chair", "A director shall chair")
    change.save()
    client = signed_in(legal)
    answer = client.post(f"{COMMENTS}{Comment.objects.get().pk}/take/")
    assert answer.status_code == 409
    assert "The wording has changed since this was suggested. Both are shown." in text(answer)
    assert "The words it speaks of have gone." in text(answer)
    (shown,) = answer.context["threads"]
    sides = [
        ["".join(span.text for span in line) for line in side]
        for side in (shown["difference"].before, shown["difference"].after)
    ]
    assert [side[1] for side in sides] == [
        "The Chair shall chair a general meeting.",
        "A director shall chair a general meeting.",
    ]
    assert shown["thread"].is_open


def test_comments_of_another_company_are_not_there(
    signed_in, proposal, articles, legal, stranger, reader
):
    made = add_comment(proposal, by=legal, new=NewComment("Mine."))
    for user in (stranger, reader):
        for path in (COMMENTS, f"{COMMENTS}{made.pk}/", f"{COMMENTS}{made.pk}/take/"):
            answers = (signed_in(user).get(path), signed_in(user).post(path, {"comment": "x"}))
            assert [one.status_code for one in answers] == [404, 404]
