"""What becomes of a proposal besides its adoption: each a page with a comment or a day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.views.signed_in_request import SignedInRequest
from proposals.forms.outcomes import CommentForm, RejectForm
from proposals.models import Review
from proposals.views.decorators import open_proposal, post_only, show_refusals
from proposals.views.edit_page import answer
from proposals.views.reviewing import MovePage
from proposals.workflow import moves
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import require
from proposals.workflow.states import MOVES


@dataclass(frozen=True)
class _CommentedMove:
    """A move that asks for a comment, and what its page says of it."""

    make: Callable[..., Review]
    explanation: str | Promise
    help_text: str | Promise


_COMMENTED = {
    "correct": _CommentedMove(
        moves.correct_release,
        gettext_lazy(
            "The proposal is opened for drafting again. What was released stays as it is and stays"
            " public; the correction goes through review, and its release shows the old words"
            " beside the new."
        ),
        gettext_lazy("What of the release is to be corrected, and why."),
    ),
    "withdraw": _CommentedMove(
        moves.withdraw,
        gettext_lazy("The proposal ends here. It stays on record with its comment."),
        gettext_lazy("Why it is withdrawn."),
    ),
    "withdraw_from_agenda": _CommentedMove(
        moves.withdraw_from_agenda,
        gettext_lazy(
            "The meeting will not decide on it. What was released stays public; tell its readers."
        ),
        gettext_lazy("Who withdrew it, and why."),
    ),
    "amend_at_meeting": _CommentedMove(
        moves.amend_at_meeting,
        gettext_lazy(
            "The proposal is opened, so that it can be entered as the meeting amended it. It is"
            " reviewed and approved again, and then adopted as amended."
        ),
        gettext_lazy("What the meeting amended, on whose motion."),
    ),
}


@show_refusals
def correct_release(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/correct/."""
    return _commented(request, address, "correct")


@show_refusals
def withdraw(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/withdraw/."""
    return _commented(request, address, "withdraw")


@show_refusals
def withdraw_from_agenda(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/withdraw-from-agenda/."""
    return _commented(request, address, "withdraw_from_agenda")


@show_refusals
def amend_at_meeting(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/amend-at-meeting/."""
    return _commented(request, address, "amend_at_meeting")


@show_refusals
def reject(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/reject/: with the day on which the meeting decided."""
    proposal = open_proposal(request, address)
    require(request.user, "reject", proposal)
    return answer(RejectPage(request, proposal))


@show_refusals
def discard(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/discard/: asked once more."""
    proposal = open_proposal(request, address)
    require(request.user, "discard", proposal)
    return answer(DiscardPage(request, proposal))


@show_refusals
@post_only
def recall(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/recall/."""
    moves.recall(proposal_for(request.user, address), by=request.user, at=timezone.now())
    messages.success(request, f"{MOVES['recall'].done} {timezone.localtime():%H:%M}")
    return redirect("proposals:proposal", address)


def _commented(request: SignedInRequest, address: str, name: str) -> HttpResponse:
    proposal = open_proposal(request, address)
    require(request.user, name, proposal)
    return answer(CommentPage(request, proposal, name))


@dataclass(frozen=True)
class _OutcomePage(MovePage):
    template = "proposals/outcome.html"
    explanation = ""

    def context(self, form: forms.Form) -> dict[str, Any]:
        return super().context(form) | {
            "verb": MOVES[self.move].verb,
            "explanation": self.explanation,
        }


@dataclass(frozen=True)
class CommentPage(_OutcomePage):
    """A move with the comment that goes with it."""

    move: str  # type: ignore[misc]  # one page for several moves

    @property
    def explanation(self) -> str:  # type: ignore[override]
        return str(_COMMENTED[self.move].explanation)

    def form(self) -> CommentForm:
        help_text = str(_COMMENTED[self.move].help_text)
        return CommentForm(self.request.POST or None, help_text=help_text)

    def save(self, form: forms.Form) -> str:
        comment, at = form.cleaned_data["comment"], timezone.now()
        _COMMENTED[self.move].make(self.proposal, by=self.request.user, at=at, comment=comment)
        return self.address


@dataclass(frozen=True)
class RejectPage(_OutcomePage):
    """The day on which the meeting rejected a proposal."""

    move = "reject"

    @property
    def explanation(self) -> str:  # type: ignore[override]
        return _("Nothing of it comes into the articles. It cannot be taken back.")

    def form(self) -> RejectForm:
        data = self.request.POST if self.request.method == "POST" else None
        return RejectForm(data, initial={"decided_on": self.proposal.meeting.days[-1]})

    def save(self, form: forms.Form) -> str:
        day, at = form.cleaned_data["decided_on"], timezone.now()
        moves.reject(self.proposal, by=self.request.user, at=at, decided_on=day)
        return self.address


@dataclass(frozen=True)
class DiscardPage(_OutcomePage):
    """Asks once more before a draft is dropped."""

    move = "discard"

    @property
    def explanation(self) -> str:  # type: ignore[override]
        return _("Nobody else has seen it. It is gone from the list, and its number is free again.")

    @property
    def address(self) -> str:
        return reverse("proposals:proposals", args=[self.proposal.company.code])

    def form(self) -> forms.Form:
        return forms.Form(self.request.POST if self.request.method == "POST" else None)

    def save(self, form: forms.Form) -> str:  # noqa: ARG002 - nothing is asked
        moves.discard(self.proposal, by=self.request.user, at=timezone.now())
        return self.address
