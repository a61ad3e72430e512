"""What somebody said of one change of a proposal in review, and what it printed then."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.models.digests import HexDigest
from proposals.models.proposal import Proposal


class Verdict(models.TextChoices):
    """Of a board secretary on a change; or that a person has looked at it."""

    APPROVED = "approved", pgettext_lazy("change", "Approved")
    RETURNED = "returned", pgettext_lazy("change", "Returned")
    SEEN = "seen", pgettext_lazy("change", "Seen")


class ChangeReview(models.Model):
    """A verdict on the change about the provision of identity `key`.

    `printed` is what the change printed then (`proposals.draft.printed_changes`), `sha256` its
    digest: an approval stands as long as the change prints the same. Rows are written by
    `workflow.change_reviews` and only added to: the database refuses to change or delete one, to
    truncate the table, and an author's verdict.
    """

    Verdict = Verdict

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposal")
    )
    key = models.CharField(_("provision"), max_length=40)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    comment = models.TextField(_("comment"), blank=True)
    printed = models.JSONField(_("what it printed"))
    sha256 = HexDigest(_("SHA-256 of what it printed"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("review of a change")
        verbose_name_plural = _("reviews of changes")
        ordering = ("proposal", "pk")
        constraints = [
            models.CheckConstraint(
                name="change_review_verdict", condition=Q(verdict__in=Verdict.values)
            ),
            models.CheckConstraint(
                name="change_review_says_why", condition=~Q(verdict="returned") | ~Q(comment="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.key} {self.verdict}: {self.by}"
