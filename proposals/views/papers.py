"""The release as page and PDF; a draft beside the articles of a day as PDF and Word file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance.papers.dates import LanguageCode
from governance.papers.pdf import pdf_once
from governance.papers.word import word
from governance.people import audit
from governance.views.exports import (
    AS_PDF,
    AS_WORD,
    PDF,
    WORD,
    PaperFormat,
    file_response,
)
from governance.views.signed_in_request import SignedInRequest
from proposals.models import Proposal
from proposals.papers.comparison_with_day import comparison_with_day_paper, file_stem
from proposals.papers.release_sections import release_sections
from proposals.releases.papers import ShownRelease, shown_release, was_approved
from proposals.views.comparison_with_day import comparison_with_day, day_form
from proposals.views.decorators import get_only, open_proposal, show_refusals
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import require


@show_refusals
@get_only
def release(request: SignedInRequest, address: str, language: LanguageCode) -> HttpResponse:
    """GET …/release/en/."""
    proposal = open_proposal(request, address)
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "language": language,
        "paper": _shown(proposal, language).paper,
    }
    return render(request, "proposals/release.html", shown)


@show_refusals
@get_only
def release_pdf(request: SignedInRequest, address: str, language: LanguageCode) -> HttpResponse:
    """GET …/release/en.pdf. Taking it away is recorded; HEAD takes nothing."""
    proposal, shown = _to_download(request, address, language)
    # What was published is handed out as it was, to the byte.
    printed = bytes(shown.file.content) if shown.file else pdf_once(shown.paper)
    return _taken_away(request, proposal, printed, PDF, shown.paper.file_name)


@show_refusals
@get_only
def release_docx(request: SignedInRequest, address: str, language: LanguageCode) -> HttpResponse:
    """GET …/release/en.docx, the same as a Word file."""
    proposal, shown = _to_download(request, address, language)
    paper = release_sections(shown.paper)
    return _taken_away(request, proposal, word(paper), WORD, f"{paper.file_stem}.docx")


def _to_download(
    request: SignedInRequest, address: str, language: LanguageCode
) -> tuple[Proposal, ShownRelease]:
    proposal = proposal_for(request.user, address)
    require(request.user, "download", proposal)
    return proposal, _shown(proposal, language)


def _taken_away(
    request: SignedInRequest, proposal: Proposal, content: bytes, content_type: str, name: str
) -> HttpResponse:
    if request.method == "GET":
        by, company = request.user, proposal.company
        audit.record("release.downloaded", by=by, company=company, about=proposal.address)
    # A draft is inside information: it is kept where the person puts it, and nowhere on the way.
    return file_response(content, content_type, name)


@show_refusals
@get_only
def comparison_pdf(request: SignedInRequest, address: str, language: LanguageCode) -> HttpResponse:
    """GET …/comparison/en.pdf?on=2013-06-26&as=in-force. Taking it away is recorded."""
    return _comparison_file(request, address, language, AS_PDF)


@show_refusals
@get_only
def comparison_docx(request: SignedInRequest, address: str, language: LanguageCode) -> HttpResponse:
    """GET …/comparison/en.docx?on=…, the same as a Word file."""
    return _comparison_file(request, address, language, AS_WORD)


def _comparison_file(
    request: SignedInRequest, address: str, language: LanguageCode, file_format: PaperFormat
) -> HttpResponse:
    proposal = proposal_for(request.user, address)
    require(request.user, "download", proposal)
    company = proposal.company
    if language not in company.languages:
        raise Http404
    form = day_form(request, company)
    if not form.is_valid():
        return comparison_with_day(
            request, address=address
        )  # says what is wrong with the day, with 400
    day = form.cleaned_data["on"] or company.day(timezone.now())
    paper = comparison_with_day_paper(
        proposal, language, day, form.clock, is_draft=not was_approved(proposal)
    )
    file = file_format.write(paper)
    if request.method == "GET":
        audit.record("comparison.downloaded", by=request.user, company=company, about=address)
    name = f"{file_stem(paper, proposal, day, form.clock)}.{file_format.ending}"
    return file_response(file, file_format.content_type, name)


def _shown(proposal: Proposal, language: LanguageCode) -> ShownRelease:
    """The release in a language that the company keeps. Http404 for the other."""
    shown = shown_release(proposal, language) if language in proposal.company.languages else None
    if shown is None:
        raise Http404
    return shown
