"""What waits for a person, on the start page, which is a page of the record."""

from typing import Any

from django import template

from proposals.views.waiting import WaitingProposal, waiting_for

register = template.Library()


@register.simple_tag
def waiting_proposals(user: Any) -> list[WaitingProposal]:
    """`{% waiting_proposals user as waiting %}`."""
    return waiting_for(user)
