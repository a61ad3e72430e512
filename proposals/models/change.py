"""Changes: the operations of a proposal, each on one article or chapter heading."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models import Article, Company, InTwoLanguages, Part, Wording
from governance.models.history import History
from governance.models.wording import LONGEST_BODY, LONGEST_CAPTION
from governance.text.tree.keys import ChangeKey
from governance.text.typed_text import LONGEST_PART_TITLE
from proposals.models.change_constraints import CONSTRAINTS, WORDING
from proposals.models.proposal import Proposal
from proposals.models.reason import Reason


class Operation(models.TextChoices):
    INSERT = "insert", _("Insert")
    REPLACE = "replace", _("Amend")
    DELETE = "delete", _("Delete")
    MOVE = "move", _("Move")


class NumberingChoice(models.TextChoices):
    """How numbers make way for an insertion, or what becomes of the number of a deletion."""

    RENUMBER = "renumber", _("Renumber what follows")
    BRANCH = "branch", _("Give it a branch number")
    KEEP = "keep", _("Keep its number, marked as deleted")


class Change(InTwoLanguages):
    """One operation of a proposal.

    - insert: an article or chapter heading after its anchor: an article, the start of a part,
      another inserting change, or the start of a new supplementary part;
    - replace: `target` where it stands: its caption and body (NULL keeps what stands, an empty
      caption removes it), or the day on which it expires;
    - move: `target` to after its anchor, with new words or a day of expiry where it has any;
    - delete: `target`, its number given up or kept (`numbering`).

    A provision has one change: an amended one that is moved besides is a move with words.

    A chapter heading's title is its caption. `citation_targets` tells what each citation in the
    typed wording meant when it was typed (see `governance.text.citations.typed_targets`);
    `over_wording` is the wording of `target` that stood when the change was written or last kept;
    `effective_on` and `expires_on` stand where this change's days are not the proposal's.
    """

    Operation = Operation
    Numbering = NumberingChoice

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="changes", verbose_name=_("proposal")
    )
    # Repeated from the proposal and filled in when saved: composite foreign keys hold target and
    # anchors to it.
    company = models.ForeignKey(
        Company,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("company"),
    )
    operation = models.CharField(_("operation"), max_length=20, choices=Operation)
    kind = models.CharField(
        _("kind"), max_length=20, choices=Article.Kind, default=Article.Kind.ARTICLE
    )
    target = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("article"),
    )
    over_wording = models.ForeignKey(
        Wording,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written over the wording"),
    )
    anchor_article = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("after the article"),
    )
    anchor_part = models.ForeignKey(
        Part,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("at the start of the part"),
    )
    anchor_change = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followers",
        verbose_name=_("after the inserted"),
    )
    new_part = models.BooleanField(_("in a new supplementary part"), default=False)
    new_part_title_ja = models.CharField(
        _("title of the new part in Japanese"), max_length=LONGEST_PART_TITLE, blank=True
    )
    new_part_title_en = models.CharField(
        _("title of the new part in English"), max_length=LONGEST_PART_TITLE, blank=True
    )
    position = models.PositiveIntegerField(
        _("position"), default=0, help_text=_("Orders what is inserted after the same anchor.")
    )
    caption_ja = models.CharField(
        _("caption in Japanese"), max_length=LONGEST_CAPTION, null=True, blank=True
    )
    caption_en = models.CharField(
        _("caption in English"), max_length=LONGEST_CAPTION, null=True, blank=True
    )
    body_ja = models.TextField(
        _("body in Japanese"), max_length=LONGEST_BODY, null=True, blank=True
    )
    body_en = models.TextField(_("body in English"), max_length=LONGEST_BODY, null=True, blank=True)
    numbering = models.CharField(
        _("numbering"), max_length=20, choices=NumberingChoice, default=NumberingChoice.RENUMBER
    )
    citation_targets = models.JSONField(
        _("what the citations meant"), default=dict, blank=True, editable=False
    )
    effective_on = models.DateField(_("effective date"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    reason = models.ForeignKey(
        Reason,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("reason"),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("proposal", "position", "pk")
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return f"{self.get_operation_display()} {self.get_kind_display()} {self.key}"

    @property
    def key(self) -> str:
        """The identity of what it inserts, in the values of `governance.text`."""
        return str(ChangeKey(self.pk))

    @property
    def gives_words(self) -> bool:
        """Whether it has words of its own in any language."""
        return any(getattr(self, name) is not None for name in WORDING)

    def clean_fields(self, exclude: Any = None) -> None:
        self._take_company()
        super().clean_fields(exclude=exclude)

    def save(self, **options: Any) -> None:
        self._take_company()
        super().save(**options)

    def _take_company(self) -> None:
        if not self.company_id and self.proposal_id:
            self.company_id = self.proposal.company_id
