"""The workflow as data, and its picture in the documentation."""

from governance.models.role import Role
from proposals.models.state import CLEARED, EDITABLE, INITIAL, State
from proposals.workflow.permissions import _wrong_role, _wrong_state
from proposals.workflow.states import MOVES
from tests.paths import DOCS

PAGE = DOCS / "workflow.md"


def diagram() -> str:
    """The moves as a state diagram: who makes each, and where it leads."""
    arrows = [
        f"    {source} --> {move.target}: {name} ({move.role.label.lower()})"
        for name, move in MOVES.items()
        for source in State
        if source in move.sources
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {INITIAL}", *arrows])


def test_the_documentation_shows_the_moves():
    assert diagram() in PAGE.read_text(encoding="utf-8")


def test_every_state_is_reached_and_all_but_the_last_are_left():
    assert {move.target for move in MOVES.values()} == set(State)
    # What was adopted is not taken back.
    sources = {source for move in MOVES.values() for source in move.sources}
    assert sources == set(State) - {State.ADOPTED}


def test_only_the_draft_is_edited_and_what_is_approved_is_cleared():
    assert frozenset({State.DRAFTING}) == EDITABLE == frozenset({INITIAL})
    assert frozenset({State.APPROVED, State.ADOPTED}) == CLEARED


def test_whoever_reviews_is_no_author_and_a_return_says_why():
    assert {name for name, move in MOVES.items() if not move.author_may} == {"approve", "return"}
    assert {name for name, move in MOVES.items() if move.role == Role.BOARD_SECRETARY} == {
        "approve",
        "return",
        "adopt",
    }
    assert [name for name, move in MOVES.items() if move.needs_comment] == ["return"]


def test_there_is_a_sentence_for_every_refusal_of_every_move():
    for name in MOVES:
        assert _wrong_role(name).endswith(".")
        for state in State:
            assert _wrong_state(name, state).endswith(".")
