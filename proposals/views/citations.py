"""Deciding whose the citations are of which the program is unsure."""

from collections.abc import Collection
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.text.tree.keys import unit_key
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import Draft
from proposals.draft.uncertain import uncertain_citations
from proposals.forms.citations import CitationForm
from proposals.views.decorators import open_to_edit, post_only, show_refusals
from proposals.views.rows import name_by_key, row_link


@show_refusals
@post_only
def decide_whose(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/citations/: whose one citation is, or, without an answer, the decision taken back."""
    proposal = open_to_edit(request, address)
    form = CitationForm(request.POST)
    if not form.is_valid():
        raise Refused(_("The form names no citation of this draft."))
    editing.decide_citation(proposal, by=request.user, **form.cleaned_data)
    return redirect(reverse("proposals:proposal", args=[address]) + "#panel-uncertain")


def shown_uncertain(drafted: Draft, anchors: Collection[str] = ()) -> list[dict[str, Any]]:
    """The citations that a person decides or has decided, each with the name of its article and
    its row."""
    return [
        {
            "name": one.name,
            "url": row_link(unit_key(one.citation.at), anchors),
            "where": name_by_key(drafted, unit_key(one.citation.at)),
            "citation": one.citation,
            "decision": one.decision,
        }
        for one in uncertain_citations(drafted.rows, drafted.language)
    ]
