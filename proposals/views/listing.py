"""The proposals of a company, and how one begins."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from governance.models import Company, Meeting
from governance.people.access import company_for
from governance.people.refused import Refused
from governance.templatetags.meetings import meeting_name
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.forms.draft import BeginningForm
from proposals.models import Proposal
from proposals.views.decorators import refusable
from proposals.workflow.permissions import refusal, refusal_to_draft

TITLES = {
    "title_en": "Partial Amendment of the Articles of Incorporation",
    "title_ja": "定款一部変更の件",
}


def proposals(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/proposals/: those that the person may read; readers are told that they wait."""
    company = company_for(request.user, code)
    found = [
        one
        for one in Proposal.objects.filter(company=company).with_names()
        if not refusal(request.user, "read", one)
    ]
    shown = {
        "company": company,
        "proposals": found,
        "refusal_to_draft": refusal_to_draft(request.user, company),
        "sees_drafts": _sees_drafts(request, company),
    }
    return render(request, "proposals/proposals.html", shown)


@refusable
def new(request: SignedInRequest, code: str) -> HttpResponse:
    """GET, POST /3774/proposals/new/: a proposal, and its meeting where it is not entered yet."""
    company = company_for(request.user, code)
    if sentence := refusal_to_draft(request.user, company):
        raise Refused(sentence)
    meetings = list(Meeting.objects.filter(company=company))
    choices = [(meeting.slug, meeting_name(meeting)) for meeting in meetings]
    today = company.day(timezone.now())
    form = BeginningForm(
        request.POST or None,
        company=company,
        meetings=choices,
        initial={**TITLES, "base_day": today, "meeting": choices[0][0] if choices else "new"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            begun = _begin(request, company, meetings, form)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("proposals:proposal", begun.address)
    shown = {"company": company, "form": form, "has_meetings": bool(meetings)}
    return render(request, "proposals/new.html", shown, status=422 if form.errors else 200)


@transaction.atomic
def _begin(
    request: SignedInRequest, company: Company, meetings: list[Meeting], form: BeginningForm
) -> Proposal:
    """The proposal that the form describes; the meeting is entered with it or not at all."""
    given = form.cleaned_data
    meeting = next((one for one in meetings if one.slug == given["meeting"]), None)
    if meeting is None:
        meeting = editing.create_meeting(
            company,
            by=request.user,
            kind=given["kind"] or Meeting.Kind.ORDINARY,
            date=given["date"],
            ordinal=given["ordinal"],
        )
    titles = {name: given[name] for name in given if name.startswith("title_")}
    return editing.create_proposal(meeting, by=request.user, base_day=given["base_day"], **titles)


def _sees_drafts(request: SignedInRequest, company: Company) -> bool:
    return not refusal(request.user, "read", Proposal(company=company))
