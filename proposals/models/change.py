"""Changes: the operations of a proposal, each on one article or chapter heading."""

from typing import Any, Self

from django.db import models
from django.db.models import Case, F, Func, IntegerField, Q, Value, When
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from governance.models import Article, Company, InTwoLanguages, Part
from governance.models.constraints import CompositeForeignKey, DatesInOrder
from governance.models.history import History
from governance.models.wording import EXPIRES_TOO_EARLY, LONGEST_BODY, LONGEST_CAPTION
from governance.text.tree.keys import ChangeKey
from governance.text.typed_text import LONGEST_PART_TITLE
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


def _has_text(field: str) -> Q:
    # Spelled out: a comparison with NULL is neither true nor false, and a check lets that pass.
    return Q(**{f"{field}__isnull": False}) & ~Q(**{field: ""})


def _is_null(*fields: str) -> Q:
    return Q(**{f"{field}__isnull": True for field in fields})


WORDING = ("caption_ja", "caption_en", "body_ja", "body_en")
NO_ANCHOR = _is_null("anchor_article", "anchor_part", "anchor_change") & Q(new_part=False)
ONE_ANCHOR = Exact(
    Func(
        F("anchor_article"),
        F("anchor_part"),
        F("anchor_change"),
        Case(When(new_part=True, then=Value(1)), output_field=IntegerField()),
        function="num_nonnulls",
        output_field=IntegerField(),
    ),
    1,
)


class ChangeQuerySet(models.QuerySet["Change"]):
    def in_order(self) -> Self:
        """Siblings of one anchor in the order that was decided for them."""
        return self.order_by("position", "pk")


class Change(InTwoLanguages):
    """One operation of a proposal.

    - insert: an article or chapter heading after its anchor: an article, the start of a part,
      another inserting change, or the start of a new supplementary part;
    - replace: the caption and body of `target`; NULL keeps what stands, an empty caption removes
      it;
    - delete: `target`, its number given up or kept (`numbering`);
    - move: `target` to after its anchor.

    A chapter heading's title is its caption. `citation_targets` tells what each citation in the
    typed wording meant when it was typed, `{address: key}`; `effective_on` and `expires_on` stand
    where this change's days are not the proposal's.
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
    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("proposal", "position", "pk")
        constraints = [
            models.UniqueConstraint(name="change_proposal", fields=("id", "proposal")),
            CompositeForeignKey(
                name="change_company_of_proposal",
                fields=("proposal", "company"),
                to="proposals.Proposal",
                to_fields=("id", "company"),
                violation_error_message=_("The proposal is another company's."),
            ),
            CompositeForeignKey(
                name="change_target_of_company",
                fields=("target", "company", "kind"),
                to="governance.Article",
                to_fields=("id", "company", "kind"),
                violation_error_message=_("The article is another company's or of another kind."),
            ),
            CompositeForeignKey(
                name="change_anchor_article_of_company",
                fields=("anchor_article", "company"),
                to="governance.Article",
                to_fields=("id", "company"),
                violation_error_message=_("The article before it is another company's."),
            ),
            CompositeForeignKey(
                name="change_anchor_part_of_company",
                fields=("anchor_part", "company"),
                to="governance.Part",
                to_fields=("id", "company"),
                violation_error_message=_("The part is another company's."),
            ),
            CompositeForeignKey(
                name="change_anchor_change_of_proposal",
                fields=("anchor_change", "proposal"),
                to="proposals.Change",
                to_fields=("id", "proposal"),
                violation_error_message=_("The change before it is another proposal's."),
            ),
            CompositeForeignKey(
                name="change_reason_of_proposal",
                fields=("reason", "proposal"),
                to="proposals.Reason",
                to_fields=("id", "proposal"),
                violation_error_message=_("The reason is another proposal's."),
            ),
            models.UniqueConstraint(
                # Only replace, delete and move have a target.
                name="change_target_once",
                fields=("proposal", "target"),
                violation_error_message=_(
                    "The proposal amends, deletes or moves this article already."
                ),
            ),
            models.CheckConstraint(name="change_kind", condition=Q(kind__in=Article.Kind.values)),
            # It follows that the operation is one of the four.
            models.CheckConstraint(
                name="change_target",
                condition=Q(operation="insert", target__isnull=True)
                | Q(operation__in=("replace", "delete", "move"), target__isnull=False),
                violation_error_message=_(
                    "What is amended, deleted or moved is an article; what is inserted is none yet."
                ),
            ),
            models.CheckConstraint(
                name="change_anchor",
                condition=(Q(operation="insert") & ONE_ANCHOR)
                | (Q(operation="move", new_part=False) & ONE_ANCHOR)
                | (Q(operation__in=("replace", "delete")) & NO_ANCHOR),
                violation_error_message=_(
                    "What is inserted or moved stands after exactly one thing;"
                    " what is amended or deleted stays where it is."
                ),
            ),
            models.CheckConstraint(
                name="change_not_after_itself",
                condition=(Q(anchor_change__isnull=True) | ~Q(anchor_change=F("id")))
                & (
                    Q(anchor_article__isnull=True)
                    | Q(target__isnull=True)
                    | ~Q(anchor_article=F("target"))
                ),
                violation_error_message=_("Nothing can stand after itself."),
            ),
            models.CheckConstraint(
                name="change_new_part",
                condition=Q(new_part=True) | Q(new_part_title_ja="", new_part_title_en=""),
                violation_error_message=_("Only a new part is given a title."),
            ),
            models.CheckConstraint(
                name="change_numbering",
                condition=Q(numbering="renumber")
                | Q(operation="insert", numbering="branch")
                | Q(operation="delete", numbering="keep"),
                violation_error_message=_(
                    "Only what is inserted can take a branch number;"
                    " only what is deleted can keep its number."
                ),
            ),
            models.CheckConstraint(
                name="change_words_of_insert",
                condition=~Q(operation="insert")
                | (Q(kind="article") & (_has_text("body_ja") | _has_text("body_en")))
                | (Q(kind="chapter") & (_has_text("caption_ja") | _has_text("caption_en"))),
                violation_error_message=_("Write the wording of what is inserted."),
            ),
            models.CheckConstraint(
                name="change_words_of_replace",
                condition=~Q(operation="replace")
                | (
                    ~_is_null(*WORDING)
                    & (_is_null("body_ja") | ~Q(body_ja=""))
                    & (_is_null("body_en") | ~Q(body_en=""))
                ),
                violation_error_message=_(
                    "An amended article says something new, and its body is never empty."
                ),
            ),
            models.CheckConstraint(
                name="change_words_of_chapter",
                condition=~Q(kind="chapter") | (~_has_text("body_ja") & ~_has_text("body_en")),
                violation_error_message=_("A chapter heading has a title and no body."),
            ),
            models.CheckConstraint(
                name="change_words_of_others",
                condition=Q(operation__in=("insert", "replace")) | _is_null(*WORDING),
                violation_error_message=_("What is deleted or moved keeps its wording."),
            ),
            models.CheckConstraint(
                name="change_citation_targets",
                condition=Exact(
                    Func(
                        F("citation_targets"),
                        function="jsonb_typeof",
                        output_field=models.TextField(),
                    ),
                    Value("object"),
                ),
            ),
            models.CheckConstraint(
                name="change_expiry",
                condition=Q(expires_on__isnull=True) | Q(operation__in=("insert", "replace")),
                violation_error_message=_("Only new wording expires."),
            ),
            DatesInOrder(
                name="change_effective_then_expires",
                earlier="effective_on",
                later="expires_on",
                strictly=True,
                violation_error_message=EXPIRES_TOO_EARLY,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_operation_display()} {self.get_kind_display()} {self.key}"

    @property
    def key(self) -> str:
        """The identity of what it inserts, in the values of `governance.text`."""
        return str(ChangeKey(self.pk))

    def clean_fields(self, exclude: Any = None) -> None:
        self._take_company()
        super().clean_fields(exclude=exclude)

    def save(self, **options: Any) -> None:
        self._take_company()
        super().save(**options)

    def _take_company(self) -> None:
        if not self.company_id and self.proposal_id:
            self.company_id = self.proposal.company_id
