"""Every act that the program records has a name in both languages."""

import re

from governance.people.act_names import ACT_NAMES, act_name
from governance.text.message import Message
from proposals.workflow.states import MOVES
from tests.paths import ROOT

RECORDED = re.compile(
    r'(?:record(?:_once|_of_person)?\(\s*|what=|else )"(?P<what>[a-z_]+\.[a-z_]+)"'
)
SOURCES = [path for app in ("governance", "proposals") for path in (ROOT / app).rglob("*.py")]


def recorded() -> set[str]:
    """The acts that are written into the audit somewhere in the code."""
    texts = [path.read_text("utf-8") for path in SOURCES]
    return {found["what"] for text in texts for found in RECORDED.finditer(text)}


def test_every_act_that_is_recorded_has_a_name():
    found = recorded()
    assert {"proposal.opened", "change.added", "role.given", "person.signed_in"} <= found
    assert found - ACT_NAMES.keys() == set()


def test_every_move_of_a_proposal_has_a_name():
    assert {f"proposal.{move}" for move in MOVES} - ACT_NAMES.keys() == set()


def test_an_act_without_a_name_is_shown_as_it_is_stored():
    assert act_name("proposal.opened").ja == "議案を閲覧"
    assert act_name("refused.publish").en == "Attempt refused: publish"
    assert act_name("proposal.sung") == Message("proposal.sung", "proposal.sung")
