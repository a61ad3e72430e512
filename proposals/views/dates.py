"""Setting what a proposal says of itself: its dates, its titles, why the board may decide."""

from dataclasses import dataclass, replace
from typing import Any, Self

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse

from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.editing.days import SCHEDULED, TEXTS
from proposals.forms.board_authority import BoardAuthorityForm
from proposals.forms.dates import DatesForm
from proposals.forms.titles import TitlesForm
from proposals.models import Proposal
from proposals.models.board_authority import BOARD_FIELDS
from proposals.models.proposal import ProposedBy
from proposals.views.decorators import open_to_edit, show_refusals
from proposals.views.edit_page import EditPage, answer


@show_refusals
def set_dates(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/dates/: the days of the proposal."""
    return answer(DatesPage(request, open_to_edit(request, address)))


@show_refusals
def set_titles(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/title/: what the proposal is called on the agenda."""
    return answer(TitlesPage(request, open_to_edit(request, address)))


@show_refusals
def board_authority(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/board-authority/: what lets the board decide alone. 404 for a general meeting."""
    proposal = open_to_edit(request, address)
    if not proposal.meeting.is_of_board:
        raise Http404
    return answer(BoardAuthorityPage(request, proposal))


@dataclass(frozen=True)
class _ProposalPage(EditPage):
    """A page that edits the proposal's own row."""

    request: SignedInRequest
    proposal: Proposal

    @property
    def address(self) -> str:
        return reverse("proposals:proposal", args=[self.proposal.address])

    def context(self, form: forms.Form) -> dict[str, Any]:  # noqa: ARG002
        return {"proposal": self.proposal, "company": self.proposal.company}

    def after_conflict(self, stored: Proposal) -> Self:
        return replace(self, proposal=stored)

    def initial(self, *names: str) -> dict[str, Any]:
        return {name: getattr(self.proposal, name) for name in (*names, "version")}


class DatesPage(_ProposalPage):
    template = "proposals/dates.html"

    def context(self, form: forms.Form) -> dict[str, Any]:
        day = next(day for day in self.proposal.schedule.days if day.is_of_meeting)
        return super().context(form) | {"day_of_meeting": day.verbose_name}

    def form(self) -> DatesForm:
        return DatesForm(
            self.request.POST or None,
            initial=self.initial(*SCHEDULED),
            proposal=self.proposal,
        )

    def save(self, form: forms.Form) -> str:
        given = dict(form.cleaned_data)
        version = given.pop("version")
        editing.set_dates(self.proposal, by=self.request.user, version=version, **given)
        return self.address


class TitlesPage(_ProposalPage):
    template = "proposals/titles.html"

    def form(self) -> TitlesForm:
        return TitlesForm(
            self.request.POST or None,
            initial=self.initial(*TEXTS),
            languages=self.proposal.company.languages,
            has_opinion=self.proposal.proposed_by == ProposedBy.SHAREHOLDERS,
        )

    def save(self, form: forms.Form) -> str:
        given = {name: form.cleaned_data[name] for name in TEXTS if name in form.cleaned_data}
        version = form.cleaned_data["version"] or 0
        editing.set_titles(self.proposal, by=self.request.user, version=version, **given)
        return self.address


class BoardAuthorityPage(_ProposalPage):
    template = "proposals/board_authority.html"

    def form(self) -> BoardAuthorityForm:
        return BoardAuthorityForm(self.request.POST or None, initial=self.initial(*BOARD_FIELDS))

    def save(self, form: forms.Form) -> str:
        given = dict(form.cleaned_data)
        version = given.pop("version")
        editing.set_board_authority(self.proposal, by=self.request.user, version=version, **given)
        return self.address
