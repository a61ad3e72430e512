"""How a proposal begins."""

from datetime import date

import pytest

from governance.models import Meeting
from proposals.models import Proposal
from tests.proposals.views.drafting import form_of

PATH = "/3774/proposals/new/"
TYPED = {
    "title_en": "Partial Amendment of the Articles of Incorporation",
    "meeting": "new",
    "kind": "ordinary",
    "ordinal": "22",
    "date": "2014-06-25",
    "base_day": "2014-05-23",
}


def errors(answer):
    return {name: list(told) for name, told in answer.context["form"].errors.items()}


def test_proposal_begins_with_its_meeting(signed_in, articles, legal, stranger):
    answer = signed_in(legal).post(PATH, TYPED)
    assert answer.headers["Location"] == "/proposals/3774-22-1/"
    made = Proposal.objects.get()
    assert (made.created_by, [*made.authors.all()], made.state) == (legal, [legal], "drafting")
    assert signed_in(stranger).post(PATH, TYPED).status_code == 404


def test_proposal_joins_the_agenda_of_a_meeting_that_is_known(signed_in, proposal, legal):
    client = signed_in(legal)
    assert client.get(PATH).context["form"]["meeting"].value() == "21"
    typed = TYPED | {"meeting": "21", "ordinal": "", "date": ""}
    assert client.post(PATH, typed).headers["Location"] == "/proposals/3774-21-2/"
    assert Meeting.objects.count() == 1


def test_extraordinary_meeting_is_known_by_its_day(signed_in, articles, legal):
    typed = TYPED | {"kind": "extraordinary", "ordinal": "", "date": "2013-09-01"}
    assert signed_in(legal).post(PATH, typed).headers["Location"] == "/proposals/3774-20130901-1/"


@pytest.mark.parametrize(("kind", "ending"), [("board", "b"), ("written", "w")])
def test_a_decision_without_a_general_meeting_is_known_by_its_day(
    signed_in, articles, legal, kind, ending
):
    typed = TYPED | {"kind": kind, "ordinal": "", "date": "2013-09-01"}
    path = f"/proposals/3774-20130901{ending}-1/"
    assert signed_in(legal).post(PATH, typed).headers["Location"] == path
    assert signed_in(legal).get(path).status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"title_en": ""}, {"title_en": ["This is empty. Write something here."]}),
        ({"date": ""}, {"date": ["A new meeting needs its date."]}),
        ({"ordinal": ""}, {"ordinal": ["An ordinary meeting is counted: write 21 for the 21st."]}),
        ({"kind": "extraordinary"}, {"ordinal": ["Only ordinary meetings are counted."]}),
        (
            {"ordinal": "21"},
            {"__all__": ["The company has a meeting with this name in addresses already."]},
        ),
        (
            {"ordinal": "99999"},
            {"ordinal": ["Ensure this value is less than or equal to 9999."]},
        ),
        ({"ordinal": "x"}, {"ordinal": ["Enter a whole number."]}),
        (
            {"meeting": "zzz"},
            {"meeting": ["Select a valid choice. zzz is not one of the available choices."]},
        ),
        (
            {"base_day": "soon"},
            {"base_day": ["This is no date. Write one such as 2013-06-26."]},
        ),
    ],
)
def test_bad_input_is_told_and_begins_nothing(signed_in, proposal, legal, typed, told):
    answer = signed_in(legal).post(PATH, TYPED | typed)
    assert (answer.status_code, errors(answer)) == (422, told)
    # Neither the proposal nor its meeting is there by half.
    assert (Proposal.objects.count(), Meeting.objects.count()) == (1, 1)


def test_only_legal_staff_begin(signed_in, articles, secretary, reader):
    for user in (secretary, reader):
        for answer in (signed_in(user).get(PATH), signed_in(user).post(PATH, TYPED)):
            assert answer.status_code == 403
            assert answer.context["sentence"] == (
                "Only legal staff of the company may begin a proposal."
            )
    assert not Proposal.objects.exists()


def test_first_proposal_of_a_company_is_offered(signed_in, articles, legal, secretary):
    empty = signed_in(legal).get("/3774/proposals/").content.decode()
    assert "A proposal gathers the changes" in empty
    assert f'href="{PATH}"' in empty
    assert f'href="{PATH}"' not in signed_in(secretary).get("/3774/proposals/").content.decode()


def test_day_of_the_present_text_is_the_day_before_a_meeting_that_is_past(
    signed_in, articles, legal
):
    client = signed_in(legal)
    assert form_of(client, PATH)["base_day"] == ""
    client.post(PATH, TYPED | {"base_day": ""})
    assert Proposal.objects.get().base_day == date(2014, 6, 24)
