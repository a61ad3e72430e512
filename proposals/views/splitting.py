"""Splitting a draft in two, and joining two drafts of one meeting."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models.languages import interface_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.operations import key_of
from proposals.forms.splitting import JoinForm, SplitForm
from proposals.models import Proposal, Reason
from proposals.models.state import EDITABLE
from proposals.views.decorators import open_to_edit, show_refusals
from proposals.views.edit_page import EditPage, answer
from proposals.views.rows import name_by_key

_LONGEST_QUOTATION = 60


@show_refusals
def split(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/split/: which changes become a proposal of their own."""
    return answer(SplitPage(request, open_to_edit(request, address)))


@show_refusals
def join(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/join/: which draft of the meeting it takes in."""
    return answer(JoinPage(request, open_to_edit(request, address)))


def drafts_beside(proposal: Proposal) -> QuerySet[Proposal]:
    """The other drafts of the meeting."""
    others = Proposal.objects.filter(meeting=proposal.meeting_id, state__in=EDITABLE)
    return others.exclude(pk=proposal.pk).with_names().order_by("number")


class _TwoProposalsPage(EditPage):
    template = "proposals/outcome.html"

    def __init__(self, request: SignedInRequest, proposal: Proposal) -> None:
        self.request = request
        self.proposal = proposal

    @property
    def address(self) -> str:
        return reverse("proposals:proposal", args=[self.proposal.address])

    def context(self, form: forms.Form) -> dict[str, Any]:  # noqa: ARG002
        return {"proposal": self.proposal, "company": self.proposal.company}


class SplitPage(_TwoProposalsPage):
    """Some changes of a draft become a proposal of their own."""

    def context(self, form: forms.Form) -> dict[str, Any]:
        explanation = _(
            "The changes that you choose become the next proposal of the meeting, with their"
            " reasons, the days, the condition and the authors. A reason that covers changes of"
            " both is copied."
        )
        return super().context(form) | {"verb": _("Split"), "explanation": explanation}

    def form(self) -> SplitForm:
        languages = self.proposal.company.languages
        drafted = draft(self.proposal, languages[0])
        return SplitForm(
            self.request.POST if self.request.method == "POST" else None,
            changes=[
                (one, f"{one.get_operation_display()}: {name_by_key(drafted, key_of(one))}")
                for one in drafted.versions.placed
            ],
            languages=languages,
            initial={name: getattr(self.proposal, name) for name in ("title_ja", "title_en")},
        )

    def save(self, form: forms.Form) -> str:
        given = form.cleaned_data
        titles = {name: given[name] for name in given if name.startswith("title_")}
        result = editing.split_proposal(
            self.proposal, by=self.request.user, changes=given["changes"], **titles
        )
        if result.shared_reasons:
            messages.info(self.request, _shared_sentence(result.shared_reasons))
        return reverse("proposals:proposal", args=[result.made.address])

    def done(self) -> str:
        return _("Split: this is the new proposal.")


class JoinPage(_TwoProposalsPage):
    """A draft takes in another of its meeting."""

    def context(self, form: forms.Form) -> dict[str, Any]:
        explanation = _(
            "This proposal takes in the changes and reasons of the other, and days that it has not"
            " itself; what both put at one place stands behind its own. The other one is discarded,"
            " or withdrawn if anybody has seen it."
        )
        return super().context(form) | {"verb": _("Join"), "explanation": explanation}

    def form(self) -> JoinForm:
        data = self.request.POST if self.request.method == "POST" else None
        return JoinForm(data, others=drafts_beside(self.proposal))

    def save(self, form: forms.Form) -> str:
        other: Proposal = form.cleaned_data["other"]
        editing.join_proposals(self.proposal, other, by=self.request.user, at=timezone.now())
        return self.address

    def done(self) -> str:
        return _("Joined.")


def _shared_sentence(reasons: Sequence[Reason]) -> str:
    language = interface_language()
    lines = [" ".join(one.text_or_other("body", language).split()) for one in reasons]
    quoted = [
        f"“{line if len(line) <= _LONGEST_QUOTATION else line[:_LONGEST_QUOTATION] + '…'}”"
        for line in lines
    ]
    return _(
        "Both proposals have what covered changes of both: %(reasons)s. Look at it in each."
    ) % {"reasons": ", ".join(quoted)}
