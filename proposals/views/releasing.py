"""Releasing a proposal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from governance.views.signed_in_request import SignedInRequest
from proposals.forms.releasing import PublishForm
from proposals.releases.certificate import certify
from proposals.releases.content import changed_since_approval
from proposals.releases.papers import newest_release
from proposals.views.decorators import open_proposal, show_refusals
from proposals.views.edit_page import answer
from proposals.views.releases import by_language
from proposals.views.reviewing import MovePage
from proposals.workflow import moves
from proposals.workflow.permissions import require
from proposals.workflow.releasing import Publication


@show_refusals
def publish(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/publish/: what is released, when, and where it was resolved."""
    proposal = open_proposal(request, address)
    require(request.user, "publish", proposal)
    return answer(PublishPage(request, proposal))


@dataclass(frozen=True)
class PublishPage(MovePage):
    """The form of a release; beside it stands what the certificate will say."""

    template = "proposals/publish.html"
    move = "publish"

    @property
    def address(self) -> str:
        return reverse("proposals:releases", args=[self.proposal.address])

    def form(self) -> PublishForm:
        return PublishForm(self.request.POST or None)

    def save(self, form: forms.Form) -> str:
        day = self.proposal.announced_on
        assert day is not None  # what is submitted has it
        zone = ZoneInfo(self.proposal.company.time_zone)
        publication = Publication(
            datetime.combine(day, form.cleaned_data["published_at"], tzinfo=zone),
            form.cleaned_data["resolution"],
        )
        moves.publish(
            self.proposal, by=self.request.user, at=timezone.now(), publication=publication
        )
        return self.address

    def context(self, form: forms.Form) -> dict[str, Any]:
        approval = self.proposal.approvals.last()
        changed = changed_since_approval(self.proposal)
        return super().context(form) | {
            "changed": changed,
            "was_stored": changed is not None,
            "corrects": newest_release(self.proposal),
            "certificate": by_language(certify(approval.content)) if approval else {},
        }
