"""What was tried and refused is a line of the audit."""

from governance.models import AuditEntry

PROPOSAL = "/proposals/3774-21-1/"


def refused():
    lines = AuditEntry.objects.filter(what__startswith="refused.").order_by("pk")
    return [(line.actor.username, line.what, line.about) for line in lines]


def test_a_move_that_is_refused(signed_in, proposal, legal, secretary, reader):
    assert signed_in(secretary).post(f"{PROPOSAL}approve/").status_code == 403
    assert signed_in(legal).post(f"{PROPOSAL}adopt/").status_code == 403
    assert refused() == [
        ("secretary", "refused.approve", "3774-21-1"),
        ("legal", "refused.adopt", "3774-21-1"),
    ]


def test_a_form_that_cannot_be_saved(signed_in, proposal, legal):
    days = {"version": 1, "base_day": "2013-05-24", "effective_on": "2013-02-30"}
    client = signed_in(legal)
    for _time in range(2):
        assert client.post(f"{PROPOSAL}dates/", days).status_code == 422
    # The same again, just afterwards, is one attempt.
    assert refused() == [("legal", "refused.dates", "3774-21-1")]


def test_what_a_company_s_page_refuses(signed_in, company, secretary):
    assert signed_in(secretary).post("/3774/proposals/new/").status_code == 403
    assert refused() == [("secretary", "refused.new", "")]


def test_what_is_done_is_no_refusal(signed_in, proposal, legal):
    days = {"version": 1, "base_day": "2013-05-24", "effective_on": "2013-06-30"}
    assert signed_in(legal).post(f"{PROPOSAL}dates/", days).status_code == 302
    assert signed_in(legal).get(f"{PROPOSAL}approve/").status_code in (302, 403)
    assert refused() == []
