"""What the database holds about a change, whatever writes it."""

from django.db import models
from django.db.models import BaseConstraint, Case, F, Func, IntegerField, Q, Value, When
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from governance.models import Article
from governance.models.constraints import CompositeForeignKey, DatesInOrder
from governance.models.wording_constraints import EXPIRES_TOO_EARLY


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

CONSTRAINTS: list[BaseConstraint] = [
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
        violation_error_message=_("The proposal amends, deletes or moves this article already."),
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
            Q(anchor_article__isnull=True) | Q(target__isnull=True) | ~Q(anchor_article=F("target"))
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
        condition=(~Q(operation="replace") | ~_is_null(*WORDING) | Q(expires_on__isnull=False))
        & (
            ~Q(operation__in=("replace", "move"))
            | ((_is_null("body_ja") | ~Q(body_ja="")) & (_is_null("body_en") | ~Q(body_en="")))
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
        condition=~Q(operation="delete") | _is_null(*WORDING),
        violation_error_message=_("What is deleted is given no wording."),
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
        condition=Q(expires_on__isnull=True) | ~Q(operation="delete"),
        violation_error_message=_("What is deleted does not expire."),
    ),
    DatesInOrder(
        name="change_effective_then_expires",
        earlier="effective_on",
        later="expires_on",
        strictly=True,
        violation_error_message=EXPIRES_TOO_EARLY,
    ),
]
