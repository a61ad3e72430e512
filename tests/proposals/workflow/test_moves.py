"""The moves: what each lets through and leaves behind; and that nothing else writes the state."""

import ast
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from governance.models import AuditEntry
from governance.models.role import Role
from governance.people.refused import Refused
from proposals import editing
from proposals.models import Proposal, Review
from proposals.models.state import WAS_APPROVED, State
from proposals.workflow import moves
from proposals.workflow.continuing import continue_meeting
from proposals.workflow.permissions import require
from proposals.workflow.releasing import Publication
from proposals.workflow.states import MOVES
from tests.paths import ROOT
from tests.people import person
from tests.releases import approval
from tests.states import put

NOW = datetime(2013, 5, 24, 9, 0, tzinfo=UTC)
# The meeting adopts nothing before it is held.
AFTER = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)
PEOPLE = ("legal", "colleague", "secretary", "both", "author", "reader", "stranger")
# Where each move leads from each state, and for whom; "-" is refused, for everybody.
LEADS = """
state      move                  to         for
drafting   submit                in_review  legal colleague both author
drafting   approve               -
drafting   return                -
drafting   recall                -
drafting   reopen                -
drafting   publish               -
drafting   adopt                 -
drafting   amend_at_meeting      -
drafting   reject                -
drafting   withdraw              withdrawn  legal colleague both author
drafting   withdraw_from_agenda  -
drafting   discard               discarded  legal colleague both author
drafting   correct               -
drafting   lapse                 -
in_review  submit                -
in_review  approve               approved   secretary both
in_review  return                returned   secretary both
in_review  recall                drafting   legal colleague both author
in_review  reopen                -
in_review  publish               -
in_review  adopt                 -
in_review  amend_at_meeting      -
in_review  reject                -
in_review  withdraw              -
in_review  withdraw_from_agenda  -
in_review  discard               -
in_review  correct               -
in_review  lapse                 -
returned   submit                -
returned   approve               -
returned   return                -
returned   recall                -
returned   reopen                drafting   legal colleague both author
returned   publish               -
returned   adopt                 -
returned   amend_at_meeting      -
returned   reject                -
returned   withdraw              withdrawn  legal colleague both author
returned   withdraw_from_agenda  -
returned   discard               -
returned   correct               -
returned   lapse                 -
approved   submit                -
approved   approve               -
approved   return                -
approved   recall                -
approved   reopen                drafting   legal colleague both author
approved   publish               released   secretary both author
approved   adopt                 adopted    secretary both author
approved   amend_at_meeting      drafting   secretary both author
approved   reject                rejected   secretary both author
approved   withdraw              -
approved   withdraw_from_agenda  withdrawn  secretary both author
approved   discard               -
approved   correct               -
approved   lapse                 -
released   submit                -
released   approve               -
released   return                -
released   recall                -
released   reopen                -
released   publish               -
released   adopt                 adopted    secretary both author
released   amend_at_meeting      drafting   secretary both author
released   reject                rejected   secretary both author
released   withdraw              -
released   withdraw_from_agenda  withdrawn  secretary both author
released   discard               -
released   correct               drafting   legal colleague both author
released   lapse                 -
adopted    submit                -
adopted    approve               -
adopted    return                -
adopted    recall                -
adopted    reopen                -
adopted    publish               -
adopted    adopt                 -
adopted    amend_at_meeting      -
adopted    reject                -
adopted    withdraw              -
adopted    withdraw_from_agenda  -
adopted    discard               -
adopted    correct               -
adopted    lapse                 -
rejected   submit                -
rejected   approve               -
rejected   return                -
rejected   recall                -
rejected   reopen                -
rejected   publish               -
rejected   adopt                 -
rejected   amend_at_meeting      -
rejected   reject                -
rejected   withdraw              -
rejected   withdraw_from_agenda  -
rejected   discard               -
rejected   correct               -
rejected   lapse                 -
withdrawn  submit                -
withdrawn  approve               -
withdrawn  return                -
withdrawn  recall                -
withdrawn  reopen                -
withdrawn  publish               -
withdrawn  adopt                 -
withdrawn  amend_at_meeting      -
withdrawn  reject                -
withdrawn  withdraw              -
withdrawn  withdraw_from_agenda  -
withdrawn  discard               -
withdrawn  correct               -
withdrawn  lapse                 -
discarded  submit                -
discarded  approve               -
discarded  return                -
discarded  recall                -
discarded  reopen                -
discarded  publish               -
discarded  adopt                 -
discarded  amend_at_meeting      -
discarded  reject                -
discarded  withdraw              -
discarded  withdraw_from_agenda  -
discarded  discard               -
discarded  correct               -
discarded  lapse                 -
"""
ROWS = [line.split() for line in LEADS.strip().splitlines()[1:]]
FUNCTIONS = {
    "submit": moves.submit,
    "approve": moves.approve,
    "return": moves.return_,
    "recall": moves.recall,
    "amend_at_meeting": moves.amend_at_meeting,
    "reject": moves.reject,
    "withdraw": moves.withdraw,
    "withdraw_from_agenda": moves.withdraw_from_agenda,
    "discard": moves.discard,
    "publish": partial(moves.publish, publication=Publication(NOW)),
    "adopt": moves.adopt,
    "reopen": moves.reopen,
    "correct": moves.correct_release,
    # The program makes it by itself; of people, nobody may.
    "lapse": lambda proposal, by, **_more: require(by, "lapse", proposal),
}


@pytest.fixture
def complete(proposal, articles, legal):
    """The proposal with one change and its reason, ready to be submitted."""
    reason = editing.add_reason(proposal, by=legal, body_en="To shorten the name of the chair.")
    editing.add_change(
        proposal,
        by=legal,
        operation="replace",
        at=articles[5].key,
        body_en="The Chair shall chair a general meeting.\n2 The preceding paragraph applies.",
        reason=reason,
    )
    return proposal


@pytest.fixture
def people(company, complete, legal, colleague, secretary, writing_secretary, reader, stranger):
    author = person("author", company, Role.LEGAL_STAFF, Role.BOARD_SECRETARY)
    complete.authors.add(author)
    return {
        "legal": legal,
        "colleague": colleague,
        "secretary": secretary,
        "both": writing_secretary,
        "author": author,
        "reader": reader,
        "stranger": stranger,
    }


def put_with_approval(proposal: Proposal, state: str) -> None:
    amendment = None
    if state in WAS_APPROVED and not proposal.approvals.exists():
        approval(proposal)
    if state == "adopted":
        amendment = proposal.company.amendments.earliest("pk")
    put(proposal, state, amendment=amendment)


def state_of(proposal: Proposal) -> str:
    return Proposal.objects.values_list("state", flat=True).get(pk=proposal.pk)


def test_the_table_has_a_line_for_every_state_and_move():
    assert [(state, move) for state, move, *_ in ROWS] == [
        (state.value, move) for state in State for move in MOVES
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row[:2]))
def test_every_move_leads_where_the_table_says(row, complete, people):
    state, move, to, *allowed = row
    put_with_approval(complete, state)
    for name in PEOPLE:
        complete.refresh_from_db()
        if name in allowed:
            with transaction.atomic():
                FUNCTIONS[move](
                    complete, by=people[name], at=AFTER, comment="Please see Article 5."
                )
                assert state_of(complete) == complete.state == to
                transaction.set_rollback(True)
        else:
            with pytest.raises(Refused) as refused:
                FUNCTIONS[move](
                    complete, by=people[name], at=AFTER, comment="Please see Article 5."
                )
            assert refused.value.sentence
            assert state_of(complete) == state


def test_a_round_of_review_is_told_by_who_did_what_when(complete, legal, secretary):
    moves.submit(complete, by=legal, at=NOW)
    with pytest.raises(Refused) as refused:
        moves.return_(complete, by=secretary, at=NOW, comment=" \r\n ")
    assert refused.value.sentence == (
        "Say why in a comment, so that the authors know what to change."
    )
    moves.return_(complete, by=secretary, at=NOW, comment="Article 5:\r\nwhich chair? ")
    moves.reopen(complete, by=legal, at=NOW)
    moves.submit(complete, by=legal, at=NOW, comment="Now named.")
    moves.approve(complete, by=secretary, at=NOW)
    assert list(
        Review.objects.values_list("move", "from_state", "to_state", "by__username", "comment")
    ) == [
        ("submit", "drafting", "in_review", "legal", ""),
        ("return", "in_review", "returned", "secretary", "Article 5:\nwhich chair?"),
        ("reopen", "returned", "drafting", "legal", ""),
        ("submit", "drafting", "in_review", "legal", "Now named."),
        ("approve", "in_review", "approved", "secretary", ""),
    ]
    # The time is the database's own.
    (at,) = set(Review.objects.values_list("at", flat=True))
    assert at == AuditEntry.objects.latest("pk").at
    assert list(
        AuditEntry.objects.filter(what__startswith="proposal.")
        .order_by("pk")
        .values_list("what", "actor__username", "about")
    ) == [
        ("proposal.submit", "legal", "3774-21-1"),
        ("proposal.return", "secretary", "3774-21-1"),
        ("proposal.reopen", "legal", "3774-21-1"),
        ("proposal.submit", "legal", "3774-21-1"),
        ("proposal.approve", "secretary", "3774-21-1"),
    ]
    newest = complete.history.first()
    assert (newest.state, newest.history_user) == ("approved", secretary)


@pytest.fixture
def approved(complete, legal, secretary):
    moves.submit(complete, by=legal, at=NOW)
    moves.approve(complete, by=secretary, at=NOW)
    return complete


def test_an_adoption_enters_the_record(approved, secretary):
    moves.adopt(approved, by=secretary, at=AFTER)
    amendment = approved.amendment
    assert (amendment.adopted_on, amendment.meeting) == (AFTER.date(), approved.meeting)
    assert Proposal.objects.get().amendment == amendment
    (wording,) = amendment.wordings.all()
    assert wording.body_en.startswith("The Chair shall chair a general meeting.")
    assert amendment.reasons.get().body_en == "To shorten the name of the chair."
    newest = Review.objects.latest("pk")
    assert (newest.move, newest.to_state, newest.by) == ("adopt", "adopted", secretary)
    told = AuditEntry.objects.order_by("-pk").values_list("what", flat=True)
    assert list(told[:2]) == ["proposal.adopt", "amendment.adopted"]


def test_an_adjourned_meeting_adopts_on_its_own_day(complete, legal, secretary):
    day = date(2013, 7, 3)
    approved = editing.set_dates(complete, by=legal, version=complete.version, effective_on=day)
    moves.submit(approved, by=legal, at=NOW)
    moves.approve(approved, by=secretary, at=NOW)
    after = datetime(2013, 7, 4, tzinfo=UTC)
    with pytest.raises(Refused) as refused:
        moves.adopt(approved, by=secretary, at=after, adopted_on=day)
    assert refused.value.sentence == (
        "The meeting sat on June 26, 2013. Where it was adjourned or continued (Companies Act,"
        " Article 317), enter that day with its agenda first."
    )
    continue_meeting(approved.meeting, by=secretary, on=day)
    # It lets no approval lapse: what it decides on was approved before.
    assert state_of(approved) == "approved"
    moves.adopt(approved, by=secretary, at=after)
    assert approved.amendment.adopted_on == day
    with pytest.raises(Refused, match="was decided on July 3, 2013; that day stands"):
        continue_meeting(approved.meeting, by=secretary, on=None)


@pytest.mark.parametrize(
    ("at", "adopted_on", "sentence"),
    [
        (NOW, None, "The day of adoption is still to come."),
        (AFTER, date(2013, 6, 27), "The day of adoption is still to come."),
        (
            AFTER,
            date(2013, 5, 24),
            "The day of adoption must come after the day of the present text.",
        ),
    ],
)
def test_what_the_record_cannot_hold_is_not_adopted(approved, secretary, at, adopted_on, sentence):
    with pytest.raises(Refused) as refused:
        moves.adopt(approved, by=secretary, at=at, adopted_on=adopted_on)
    assert refused.value.sentence == sentence
    assert state_of(approved) == "approved"
    assert not approved.company.amendments.filter(decided_by="meeting").exists()


def test_no_effect_before_the_adoption(approved, secretary):
    after, day = datetime(2013, 7, 4, tzinfo=UTC), date(2013, 7, 3)
    continue_meeting(approved.meeting, by=secretary, on=day)
    with pytest.raises(Refused, match="takes effect on the day it is adopted or later"):
        moves.adopt(approved, by=secretary, at=after, adopted_on=day)
    assert state_of(approved) == "approved"


def test_a_refused_move_leaves_nothing_behind(complete, legal, secretary):
    moves.submit(complete, by=legal, at=NOW)
    lines = AuditEntry.objects.count()
    with pytest.raises(Refused):
        moves.approve(complete, by=legal, at=NOW)
    assert state_of(complete) == "in_review"
    assert Review.objects.count() == 1
    assert AuditEntry.objects.count() == lines
    moves.approve(complete, by=secretary, at=NOW)
    assert state_of(complete) == "approved"
    assert Review.objects.count() == 2


def test_a_move_asks_the_row_and_not_what_the_caller_holds(complete, legal, writing_secretary):
    held = Proposal.objects.prefetch_related("authors").get(pk=complete.pk)
    assert writing_secretary not in held.authors.all()
    held.state = State.IN_REVIEW
    with pytest.raises(Refused) as refused:
        moves.approve(held, by=writing_secretary, at=NOW)
    assert refused.value.sentence == (
        "This proposal is being drafted. Only a proposal in review can be approved."
    )
    # An edit after the page was fetched makes an author of whoever made it.
    editing.add_reason(complete, by=writing_secretary, body_en="A further reason.")
    moves.submit(complete, by=legal, at=NOW)
    with pytest.raises(Refused) as refused:
        moves.approve(held, by=writing_secretary, at=NOW)
    assert refused.value.sentence == (
        "You are an author of this proposal; somebody else must review it."
    )


def test_submitting_says_all_that_is_missing(proposal, legal):
    Proposal.objects.filter(pk=proposal.pk).update(resolved_on=None, effective_on=None)
    with pytest.raises(Refused) as refused:
        moves.submit(proposal, by=legal, at=NOW)
    assert refused.value.sentence == (
        "The proposal has no change yet."
        " The date of the resolution of the Board of Directors is missing."
        " The date of the taking of effect is missing."
    )
    assert state_of(proposal) == "drafting"


def test_submitting_asks_for_a_reason_of_every_change(complete, articles, legal):
    editing.add_change(complete, by=legal, operation="delete", at=articles[6].key)
    editing.add_change(
        complete, by=legal, operation="insert", after=articles[1].key, body_en="The Company is new."
    )
    with pytest.raises(Refused) as refused:
        moves.submit(complete, by=legal, at=NOW)
    assert refused.value.sentence == "The changes of Article 6, Article 2 have no reason."


def test_submitting_is_refused_while_a_reference_is_broken(complete, articles, legal):
    reason = complete.reasons.get()
    removal = editing.add_change(
        complete, by=legal, operation="delete", at=articles[2].key, reason=reason
    )
    with pytest.raises(Refused) as refused:
        moves.submit(complete, by=legal, at=NOW)
    assert "Article 2" in refused.value.sentence
    editing.remove_change(removal, by=legal)
    moves.submit(complete, by=legal, at=NOW)
    assert state_of(complete) == "in_review"


def test_a_comment_that_cannot_be_stored_is_refused(complete, legal):
    with pytest.raises(Refused) as refused:
        moves.submit(complete, by=legal, at=NOW, comment="Look\x00here")
    assert "U+0000" in refused.value.sentence
    with pytest.raises(Refused) as refused:
        moves.submit(complete, by=legal, at=NOW, comment="x" * 4001)
    assert refused.value.sentence == "The text has 4001 characters; at most 4000 are possible."
    moves.submit(complete, by=legal, at=NOW, comment="x" * 4000)


def writes_state(path: Path) -> bool:
    """Whether the source assigns an attribute `state` or passes one to something that writes."""
    writers = {"create", "update", "get_or_create", "update_or_create", "bulk_create", "Proposal"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [each for target in targets for each in ast.walk(target)]
            if any(isinstance(each, ast.Attribute) and each.attr == "state" for each in names):
                return True
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = {keyword.arg for keyword in node.keywords}
            if called in writers and "state" in given:
                return True
            fields = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            if called in ("setattr", "save", "bulk_update") and "state" in fields:
                return True
    return False


def test_only_the_moves_write_the_state():
    sources = [
        path
        for folder in ("governance", "proposals")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]
    assert len(sources) > 30
    # The caller's copy is brought up to date there too. The other two write the state of a step.
    assert [path.relative_to(ROOT).as_posix() for path in sources if writes_state(path)] == [
        "proposals/editing/steps.py",
        "proposals/editing/transaction.py",
        "proposals/workflow/moves.py",
    ]


@pytest.mark.parametrize(
    "line",
    [
        'proposal.state = "approved"',
        "proposal.state, other = value",
        'Proposal.objects.update(state="approved")',
        'Proposal(state="approved")',
        'setattr(proposal, "state", "approved")',
        'proposal.save(update_fields=["state"])',
    ],
)
def test_the_search_for_writers_finds_them(line, tmp_path):
    source = tmp_path / "writer.py"
    source.write_text(line, encoding="utf-8")
    assert writes_state(source)
    source.write_text('proposals.filter(state="approved")\nprint(proposal.state)', encoding="utf-8")
    assert not writes_state(source)
