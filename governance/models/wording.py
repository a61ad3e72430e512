"""What an article says over a range of days."""

from datetime import date
from typing import Literal, Self

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Cast, Least
from django.utils.translation import gettext_lazy as _

from governance.models.amendment import Amendment
from governance.models.article import Article, Part
from governance.models.company import Company
from governance.models.history import History
from governance.models.languages import InTwoLanguages
from governance.models.wording_constraints import CONSTRAINTS, RECORDED
from governance.text.tree.keys import ArticleKey

Clock = Literal["adopted", "in_force"]
"""The two clocks: every amendment adopted by the day taken as effective, or only what is in force
on the day.
"""

GAP = 1024
"""Between neighbours when articles are first numbered off: ten halvings before neighbours have to
move.
"""

LONGEST_CAPTION = 300
LONGEST_BODY = 100_000
LONGEST_CORRECTION_REASON = 4000
"""In characters. The longest article seen in a listed company's articles has some 6,000."""


def _day(field: str) -> Cast:
    # Where a form is validated, values stand in the place of columns: a bare NULL has no type.
    return Cast(field, models.DateField())


def _folded(language: str) -> models.GeneratedField:
    """Caption and body as they are compared in a search, a line break between them."""
    return models.GeneratedField(
        expression=Func(
            F(f"caption_{language}"), F(f"body_{language}"), function="governance_folded"
        ),
        output_field=models.TextField(),
        db_persist=True,
    )


class WordingQuerySet(models.QuerySet["Wording"]):
    def recorded(self) -> Self:
        """Without the rows that a clerical correction has superseded."""
        return self.filter(RECORDED)

    def on(self, day: date, clock: Clock) -> Self:
        """The wordings of that day by one of the two clocks, superseded rows left out."""
        if clock == "adopted":
            return self.recorded().filter(as_adopted__contains=day)
        if clock == "in_force":
            return self.recorded().filter(in_force__contains=day)
        raise ValueError(
            f"There is no clock named {clock!r}; the two are 'adopted' and 'in_force'."
        )

    def in_document_order(self) -> Self:
        """As they stand in the articles of one company: by part, then by position."""
        return self.unfolded().order_by("part__position", "position", "pk")

    def in_order_of_adoption(self) -> Self:
        """As the wordings of an article followed each other: by adoption (on one day in the order
        of recording), then by what came into force first; the unknown day last.
        """
        start = F("in_force__startswith").asc(nulls_last=True)
        return self.unfolded().order_by("adopted_on", "amendment_id", start, "pk")

    def unfolded(self) -> Self:
        """Without what is there to be searched, as long again as the words themselves."""
        return self.defer("folded_ja", "folded_en")


class Wording(InTwoLanguages):
    """What an article or a chapter heading says: number, place, caption and body, over a range of
    days.

    Two ranges of days, both `[from, to)`:

    - `in_force`: when it is law. NULL while its start is unknown; empty where another amendment of
      the same effect replaced it before it was in force for a day.
    - `as_adopted`: computed by the database, from the day of adoption to the earlier of `ended_on`
      and `expires_on`.

    `ended_by` is the amendment that replaced or deleted it, `ended_on` the day that one was
    adopted: a wording can be ended as adopted and still be in force. `expires_on` is the first day
    on which a provision that ends by itself is gone. A chapter heading's title is its caption.

    Rows are written by `governance.record` alone. The database refuses to delete or change one, but
    for its open end, set once; its unknown start, set once; and its being superseded. A correction
    supersedes the wrong row and enters the right one, which `corrects` it.
    """

    Kind = Article.Kind

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="wordings", verbose_name=_("article")
    )
    # Repeated from the article, kept true by a composite foreign key: the exclusion constraints
    # need them here.
    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="wordings", verbose_name=_("company")
    )
    part = models.ForeignKey(
        Part, on_delete=models.PROTECT, related_name="wordings", verbose_name=_("part")
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=Article.Kind, default=Article.Kind.ARTICLE
    )

    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    branch = models.PositiveIntegerField(
        _("branch number"), default=0, help_text=_("2 for Article 9-2; 0 for none.")
    )
    position = models.BigIntegerField(
        _("position"), help_text=_("Orders the articles of a part; gaps leave room for insertions.")
    )
    caption_ja = models.CharField(_("caption in Japanese"), max_length=LONGEST_CAPTION, blank=True)
    caption_en = models.CharField(_("caption in English"), max_length=LONGEST_CAPTION, blank=True)
    body_ja = models.TextField(_("body in Japanese"), max_length=LONGEST_BODY, blank=True)
    body_en = models.TextField(_("body in English"), max_length=LONGEST_BODY, blank=True)

    amendment = models.ForeignKey(
        Amendment, on_delete=models.PROTECT, related_name="wordings", verbose_name=_("amendment")
    )
    adopted_on = models.DateField(_("adopted on"))
    in_force = DateRangeField(_("in force"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Amendment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ended_wordings",
        verbose_name=_("ended by"),
    )
    ended_on = models.DateField(
        _("its end adopted on"),
        null=True,
        blank=True,
        help_text=_("The day the ending amendment was adopted."),
    )
    as_adopted = models.GeneratedField(
        expression=Func(
            _day("adopted_on"), Least(_day("ended_on"), _day("expires_on")), function="daterange"
        ),
        output_field=DateRangeField(),
        db_persist=True,
    )

    folded_ja = _folded("ja")
    folded_en = _folded("en")

    superseded_at = models.DateTimeField(_("superseded at"), null=True, blank=True)
    superseded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("superseded by"),
    )
    superseded_why = models.TextField(
        _("why it is superseded"), max_length=LONGEST_CORRECTION_REASON, blank=True
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name=_("corrects"),
        help_text=_("The superseded row in whose place this one was entered."),
    )

    history = History(excluded_fields=["as_adopted", "folded_ja", "folded_en"])
    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        indexes = [
            models.Index(
                name="wording_of_company", fields=("company", "adopted_on"), condition=RECORDED
            )
        ]
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return (
            f"{self.get_kind_display()} {self.label} {self.caption_en or self.caption_ja}".rstrip()
        )

    @property
    def key(self) -> str:
        """The identity of its article in the values of `governance.text`."""
        return str(ArticleKey(self.article_id))

    @property
    def label(self) -> str:
        """Its number without a word: "9", "9-2", "" for none."""
        if self.number is None:
            return ""
        return f"{self.number}-{self.branch}" if self.branch else str(self.number)

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force on that day; False while its start is unknown."""
        return self.in_force is not None and day in self.in_force
