"""The agenda of a meeting: its proposals in order, where two overlap, and what becomes of all."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance.models import Meeting
from governance.people import audit
from governance.people.access import company_for
from governance.people.permissions import works_on_drafts
from governance.views.signed_in_request import SignedInRequest
from proposals.agenda.combination import combine
from proposals.agenda.items import AgendaItem, agenda_of, agenda_overlaps
from proposals.models.state import FAILED
from proposals.workflow.continuing import refusal_to_continue
from proposals.workflow.permissions import refusal


def agenda(request: SignedInRequest, code: str, slug: str) -> HttpResponse:
    """GET /3774/meetings/21/?with=1&with=3: the agenda; below it, the articles if those marked are
    adopted. Readers see what is released.
    """
    company = company_for(request.user, code)
    meeting = Meeting.objects.filter(company=company, slug=slug).select_related("company").first()
    if meeting is None:
        raise Http404
    items = [
        item for item in agenda_of(meeting) if not refusal(request.user, "read", item.proposal)
    ]
    if not items and not works_on_drafts(request.user, company):
        raise Http404
    if request.method == "GET":
        audit.record("agenda.opened", by=request.user, company=company, about=f"{code}-{slug}")
    chosen = _chosen(request, items)
    shown: dict[str, Any] = {
        "company": company,
        "meeting": meeting,
        "items": [(item, item in chosen) for item in items],
        # One place where several things are put is told once.
        "overlaps": list(dict.fromkeys(overlap.message for overlap in agenda_overlaps(items))),
        "chosen": chosen,
        "combination": combine(chosen),
        "may_continue": not refusal_to_continue(request.user, meeting),
        "today": company.day(timezone.now()),
    }
    return render(request, "proposals/agenda.html", shown)


def _chosen(request: SignedInRequest, items: list[AgendaItem]) -> list[AgendaItem]:
    """The proposals whose adoption is supposed: those named, or all that may still be adopted."""
    if numbers := request.GET.getlist("with"):
        return [item for item in items if str(item.proposal.number) in numbers]
    return [item for item in items if item.proposal.state not in FAILED]
