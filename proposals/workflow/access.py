"""Fetch a proposal by right: what a person may not know of is a 404."""

from typing import Any

from django.http import Http404

from proposals.models import Proposal
from proposals.workflow.permissions import refusal


def proposal_for(user: Any, address: str, *, act: str = "read") -> Proposal:
    """The proposal of that address, its company, meeting and authors with it.

    `act` is "read", or "read_release" for what was published of it. Http404 to whoever does not
    belong to the company, and to readers before it is released.
    """
    found = (
        Proposal.objects.of(user)
        .at_address(address)
        .with_names()
        .prefetch_related("authors")
        .first()
    )
    if found is None or refusal(user, act, found):
        raise Http404
    return found
