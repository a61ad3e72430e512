"""Fetch a proposal by right: what a person may not know of is a 404."""

from typing import Any

from django.http import Http404

from proposals.models import Proposal
from proposals.workflow.permissions import refusal


def proposal_for(user: Any, address: str) -> Proposal:
    """The proposal of that address, its company, meeting and authors with it.

    Http404 to whoever does not belong to the company, and to readers before the approval.
    """
    found = (
        Proposal.objects.of(user)
        .at_address(address)
        .with_names()
        .prefetch_related("authors")
        .first()
    )
    if found is None or refusal(user, "read", found):
        raise Http404
    return found
