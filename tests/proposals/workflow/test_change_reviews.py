"""Single changes approved and returned; a later edit reopens exactly those that it touches."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from governance.models import Article, AuditEntry, User
from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.printed_changes import printed_changes
from proposals.models import Change, ChangeReview, Proposal
from proposals.models.change_review import Verdict
from proposals.workflow import moves
from proposals.workflow.change_reviews import (
    GivenVerdict,
    ReviewedChange,
    mark_changes_seen,
    review_change,
    reviewed_changes,
)
from tests.proposals.views.drafting import CHAIR, NOW, add, amend, complete

Articles = dict[int, Article]
Say = Callable[..., ChangeReview]


def states(proposal: Proposal, person: User | None = None) -> dict[str, ReviewedChange]:
    drafts = {"en": draft(proposal, "en")}
    return {one.printed.key: one for one in reviewed_changes(proposal, drafts, person=person)}


def reopened(proposal: Proposal) -> dict[str, list[str]]:
    """The changes of which something prints otherwise since they were approved, and what."""
    return {
        key: one.changed_since_verdict for key, one in states(proposal).items() if one.is_reopened
    }


@pytest.fixture
def in_review(proposal: Proposal, articles: Articles, legal: User) -> Proposal:
    """Article 1 is followed by a new one, Article 3 deleted, Article 5 amended; Article 4, which
    cites Article 2, and Article 6, which cites Article 5, follow.
    """
    add(proposal, legal, f"a{articles[1].pk}")
    amend(proposal, legal, articles[5])
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    return proposal


@pytest.fixture
def say(in_review: Proposal, secretary: User) -> Say:
    def given(key: str, verdict: Verdict = Verdict.APPROVED, **options: str) -> ChangeReview:
        shown = options.pop("shown", "") or states(in_review)[key].printed.digest
        return review_change(
            in_review, by=secretary, given=GivenVerdict(key, verdict, shown, **options)
        )

    return given


def approve_all(proposal: Proposal, say: Say) -> list[str]:
    keys = list(states(proposal))
    for key in keys:
        say(key)
    return keys


def edit(proposal: Proposal, legal: User) -> None:
    """To drafting, as after a return or a recall."""
    moves.recall(proposal, by=legal, at=NOW)


def names(articles: Articles, proposal: Proposal) -> dict[str, str]:
    inserted = proposal.changes.get(operation="insert")
    return {inserted.key: "new", **{f"a{one.pk}": str(number) for number, one in articles.items()}}


def test_changes_and_what_follows_from_them_are_reviewed(
    in_review: Proposal, articles: Articles
) -> None:
    named = names(articles, in_review)
    assert [named[key] for key in states(in_review)] == ["new", "4", "5", "6"]
    assert not any(one.verdict for one in states(in_review).values())


def test_an_edit_of_words_reopens_that_change_alone(
    in_review: Proposal, articles: Articles, legal: User, say: Say
) -> None:
    approve_all(in_review, say)
    edit(in_review, legal)
    change = in_review.changes.get(operation="replace")
    editing.save_change(change, by=legal, version=change.version, body_en=f"{CHAIR}\n3 Always.")
    key = f"a{articles[5].pk}"
    assert reopened(in_review) == {key: ["the wording"]}
    assert sum(one.is_approved for one in states(in_review).values()) == 3
    # What is undone reads again as it was approved.
    editing.undo(in_review, by=legal)
    assert reopened(in_review) == {}
    assert states(in_review)[key].is_approved


def test_numbers_that_move_reopen_what_bears_and_what_cites_them(
    in_review: Proposal, articles: Articles, legal: User, say: Say
) -> None:
    approve_all(in_review, say)
    edit(in_review, legal)
    made = add(in_review, legal, f"a{articles[4].pk}", caption="Chop")
    named = names_with(articles, in_review, made)
    assert {named[key]: why for key, why in reopened(in_review).items()} == {
        "5": ["the number"],
        "6": ["a citation that followed", "the number"],
    }
    fresh = [named[key] for key, one in states(in_review).items() if one.verdict is None]
    assert fresh == ["made"]


def names_with(articles: Articles, proposal: Proposal, made: Change) -> dict[str, str]:
    own = {f"c{one.pk}": "new" for one in proposal.changes.filter(operation="insert")}
    return own | {made.key: "made"} | {f"a{one.pk}": str(n) for n, one in articles.items()}


def test_a_reason_and_a_day_reopen_what_they_are_printed_for(
    in_review: Proposal, articles: Articles, legal: User, say: Say
) -> None:
    approve_all(in_review, say)
    edit(in_review, legal)
    inserted = in_review.changes.get(operation="insert")
    editing.save_change(inserted, by=legal, version=inserted.version, expires_on="2014-07-01")
    assert reopened(in_review) == {inserted.key: ["its days"]}
    reason = in_review.reasons.get()
    editing.save_reason(reason, by=legal, version=reason.version, body_en="Otherwise.")
    assert reopened(in_review) == {
        inserted.key: ["its days", "its reason"],
        f"a{articles[5].pk}": ["its reason"],
    }


def test_the_whole_is_not_approved_while_a_change_stands_returned(
    in_review: Proposal, articles: Articles, legal: User, secretary: User, say: Say
) -> None:
    key = f"a{articles[5].pk}"
    with pytest.raises(Refused, match="Say why in a comment"):
        say(key, Verdict.RETURNED, comment=" ")
    say(key, Verdict.RETURNED, comment="Who is the Chair?")
    assert states(in_review)[key].is_returned
    with pytest.raises(Refused, match="1 of the changes stand returned"):
        moves.approve(in_review, by=secretary, at=NOW)
    assert in_review.state == "in_review"
    # What the author changes is shown beside the return, which stands until it is approved.
    edit(in_review, legal)
    change = in_review.changes.get(operation="replace")
    editing.save_change(change, by=legal, version=change.version, body_en="The President chairs.")
    assert (reopened(in_review), states(in_review)[key].changed_since_verdict) == (
        {},
        ["the wording"],
    )
    moves.submit(in_review, by=legal, at=NOW)
    with pytest.raises(Refused, match="1 of the changes stand returned"):
        moves.approve(in_review, by=secretary, at=NOW)
    say(key)
    moves.approve(in_review, by=secretary, at=NOW)
    assert in_review.state == "approved"


def test_a_returned_change_that_is_taken_back_stands_in_nobodys_way(
    in_review: Proposal, articles: Articles, legal: User, secretary: User, say: Say
) -> None:
    say(f"a{articles[5].pk}", Verdict.RETURNED, comment="Not now.")
    edit(in_review, legal)
    editing.remove_change(in_review.changes.get(operation="replace"), by=legal)
    moves.submit(in_review, by=legal, at=NOW)
    moves.approve(in_review, by=secretary, at=NOW)
    assert in_review.state == "approved"


def test_a_returned_change_is_approved_after_all(
    in_review: Proposal, articles: Articles, secretary: User, say: Say
) -> None:
    key = f"a{articles[5].pk}"
    say(key, Verdict.RETURNED, comment="Who is the Chair?")
    for _twice in range(2):
        say(key)
    assert states(in_review)[key].is_approved
    assert [one.verdict for one in ChangeReview.objects.all()] == ["returned", "approved"]
    lines = AuditEntry.objects.filter(what__startswith="change.", actor=secretary)
    assert [one.what for one in lines.order_by("pk")] == ["change.returned", "change.approved"]
    moves.approve(in_review, by=secretary, at=NOW)


def test_who_may_say_so_and_of_what(
    in_review: Proposal, articles: Articles, legal: User, writing_secretary: User, say: Say
) -> None:
    key = f"a{articles[5].pk}"
    shown = states(in_review)[key].printed.digest
    given = GivenVerdict(key, Verdict.APPROVED, shown)
    with pytest.raises(Refused, match="Only a board secretary"):
        review_change(in_review, by=legal, given=given)
    in_review.authors.add(writing_secretary)
    with pytest.raises(Refused, match="You are an author"):
        review_change(in_review, by=writing_secretary, given=given)
    with pytest.raises(Refused, match="has been edited since"):
        say(key, shown="0" * 64)
    with pytest.raises(Refused, match="does not have this change any more"):
        say("c0", shown=shown)
    edit(in_review, legal)
    with pytest.raises(Refused, match="Only a proposal in review"):
        say(key)
    assert not ChangeReview.objects.exists()
    # The database refuses an author's verdict, whoever asks.
    with pytest.raises(IntegrityError, match="An author neither"), transaction.atomic():
        ChangeReview.objects.create(
            proposal=in_review, key=key, verdict="approved", printed={}, sha256=shown, by=legal
        )


def test_what_changed_since_a_person_looked(
    in_review: Proposal, articles: Articles, legal: User, secretary: User, say: Say
) -> None:
    for _twice in range(2):
        mark_changes_seen(in_review, by=secretary)
    assert ChangeReview.objects.count() == 4
    edit(in_review, legal)
    change = in_review.changes.get(operation="replace")
    editing.save_change(change, by=legal, version=change.version, body_en="The President chairs.")
    made = add(in_review, legal, f"a{articles[6].pk}", caption="Chop")
    seen = states(in_review, secretary)
    assert {key: one.changed_since_look for key, one in seen.items() if one.changed_since_look} == {
        f"a{articles[5].pk}": ["the wording"]
    }
    assert [key for key, one in seen.items() if one.is_new] == [made.key]
    assert not any(
        one.is_new or one.changed_since_look for one in states(in_review, legal).values()
    )
    mark_changes_seen(in_review, by=secretary)
    assert not any(one.changed_since_look for one in states(in_review, secretary).values())


def test_the_database_keeps_verdicts(in_review: Proposal, articles: Articles, say: Say) -> None:
    say(f"a{articles[5].pk}")
    for statement in (
        "UPDATE proposals_changereview SET verdict = 'seen'",
        "DELETE FROM proposals_changereview",
    ):
        with (
            connection.cursor() as cursor,
            pytest.raises(IntegrityError, match="is refused"),
            transaction.atomic(),
        ):
            cursor.execute(statement)


def test_a_digest_is_that_of_what_is_printed(in_review: Proposal, articles: Articles) -> None:
    first, again = (
        {one.key: one.digest for one in printed_changes({"en": draft(in_review, "en")})}
        for _twice in range(2)
    )
    assert first == again
    assert len(set(first.values())) == len(first)
