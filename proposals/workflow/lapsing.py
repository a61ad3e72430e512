"""Approvals lapse when something that they fixed is changed elsewhere."""

from typing import Any

from django.utils import timezone

from governance.models import Company, User
from governance.people.printed_data import printed_data_changed
from governance.record.pending_rows import lock_company
from proposals.models import Proposal
from proposals.models.state import State
from proposals.releases.content import no_longer_as_approved
from proposals.workflow.moves import lapse


def let_approvals_lapse(
    sender: object,  # noqa: ARG001 - as Django sends it
    *,
    company: Company,
    by: User,
    **_more: Any,
) -> list[str]:
    """Reopen every proposal of the company that was approved on what is no longer so; their
    addresses.
    """
    # Nobody approves anything meanwhile.
    lock_company(company.pk)
    approved = Proposal.objects.filter(company=company, state=State.APPROVED)
    changed = no_longer_as_approved(list(approved.select_related("company", "meeting")))
    return [one.address for one in changed if lapse(one, by=by, at=timezone.now()) is not None]


printed_data_changed.connect(let_approvals_lapse)
