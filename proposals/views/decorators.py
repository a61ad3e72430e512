"""What the views of a proposal share: refusals as pages in words, every opening recorded."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.people import audit
from governance.people.access import company_for
from governance.people.refused import Refused
from governance.views.signed_in_request import SignedInRequest
from proposals.editing import Conflict
from proposals.models import Proposal
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import require

View = Callable[..., HttpResponse]
"""A view of a proposal; its place (`address`, `code`, `pk`) comes by name."""


def open_proposal(request: SignedInRequest, address: str) -> Proposal:
    """The proposal by right, its opening recorded. What only answers a form is no new opening."""
    proposal = proposal_for(request.user, address)
    if request.method == "GET":
        audit.record("proposal.opened", by=request.user, company=proposal.company, about=address)
    return proposal


def open_to_edit(request: SignedInRequest, address: str) -> Proposal:
    """The same, where the person may also edit it now. Raises `Refused`."""
    proposal = open_proposal(request, address)
    require(request.user, "edit", proposal)
    return proposal


def show_refusals(view: View) -> View:
    """Answer a `Refused`, or a `Conflict` that no form shows, with a page that says why: 403."""

    @wraps(view)
    def wrapper(request: SignedInRequest, **place: Any) -> HttpResponse:
        try:
            return view(request, **place)
        except (Refused, Conflict) as refused:
            return refusal_page(request, refused.sentence, **place)

    return wrapper


def get_only(view: View) -> View:
    """Show what takes no form: 405 for one, so that nobody reads what is not recorded as read."""

    @wraps(view)
    def wrapper(request: SignedInRequest, address: str, **place: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, address=address, **place)
        proposal_for(request.user, address)
        return HttpResponseNotAllowed(("GET", "HEAD"))

    return wrapper


def post_only(view: View) -> View:
    """Take what a form sends. Whoever comes without one is led to the proposal."""

    @wraps(view)
    def wrapper(request: SignedInRequest, address: str, **place: Any) -> HttpResponse:
        if request.method == "POST":
            return view(request, address=address, **place)
        return redirect("proposals:proposal", proposal_for(request.user, address).address)

    return wrapper


def refusal_page(
    request: SignedInRequest, sentence: str, *, address: str = "", code: str = "", **_place: Any
) -> HttpResponse:
    """403: why not, and the way back to the proposal or, where there is none, to the list."""
    if address:
        back, label = reverse("proposals:proposal", args=[address]), _("Back to the proposal")
    else:
        back, label = reverse("proposals:proposals", args=[code]), _("Back to the proposals")
    shown = {
        # Whoever is refused belongs to the company: a stranger has got 404 before.
        "company": company_for(request.user, code or address.partition("-")[0]),
        "heading": _("This cannot be done now"),
        "typed": _typed(request),
        "sentence": sentence,
        "return_to": back,
        "return_label": label,
    }
    return render(request, "proposals/refused.html", shown, status=403)


def _typed(request: SignedInRequest) -> list[object]:
    """The longer texts of a form that is refused, so that they can be copied."""
    named = ("body_", "caption_", "title_", "new_part_title_", "comment")
    return [text for name, text in request.POST.items() if name.startswith(named) and text]
