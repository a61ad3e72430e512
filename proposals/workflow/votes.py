"""Entering the votes that a general meeting cast, once it has decided."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import User
from governance.people import audit
from governance.people.permissions import works_on_drafts
from governance.people.refused import Refused
from proposals.models import Proposal, VoteCount
from proposals.models.vote_count import why_no_votes


def refusal_to_enter_votes(user: User, proposal: Proposal) -> str:
    if not works_on_drafts(user, proposal.company):
        return _("Only legal staff and board secretaries may enter votes.")
    return why_no_votes(proposal)


@transaction.atomic
def enter_votes(proposal: Proposal, values: dict[str, Any], *, by: User) -> VoteCount:
    """Store the votes, or correct them; the history keeps what stood before. Raises `Refused`."""
    locked = Proposal.objects.select_for_update(no_key=True).get(pk=proposal.pk)
    if refused := refusal_to_enter_votes(by, locked):
        raise Refused(refused)
    found = VoteCount.objects.filter(proposal=locked).first() or VoteCount(proposal=locked)
    for name, value in values.items():
        setattr(found, name, value)
    audit.set_history_user(found, by=by)
    found.save()
    audit.record("votes.entered", by=by, company=locked.company, about=locked.address)
    return found
