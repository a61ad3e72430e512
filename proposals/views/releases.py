"""What was released of a proposal: every release, its files to the byte, its certificate."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance.models.digests import digest_of_data
from governance.models.languages import ArticlesLanguage
from governance.papers.dates import LanguageCode
from governance.people import audit
from governance.views.exports import PDF, file_response
from governance.views.signed_in_request import SignedInRequest
from proposals.models import Proposal, Release, ReleasedFile
from proposals.releases.content import changed_since_approval
from proposals.views.decorators import get_only
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import refusal


@get_only
def releases(request: SignedInRequest, address: str) -> HttpResponse:
    """GET …/releases/: the newest first; readers see those whose time has come."""
    proposal = _released(request, address)
    found = list(
        _shown(request, proposal)
        .order_by("-number")
        .select_related("timestamp")
        .prefetch_related("files")
    )
    sees_drafts = not refusal(request.user, "record", proposal)
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "releases": found,
        "may_read": not refusal(request.user, "read", proposal),
        "now": timezone.now(),
        "has_timestamp_authority": bool(settings.TIMESTAMP_AUTHORITY),
        "changed": changed_since_approval(proposal) if sees_drafts and found else (),
    }
    return render(request, "proposals/releases.html", shown)


@get_only
def certificate(request: SignedInRequest, address: str, number: int) -> HttpResponse:
    """GET …/releases/1/: what was compared before it was published, and with what it was made."""
    proposal = _released(request, address)
    release = _release(request, proposal, number)
    data = release.approval.content
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "release": release,
        "has_timestamp_authority": bool(settings.TIMESTAMP_AUTHORITY),
        "certificate": by_language(release.certificate),
        "files": release.files.all(),
        "content_sha256": release.approval.sha256,
        "content_holds": digest_of_data(data) == release.approval.sha256,
    }
    return render(request, "proposals/certificate.html", shown)


@get_only
def released_pdf(
    request: SignedInRequest, address: str, number: int, language: LanguageCode
) -> HttpResponse:
    """GET …/releases/1/en.pdf: the file that was published. Taking it away is recorded."""
    proposal = _released(request, address)
    release = _release(request, proposal, number)
    file = ReleasedFile.objects.filter(release=release, language=language).first()
    if file is None:
        raise Http404
    if request.method == "GET":
        audit.record("release.downloaded", by=request.user, company=proposal.company, about=address)
    return file_response(bytes(file.content), PDF, file.name)


def by_language(certificate: dict[str, Any]) -> dict[ArticlesLanguage, Any]:
    """What a certificate says of each language."""
    return {ArticlesLanguage(code): found for code, found in certificate.items()}


def _released(request: SignedInRequest, address: str) -> Proposal:
    proposal = proposal_for(request.user, address, act="read_release")
    if request.method == "GET":
        audit.record("releases.opened", by=request.user, company=proposal.company, about=address)
    return proposal


def _shown(request: SignedInRequest, proposal: Proposal) -> QuerySet[Release]:
    """The releases that the person may see: whoever works on drafts also sees one whose time is
    still to come.
    """
    found = Release.objects.filter(proposal=proposal).select_related("approval", "by", "corrects")
    if refusal(request.user, "record", proposal):
        found = found.filter(published_at__lte=timezone.now())
    return found


def _release(request: SignedInRequest, proposal: Proposal, number: int) -> Release:
    release = _shown(request, proposal).filter(number=number).first() if number < 32768 else None
    if release is None:
        raise Http404
    return release
