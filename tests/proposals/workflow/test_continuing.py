"""A general meeting that is adjourned or continued: page, calendar and papers know the day."""

from datetime import date

import pytest

from governance.models import AuditEntry, Meeting
from governance.people.refused import Refused
from proposals.draft.derive import draft
from proposals.papers.release import release_paper
from proposals.workflow.continuing import continue_meeting

DAY = date(2013, 7, 10)
PAGE = "/3774/meetings/21/continuation/"


def test_page_calendar_and_papers_know_the_day(proposal, articles, secretary, client):
    client.force_login(secretary)
    assert PAGE in client.get("/3774/meetings/21/").content.decode()
    assert client.post(PAGE, {"continued_on": "2013-06-26"}).status_code == 422
    answer = client.post(PAGE, {"continued_on": "2013-07-10"}, follow=True)
    assert answer.redirect_chain == [("/3774/meetings/21/", 302)]
    assert "July 10, 2013" in answer.content.decode()
    lines = client.get("/3774/calendar.ics").content.decode()
    assert "SUMMARY:3774 Adjourned or continued meeting" in lines
    assert "DTSTART;VALUE=DATE:20130710" in lines
    proposal.meeting.refresh_from_db()
    labels = [line.label for line in release_paper(draft(proposal, "en")).schedule]
    assert labels[-2:] == [
        "Date of the adjourned or continued meeting:",
        "Scheduled effective date:",
    ]
    assert AuditEntry.objects.filter(what="meeting.continued", about="3774-21").count() == 1


def test_it_is_taken_back_while_nothing_was_decided_on_it(proposal, secretary):
    continue_meeting(proposal.meeting, by=secretary, on=DAY)
    assert continue_meeting(proposal.meeting, by=secretary, on=None).days == (date(2013, 6, 26),)


@pytest.mark.parametrize(
    ("kind", "on", "sentence"),
    [
        ("extraordinary", date(2013, 6, 25), "A meeting is continued on a later day than its own"),
        ("board", DAY, "Only a general meeting is adjourned or continued"),
        ("written", DAY, "Only a general meeting is adjourned or continued"),
    ],
)
def test_what_is_not_continued(company, secretary, kind, on, sentence):
    meeting = Meeting.objects.create(company=company, kind=kind, date=date(2013, 6, 26))
    with pytest.raises(Refused, match=sentence):
        continue_meeting(meeting, by=secretary, on=on)


def test_board_secretaries_alone_enter_it(proposal, legal, reader, stranger, client):
    with pytest.raises(Refused, match="Only a board secretary"):
        continue_meeting(proposal.meeting, by=legal, on=DAY)
    for user, status in ((legal, 403), (reader, 403), (stranger, 404)):
        client.force_login(user)
        assert client.get(PAGE).status_code == status
