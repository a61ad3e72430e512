"""Moving a proposal from state to state."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from governance.people.refused import Refused
from governance.views.signed_in_request import SignedInRequest
from proposals.forms.review import AdoptForm, WordForm
from proposals.views.decorators import only_posted, open_proposal, refusable
from proposals.workflow import moves
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import require
from proposals.workflow.states import MOVES


@refusable
@only_posted
def submit(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/submit/."""
    moves.submit(proposal_for(request.user, address), by=request.user, at=timezone.now())
    return _moved(request, address, "submit")


@refusable
@only_posted
def approve(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/approve/."""
    moves.approve(proposal_for(request.user, address), by=request.user, at=timezone.now())
    return _moved(request, address, "approve")


@refusable
def return_(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/return/: with the word that goes with it."""
    proposal = open_proposal(request, address)
    require(request.user, "return", proposal)
    form = WordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        word = form.cleaned_data["word"]
        try:
            moves.return_(proposal, by=request.user, at=timezone.now(), word=word)
        except Refused as refused:
            form.add_error("word", refused.sentence)
        else:
            return _moved(request, address, "return")
    shown = {"proposal": proposal, "company": proposal.company, "form": form}
    return render(request, "proposals/return.html", shown, status=422 if form.errors else 200)


@refusable
def adopt(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/adopt/: with the day on which the meeting adopted it."""
    proposal = open_proposal(request, address)
    require(request.user, "adopt", proposal)
    initial = {"adopted_on": proposal.meeting.date}
    form = AdoptForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["adopted_on"]
        try:
            moves.adopt(proposal, by=request.user, at=timezone.now(), adopted_on=day)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _moved(request, address, "adopt")
    shown = {"proposal": proposal, "company": proposal.company, "form": form}
    return render(request, "proposals/adopt.html", shown, status=422 if form.errors else 200)


@refusable
@only_posted
def take_up(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/take-up/."""
    moves.take_up(proposal_for(request.user, address), by=request.user, at=timezone.now())
    return _moved(request, address, "take_up")


def _moved(request: SignedInRequest, address: str, name: str) -> HttpResponse:
    time = timezone.localtime().strftime("%H:%M")
    messages.success(request, f"{MOVES[name].done} {time}")
    return redirect("proposals:proposal", address)
