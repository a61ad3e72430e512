"""Meetings that decide on amendments."""

import datetime as dt
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.models.company import Company
from governance.models.history import History

SLUG = "[0-9]{1,8}[a-z]?"


class Meeting(models.Model):
    """A meeting that decides on amendments: a general meeting of shareholders, its resolution in
    writing, or a meeting of the board where the Act lets the board amend alone.

    Only ordinary general meetings are counted. `slug` is what stands in the addresses of its
    proposals: "21" for the 21st ordinary meeting, "20130901" for an extraordinary one, "20130901b"
    for the board, "20130901w" for a resolution in writing. It is set with the first saving and
    stays when the date moves, so that addresses hold.
    """

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("Ordinary General Meeting of Shareholders")
        EXTRAORDINARY = "extraordinary", _("Extraordinary General Meeting of Shareholders")
        # Companies Act, Article 319, Paragraph 1: all agreed in writing, and nobody met.
        WRITTEN = "written", _("Resolution of the Shareholders in Writing")
        # Companies Act, Articles 184, Paragraph 2, 191 and 195: no general meeting is needed.
        BOARD = "board", _("Meeting of the Board of Directors")

    GENERAL = frozenset({Kind.ORDINARY, Kind.EXTRAORDINARY})
    """The kinds at which shareholders meet."""

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("company")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ORDINARY)
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"),
        null=True,
        blank=True,
        help_text=_("21 for the 21st; empty for an extraordinary meeting."),
    )
    date = models.DateField(_("date"))
    continued_on = models.DateField(
        _("continued on"),
        null=True,
        blank=True,
        help_text=_(
            "The day to which the meeting was adjourned, or on which it was continued (Companies"
            " Act, Article 317)."
        ),
    )
    slug = models.CharField(
        _("name in addresses"),
        max_length=9,
        blank=True,
        validators=[
            RegexValidator(
                rf"\A{SLUG}\Z", _("Write up to 8 digits, with a small letter after them if needed.")
            )
        ],
        help_text=_("Left empty, it becomes the ordinal, or the date of a meeting without one."),
    )

    history = History()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ("-date", "-pk")
        constraints = [
            # The target of composite foreign keys: who names a meeting names its company too.
            models.UniqueConstraint(name="meeting_company", fields=("id", "company")),
            models.UniqueConstraint(
                name="meeting_slug_once",
                fields=("company", "slug"),
                violation_error_message=_(
                    "The company has a meeting with this name in addresses already."
                ),
            ),
            models.UniqueConstraint(
                name="meeting_ordinal_once",
                fields=("company", "ordinal"),
                violation_error_message=_("The company has a meeting with this ordinal already."),
            ),
            models.CheckConstraint(
                name="meeting_continued_later",
                condition=Q(continued_on__isnull=True)
                | Q(kind__in=("ordinary", "extraordinary"), continued_on__gt=F("date")),
                violation_error_message=_(
                    "A general meeting is continued on a later day; nothing else is continued."
                ),
            ),
            models.CheckConstraint(name="meeting_slug", condition=Q(slug__regex=f"^{SLUG}$")),
            models.CheckConstraint(
                name="meeting_ordinal",
                condition=Q(kind="ordinary", ordinal__isnull=False, ordinal__gte=1)
                | Q(kind__in=("extraordinary", "written", "board"), ordinal__isnull=True),
                violation_error_message=_(
                    "An ordinary meeting has an ordinal from 1 on; any other has none."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company.code} {self.slug} ({self.date:%Y-%m-%d})"

    def save(self, **options: Any) -> None:
        if not self.slug:
            self.slug = self.default_slug
        super().save(**options)

    def clean(self) -> None:
        # Before the constraints are validated, so that a form hears of a slug that is taken.
        if not self.slug and (self.ordinal is not None or getattr(self, "date", None)):
            self.slug = self.default_slug

    @property
    def default_slug(self) -> str:
        """The slug that the meeting's ordinal or date gives."""
        if self.ordinal is not None:
            return str(self.ordinal)
        return f"{self.date:%Y%m%d}{_SLUG_ENDINGS.get(self.kind, '')}"

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which it decides, the last one last."""
        return (self.date, self.continued_on) if self.continued_on else (self.date,)

    @property
    def is_of_board(self) -> bool:
        """Whether the board decides alone, without the shareholders."""
        return self.kind == self.Kind.BOARD


_SLUG_ENDINGS = {Meeting.Kind.BOARD.value: "b", Meeting.Kind.WRITTEN.value: "w"}
