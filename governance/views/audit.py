"""Who did what, and who knew what when: read and exported by a board secretary."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, QuerySet
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _

from governance.models import AuditEntry, Company
from governance.people import audit as audit_lines
from governance.people.access import company_for
from governance.people.permissions import may_read_audit
from governance.views.exports import file_response
from governance.views.signed_in_request import SignedInRequest

LINES_ON_PAGE = 100
LONGEST_ABOUT = 200
CSV = "text/csv; charset=utf-8"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def audit(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/audit/?about=3774-21-1: the lines, the newest first; of one address also who knew
    of it, since when.
    """
    company = company_for(request.user, code)
    _require(request, company)
    about = request.GET.get("about", "")[:LONGEST_ABOUT].replace("\x00", "")
    lines = _lines(company, about)
    shown = {
        "company": company,
        "about": about,
        "page": Paginator(lines, LINES_ON_PAGE).get_page(request.GET.get("page")),
        "people": _persons_with_access(lines) if about else None,
    }
    return render(request, "governance/audit.html", shown)


def audit_csv(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/audit.csv?about=…: all lines as a table. Taking it away is a line too."""
    company = company_for(request.user, code)
    if request.method == "POST":
        return HttpResponseNotAllowed(("GET", "HEAD"))
    _require(request, company)
    about = request.GET.get("about", "")[:LONGEST_ABOUT].replace("\x00", "")
    if request.method == "GET":
        audit_lines.record("audit.exported", by=request.user, company=company, about=about)
    rows = (
        (
            f"{line.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
            line.actor.get_username() if line.actor else "",
            line.actor.get_full_name() if line.actor else "",
            line.what,
            line.about,
        )
        for line in _lines(company, about).order_by("pk")
    )
    name = "-".join(filter(None, (code, "audit", about.replace("/", "_").replace(" ", "_"))))
    data = _as_csv(("at", "person", "name", "what", "about"), rows)
    return file_response(data, CSV, f"{''.join(filter(_is_plain, name))}.csv")


def _require(request: SignedInRequest, company: Company) -> None:
    if not may_read_audit(request.user, company):
        raise PermissionDenied(_("Only a board secretary of the company may read who did what."))


def _lines(company: Company, about: str) -> QuerySet[AuditEntry]:
    lines = AuditEntry.objects.filter(company=company).select_related("actor").order_by("-pk")
    return lines.filter(about=about) if about else lines


def _persons_with_access(lines: QuerySet[AuditEntry]) -> QuerySet[Any, Any]:
    """Each person with the first and the last time, and how often."""
    people = lines.exclude(actor=None).order_by()
    by_person = people.values("actor__username", "actor__first_name", "actor__last_name")
    return by_person.annotate(first=Min("at"), last=Max("at"), times=Count("pk")).order_by("first")


def _as_csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(head)
    # A spreadsheet takes what begins like a formula for one.
    writer.writerows(
        [f"'{cell}" if cell.startswith(_FORMULAS) else cell for cell in row] for row in rows
    )
    return file.getvalue().encode("utf-8-sig")


def _is_plain(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in "-_.")
