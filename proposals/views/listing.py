"""The proposals of a company, and how one begins."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import Company, Meeting
from governance.people.access import company_for
from governance.people.refused import Refused
from governance.templatetags.meetings import meeting_name
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.forms.new_proposal import NewProposalForm
from proposals.models import Proposal
from proposals.views.decorators import open_proposal, show_refusals
from proposals.views.edit_page import EditPage, answer
from proposals.workflow.permissions import refusal, refusal_to_draft

DEFAULT_TITLES = {
    "title_en": "Partial Amendment of the Articles of Incorporation",
    "title_ja": "定款一部変更の件",
}


def proposals(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/proposals/: those that the person may read; readers are told that they wait."""
    company = company_for(request.user, code)
    found = [
        one
        for one in Proposal.objects.filter(company=company).on_agenda().with_names()
        if not refusal(request.user, "read", one)
    ]
    shown = {
        "company": company,
        "proposals": found,
        "refusal_to_draft": refusal_to_draft(request.user, company),
        "sees_drafts": _may_read_drafts(request, company),
    }
    return render(request, "proposals/proposals.html", shown)


@show_refusals
def new(request: SignedInRequest, code: str) -> HttpResponse:
    """GET, POST /3774/proposals/new/: a proposal, and its meeting where it is not entered yet."""
    company = company_for(request.user, code)
    if sentence := refusal_to_draft(request.user, company):
        raise Refused(sentence)
    return answer(NewProposalPage(request, company, tuple(Meeting.objects.filter(company=company))))


@show_refusals
def copy(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/copy/: a new proposal of the same changes and reasons, at any meeting."""
    source = open_proposal(request, address)
    company = source.company
    if sentence := refusal_to_draft(request.user, company):
        raise Refused(sentence)
    meetings = tuple(Meeting.objects.filter(company=company))
    return answer(NewProposalPage(request, company, meetings, source))


@dataclass(frozen=True)
class NewProposalPage(EditPage):
    """The form with which a proposal begins."""

    request: SignedInRequest
    company: Company
    meetings: tuple[Meeting, ...]

    source: Proposal | None = None
    """What the new proposal begins as a copy of."""

    template = "proposals/new.html"

    @property
    def address(self) -> str:
        return reverse("proposals:proposals", args=[self.company.code])

    def form(self) -> NewProposalForm:
        choices = [(meeting.slug, meeting_name(meeting)) for meeting in self.meetings]
        first = choices[0][0] if choices else NewProposalForm.NEW
        return NewProposalForm(
            self.request.POST or None,
            company=self.company,
            meetings=choices,
            initial={**DEFAULT_TITLES, "meeting": first} | self._of_source(),
        )

    def _of_source(self) -> dict[str, Any]:
        """What a copy begins with."""
        if self.source is None:
            return {}
        names = ("title_ja", "title_en", "proposed_by", "base_day")
        given = {name: getattr(self.source, name) for name in names}
        return given | {"meeting": self.source.meeting.slug}

    @transaction.atomic  # the meeting is entered with its proposal or not at all
    def save(self, form: forms.Form) -> str:
        given, by = form.cleaned_data, self.request.user
        meeting = next((one for one in self.meetings if one.slug == given["meeting"]), None)
        if meeting is None:
            meeting = editing.create_meeting(
                self.company,
                by=by,
                kind=given["kind"] or Meeting.Kind.ORDINARY,
                date=given["date"],
                ordinal=given["ordinal"],
            )
        titles = {name: given[name] for name in given if name.startswith("title_")}
        today = self.company.day(timezone.now())
        base_day = given["base_day"] or min(today, meeting.date - timedelta(days=1))
        begun = editing.create_proposal(
            meeting, by=by, base_day=base_day, proposed_by=given["proposed_by"], **titles
        )
        if self.source is not None:
            editing.copy_draft(self.source, into=begun, by=by)
        return reverse("proposals:proposal", args=[begun.address])

    def context(self, form: forms.Form) -> dict[str, Any]:  # noqa: ARG002
        return {
            "company": self.company,
            "has_meetings": bool(self.meetings),
            "source": self.source,
            "heading": _("Copy a proposal") if self.source else _("Begin a proposal"),
            "verb": _("Make the copy") if self.source else _("Begin the proposal"),
        }

    def done(self) -> str:
        return ""


def _may_read_drafts(request: SignedInRequest, company: Company) -> bool:
    return not refusal(request.user, "read", Proposal(company=company))
