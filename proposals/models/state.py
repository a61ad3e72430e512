"""Where a proposal stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """Where a proposal stands; stored in `Proposal.state`, which only `workflow` writes."""

    DRAFTING = "drafting", _("Drafting")
    IN_REVIEW = "in_review", _("In review")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    ADOPTED = "adopted", pgettext_lazy("state", "Adopted")


INITIAL = State.DRAFTING
EDITABLE = frozenset({State.DRAFTING})
# From approval on the papers no longer say DRAFT and readers see the proposal.
CLEARED = frozenset({State.APPROVED, State.ADOPTED})
