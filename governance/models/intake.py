"""Texts of the articles that are being brought in, each of one day."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.amendment import Amendment
from governance.models.company import Company
from governance.models.constraints import CompositeForeignKey, DatesInOrder
from governance.models.history import History
from governance.models.languages import InTwoLanguages
from governance.text.typed_text import LONGEST_TEXT

LONGEST_FILE_NAME = 200
"""In characters; a longer name is cut, since it is only shown."""


class Intake(InTwoLanguages):
    """The articles as adopted on a day, as text that was taken from files or typed: kept while it
    is corrected, until it is recorded as an amendment.

    `notes` tell what was left out of the files: `[{"en": …, "ja": …}]`. `version` counts savings.
    Texts are written by `governance.intake` alone; once recorded they are kept as they are.
    """

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="intakes", verbose_name=_("company")
    )
    adopted_on = models.DateField(_("adopted on"))
    effective_on = models.DateField(_("effective on"), null=True, blank=True)
    effective_unknown = models.BooleanField(
        _("effective on a day not known yet"),
        default=False,
        help_text=_("Otherwise an empty day of effect is the day of adoption."),
    )
    text_ja = models.TextField(_("text in Japanese"), max_length=LONGEST_TEXT, blank=True)
    text_en = models.TextField(_("text in English"), max_length=LONGEST_TEXT, blank=True)
    file_ja = models.CharField(
        _("name of the Japanese file"), max_length=LONGEST_FILE_NAME, blank=True
    )
    file_en = models.CharField(
        _("name of the English file"), max_length=LONGEST_FILE_NAME, blank=True
    )
    notes = models.JSONField(_("notes on the files"), default=list, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("brought in by"),
    )
    created_at = models.DateTimeField(_("brought in at"), default=timezone.now, editable=False)
    amendment = models.OneToOneField(
        Amendment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="intake",
        verbose_name=_("recorded as"),
    )

    history = History()

    class Meta:
        verbose_name = _("text brought in")
        verbose_name_plural = _("texts brought in")
        ordering = ("adopted_on", "pk")
        constraints = [
            models.UniqueConstraint(
                name="intake_day_once",
                fields=("company", "adopted_on"),
                violation_error_message=_("A text of this day has been brought in already."),
            ),
            CompositeForeignKey(
                name="intake_recorded_as_amendment",
                fields=("amendment", "company", "adopted_on"),
                to="governance.Amendment",
                to_fields=("id", "company", "adopted_on"),
                violation_error_message=_("Company and day are not those of the amendment."),
            ),
            models.CheckConstraint(
                name="intake_effect_known_or_not",
                condition=Q(effective_unknown=False) | Q(effective_on__isnull=True),
                violation_error_message=_("The day of effect is known or it is not."),
            ),
            models.CheckConstraint(
                name="intake_says_something",
                condition=~Q(text_ja="") | ~Q(text_en=""),
                violation_error_message=_("There is no text in any language."),
            ),
            DatesInOrder(
                name="intake_adopted_then_effective",
                earlier="adopted_on",
                later="effective_on",
                violation_error_message=_(
                    "The articles take effect on the day they are adopted or later."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company.code} {self.adopted_on:%Y-%m-%d}"

    @property
    def takes_effect_on(self) -> date | None:
        """The day of effect: that of adoption where no other is given, None where not known."""
        return None if self.effective_unknown else self.effective_on or self.adopted_on

    @property
    def is_recorded(self) -> bool:
        return self.amendment_id is not None

    @property
    def texts(self) -> dict[str, str]:
        """The text of each language that there is one in, the authoritative language first."""
        found = {str(code): self.text("text", code) for code in self.company.languages}
        return {code: text for code, text in found.items() if text.strip()}
