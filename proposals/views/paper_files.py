"""All papers of a proposal on one page, and each as a file to take away."""

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from governance.papers.dates import LanguageCode
from governance.people import audit
from governance.people.access import company_for
from governance.views.exports import PDF, WORD, file_response
from governance.views.signed_in_request import SignedInRequest
from proposals.draft.derive import draft
from proposals.models import Proposal
from proposals.models.state import State
from proposals.papers.agenda_item import agenda_items
from proposals.papers.kinds import KINDS, WRITERS, why_no_agenda_item
from proposals.releases.papers import was_approved
from proposals.views.decorators import get_only, open_proposal, show_refusals
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import refusal, require
from proposals.workflow.votes import refusal_to_enter_votes

CONTENT_TYPES = {"pdf": PDF, "docx": WORD}
NOT_ON_THE_AGENDA = (State.DISCARDED, State.WITHDRAWN)


@show_refusals
@get_only
def papers(request: SignedInRequest, address: str) -> HttpResponse:
    """GET /proposals/3774-21-1/papers/."""
    proposal = open_proposal(request, address)
    require(request.user, "read", proposal)
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "is_draft": not was_approved(proposal),
        "papers": [
            {"kind": kind, "why_not": kind.why_not(proposal), "endings": kind.endings}
            for kind in KINDS.values()
        ],
        "may_enter_votes": not refusal_to_enter_votes(request.user, proposal),
        "has_meeting": not why_no_agenda_item(proposal),
    }
    return render(request, "proposals/papers.html", shown)


@show_refusals
@get_only
def paper_file(
    request: SignedInRequest, address: str, kind: str, language: LanguageCode, ending: str
) -> HttpResponse:
    """GET …/papers/agenda-item/en.pdf. Taking it away is recorded; HEAD takes nothing."""
    proposal = proposal_for(request.user, address)
    require(request.user, "download", proposal)
    chosen = KINDS[kind]
    exists = ending in chosen.endings and language in proposal.company.languages
    if not exists or chosen.why_not(proposal):
        raise Http404
    file = chosen.file(draft(proposal, language), ending, is_draft=not was_approved(proposal))
    if request.method == "GET":
        by, company = request.user, proposal.company
        audit.record(f"{kind}.downloaded", by=by, company=company, about=address)
    return file_response(file.content, CONTENT_TYPES[ending], file.name)


def agenda_items_file(
    request: SignedInRequest, code: str, slug: str, language: LanguageCode, ending: str
) -> HttpResponse:
    """GET /3774/meetings/21/agenda-items/en.pdf: the items of a meeting in its order, of those
    proposals that the person may take away; 404 where there is none.
    """
    company = company_for(request.user, code)
    found = [
        each
        for each in Proposal.objects.filter(company=company, meeting__slug=slug)
        .exclude(state__in=NOT_ON_THE_AGENDA)
        .with_names()
        .order_by("number")
        if not why_no_agenda_item(each) and not refusal(request.user, "download", each)
    ]
    if not found or language not in company.languages:
        raise Http404
    if request.method == "POST":
        return HttpResponseNotAllowed(("GET", "HEAD"))
    is_draft = not all(was_approved(each) for each in found)
    paper = agenda_items([draft(each, language) for each in found], is_draft=is_draft)
    content = WRITERS[ending](paper)
    if request.method == "GET":
        about = f"{code}-{slug}"
        audit.record("agenda-items.downloaded", by=request.user, company=company, about=about)
    return file_response(content, CONTENT_TYPES[ending], f"{paper.file_stem}.{ending}")
