"""Who is in a draft at the moment, and in which cell."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.languages import ArticlesLanguage
from proposals.models.proposal import Proposal


class CellPresence(models.Model):
    """A person at the table of a proposal: the cell that is open there, "" for none, and when the
    page last said so. It is no part of the draft, and nothing is known of it afterwards.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="+", verbose_name=_("proposal")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("by")
    )
    key = models.CharField(_("provision"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=ArticlesLanguage)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = (models.UniqueConstraint(name="presence_once", fields=("proposal", "user")),)

    def __str__(self) -> str:
        return f"{self.user} {self.proposal_id} {self.key}"
