"""The calendar of a company and of all, its file, and the feed under a secret address."""

from datetime import date

from governance.models import AuditEntry
from proposals.models import CalendarFeed
from tests import rows
from tests.states import put

PAGE, FILE, ALL = "/3774/calendar/", "/3774/calendar.ics", "/calendar/"


def test_each_period_says_its_article_and_how_it_was_counted(
    signed_in, company, legal, reader, stranger
):
    rows.meeting(company, 34, date(2026, 6, 25))
    for user in (legal, reader):
        page = signed_in(user).get(PAGE).content.decode()
        assert "Wednesday, June 10, 2026" in page
        assert "Two whole weeks before the meeting; neither day counts." in page
        assert "Companies Act, Article 299, Paragraph 1" in page
        # 29 April, eight weeks before, is a holiday.
        assert "act on Tuesday, April 28, 2026" in page
    assert signed_in(stranger).get(PAGE).status_code == 404
    assert signed_in(stranger).get(FILE).status_code == 404
    assert "June 10, 2026" not in signed_in(stranger).get(ALL).content.decode()


def test_readers_see_no_days_of_a_draft(signed_in, proposal, legal, reader, stranger):
    for user, sees in ((legal, True), (reader, False)):
        codes = {line.code for line in signed_in(user).get(PAGE).context["past"]}
        assert ("resolved_on" in codes) is sees
        assert "meeting_on" in codes
    put(proposal, "withdrawn")
    assert "resolved_on" not in {line.code for line in signed_in(legal).get(PAGE).context["past"]}
    assert signed_in(stranger).get(PAGE).status_code == 404


def test_the_file_has_an_entry_a_day(signed_in, company, legal, stranger):
    rows.meeting(company, 34, date(2026, 6, 25))
    answer = signed_in(legal).get(FILE)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 6
    assert "DTSTART;VALUE=DATE:20260610\r\nDTEND;VALUE=DATE:20260611" in text
    assert AuditEntry.objects.get().what == "calendar.exported"
    assert signed_in(stranger).get(FILE).status_code == 404


def test_the_feed_has_a_secret_address_that_is_shown_once(client, signed_in, company, legal):
    rows.meeting(company, 34, date(2026, 6, 25))
    person = signed_in(legal)
    address = person.post(ALL).context["feed"].removeprefix("http://testserver")
    assert address not in person.get(ALL).content.decode()
    client.logout()
    assert b"DTSTART;VALUE=DATE:20260610" in client.get(address).content
    assert CalendarFeed.objects.get().secret_sha256 not in address
    # A new one takes its place; and who may not sign in any more reads nothing.
    newer = signed_in(legal).post(ALL).context["feed"].removeprefix("http://testserver")
    client.logout()
    assert client.get(address).status_code == 404
    legal.is_active = False
    legal.save()
    assert client.get(newer).status_code == 404
    assert client.get(f"/calendar/feed/{'x' * 200}.ics").status_code == 404
