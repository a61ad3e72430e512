"""Comments on a draft: kept by identity, answered, resolved, their suggestions taken over."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from governance.models import Article, AuditEntry, User
from governance.people.refused import Refused
from proposals import editing
from proposals.commenting import (
    NewComment,
    SuggestionOutdated,
    Thread,
    add_comment,
    answer_comment,
    open_counts,
    take_suggestion,
    threads_of,
    words_now,
)
from proposals.draft.derive import draft
from proposals.draft.rows import load_rows
from proposals.draft.step_words import records_by_step, step_sentence
from proposals.models import Comment, Proposal
from proposals.workflow import moves
from tests.proposals.views.drafting import CHAIR, NOW, add, amend, complete, reason

Articles = dict[int, Article]


def on(article: Article, **said: str) -> NewComment:
    return replace(NewComment(about=f"a{article.pk}"), **said)


def body(proposal: Proposal, article: Article) -> str:
    found = draft(proposal, "en").proposed.by_key(f"a{article.pk}")
    assert found is not None
    return found.body


def thread(proposal: Proposal) -> Thread:
    (found,) = threads_of(proposal)
    return found


@pytest.fixture
def suggested(proposal: Proposal, articles: Articles, legal: User, secretary: User) -> Comment:
    """The secretary suggests other words for those of the author."""
    amend(proposal, legal, articles[5])
    new = on(articles[5], words="The Chair shall chair", suggestion="The Chair presides over")
    return add_comment(proposal, by=secretary, new=new)


def test_comment_follows_its_article_when_numbers_move(
    proposal: Proposal, articles: Articles, legal: User, secretary: User
) -> None:
    made = add_comment(proposal, by=secretary, new=on(articles[5], text="Why?", words="President"))
    add(proposal, legal, f"a{articles[1].pk}")
    now = words_now(made, load_rows(proposal))
    assert (now.place_is_gone, now.words_are_gone, now.wording_changed) == (False, False, False)
    assert (made.side, open_counts(threads_of(proposal))) == ("proposed", {f"a{articles[5].pk}": 1})


def test_words_that_have_gone_are_told_and_kept(
    proposal: Proposal, articles: Articles, legal: User, secretary: User
) -> None:
    made = add_comment(proposal, by=secretary, new=on(articles[5], text="Why?", words="President"))
    amend(proposal, legal, articles[5])
    now = words_now(made, load_rows(proposal))
    assert (now.place_is_gone, now.words_are_gone) == (False, True)
    assert made.wording == f"Chairman\n{articles[5].wordings.get().body_en}"
    assert now.wording == f"Chairman\n{CHAIR}"
    # The words of the present articles can be quoted after that, and stand.
    again = add_comment(proposal, by=legal, new=on(articles[5], text="So.", words="President"))
    assert (again.side, words_now(again, load_rows(proposal)).words_are_gone) == ("present", False)


def test_place_that_has_gone_is_told(
    proposal: Proposal, articles: Articles, legal: User, secretary: User
) -> None:
    change = add(proposal, legal, f"a{articles[1].pk}")
    made = add_comment(proposal, by=secretary, new=NewComment("Why?", about=change.key))
    why = reason(proposal, legal, "As to Article {proposed:2}.")
    of_reason = add_comment(
        proposal,
        by=secretary,
        new=NewComment("Too short.", about=f"reason:{why.pk}", words="Article 2"),
    )
    of_day = add_comment(
        proposal, by=secretary, new=NewComment("So soon?", about="day:announced_on")
    )
    editing.remove_change(change, by=legal)
    rows = load_rows(proposal)
    assert words_now(made, rows).place_is_gone
    assert made.wording == "Seal\nThe Company has a seal."
    assert words_now(of_reason, rows).words_are_gone
    assert not words_now(of_day, rows).place_is_gone
    editing.remove_reason(why, by=legal)
    assert words_now(of_reason, load_rows(proposal)).place_is_gone
    editing.undo(proposal, by=legal)
    assert not words_now(of_reason, load_rows(proposal)).place_is_gone


def test_answers_resolve_and_reopen_with_who_and_when(
    proposal: Proposal, articles: Articles, legal: User, secretary: User
) -> None:
    made = add_comment(proposal, by=secretary, new=NewComment("Is this all?"))
    answer_comment(made, by=legal, text="It is.")
    answer_comment(made, by=secretary, act=Comment.Act.RESOLVED)
    assert not thread(proposal).is_open
    # Whoever resolves it a second time finds it so, and nothing more is written.
    answer_comment(made, by=legal, act=Comment.Act.RESOLVED)
    answer_comment(made, by=legal, text="No.", act=Comment.Act.REOPENED)
    found = thread(proposal)
    assert found.is_open
    assert [(one.act, one.text, one.by.username) for one in found.answers] == [
        ("", "It is.", "legal"),
        ("resolved", "", "secretary"),
        ("reopened", "No.", "legal"),
    ]
    lines = AuditEntry.objects.filter(what__startswith="comment.").order_by("pk")
    assert [(one.what, one.actor and one.actor.username, one.about) for one in lines] == [
        ("comment.written", "secretary", proposal.address),
        ("comment.answered", "legal", proposal.address),
        ("comment.resolved", "secretary", proposal.address),
        ("comment.reopened", "legal", proposal.address),
    ]
    # A comment makes nobody an author.
    assert [one.username for one in proposal.authors.all()] == ["legal"]


def test_what_is_sent_twice_is_written_once(
    proposal: Proposal, articles: Articles, legal: User
) -> None:
    first, second = (add_comment(proposal, by=legal, new=NewComment("Again.")) for _ in range(2))
    assert first == second
    one, two = (answer_comment(first, by=legal, text="Yes.") for _ in range(2))
    assert one == two
    assert Comment.objects.count() == 2


def test_suggestion_is_taken_over_as_one_step_that_is_named_and_undone(
    proposal: Proposal, articles: Articles, legal: User, suggested: Comment
) -> None:
    take_suggestion(suggested, by=legal)
    assert body(proposal, articles[5]) == CHAIR.replace("shall chair", "presides over")
    step = proposal.steps.latest("pk")
    assert step_sentence(step, records_by_step(proposal), draft(proposal, "en")) == (
        "Suggestion taken over: Article 5 (Chairman)"
    )
    assert (proposal.steps.count(), AuditEntry.objects.latest("pk").what) == (2, "suggestion.taken")
    found = thread(proposal)
    assert (found.closed_by and found.closed_by.act, found.is_open) == ("taken", False)
    with pytest.raises(Refused, match="This comment is resolved"):
        take_suggestion(suggested, by=legal)
    editing.undo(proposal, by=legal)
    assert body(proposal, articles[5]) == CHAIR
    answer_comment(suggested, by=legal, act=Comment.Act.REOPENED)
    take_suggestion(suggested, by=legal)
    assert body(proposal, articles[5]) == CHAIR.replace("shall chair", "presides over")


def test_suggestion_amends_an_article_that_no_change_was_about(
    proposal: Proposal, articles: Articles, legal: User, secretary: User
) -> None:
    new = on(articles[1], words="Trade Name", suggestion="Name")
    take_suggestion(add_comment(proposal, by=secretary, new=new), by=legal)
    change = proposal.changes.get()
    assert (change.operation, change.caption_en, change.body_en) == ("replace", "Name", None)
    # The present words suggested again take the change back.
    back = on(articles[1], words="Name", suggestion="Trade Name")
    take_suggestion(add_comment(proposal, by=secretary, new=back), by=legal)
    assert not proposal.changes.exists()


def test_suggestion_for_words_that_changed_is_refused_and_kept(
    proposal: Proposal, articles: Articles, legal: User, suggested: Comment
) -> None:
    change = proposal.changes.get()
    editing.save_change(change, by=legal, version=change.version, body_en=f"{CHAIR}\n3 Always.")
    steps = proposal.steps.count()
    with pytest.raises(SuggestionOutdated, match="The wording has changed"):
        take_suggestion(suggested, by=legal)
    now = words_now(suggested, load_rows(proposal))
    assert (suggested.wording, now.wording) == (
        f"Chairman\n{CHAIR}",
        f"Chairman\n{CHAIR}\n3 Always.",
    )
    assert (now.words_are_gone, thread(proposal).is_open) == (False, True)
    assert body(proposal, articles[5]) == f"{CHAIR}\n3 Always."
    assert proposal.steps.count() == steps


def test_suggestion_that_cites_a_number_is_refused_once_numbers_have_moved(
    proposal: Proposal, articles: Articles, legal: User, secretary: User
) -> None:
    new = on(articles[2], words="the businesses listed below", suggestion="those of Article 4")
    made = add_comment(proposal, by=secretary, new=new)
    add(proposal, legal, f"a{articles[2].pk}")
    with pytest.raises(SuggestionOutdated, match="numbers of the proposed articles have changed"):
        take_suggestion(made, by=legal)
    assert body(proposal, articles[2]).endswith("the businesses listed below.")
    editing.undo(proposal, by=legal)
    take_suggestion(made, by=legal)
    add(proposal, legal, f"a{articles[2].pk}")
    assert body(proposal, articles[2]).endswith("those of Article 5.")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Write the comment."),
        ({"text": " \n"}, "Write the comment."),
        ({"text": "x" * 10_001}, "10001 characters"),
        ({"text": "Why?", "words": "Article 5."}, "The words quoted do not stand there."),
        ({"suggestion": "Otherwise."}, "Quote the words of the article"),
        ({"words": "shall", "suggestion": "may"}, ""),
        ({"words": "The ", "suggestion": "A "}, "stand there several times"),
        ({"words": "shall", "suggestion": "shall"}, "what stands there already"),
        ({"text": "Why?", "about": "a0"}, "does not have what the comment is about"),
        ({"text": "Why?", "about": "reason:0"}, "does not have what the comment is about"),
        ({"text": "Why?", "about": "day:never_on"}, "does not have what the comment is about"),
        ({"text": "Why?", "about": "", "words": "shall"}, "The words quoted do not stand there."),
    ],
)
def test_comment_that_means_nothing_is_refused(
    proposal: Proposal, articles: Articles, legal: User, said: dict[str, str], sentence: str
) -> None:
    amend(proposal, legal, articles[5], "The Chair shall chair.\n2 The preceding paragraph.")
    new = on(articles[5], **said)
    if not sentence:
        assert add_comment(proposal, by=legal, new=new).suggestion == said["suggestion"]
        return
    with pytest.raises(Refused, match=sentence):
        add_comment(proposal, by=legal, new=new)
    assert not Comment.objects.exists()


def test_a_suggestion_for_present_words_is_refused(
    proposal: Proposal, articles: Articles, legal: User
) -> None:
    amend(proposal, legal, articles[5])
    with pytest.raises(Refused, match="proposed articles alone"):
        add_comment(
            proposal, by=legal, new=on(articles[5], words="The President", suggestion="A person")
        )


def test_who_comments_in_which_state(
    proposal: Proposal,
    articles: Articles,
    legal: User,
    secretary: User,
    reader: User,
    stranger: User,
    suggested: Comment,
) -> None:
    for user in (reader, stranger):
        with pytest.raises(Refused, match="Only legal staff and board secretaries"):
            add_comment(proposal, by=user, new=NewComment("Mine."))
        with pytest.raises(Refused, match="Only legal staff and board secretaries"):
            answer_comment(suggested, by=user, text="Mine.")
    with pytest.raises(Refused, match="Only legal staff of the company may edit"):
        take_suggestion(suggested, by=secretary)
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    add_comment(proposal, by=secretary, new=NewComment("In review."))
    with pytest.raises(Refused, match="in review and cannot be edited"):
        take_suggestion(suggested, by=legal)
    moves.approve(proposal, by=secretary, at=NOW)
    with pytest.raises(Refused, match="while a proposal is being drafted or reviewed"):
        add_comment(proposal, by=secretary, new=NewComment("Too late."))
    with pytest.raises(Refused, match="while a proposal is being drafted or reviewed"):
        answer_comment(suggested, by=secretary, act=Comment.Act.RESOLVED)
    assert Comment.objects.count() == 2


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("UPDATE proposals_comment SET text = 'Never said.'", "UPDATE"),
        ("DELETE FROM proposals_comment", "DELETE"),
        ("TRUNCATE proposals_comment CASCADE", "TRUNCATE"),
    ],
)
def test_database_keeps_what_was_said(
    proposal: Proposal, articles: Articles, legal: User, statement: str, refused: str
) -> None:
    made = add_comment(proposal, by=legal, new=NewComment("Said."))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match=f"{refused} is refused"), transaction.atomic():
            cursor.execute(statement)
    made.refresh_from_db()
    assert made.text == "Said."
