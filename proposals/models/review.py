"""Who moved a proposal from state to state, and with what comment."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proposals.models.proposal import Proposal
from proposals.models.state import State


class Review(models.Model):
    """One move of a proposal, written by `workflow` and only added to: the database refuses to
    change or delete one, or to truncate the table.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("proposal")
    )
    move = models.CharField(_("move"), max_length=20)
    from_state = models.CharField(_("from"), max_length=20, choices=State)
    to_state = models.CharField(_("to"), max_length=20, choices=State)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    comment = models.TextField(_("comment"), blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ("at", "pk")
        constraints = [
            # The target of a composite foreign key: an approval names a review of its proposal.
            models.UniqueConstraint(name="review_proposal", fields=("id", "proposal")),
            models.CheckConstraint(
                name="review_states",
                condition=Q(from_state__in=State.values, to_state__in=State.values),
            ),
            models.CheckConstraint(name="review_move", condition=~Q(move="")),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.move}: {self.by}"
