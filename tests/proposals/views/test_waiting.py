"""What waits for a person on the start page, with the next step and what stands in its way."""

import pytest

from proposals.commenting import NewComment, add_comment, answer_comment
from proposals.draft.derive import draft
from proposals.models import Proposal
from proposals.models.change_review import Verdict
from proposals.workflow import moves
from proposals.workflow.change_reviews import GivenVerdict, review_change, reviewed_changes
from tests.proposals.views.drafting import NOW, amend, complete

PATH = "/proposals/3774-21-1/"


def waiting(client):
    """Why each waits, the next step, and the blockers with their links."""
    page = client.get("/")
    several = page.context.get("waiting", [])
    return [
        (one.why, one.verb, one.url, [(each["sentence"], each["url"]) for each in one.blockers])
        for one in several
    ]


def test_a_draft_waits_for_its_author_with_what_it_lacks(
    signed_in, proposal, articles, legal, secretary, colleague, reader, stranger
):
    amend(proposal, legal, articles[5], "Article 99 applies.")
    key = f"a{articles[5].pk}"
    made = add_comment(proposal, by=secretary, new=NewComment("Why?", about=key))
    assert waiting(signed_in(legal)) == [
        (
            "You are drafting it.",
            "Go on drafting",
            PATH,
            [
                ("The change of Article 5 has no reason.", f"{PATH}reasons/"),
                (
                    "Article 5: Article 99 names no provision of these articles.",
                    f"{PATH}?language=en&open={key}#row-{key}",
                ),
                ("1 open comment", f"{PATH}comments/"),
            ],
        )
    ]
    answer_comment(made, by=legal, act="resolved")
    assert "1 open comment" not in str(waiting(signed_in(legal)))
    for user in (secretary, colleague, reader, stranger):
        assert waiting(signed_in(user)) == []
        assert "3774-21-1" not in signed_in(user).get("/").content.decode()


def test_a_proposal_goes_from_one_to_the_other(
    signed_in, proposal, articles, legal, secretary, writing_secretary, reader
):
    complete(proposal, legal)
    assert waiting(signed_in(legal)) == [
        ("You are drafting it.", "Look at it once more and submit it", PATH, [])
    ]
    moves.submit(proposal, by=legal, at=NOW)
    proposal.authors.add(writing_secretary)
    for user in (legal, writing_secretary, reader):
        assert waiting(signed_in(user)) == []
    step = ("It waits for your review.", "Review it", f"{PATH}review/")
    assert waiting(signed_in(secretary)) == [(*step, [])]
    (one,) = reviewed_changes(proposal, {"en": draft(proposal, "en")})
    key = one.printed.key
    given = GivenVerdict(key, Verdict.RETURNED, one.printed.digest, "Why?")
    review_change(proposal, by=secretary, given=given)
    returned = (
        "The change of Article 5 (Chairman) stands returned.",
        f"{PATH}?open={key}#row-{key}",
    )
    assert waiting(signed_in(secretary)) == [(*step, [returned])]
    moves.return_(proposal, by=secretary, at=NOW, comment="See the <change>.")
    assert waiting(signed_in(secretary)) == []
    assert waiting(signed_in(legal)) == [
        ("It was returned to you.", "Reopen and change it", PATH, [])
    ]
    assert "See the &lt;change&gt;." in signed_in(legal).get("/").content.decode()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_start_page_derives_a_few_drafts_alone(
    signed_in, proposal, articles, legal, django_assert_max_num_queries, language
):
    for number in range(2, 7):
        begun = Proposal.objects.create(
            company=proposal.company,
            meeting=proposal.meeting,
            number=number,
            base_day=proposal.base_day,
            title_en=f"Proposal {number}",
            created_by=legal,
        )
        begun.authors.add(legal)
    client = signed_in(legal)
    client.cookies["django_language"] = language
    with django_assert_max_num_queries(21):
        several = client.get("/").context["waiting"]
    assert [one.proposal.number for one in several] == [1, 2, 3, 4, 5, 6]
    assert [bool(one.blockers) for one in several] == [True] * 3 + [False] * 3
