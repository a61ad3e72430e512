"""Dates and titles."""

from datetime import date

import pytest

from proposals import editing

PATH = "/proposals/3774-21-1/dates/"
DAYS = {
    "version": 1,
    "base_day": "2013-05-24",
    "resolved_on": "2013-05-24",
    "announced_on": "2013-05-24",
    "notice_on": "2013-06-04",
    "effective_on": "2013-07-01",
}


def errors(answer):
    return {name: list(told) for name, told in answer.context["form"].errors.items()}


def test_dates_are_set_and_cleared(signed_in, proposal, legal, stranger):
    answer = signed_in(legal).post(PATH, DAYS)
    assert answer.headers["Location"] == "/proposals/3774-21-1/"
    proposal.refresh_from_db()
    assert (proposal.notice_on, proposal.electronic_on) == (date(2013, 6, 4), None)
    assert proposal.effective_on == date(2013, 7, 1)
    assert signed_in(stranger).post(PATH, DAYS).status_code == 404


def test_dates_may_be_written_as_people_do(signed_in, proposal, legal):
    typed = DAYS | {"notice_on": "2013年6月4日", "effective_on": "2013/7/1"}
    assert signed_in(legal).post(PATH, typed).status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            {"effective_on": "tomorrow"},
            {"effective_on": ["This is no date. Write one such as 2013-06-26."]},
        ),
        (
            {"effective_on": "2013-06-31"},
            {"effective_on": ["This is no date. Write one such as 2013-06-26."]},
        ),
        (
            {"effective_on": "<b>1</b>"},
            {"effective_on": ["This is no date. Write one such as 2013-06-26."]},
        ),
        ({"base_day": ""}, {"base_day": ["This field is required."]}),
        ({"base_day": "9999-12-31"}, {"base_day": ["The year is too late."]}),
        (
            {"announced_on": "2013-06-10"},
            {
                "notice_on": [
                    "The announcement (Monday, June 10, 2013) comes after"
                    + " the sending of the notice (Tuesday, June 4, 2013)."
                ]
            },
        ),
        (
            {"effective_on": "2013-05-01"},
            {
                "effective_on": [
                    "The resolution of the Board of Directors (Friday, May 24, 2013) comes after"
                    + " the taking of effect (Wednesday, May 1, 2013)."
                ]
            },
        ),
        (
            {"electronic_on": "2013-06-05"},
            {
                "notice_on": [
                    "The start of electronic provision (Wednesday, June 5, 2013) comes after"
                    + " the sending of the notice (Tuesday, June 4, 2013)."
                ]
            },
        ),
    ],
)
def test_bad_date_is_told_and_shown_again(signed_in, proposal, legal, typed, told):
    answer = signed_in(legal).post(PATH, DAYS | typed)
    assert (answer.status_code, errors(answer)) == (422, told)
    form = answer.context["form"]
    for name, text in typed.items():
        assert form[name].value() == text
        # A browser's own field for days would show nothing of what is no day.
        assert (
            f'type="{"text" if told.get(name) and "no date" in told[name][0] else "date"}"'
        ) in str(form[name])
    proposal.refresh_from_db()
    assert proposal.notice_on is None


def test_two_at_once_loses_nobodys_dates(signed_in, proposal, legal, colleague):
    editing.set_dates(proposal, by=colleague, version=1, notice_on=date(2013, 6, 5))
    client = signed_in(legal)
    answer = client.post(PATH, DAYS)
    assert answer.status_code == 422
    assert {"label": "Sending of the notice", "text": "Wednesday, June 5, 2013"} in answer.context[
        "saved_meanwhile"
    ]
    again = DAYS | {"version": answer.context["form"]["version"].value()}
    assert client.post(PATH, again).status_code == 302


def test_what_is_sent_twice_is_saved_once(signed_in, proposal, legal):
    client = signed_in(legal)
    for path, typed in ((PATH, DAYS), ("/proposals/3774-21-1/title/", {"title_en": "Another"})):
        proposal.refresh_from_db()
        version = {"version": proposal.version}
        for _time in range(2):
            assert client.post(path, typed | version).status_code == 302
        proposal.refresh_from_db()
        assert proposal.version == version["version"] + 1


def test_title(signed_in, proposal, legal):
    path = "/proposals/3774-21-1/title/"
    client = signed_in(legal)
    assert client.post(path, {"version": 1, "title_en": "Another"}).status_code == 302
    proposal.refresh_from_db()
    assert proposal.title_en == "Another"
    answer = client.post(path, {"version": 2, "title_en": ""})
    assert errors(answer) == {"title_en": ["This is empty. Write something here."]}


def test_page_takes_a_dozen_queries(signed_in, proposal, legal, django_assert_num_queries):
    client = signed_in(legal)
    with django_assert_num_queries(8):
        client.get(PATH)
