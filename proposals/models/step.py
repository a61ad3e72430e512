"""Steps: the acts by which a draft came to be, in their order, each undone or not."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from proposals.models.proposal import Proposal


class StepState(models.TextChoices):
    """Whether what a step did stands; what was undone is dropped once something else is done."""

    STANDING = "standing", _("standing")
    UNDONE = "undone", _("undone")
    DROPPED = "dropped", _("dropped")


class DraftStep(models.Model):
    """One act on a draft: what is undone, done again and named as one.

    What it changed are the rows of the histories that bear its key as their reason
    (`history_change_reason`). What is written in one visit to a cell is one step, however often it
    was saved meanwhile: `visit` is the page's own name for the visit, `sending` counts its savings.
    A step that undid another, or did it again, names it in `of` and is itself never undone.
    """

    State = StepState

    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="steps", verbose_name=_("proposal")
    )
    act = models.CharField(_("act"), max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))
    visit = models.CharField(_("visit"), max_length=40, blank=True)
    sending = models.PositiveIntegerField(_("sending"), default=0)
    state = models.CharField(
        _("state"), max_length=20, choices=StepState, default=StepState.STANDING
    )
    of = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("of the step"),
    )
    other = models.ForeignKey(
        Proposal,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("other proposal"),
        help_text=_("Where it was split or joined."),
    )

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ("proposal", "pk")
        indexes = (models.Index(name="step_of_visit", fields=("proposal", "visit")),)

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.pk} {self.act}"
