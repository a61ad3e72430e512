"""Whose a citation is, where the program is unsure and a person decided it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.history import History
from governance.models.languages import ArticlesLanguage
from governance.text.citations.decisions import Decision
from governance.text.owner import Whose
from proposals.models.proposal import Proposal


class DecidedOwner(models.TextChoices):
    OURS = Whose.OURS.value, _("of these articles")
    OTHER = Whose.OTHER.value, _("of another document")


class DecidedCitation(models.Model):
    """A person's decision on the citation `citation` in the line `line` of the provision `at`, an
    identity such as "a12/paragraph:1", in one language.

    It stands as long as these words stand, and is taken back by deleting it. Who decided what
    before is in the history.
    """

    Whose = DecidedOwner

    proposal = models.ForeignKey(
        Proposal,
        on_delete=models.PROTECT,
        related_name="decided_citations",
        verbose_name=_("proposal"),
    )
    language = models.CharField(_("language"), max_length=2, choices=ArticlesLanguage)
    at = models.CharField(_("provision"), max_length=200)
    line = models.TextField(_("line"))
    citation = models.TextField(_("citation"))
    whose = models.CharField(_("whose"), max_length=5, choices=DecidedOwner)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)

    history = History()

    class Meta:
        verbose_name = _("decided citation")
        verbose_name_plural = _("decided citations")
        ordering = ("proposal", "pk")
        constraints = [
            models.UniqueConstraint(
                # Lines are too long for an index.
                "proposal",
                "language",
                "at",
                MD5("line"),
                MD5("citation"),
                name="decided_citation_once",
            ),
            models.CheckConstraint(
                name="decided_citation_whose", condition=Q(whose__in=DecidedOwner.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citation}: {self.get_whose_display()}"

    @property
    def decision(self) -> Decision:
        """It as the text core takes it."""
        return Decision(self.at, self.line, self.citation, Whose(self.whose))
