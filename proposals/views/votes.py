"""The votes of a meeting on a proposal, entered for the extraordinary report."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.views.signed_in_request import SignedInRequest
from proposals.forms.votes import VotesForm
from proposals.models import VoteCount
from proposals.models.state import State
from proposals.views.decorators import open_proposal, show_refusals
from proposals.workflow.votes import enter_votes, refusal_to_enter_votes


@show_refusals
def votes(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/votes/: how the meeting voted; 403 before it has decided."""
    proposal = open_proposal(request, address)
    if refused := refusal_to_enter_votes(request.user, proposal):
        raise Refused(refused)
    stored = VoteCount.objects.filter(proposal=proposal).first()
    initial = model_to_dict(stored) if stored else None
    form = VotesForm(proposal, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        entered = enter_votes(proposal, form.cleaned_data, by=request.user)
        messages.success(request, _("The votes are saved."))
        if entered.is_short and proposal.state == State.ADOPTED:
            messages.warning(
                request,
                _(
                    "The votes for are fewer than two thirds of those entered, while the proposal"
                    " is recorded as adopted. Compare the numbers with the minutes."
                ),
            )
        return redirect("proposals:papers", address)
    shown = {"proposal": proposal, "company": proposal.company, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "proposals/votes.html", shown, status=status)
