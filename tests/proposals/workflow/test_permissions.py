"""Who may do what, written down: every state, every act, every person, every way of deciding."""

import pytest

from governance.models import Meeting, Membership
from governance.models.role import Role
from governance.people.permissions import roles_in
from proposals.models import Proposal
from proposals.models.state import State
from proposals.workflow.permissions import READ_ACTIONS, refusal, refusal_to_draft
from proposals.workflow.states import MOVES
from tests.people import person
from tests.releases import released
from tests.triggers import without_triggers

# legal began the proposal; colleague is legal staff too but wrote nothing of it. both and author
# hold the secretary's role beside that of legal staff; author wrote a part of the proposal.
SECRETARY = "Only a board secretary of the company may {}."
PEOPLE = ("legal", "colleague", "secretary", "both", "author", "reader", "stranger")
MAY = """
state      act                   legal colleague secretary both author reader stranger

drafting   edit                  yes   yes       -         yes  yes    -      -
drafting   submit                yes   yes       -         yes  yes    -      -
drafting   approve               -     -         -         -    -      -      -
drafting   return                -     -         -         -    -      -      -
drafting   recall                -     -         -         -    -      -      -
drafting   publish               -     -         -         -    -      -      -
drafting   adopt                 -     -         -         -    -      -      -
drafting   amend_at_meeting      -     -         -         -    -      -      -
drafting   reject                -     -         -         -    -      -      -
drafting   withdraw              yes   yes       -         yes  yes    -      -
drafting   withdraw_from_agenda  -     -         -         -    -      -      -
drafting   discard               yes   yes       -         yes  yes    -      -
drafting   reopen                -     -         -         -    -      -      -
drafting   correct               -     -         -         -    -      -      -
drafting   lapse                 -     -         -         -    -      -      -
drafting   read                  yes   yes       yes       yes  yes    -      -
drafting   download              yes   yes       yes       yes  yes    -      -
drafting   record                yes   yes       yes       yes  yes    -      -
drafting   read_release          yes   yes       yes       yes  yes    -      -
drafting   comment               yes   yes       yes       yes  yes    -      -
drafting   read_comments         yes   yes       yes       yes  yes    -      -

in_review  edit                  -     -         -         -    -      -      -
in_review  submit                -     -         -         -    -      -      -
in_review  approve               -     -         yes       yes  -      -      -
in_review  return                -     -         yes       yes  -      -      -
in_review  recall                yes   yes       -         yes  yes    -      -
in_review  publish               -     -         -         -    -      -      -
in_review  adopt                 -     -         -         -    -      -      -
in_review  amend_at_meeting      -     -         -         -    -      -      -
in_review  reject                -     -         -         -    -      -      -
in_review  withdraw              -     -         -         -    -      -      -
in_review  withdraw_from_agenda  -     -         -         -    -      -      -
in_review  discard               -     -         -         -    -      -      -
in_review  reopen                -     -         -         -    -      -      -
in_review  correct               -     -         -         -    -      -      -
in_review  lapse                 -     -         -         -    -      -      -
in_review  read                  yes   yes       yes       yes  yes    -      -
in_review  download              yes   yes       yes       yes  yes    -      -
in_review  record                yes   yes       yes       yes  yes    -      -
in_review  read_release          yes   yes       yes       yes  yes    -      -
in_review  comment               yes   yes       yes       yes  yes    -      -
in_review  read_comments         yes   yes       yes       yes  yes    -      -

returned   edit                  -     -         -         -    -      -      -
returned   submit                -     -         -         -    -      -      -
returned   approve               -     -         -         -    -      -      -
returned   return                -     -         -         -    -      -      -
returned   recall                -     -         -         -    -      -      -
returned   publish               -     -         -         -    -      -      -
returned   adopt                 -     -         -         -    -      -      -
returned   amend_at_meeting      -     -         -         -    -      -      -
returned   reject                -     -         -         -    -      -      -
returned   withdraw              yes   yes       -         yes  yes    -      -
returned   withdraw_from_agenda  -     -         -         -    -      -      -
returned   discard               -     -         -         -    -      -      -
returned   reopen                yes   yes       -         yes  yes    -      -
returned   correct               -     -         -         -    -      -      -
returned   lapse                 -     -         -         -    -      -      -
returned   read                  yes   yes       yes       yes  yes    -      -
returned   download              yes   yes       yes       yes  yes    -      -
returned   record                yes   yes       yes       yes  yes    -      -
returned   read_release          yes   yes       yes       yes  yes    -      -
returned   comment               yes   yes       yes       yes  yes    -      -
returned   read_comments         yes   yes       yes       yes  yes    -      -

approved   edit                  -     -         -         -    -      -      -
approved   submit                -     -         -         -    -      -      -
approved   approve               -     -         -         -    -      -      -
approved   return                -     -         -         -    -      -      -
approved   recall                -     -         -         -    -      -      -
approved   publish               -     -         yes       yes  yes    -      -
approved   adopt                 -     -         yes       yes  yes    -      -
approved   amend_at_meeting      -     -         yes       yes  yes    -      -
approved   reject                -     -         yes       yes  yes    -      -
approved   withdraw              -     -         -         -    -      -      -
approved   withdraw_from_agenda  -     -         yes       yes  yes    -      -
approved   discard               -     -         -         -    -      -      -
approved   reopen                yes   yes       -         yes  yes    -      -
approved   correct               -     -         -         -    -      -      -
approved   lapse                 -     -         -         -    -      -      -
approved   read                  yes   yes       yes       yes  yes    -      -
approved   download              yes   yes       yes       yes  yes    -      -
approved   record                yes   yes       yes       yes  yes    -      -
approved   read_release          yes   yes       yes       yes  yes    -      -
approved   comment               -     -         -         -    -      -      -
approved   read_comments         yes   yes       yes       yes  yes    -      -

released   edit                  -     -         -         -    -      -      -
released   submit                -     -         -         -    -      -      -
released   approve               -     -         -         -    -      -      -
released   return                -     -         -         -    -      -      -
released   recall                -     -         -         -    -      -      -
released   publish               -     -         -         -    -      -      -
released   adopt                 -     -         yes       yes  yes    -      -
released   amend_at_meeting      -     -         yes       yes  yes    -      -
released   reject                -     -         yes       yes  yes    -      -
released   withdraw              -     -         -         -    -      -      -
released   withdraw_from_agenda  -     -         yes       yes  yes    -      -
released   discard               -     -         -         -    -      -      -
released   reopen                -     -         -         -    -      -      -
released   correct               yes   yes       -         yes  yes    -      -
released   lapse                 -     -         -         -    -      -      -
released   read                  yes   yes       yes       yes  yes    yes    -
released   download              yes   yes       yes       yes  yes    yes    -
released   record                yes   yes       yes       yes  yes    -      -
released   read_release          yes   yes       yes       yes  yes    yes    -
released   comment               -     -         -         -    -      -      -
released   read_comments         yes   yes       yes       yes  yes    -      -

adopted    edit                  -     -         -         -    -      -      -
adopted    submit                -     -         -         -    -      -      -
adopted    approve               -     -         -         -    -      -      -
adopted    return                -     -         -         -    -      -      -
adopted    recall                -     -         -         -    -      -      -
adopted    publish               -     -         -         -    -      -      -
adopted    adopt                 -     -         -         -    -      -      -
adopted    amend_at_meeting      -     -         -         -    -      -      -
adopted    reject                -     -         -         -    -      -      -
adopted    withdraw              -     -         -         -    -      -      -
adopted    withdraw_from_agenda  -     -         -         -    -      -      -
adopted    discard               -     -         -         -    -      -      -
adopted    reopen                -     -         -         -    -      -      -
adopted    correct               -     -         -         -    -      -      -
adopted    lapse                 -     -         -         -    -      -      -
adopted    read                  yes   yes       yes       yes  yes    yes    -
adopted    download              yes   yes       yes       yes  yes    yes    -
adopted    record                yes   yes       yes       yes  yes    -      -
adopted    read_release          yes   yes       yes       yes  yes    -      -
adopted    comment               -     -         -         -    -      -      -
adopted    read_comments         yes   yes       yes       yes  yes    -      -

rejected   edit                  -     -         -         -    -      -      -
rejected   submit                -     -         -         -    -      -      -
rejected   approve               -     -         -         -    -      -      -
rejected   return                -     -         -         -    -      -      -
rejected   recall                -     -         -         -    -      -      -
rejected   publish               -     -         -         -    -      -      -
rejected   adopt                 -     -         -         -    -      -      -
rejected   amend_at_meeting      -     -         -         -    -      -      -
rejected   reject                -     -         -         -    -      -      -
rejected   withdraw              -     -         -         -    -      -      -
rejected   withdraw_from_agenda  -     -         -         -    -      -      -
rejected   discard               -     -         -         -    -      -      -
rejected   reopen                -     -         -         -    -      -      -
rejected   correct               -     -         -         -    -      -      -
rejected   lapse                 -     -         -         -    -      -      -
rejected   read                  yes   yes       yes       yes  yes    -      -
rejected   download              yes   yes       yes       yes  yes    -      -
rejected   record                yes   yes       yes       yes  yes    -      -
rejected   read_release          yes   yes       yes       yes  yes    -      -
rejected   comment               -     -         -         -    -      -      -
rejected   read_comments         yes   yes       yes       yes  yes    -      -

withdrawn  edit                  -     -         -         -    -      -      -
withdrawn  submit                -     -         -         -    -      -      -
withdrawn  approve               -     -         -         -    -      -      -
withdrawn  return                -     -         -         -    -      -      -
withdrawn  recall                -     -         -         -    -      -      -
withdrawn  publish               -     -         -         -    -      -      -
withdrawn  adopt                 -     -         -         -    -      -      -
withdrawn  amend_at_meeting      -     -         -         -    -      -      -
withdrawn  reject                -     -         -         -    -      -      -
withdrawn  withdraw              -     -         -         -    -      -      -
withdrawn  withdraw_from_agenda  -     -         -         -    -      -      -
withdrawn  discard               -     -         -         -    -      -      -
withdrawn  reopen                -     -         -         -    -      -      -
withdrawn  correct               -     -         -         -    -      -      -
withdrawn  lapse                 -     -         -         -    -      -      -
withdrawn  read                  yes   yes       yes       yes  yes    -      -
withdrawn  download              yes   yes       yes       yes  yes    -      -
withdrawn  record                yes   yes       yes       yes  yes    -      -
withdrawn  read_release          yes   yes       yes       yes  yes    -      -
withdrawn  comment               -     -         -         -    -      -      -
withdrawn  read_comments         yes   yes       yes       yes  yes    -      -

discarded  edit                  -     -         -         -    -      -      -
discarded  submit                -     -         -         -    -      -      -
discarded  approve               -     -         -         -    -      -      -
discarded  return                -     -         -         -    -      -      -
discarded  recall                -     -         -         -    -      -      -
discarded  publish               -     -         -         -    -      -      -
discarded  adopt                 -     -         -         -    -      -      -
discarded  amend_at_meeting      -     -         -         -    -      -      -
discarded  reject                -     -         -         -    -      -      -
discarded  withdraw              -     -         -         -    -      -      -
discarded  withdraw_from_agenda  -     -         -         -    -      -      -
discarded  discard               -     -         -         -    -      -      -
discarded  reopen                -     -         -         -    -      -      -
discarded  correct               -     -         -         -    -      -      -
discarded  lapse                 -     -         -         -    -      -      -
discarded  read                  yes   yes       yes       yes  yes    -      -
discarded  download              yes   yes       yes       yes  yes    -      -
discarded  record                yes   yes       yes       yes  yes    -      -
discarded  read_release          yes   yes       yes       yes  yes    -      -
discarded  comment               -     -         -         -    -      -      -
discarded  read_comments         yes   yes       yes       yes  yes    -      -
"""
OTHERWISE = """
kind     state     act               legal colleague secretary both author reader stranger

written  approved  amend_at_meeting  -     -         -         -    -      -      -
written  released  amend_at_meeting  -     -         -         -    -      -      -
board    approved  amend_at_meeting  -     -         -         -    -      -      -
board    released  amend_at_meeting  -     -         -         -    -      -      -
"""
"""Where it depends on who decides: the shareholders in writing, or the board, amend nothing at a
meeting. All else is the same whoever decides.
"""
ROWS = [line.split() for line in MAY.strip().splitlines()[1:] if line]
OTHER_ROWS = [line.split() for line in OTHERWISE.strip().splitlines()[1:] if line]
ACTS = (*MOVES, "edit", "comment", *READ_ACTIONS)


@pytest.fixture
def people(company, proposal, legal, colleague, secretary, writing_secretary, reader, stranger):
    author = person("author", company, Role.LEGAL_STAFF, Role.BOARD_SECRETARY)
    proposal.authors.add(author)
    return {
        "legal": legal,
        "colleague": colleague,
        "secretary": secretary,
        "both": writing_secretary,
        "author": author,
        "reader": reader,
        "stranger": stranger,
    }


def test_the_table_has_a_line_for_every_state_and_act():
    assert {(state, act) for state, act, *_ in ROWS} == {
        (state.value, act) for state in State for act in ACTS
    }
    assert len(ROWS) == len(State) * len(ACTS)


@pytest.mark.parametrize("kind", [kind.value for kind in Meeting.Kind])
@pytest.mark.parametrize("state", [state.value for state in State])
def test_every_person_may_what_the_table_says(state, kind, proposal, people):
    proposal.state = state
    if state == "released":
        released(proposal)
    proposal.meeting.kind = kind
    rows = [row for row in ROWS if row[0] == state]
    rows += [row[1:] for row in OTHER_ROWS if row[:2] == [kind, state]]
    expected = {
        (act, person): answer == "yes"
        for _state, act, *answers in rows
        for person, answer in zip(PEOPLE, answers, strict=True)
    }
    got = {
        (act, name): refusal(user, act, proposal) == ""
        for act in ACTS
        for name, user in people.items()
    }
    assert got == expected


def sentences(proposal, state, user):
    proposal.state = state
    return {act: refusal(user, act, proposal) for act in ACTS}


def test_refusals_say_who_may_and_what_must_come_first(proposal, people):
    assert sentences(proposal, "in_review", people["legal"]) == {
        "submit": (
            "This proposal is in review. Only a proposal that is being drafted can be submitted."
        ),
        "approve": "Only a board secretary of the company may approve a proposal.",
        "return": "Only a board secretary of the company may return a proposal.",
        "recall": "",
        "amend_at_meeting": SECRETARY.format("enter that the meeting amended a proposal"),
        "reject": SECRETARY.format("record a rejection"),
        "withdraw": (
            "This proposal is in review."
            " Only a draft or a returned proposal can be withdrawn as a draft."
        ),
        "withdraw_from_agenda": SECRETARY.format("withdraw a proposal from the agenda"),
        "discard": "This proposal is in review. Only a draft can be discarded.",
        "publish": SECRETARY.format("release a proposal"),
        "adopt": "Only a board secretary of the company may record an adoption.",
        "reopen": (
            "This proposal is in review. Only a returned or an approved proposal can be reopened."
        ),
        "correct": "This proposal is in review. Only a release can be corrected.",
        "lapse": "An approval lapses by itself, when something that it fixed is changed.",
        "edit": "This proposal is in review and cannot be edited until it is returned.",
        "read": "",
        "download": "",
        "record": "",
        "read_release": "",
        "comment": "",
        "read_comments": "",
    }
    assert sentences(proposal, "drafting", people["reader"]) == {
        "submit": "Only legal staff of the company may submit a proposal.",
        "approve": "Only a board secretary of the company may approve a proposal.",
        "return": "Only a board secretary of the company may return a proposal.",
        "recall": "Only legal staff of the company may recall a proposal.",
        "amend_at_meeting": SECRETARY.format("enter that the meeting amended a proposal"),
        "reject": SECRETARY.format("record a rejection"),
        "withdraw": "Only legal staff of the company may withdraw a draft.",
        "withdraw_from_agenda": SECRETARY.format("withdraw a proposal from the agenda"),
        "discard": "Only legal staff of the company may discard a draft.",
        "publish": SECRETARY.format("release a proposal"),
        "adopt": "Only a board secretary of the company may record an adoption.",
        "reopen": "Only legal staff of the company may reopen a proposal.",
        "correct": "Only legal staff of the company may correct a release.",
        "lapse": "An approval lapses by itself, when something that it fixed is changed.",
        "edit": "Only legal staff of the company may edit a proposal.",
        "read": "Readers see a proposal once it is released.",
        "download": "Readers see a proposal once it is released.",
        "read_release": "Readers see a proposal once it is released.",
        "record": "Only legal staff and board secretaries may see who opened a proposal.",
        "comment": "Only legal staff and board secretaries may comment on a proposal.",
        "read_comments": (
            "Only legal staff and board secretaries may see the comments on a proposal."
        ),
    }


@pytest.mark.parametrize("state", ["returned", "approved", "released", "adopted"])
def test_editing_after_the_review_asks_for_taking_up(state, proposal, people):
    sentence = {
        "returned": "This proposal was returned; reopen it before you edit it.",
        "approved": "This proposal is approved; reopen it before you edit it.",
        "released": "This proposal is released; only a correction of the release can be drafted.",
        "adopted": "This proposal is adopted; what it changes is on record.",
    }[state]
    assert sentences(proposal, state, people["legal"])["edit"] == sentence


def test_an_author_never_reviews_whatever_their_roles(proposal, people):
    sentence = "You are an author of this proposal; somebody else must review it."
    assert sentences(proposal, "in_review", people["author"])["approve"] == sentence
    assert sentences(proposal, "in_review", people["author"])["return"] == sentence
    # Who began it is an author even when they never were entered as one.
    Membership.objects.create(
        user=people["legal"], company=proposal.company, role=Role.BOARD_SECRETARY
    )
    with without_triggers():
        proposal.authors.clear()
    assert sentences(proposal, "in_review", people["legal"])["approve"] == sentence
    assert sentences(proposal, "in_review", people["both"])["approve"] == ""


def test_a_stranger_is_told_so_where_no_page_answered_404_before(proposal, people):
    assert refusal(people["stranger"], "read", proposal) == "You do not belong to this company."


def test_a_proposal_is_begun_by_legal_staff(company, people):
    assert {name: refusal_to_draft(user, company) for name, user in people.items()} == {
        "legal": "",
        "colleague": "",
        "both": "",
        "author": "",
        "secretary": "Only legal staff of the company may begin a proposal.",
        "reader": "Only legal staff of the company may begin a proposal.",
        "stranger": "Only legal staff of the company may begin a proposal.",
    }


def test_an_unknown_act_is_a_mistake_of_the_program(proposal, legal):
    with pytest.raises(KeyError):
        refusal(legal, "burn", proposal)


def test_all_acts_of_a_page_cost_three_queries(proposal, secretary, django_assert_num_queries):
    shown = Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk)
    shown.state = State.IN_REVIEW
    with django_assert_num_queries(3):  # roles, and the authors for approve and for return
        for act in ACTS:
            refusal(secretary, act, shown)
    assert roles_in(secretary, shown.company) == {Role.BOARD_SECRETARY}
