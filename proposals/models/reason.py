"""Why a proposal changes what it changes."""

from django.db import models
from django.db.models import Deferrable, Q
from django.utils.translation import gettext_lazy as _

from governance.models import InTwoLanguages
from governance.models.history import History
from proposals.models.proposal import Proposal

LONGEST_REASON = 20_000
"""In characters."""


class Reason(InTwoLanguages):
    """One numbered reason of a proposal: paragraphs parted by newlines, all but the first nested
    under it.

    Article numbers in it are live and stored by identity, `{proposed:@c12}`: see `live_numbers`.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="reasons", verbose_name=_("proposal")
    )
    position = models.PositiveIntegerField(_("position"))
    body_ja = models.TextField(_("reason in Japanese"), max_length=LONGEST_REASON, blank=True)
    body_en = models.TextField(_("reason in English"), max_length=LONGEST_REASON, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = _("reason")
        verbose_name_plural = _("reasons")
        ordering = ("proposal", "position", "pk")
        constraints = [
            # The target of a composite foreign key: a change names a reason of its own proposal.
            models.UniqueConstraint(name="reason_proposal", fields=("id", "proposal")),
            models.UniqueConstraint(
                # Deferred, so that reasons can change places one row after the other.
                name="reason_position_once",
                fields=("proposal", "position"),
                deferrable=Deferrable.DEFERRED,
                violation_error_message=_("Another reason stands at this position."),
            ),
            models.CheckConstraint(
                name="reason_says_something",
                condition=~Q(body_ja="") | ~Q(body_en=""),
                violation_error_message=_("Write the reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {(self.body_en or self.body_ja)[:60]}"

    def paragraphs(self, language: str) -> list[str]:
        """Its paragraphs in that language as stored, without empty ones; the first carries the
        number.
        """
        return [line for line in self.text("body", language).splitlines() if line.strip()]
