"""The workflow as data, and its picture in the documentation."""

from django.db import connection

from governance.models.role import Role
from proposals.models.state import EDITABLE, ENDED, INITIAL, PUBLIC, WAS_APPROVED, State
from proposals.workflow.permissions import _wrong_role, _wrong_state
from proposals.workflow.states import MOVES
from tests.paths import DOCS

PAGE = DOCS / "workflow.md"


def diagram() -> str:
    """The moves as a state diagram: who makes each, and where it leads."""
    arrows = [
        f"    {source} --> {move.target}: {name} ({who(move.role)})"
        for name, move in MOVES.items()
        for source in State
        if source in move.sources
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {INITIAL}", *arrows])


def who(role: Role | None) -> str:
    return "the program" if role is None else str(role.label).lower()


def test_the_documentation_shows_the_moves():
    assert diagram() in PAGE.read_text(encoding="utf-8")


def test_every_state_is_reached_and_all_but_the_ends_are_left():
    assert {move.target for move in MOVES.values()} == set(State)
    # What was adopted, rejected or dropped is not taken back.
    sources = {source for move in MOVES.values() for source in move.sources}
    assert sources == set(State) - ENDED


def test_only_the_draft_is_edited_and_what_is_approved_is_cleared():
    assert frozenset({State.DRAFTING}) == EDITABLE == frozenset({INITIAL})
    assert {*WAS_APPROVED} == {State.APPROVED, State.RELEASED, State.ADOPTED, State.REJECTED}
    assert {*PUBLIC} == {State.RELEASED, State.ADOPTED, State.REJECTED, State.WITHDRAWN}
    assert {*ENDED} == {State.ADOPTED, State.REJECTED, State.WITHDRAWN, State.DISCARDED}


def test_whoever_reviews_is_no_author_and_a_return_says_why():
    assert {name for name, move in MOVES.items() if not move.author_may} == {"approve", "return"}
    assert {name for name, move in MOVES.items() if move.role == Role.BOARD_SECRETARY} == {
        "approve",
        "return",
        "publish",
        "adopt",
        "amend_at_meeting",
        "reject",
        "withdraw_from_agenda",
    }
    assert {name for name, move in MOVES.items() if move.needs_comment} == {
        "return",
        "amend_at_meeting",
        "withdraw",
        "withdraw_from_agenda",
        "correct",
    }
    assert [name for name, move in MOVES.items() if move.role is None] == ["lapse"]


def test_there_is_a_sentence_for_every_refusal_of_every_move():
    for name in MOVES:
        assert _wrong_role(name).endswith(".")
        for state in State:
            assert _wrong_state(name, state).endswith(".")


def test_the_database_knows_the_same_moves(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT move, source, target FROM proposals_moves()")
        stored = set(cursor.fetchall())
    assert stored == {
        (name, source.value, move.target.value)
        for name, move in MOVES.items()
        for source in move.sources
    }
