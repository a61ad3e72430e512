"""Parts, and articles as identities; what an article says is in its wordings."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.models.company import Company
from governance.models.constraints import CompositeForeignKey
from governance.models.history import History
from governance.models.languages import InTwoLanguages
from governance.text.tree.keys import ArticleKey, PartKey
from governance.text.typed_text import LONGEST_PART_TITLE


class Part(InTwoLanguages):
    """The main part of a company's articles of incorporation, or one of the supplementary parts.

    Parts stand in the order of `position`, the main part first; gaps are allowed. Whether a part is
    there on a day follows from its wordings: a part without one on that day is not.
    """

    class Kind(models.TextChoices):
        MAIN = "main", _("Main part")
        SUPPLEMENTARY = "supplementary", _("Supplementary provisions")

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="parts", verbose_name=_("company")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    position = models.PositiveIntegerField(_("position"), default=0)
    title_ja = models.CharField(_("title in Japanese"), max_length=LONGEST_PART_TITLE, blank=True)
    title_en = models.CharField(_("title in English"), max_length=LONGEST_PART_TITLE, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)

    history = History()

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parts")
        ordering = ("company", "position")
        constraints = [
            models.UniqueConstraint(name="part_company", fields=("id", "company")),
            models.UniqueConstraint(
                name="part_position_once",
                fields=("company", "position"),
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                name="part_main_once",
                fields=("company",),
                condition=Q(kind="main"),
                violation_error_message=_("The company has a main part already."),
            ),
            models.CheckConstraint(
                name="part_main_first",
                condition=Q(kind="main", position=0) | Q(kind="supplementary", position__gte=1),
                violation_error_message=_(
                    "The main part has position 0, a supplementary part one from 1 on."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title_en or self.title_ja or self.get_kind_display()

    @property
    def is_main(self) -> bool:
        return self.kind == self.Kind.MAIN

    @property
    def key(self) -> str:
        """Its identity in the values of `governance.text`."""
        return str(PartKey(self.pk))


class Article(models.Model):
    """An article or a chapter heading: an identity that stays when its number changes. What it says
    is in its wordings.
    """

    class Kind(models.TextChoices):
        CHAPTER = "chapter", _("Chapter")
        ARTICLE = "article", _("Article")

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="articles", verbose_name=_("company")
    )
    part = models.ForeignKey(
        Part, on_delete=models.PROTECT, related_name="articles", verbose_name=_("part")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ARTICLE)

    history = History()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            # The targets of composite foreign keys: of wordings, and of a proposal's changes.
            models.UniqueConstraint(name="article_company", fields=("id", "company")),
            models.UniqueConstraint(name="article_company_kind", fields=("id", "company", "kind")),
            models.UniqueConstraint(
                name="article_company_part_kind", fields=("id", "company", "part", "kind")
            ),
            CompositeForeignKey(
                name="article_part_of_company",
                fields=("part", "company"),
                to="governance.Part",
                to_fields=("id", "company"),
                violation_error_message=_("The part is another company's."),
            ),
            models.CheckConstraint(
                name="article_kind", condition=Q(kind__in=("chapter", "article"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"

    @property
    def key(self) -> str:
        """Its identity in the values of `governance.text`."""
        return str(ArticleKey(self.pk))
