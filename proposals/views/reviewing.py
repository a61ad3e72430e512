"""Moving a proposal from state to state."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from governance.views.signed_in_request import SignedInRequest
from proposals.agenda.adoption_in_order import orders_to_decide
from proposals.forms.review import AdoptForm, ReturnForm
from proposals.models import Proposal
from proposals.views.decorators import open_proposal, post_only, show_refusals
from proposals.views.edit_page import EditPage, answer
from proposals.workflow import moves
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import require
from proposals.workflow.states import MOVES


@show_refusals
@post_only
def submit(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/submit/."""
    moves.submit(proposal_for(request.user, address), by=request.user, at=timezone.now())
    return _moved(request, address, "submit")


@show_refusals
@post_only
def approve(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/approve/."""
    moves.approve(proposal_for(request.user, address), by=request.user, at=timezone.now())
    return _moved(request, address, "approve")


@show_refusals
def return_(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/return/: with the comment that goes with it."""
    proposal = open_proposal(request, address)
    require(request.user, "return", proposal)
    return answer(ReturnPage(request, proposal))


@show_refusals
def adopt(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/adopt/: with the day on which the meeting adopted it."""
    proposal = open_proposal(request, address)
    require(request.user, "adopt", proposal)
    return answer(AdoptPage(request, proposal))


@dataclass(frozen=True)
class MovePage(EditPage):
    """A page with the form that goes with a move."""

    request: SignedInRequest
    proposal: Proposal

    move: ClassVar[str]

    @property
    def address(self) -> str:
        return reverse("proposals:proposal", args=[self.proposal.address])

    def context(self, form: forms.Form) -> dict[str, Any]:  # noqa: ARG002
        return {"proposal": self.proposal, "company": self.proposal.company}

    def done(self) -> str:
        return _done(self.move)


class ReturnPage(MovePage):
    template = "proposals/return.html"
    move = "return"

    def form(self) -> ReturnForm:
        return ReturnForm(self.request.POST or None)

    def save(self, form: forms.Form) -> str:
        comment, at = form.cleaned_data["comment"], timezone.now()
        moves.return_(self.proposal, by=self.request.user, at=at, comment=comment)
        return self.address


class AdoptPage(MovePage):
    template = "proposals/adopt.html"
    move = "adopt"

    def form(self) -> AdoptForm:
        data = self.request.POST if self.request.method == "POST" else None
        day = self.proposal.meeting.days[-1]
        # What an earlier one of the day has put where this puts something, a person sets in order.
        places = orders_to_decide(self.proposal, day) if day > self.proposal.base_day else []
        return AdoptForm(data, initial={"adopted_on": day}, places=places)

    def save(self, form: forms.Form) -> str:
        assert isinstance(form, AdoptForm)
        moves.adopt(
            self.proposal,
            by=self.request.user,
            at=timezone.now(),
            adopted_on=form.cleaned_data["adopted_on"],
            decisions=form.decisions,
        )
        return self.address


@show_refusals
@post_only
def reopen(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/reopen/."""
    moves.reopen(proposal_for(request.user, address), by=request.user, at=timezone.now())
    return _moved(request, address, "reopen")


def _moved(request: SignedInRequest, address: str, name: str) -> HttpResponse:
    messages.success(request, _done(name))
    return redirect("proposals:proposal", address)


def _done(name: str) -> str:
    return f"{MOVES[name].done} {timezone.localtime():%H:%M}"
