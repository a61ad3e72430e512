"""Why an amendment changed an article, in the words of the day it was adopted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.models.amendment import Amendment
from governance.models.article import Article
from governance.models.company import Company
from governance.models.constraints import CompositeForeignKey
from governance.models.languages import InTwoLanguages


class AmendmentReason(InTwoLanguages):
    """The reason for what an amendment did to one article, its paragraphs separated by line ends.

    Without an article it is for what followed from the rest, such as new numbers. `position` is the
    place of the reason among those of the amendment, from 1; articles that one reason covers have
    it in common. Rows are written by `governance.record` alone and only added to: what was said to
    the meeting is not said otherwise later.
    """

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="+", verbose_name=_("company")
    )
    amendment = models.ForeignKey(
        Amendment,
        on_delete=models.PROTECT,
        related_name="reasons",
        verbose_name=_("amendment"),
    )
    article = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reasons",
        verbose_name=_("article"),
    )
    position = models.PositiveSmallIntegerField(_("position"))
    body_ja = models.TextField(_("reason in Japanese"), blank=True)
    body_en = models.TextField(_("reason in English"), blank=True)

    class Meta:
        verbose_name = _("reason of an amendment")
        verbose_name_plural = _("reasons of amendments")
        ordering = ("amendment", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                name="amendment_reason_once",
                fields=("amendment", "article"),
                violation_error_message=_("The amendment has a reason for this article already."),
            ),
            CompositeForeignKey(
                name="amendment_reason_of_amendment",
                fields=("amendment", "company"),
                to="governance.Amendment",
                to_fields=("id", "company"),
                violation_error_message=_("The amendment is another company's."),
            ),
            CompositeForeignKey(
                name="amendment_reason_of_article",
                fields=("article", "company"),
                to="governance.Article",
                to_fields=("id", "company"),
                violation_error_message=_("The article is another company's."),
            ),
            models.CheckConstraint(
                name="amendment_reason_says_something",
                condition=~Q(body_ja="") | ~Q(body_en=""),
                violation_error_message=_("A reason has words in at least one language."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amendment} ({self.position})"
