"""What people say about a draft to each other while it is drafted and reviewed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.models.constraints import CompositeForeignKey
from governance.models.languages import ArticlesLanguage
from proposals.models.proposal import Proposal

LONGEST_COMMENT_TEXT = 10_000
"""In characters."""


class CommentAct(models.TextChoices):
    """What an answer does to the comment that it answers."""

    RESOLVED = "resolved", pgettext_lazy("comment", "Resolved")
    REOPENED = "reopened", pgettext_lazy("comment", "Reopened")
    TAKEN = "taken", _("Suggestion taken over")


class QuotedSide(models.TextChoices):
    """Of which articles the quoted words are."""

    PRESENT = "present", _("Present articles")
    PROPOSED = "proposed", _("Proposed articles")


class Comment(models.Model):
    """A comment on a proposal, or an answer to one, which may resolve or reopen it (`act`).

    `about` is the identity of what it is about: a provision ("a12", "c7"), a reason ("reason:3"), a
    day of the schedule ("day:announced_on"), or the whole proposal (""). It may quote `words` of
    the articles on `side` in `language`, and suggest others in their place, in the numbers of
    `numbers_version`. `wording` is what stood there in that language when it was written.

    Rows are written by `proposals.commenting` and only added to: the database refuses to change or
    delete one, or to truncate the table.
    """

    Act = CommentAct
    Side = QuotedSide

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="comments", verbose_name=_("proposal")
    )
    answer_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("answer to"),
    )
    act = models.CharField(_("act"), max_length=10, choices=CommentAct, blank=True)
    about = models.CharField(_("about"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=ArticlesLanguage, blank=True)
    side = models.CharField(_("side"), max_length=10, choices=QuotedSide, blank=True)
    words = models.TextField(_("quoted words"), blank=True)
    suggestion = models.TextField(_("suggested wording"), blank=True)
    wording = models.TextField(_("wording when it was written"), blank=True)
    numbers_version = models.CharField(_("digest of the numbers"), max_length=64, blank=True)
    text = models.TextField(_("comment"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ("proposal", "pk")
        constraints = [
            # The target of a composite foreign key: an answer is about the same proposal.
            models.UniqueConstraint(name="comment_proposal", fields=("id", "proposal")),
            CompositeForeignKey(
                name="comment_answers_of_proposal",
                fields=("answer_to", "proposal"),
                to="proposals.Comment",
                to_fields=("id", "proposal"),
            ),
            models.CheckConstraint(
                name="comment_answer_quotes_nothing",
                condition=Q(answer_to__isnull=True)
                | Q(about="", language="", side="", words="", suggestion="", wording=""),
            ),
            models.CheckConstraint(
                name="comment_act_of_answer",
                condition=Q(act="") | Q(act__in=CommentAct.values, answer_to__isnull=False),
            ),
            models.CheckConstraint(
                name="comment_says_something",
                condition=~Q(text="") | ~Q(act="") | ~Q(suggestion=""),
            ),
            models.CheckConstraint(
                name="comment_suggestion_for_words",
                condition=Q(suggestion="") | (~Q(words="") & Q(side=QuotedSide.PROPOSED)),
            ),
            models.CheckConstraint(
                name="comment_language",
                condition=Q(language__in=["", *ArticlesLanguage.values]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}: {self.text[:60]}"
