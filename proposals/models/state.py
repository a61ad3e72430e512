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
    RELEASED = "released", pgettext_lazy("state", "Released")
    ADOPTED = "adopted", pgettext_lazy("state", "Adopted")
    REJECTED = "rejected", pgettext_lazy("state", "Rejected")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")
    DISCARDED = "discarded", pgettext_lazy("state", "Discarded")


INITIAL = State.DRAFTING
EDITABLE = frozenset({State.DRAFTING})
# From approval on the papers no longer say DRAFT, as long as the approval stands.
WAS_APPROVED = frozenset({State.APPROVED, State.RELEASED, State.ADOPTED, State.REJECTED})
# From then on readers see the proposal; a released one from the time of its publication on.
PUBLIC = frozenset({State.RELEASED, State.ADOPTED, State.REJECTED, State.WITHDRAWN})
# Nothing of these comes into the record any more.
FAILED = frozenset({State.REJECTED, State.WITHDRAWN, State.DISCARDED})
# What a proposal ends in; nothing leads out.
ENDED = FAILED | {State.ADOPTED}
