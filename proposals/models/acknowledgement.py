"""Warnings among the findings of a draft that somebody has acknowledged, with a word."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.digests import HexDigest
from proposals.models.proposal import Proposal


class Acknowledgement(models.Model):
    """That a person has acknowledged a warning, or (`is_taken_back`) no longer does.

    `finding` is the digest of what the warning is (`proposals.commenting.warnings.warning_digest`):
    another one once it says anything else. The newest row of a digest holds. Rows are only added
    to: the database refuses to change or delete one, or to truncate the table.
    """

    proposal = models.ForeignKey(
        Proposal,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("proposal"),
    )
    finding = HexDigest(_("SHA-256 of the finding"))
    code = models.CharField(_("code"), max_length=60)
    key = models.CharField(_("provision"), max_length=200, blank=True)
    statement = models.TextField(_("what it said"))
    word = models.TextField(_("why it may stand"), blank=True)
    is_taken_back = models.BooleanField(_("taken back"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        ordering = ("proposal", "pk")
        constraints = [
            models.CheckConstraint(
                name="acknowledgement_word", condition=~Q(word="") | Q(is_taken_back=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.key}: {self.word[:60]}"
