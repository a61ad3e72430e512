"""The companies of a person: the start page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from governance.access import companies_for, roles_in


def companies(request: HttpRequest) -> HttpResponse:
    """GET /: each company that the person belongs to, with the roles they have in it."""
    rows = [
        {
            "company": company,
            "roles": [role.label for role in sorted(roles_in(request.user, company))],
        }
        for company in companies_for(request.user)
    ]
    return render(request, "governance/companies.html", {"rows": rows})
