"""The pages on which it is said who decides, and what the effect waits for."""

from datetime import date

import pytest

from proposals import editing
from proposals.models import Proposal

BOARD = "/proposals/3774-20130603b-1/board-authority/"
DATES = "/proposals/3774-21-1/dates/"
SPLIT = {
    "version": 1,
    "board_section": "184-2",
    "board_number_before": "75,520,000",
    "board_number_after": "151,040,000",
    "board_shares_before": "206,000",
    "board_shares_after": "412,000",
    "board_one_class": "on",
}


@pytest.fixture
def decided_by_board(company, articles, legal) -> Proposal:
    meeting = editing.create_meeting(company, by=legal, kind="board", date=date(2013, 6, 3))
    return editing.create_proposal(
        meeting, by=legal, base_day=date(2013, 5, 24), title_en="Authorised Shares"
    )


def told(answer):
    return {name: list(told) for name, told in answer.context["form"].errors.items()}


def test_why_the_board_may_decide_is_entered(signed_in, decided_by_board, legal, stranger):
    client = signed_in(legal)
    assert BOARD in client.get("/proposals/3774-20130603b-1/").content.decode()
    answer = client.post(BOARD, SPLIT)
    assert answer.headers["Location"] == "/proposals/3774-20130603b-1/"
    decided_by_board.refresh_from_db()
    assert decided_by_board.board_number_after == 151_040_000
    assert client.get(BOARD).status_code == 200
    assert signed_in(stranger).get(BOARD).status_code == 404


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"board_section": ""},
            {
                "board_section": [
                    "Choose the provision. For any other amendment a general meeting decides"
                    + " (Companies Act, Article 466)."
                ]
            },
        ),
        (
            {"board_shares_after": "206,000"},
            {"board_shares_after": ["At a split the number of issued shares rises."]},
        ),
        (
            {"board_shares_before": ""},
            {"board_shares_before": ["At a share split the number of issued shares is needed."]},
        ),
        ({"board_number_after": "many"}, {"board_number_after": ["Enter a whole number."]}),
    ],
)
def test_what_contradicts_the_provision_is_told(
    signed_in, decided_by_board, legal, typed, expected
):
    answer = signed_in(legal).post(BOARD, SPLIT | typed)
    assert (answer.status_code, told(answer)) == (422, expected)


def test_a_general_meeting_needs_no_such_page(signed_in, proposal, legal):
    assert signed_in(legal).get(DATES.replace("dates", "board-authority")).status_code == 404


def test_a_condition_is_entered_with_the_dates(signed_in, proposal, legal):
    typed = {
        "version": 1,
        "base_day": "2013-05-24",
        "condition_kind": "reorganisation",
        "condition_en": "the merger with ABC taking effect",
    }
    client = signed_in(legal)
    assert client.post(DATES, typed).status_code == 302
    page = client.get("/proposals/3774-21-1/").content.decode()
    assert "Subject to the merger with ABC taking effect" in page


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"condition_kind": "board_day", "effective_on": "2013-06-26"},
            {
                "condition_kind": [
                    "Enter either a day of effect or a condition: what waits takes effect on no day"
                    + " that is known."
                ]
            },
        ),
        (
            {"condition_kind": "proposal"},
            {"condition_proposal": ["Say which proposal must be adopted."]},
        ),
        (
            {"condition_kind": "registration"},
            {"condition_en": ["Write the condition as the papers shall print it."]},
        ),
    ],
)
def test_a_condition_that_says_too_little_is_told(signed_in, proposal, legal, typed, expected):
    answer = signed_in(legal).post(DATES, {"version": 1, "base_day": "2013-05-24"} | typed)
    assert (answer.status_code, told(answer)) == (422, expected)
