"""Two people at once, each in a transaction and a thread of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest
from django.db import connection

from governance.people.refused import Refused
from proposals import editing
from proposals.editing.transaction import edit_transaction
from proposals.models import Change, Proposal, Review
from proposals.workflow import moves

NOW = datetime(2013, 5, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


def told(act: Callable[[], object]) -> str:
    """What the act is refused with, "" when it is done; its connection closed behind it."""
    try:
        act()
    except Refused as refused:
        return refused.sentence
    else:
        return ""
    finally:
        connection.close()


def at_once(*acts: Callable[[], object]) -> list[str]:
    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result(timeout=30) for each in [pool.submit(told, act) for act in acts]]


def test_one_article_takes_one_of_two_operations(proposal, articles, legal, colleague):
    def delete(by):
        return lambda: editing.add_change(proposal, by=by, operation="delete", at=articles[6].key)

    assert sorted(at_once(delete(legal), delete(colleague))) == [
        "",
        "The proposal amends, deletes or moves this article already.",
    ]
    assert Change.objects.count() == 1


def test_two_proposals_begun_at_once_take_two_numbers(proposal, legal, colleague):
    def begin(by):
        return lambda: editing.create_proposal(
            proposal.meeting, by=by, base_day=proposal.base_day, title_en="A"
        )

    assert at_once(begin(legal), begin(colleague)) == ["", ""]
    assert list(Proposal.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]


def test_a_move_waits_for_an_edit_under_way(proposal, articles, legal, writing_secretary):
    """Who edits becomes an author before anybody can ask whether they are one."""
    reason = editing.add_reason(proposal, by=legal, body_en="One.")
    editing.add_change(proposal, by=legal, operation="delete", at=articles[6].key, reason=reason)
    inside, go_on = Event(), Event()

    def edit() -> None:
        with edit_transaction(proposal, by=writing_secretary, what="change.saved"):
            inside.set()
            assert go_on.wait(timeout=20)

    def review() -> None:
        assert inside.wait(timeout=20)
        # The move waits until the edit is over, and then knows of it.
        go_on.set()
        moves.submit(proposal, by=legal, at=NOW)
        moves.approve(proposal, by=writing_secretary, at=NOW)

    assert at_once(edit, review) == [
        "",
        "You are an author of this proposal; somebody else must review it.",
    ]
    assert list(Review.objects.values_list("move", flat=True)) == ["submit"]
