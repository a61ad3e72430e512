"""Warnings acknowledged with a word: told by what they are, taken back, lapsed, never an error."""

import pytest
from django.db import IntegrityError, connection, transaction

from governance.models import Article, AuditEntry, User
from governance.people.refused import Refused
from governance.text.finding import Finding
from proposals import editing
from proposals.commenting import (
    acknowledge_warning,
    acknowledgements_of,
    take_back_acknowledgement,
    warning_digest,
)
from proposals.draft.derive import draft
from proposals.models import Acknowledgement, Change, Proposal
from proposals.workflow import moves
from tests.proposals.views.drafting import CHAIR, NOW, add, amend, complete

PATH = "/proposals/3774-21-1/"
OPEN_BRACKET = f"{CHAIR}\n3 The Chair (or a deputy presides."


def warnings(proposal: Proposal) -> list[Finding]:
    return [one for one in draft(proposal, "en").findings if one.severity == "warning"]


def digest(proposal: Proposal) -> str:
    (found,) = warnings(proposal)
    return warning_digest(found, "en")


def acknowledged(proposal: Proposal) -> list[bool]:
    standing = acknowledgements_of(proposal)
    return [warning_digest(one, "en") in standing for one in warnings(proposal)]


@pytest.fixture
def warned(proposal: Proposal, articles: dict[int, Article], legal: User) -> Change:
    """A change of Article 5 with a bracket that is not closed."""
    return amend(proposal, legal, articles[5], OPEN_BRACKET)


def test_it_stands_while_the_warning_is_the_same_and_lapses_when_it_changes(
    proposal: Proposal, articles: dict[int, Article], legal: User, warned: Change
) -> None:
    finding = digest(proposal)
    acknowledge_warning(
        proposal, by=legal, language="en", finding=finding, word="As in the present text."
    )
    assert acknowledged(proposal) == [True]
    # Numbers move: the provision is told by identity.
    add(proposal, legal, f"a{articles[1].pk}")
    assert acknowledged(proposal) == [True]
    warned.refresh_from_db()
    words = OPEN_BRACKET.replace("(or", "［or")
    editing.save_change(warned, by=legal, version=warned.version, body_en=words)
    assert acknowledged(proposal) == [False]
    editing.undo(proposal, by=legal)
    assert acknowledged(proposal) == [True]


def test_it_is_taken_back_and_given_again(
    proposal: Proposal, legal: User, colleague: User, warned: Change
) -> None:
    finding = digest(proposal)
    for word in ("First.", "First.", "Second."):
        acknowledge_warning(proposal, by=legal, language="en", finding=finding, word=word)
    assert acknowledgements_of(proposal)[finding].word == "Second."
    for _twice in range(2):
        take_back_acknowledgement(proposal, by=colleague, finding=finding)
    assert acknowledged(proposal) == [False]
    lines = AuditEntry.objects.filter(what__startswith="warning.").order_by("pk")
    assert [(one.what, one.actor and one.actor.username) for one in lines] == [
        ("warning.acknowledged", "legal"),
        ("warning.acknowledged", "legal"),
        ("warning.taken_back", "colleague"),
    ]
    assert Acknowledgement.objects.count() == 3


def test_an_error_and_what_is_not_there_are_refused(
    proposal: Proposal, articles: dict[int, Article], legal: User, warned: Change
) -> None:
    amend(proposal, legal, articles[4], "Article 99 applies.")
    (error,) = draft(proposal, "en").errors
    for finding in (warning_digest(error, "en"), "0" * 64, ""):
        with pytest.raises(Refused, match="does not have this warning any more"):
            acknowledge_warning(proposal, by=legal, language="en", finding=finding, word="So.")
    with pytest.raises(Refused, match="Say in a word"):
        acknowledge_warning(proposal, by=legal, language="en", finding=digest(proposal), word=" \n")
    assert not Acknowledgement.objects.exists()


def test_only_who_may_edit_acknowledges(
    proposal: Proposal, legal: User, secretary: User, warned: Change
) -> None:
    finding = digest(proposal)
    with pytest.raises(Refused, match="Only legal staff"):
        acknowledge_warning(proposal, by=secretary, language="en", finding=finding, word="So.")
    acknowledge_warning(proposal, by=legal, language="en", finding=finding, word="So.")
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    with pytest.raises(Refused, match="in review and cannot be edited"):
        take_back_acknowledgement(proposal, by=legal, finding=finding)
    assert acknowledged(proposal) == [True]


def test_the_database_keeps_it(proposal: Proposal, legal: User, warned: Change) -> None:
    acknowledge_warning(
        proposal, by=legal, language="en", finding=digest(proposal), word="As before."
    )
    for statement in (
        "UPDATE proposals_acknowledgement SET word = 'Never said.'",
        "DELETE FROM proposals_acknowledgement",
    ):
        with (
            connection.cursor() as cursor,
            pytest.raises(IntegrityError, match="is refused"),
            transaction.atomic(),
        ):
            cursor.execute(statement)


def test_the_reviewer_sees_the_word(
    signed_in, proposal: Proposal, legal: User, secretary: User, warned: Change
) -> None:
    client, finding = signed_in(legal), digest(proposal)
    page = client.get(PATH).content.decode()
    assert "1 warning, 0 acknowledged" in page
    answer = client.post(
        f"{PATH}findings/?language=en", {"finding": finding, "comment": "As in the <old> text."}
    )
    assert answer.headers["Location"] == f"{PATH}?language=en#panel-findings"
    for user in (legal, secretary):
        page = signed_in(user).get(PATH).content.decode()
        assert "1 warning, 1 acknowledged" in page
        assert "As in the &lt;old&gt; text." in page
        assert (f'action="{PATH}findings/' in page) == (user == legal)
    answer = client.post(f"{PATH}findings/", {"finding": "0" * 64, "comment": "Kept words."})
    assert answer.status_code == 403
    assert "Kept words." in answer.content.decode()
    client.post(f"{PATH}findings/", {"finding": finding, "do": "take-back"})
    assert "1 warning, 0 acknowledged" in client.get(PATH).content.decode()
