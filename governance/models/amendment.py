"""Amendments: what changed the articles, who decided it and when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from governance.models.company import Company
from governance.models.constraints import CompositeForeignKey, DatesInOrder
from governance.models.history import History
from governance.models.languages import InTwoLanguages
from governance.models.meeting import Meeting

SECTIONS = (
    gettext_noop("Article 184, Paragraph 2"),
    gettext_noop("Article 191"),
    gettext_noop("Article 195, Paragraph 1"),
)
"""The provisions of the Companies Act that let the board amend the articles alone."""
LONGEST_TITLE = 300
"""Of an amendment and of the proposal for it, in characters."""
LONGEST_CONDITION = 400
"""In characters."""


class Amendment(InTwoLanguages):
    """An adopted change of the articles, or how they came to be: every wording names the one that
    made it.

    `effective_on` is the day on which the amendment takes effect as a whole, None while it is
    unknown; `condition_*` then may say what it waits for. A wording whose own day differs (its
    start or its expiry) says so itself. Rows are written by `governance.record` alone; the
    database refuses to delete or change one, but for an unknown `effective_on`, set once.
    """

    class DecidedBy(models.TextChoices):
        INCORPORATION = "incorporation", _("Incorporation")
        MEETING = "meeting", _("General meeting of shareholders")
        BOARD = "board", _("Board of directors")
        IMPORT = "import", _("As imported")

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="amendments", verbose_name=_("company")
    )
    decided_by = models.CharField(_("decided by"), max_length=20, choices=DecidedBy)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name=_("meeting"),
    )
    section = models.CharField(
        _("section of the Companies Act"),
        max_length=80,
        blank=True,
        help_text=_(
            "What lets the board amend the articles without a meeting, such as “Article 191”."
        ),
    )
    adopted_on = models.DateField(_("adopted on"))
    effective_on = models.DateField(
        _("effective on"), null=True, blank=True, help_text=_("Empty while unknown.")
    )
    condition_ja = models.CharField(
        _("condition of its effect in Japanese"), max_length=LONGEST_CONDITION, blank=True
    )
    condition_en = models.CharField(
        _("condition of its effect in English"),
        max_length=LONGEST_CONDITION,
        blank=True,
        help_text=_("What it was adopted to wait for, such as a merger taking effect."),
    )
    title_ja = models.CharField(_("title in Japanese"), max_length=LONGEST_TITLE, blank=True)
    title_en = models.CharField(_("title in English"), max_length=LONGEST_TITLE, blank=True)

    history = History()

    class Meta:
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        ordering = ("-adopted_on", "-pk")
        constraints = [
            # The targets of composite foreign keys: a reason repeats the company, a wording the day
            # as well.
            models.UniqueConstraint(name="amendment_company", fields=("id", "company")),
            models.UniqueConstraint(
                name="amendment_company_day", fields=("id", "company", "adopted_on")
            ),
            CompositeForeignKey(
                name="amendment_meeting_of_company",
                fields=("meeting", "company"),
                to="governance.Meeting",
                to_fields=("id", "company"),
                violation_error_message=_("The meeting is another company's."),
            ),
            models.CheckConstraint(
                name="amendment_decided_by",
                condition=Q(decided_by="meeting", meeting__isnull=False, section="")
                | (Q(decided_by="board", meeting__isnull=True) & ~Q(section=""))
                | Q(decided_by__in=("incorporation", "import"), meeting__isnull=True, section=""),
                violation_error_message=_(
                    "Name the meeting where a meeting decided,"
                    " the section of the Act where the board did, and neither otherwise."
                ),
            ),
            DatesInOrder(
                name="amendment_adopted_then_effective",
                earlier="adopted_on",
                later="effective_on",
                violation_error_message=_(
                    "An amendment takes effect on the day it is adopted or later."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company.code} {self.adopted_on:%Y-%m-%d} {self.get_decided_by_display()}"
