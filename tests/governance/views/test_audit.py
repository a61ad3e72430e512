"""Who did what, read and exported by a board secretary; what is a line of it."""

import csv
import io

from governance.models import AuditEntry, User
from governance.people import audit
from tests.people import PASSWORD

PAGE, TABLE = "/3774/audit/", "/3774/audit.csv"


def whats() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("what", flat=True))


def test_a_secretary_reads_who_knew_what_when(
    signed_in, company, legal, secretary, reader, stranger
):
    for user, about in ((legal, "3774-21-1"), (secretary, "3774-21-1"), (legal, "3774-21-2")):
        audit.record("proposal.opened", by=user, company=company, about=about)
    client = signed_in(secretary)
    page = client.get(PAGE, {"about": "3774-21-1"})
    people = [(one["actor__username"], one["times"]) for one in page.context["people"]]
    assert people == [("legal", 1), ("secretary", 1)]
    assert len(client.get(PAGE).context["page"].object_list) == 3
    for user in (legal, reader):
        assert signed_in(user).get(PAGE).status_code == 403
        assert signed_in(user).get(TABLE).status_code == 403
    for path in (PAGE, TABLE):
        assert signed_in(stranger).get(path).status_code == 404


def test_it_is_exported_as_a_table_and_that_is_a_line(
    signed_in, company, legal, secretary, stranger
):
    legal.username = "=1+1"
    legal.save()
    audit.record("proposal.opened", by=legal, company=company, about="3774-21-1")
    answer = signed_in(secretary).get(TABLE, {"about": "3774-21-1"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["at", "person", "name", "what", "about"]
    # A spreadsheet would reckon it.
    assert [row[1:] for row in rows[1:]] == [
        ["'=1+1", "", "proposal.opened", "3774-21-1"],
        ["secretary", "", "audit.exported", "3774-21-1"],
    ]
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="3774-audit-3774-21-1.csv"'
    )
    assert signed_in(stranger).get(TABLE).status_code == 404


def test_signing_in_and_failing_are_lines(client, company, legal):
    given = {"username": "legal", "password": PASSWORD}
    client.post("/sign-in/", given | {"password": "wrong"})
    client.post("/sign-in/", {"username": "my password", "password": "x"})
    client.post("/sign-in/", given)
    client.post("/sign-out/")
    lines = AuditEntry.objects.order_by("pk").values_list("what", "actor__username", "company")
    assert list(lines) == [
        ("person.sign_in_failed", "legal", company.pk),
        # Under a name that is nobody's; it may be a password.
        ("person.sign_in_failed", None, None),
        ("person.signed_in", "legal", company.pk),
        ("person.signed_out", "legal", company.pk),
    ]
    assert not AuditEntry.objects.filter(about__contains="my password").exists()


def test_a_password_set_in_the_back_office_is_a_line(client, company, legal):
    superuser = User.objects.create_superuser("superuser")
    client.force_login(superuser)
    new = "another long pass phrase"
    page = f"/admin/governance/user/{legal.pk}/password/"
    client.post(page, {"password1": new, "password2": new, "usable_password": "true"})
    line = AuditEntry.objects.get()
    assert (line.what, line.actor, line.company, line.about) == (
        "person.password_changed",
        superuser,
        company,
        "legal",
    )


def test_a_changed_company_and_meeting_are_lines(client, company, legal):
    client.force_login(User.objects.create_superuser("superuser"))
    given = {"company": company.pk, "kind": "ordinary", "ordinal": 21, "date": "2013-06-26"}
    client.post("/admin/governance/meeting/add/", given)
    meeting = company.meetings.get()
    page = f"/admin/governance/meeting/{meeting.pk}/change/"
    client.post(page, given | {"date": "2013-06-27", "slug": "21"})
    assert whats() == ["meeting.created", "meeting.changed"]


def test_pages_of_proposals_are_not_kept(signed_in, company, proposal, legal):
    client = signed_in(legal)
    for path in ("/3774/proposals/", "/proposals/3774-21-1/", "/proposals/3774-21-1/dates/"):
        assert client.get(path).headers["Cache-Control"] == "private, no-store"
