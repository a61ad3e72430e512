"""The release, as a page that looks like the PDF and as the PDF."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from governance import audit
from governance.dates import Language
from governance.papers.pdf import pdf
from governance.views.request import Request
from proposals.access import proposal_for
from proposals.drafts import draft
from proposals.models import Proposal
from proposals.papers.release import ReleasePaper, release_paper
from proposals.permissions import require
from proposals.views.answers import only_read, open_proposal, refusable


@refusable
@only_read
def release(request: Request, address: str, language: Language) -> HttpResponse:
    """GET …/release/en/."""
    proposal = open_proposal(request, address)
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "language": language,
        "paper": _paper(proposal, language),
    }
    return render(request, "proposals/release.html", shown)


@refusable
@only_read
def release_pdf(request: Request, address: str, language: Language) -> HttpResponse:
    """GET …/release/en.pdf. Taking it away is recorded; HEAD takes nothing."""
    proposal = proposal_for(request.user, address)
    require(request.user, "download", proposal)
    paper = _paper(proposal, language)
    printed = pdf(paper)
    if request.method == "GET":
        audit.record("release.downloaded", by=request.user, company=proposal.company, about=address)
    answer = HttpResponse(printed, content_type="application/pdf")
    # A draft is inside information: it is kept where the person puts it, and nowhere on the way.
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Disposition"] = f'attachment; filename="{paper.file_name}"'
    return answer


def _paper(proposal: Proposal, language: Language) -> ReleasePaper:
    """The release in a language that the company keeps. Http404 for the other."""
    if language not in proposal.company.languages:
        raise Http404
    return release_paper(draft(proposal, language))
