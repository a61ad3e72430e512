"""The companies of a person: the start page."""

from django.http import HttpResponse
from django.shortcuts import render

from governance.people.access import companies_for
from governance.people.permissions import may_read_audit, roles_in
from governance.views.signed_in_request import SignedInRequest


def companies(request: SignedInRequest) -> HttpResponse:
    """GET /: each company that the person belongs to, with the roles they have in it."""
    rows = [
        {
            "company": company,
            "may_read_audit": may_read_audit(request.user, company),
            "roles": [role.label for role in sorted(roles_in(request.user, company))],
        }
        for company in companies_for(request.user)
    ]
    return render(request, "governance/companies.html", {"rows": rows})
