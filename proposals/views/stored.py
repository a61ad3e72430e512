"""The row that an address names, or that somebody has removed meanwhile."""

from collections.abc import Sequence

from django.http import Http404

from governance.people.refused import Refused
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.models import Change, Proposal, Reason


def stored_row[Row: (Change, Reason)](
    request: SignedInRequest, proposal: Proposal, rows: Sequence[Row], pk: int, model: type[Row]
) -> Row:
    """The row of that key. What is sent for one that somebody has removed is `Refused`."""
    for one in rows:
        if one.pk == pk:
            return one
    if request.method == "POST" and was_removed(proposal, rows, pk, model):
        raise Refused(editing.Conflict(None, {}).sentence)
    raise Http404


def was_removed[Row: (Change, Reason)](
    proposal: Proposal, rows: Sequence[Row], pk: int, model: type[Row]
) -> bool:
    """Whether the proposal had a row of that key once."""
    of_this = model.history.filter(id=pk, proposal_id=proposal.pk, history_type="-")
    return all(one.pk != pk for one in rows) and of_this.exists()
