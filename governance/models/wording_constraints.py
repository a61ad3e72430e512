"""What holds for every wording of the record, and the sentence that says so where one does not."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Q
from django.utils.translation import gettext_lazy as _

from governance.models.constraints import CompositeForeignKey, DatesInOrder

EXPIRES_TOO_EARLY = _("A provision expires after the day it takes effect, not on it or before.")
RECORDED = Q(superseded_at__isnull=True)


def expires_too_early(takes_effect: date | None, expires: date | None) -> bool:
    """Whether both days are known and `EXPIRES_TOO_EARLY` is to be said of them."""
    return takes_effect is not None and expires is not None and expires <= takes_effect


CONSTRAINTS: tuple[models.BaseConstraint, ...] = (
    CompositeForeignKey(
        name="wording_of_its_article",
        fields=("article", "company", "part", "kind"),
        to="governance.Article",
        to_fields=("id", "company", "part", "kind"),
        violation_error_message=_("Company, part and kind are not those of the article."),
    ),
    CompositeForeignKey(
        name="wording_made_by_amendment",
        fields=("amendment", "company", "adopted_on"),
        to="governance.Amendment",
        to_fields=("id", "company", "adopted_on"),
        violation_error_message=_("Company and day of adoption are not those of the amendment."),
    ),
    CompositeForeignKey(
        name="wording_ended_by_amendment",
        fields=("ended_by", "company", "ended_on"),
        to="governance.Amendment",
        to_fields=("id", "company", "adopted_on"),
        violation_error_message=_(
            "Company and day of the end are not those of the ending amendment."
        ),
    ),
    # The target of the key below.
    models.UniqueConstraint(name="wording_article", fields=("id", "article")),
    CompositeForeignKey(
        name="wording_corrects_its_article",
        fields=("corrects", "article"),
        to="governance.Wording",
        to_fields=("id", "article"),
        violation_error_message=_("What is corrected is another article's."),
    ),
    ExclusionConstraint(
        name="wording_one_in_force",
        expressions=[
            ("article", RangeOperators.EQUAL),
            ("in_force", RangeOperators.OVERLAPS),
        ],
        condition=RECORDED,
        deferrable=Deferrable.IMMEDIATE,
        violation_error_message=_(
            "The article has another wording in force on some of these days."
        ),
    ),
    ExclusionConstraint(
        name="wording_one_as_adopted",
        expressions=[
            ("article", RangeOperators.EQUAL),
            ("as_adopted", RangeOperators.OVERLAPS),
        ],
        condition=RECORDED,
        deferrable=Deferrable.IMMEDIATE,
        violation_error_message=_(
            "The article has another wording, as adopted, on some of these days."
        ),
    ),
    ExclusionConstraint(
        name="wording_number_once_in_force",
        expressions=[
            ("part", RangeOperators.EQUAL),
            ("kind", RangeOperators.EQUAL),
            ("number", RangeOperators.EQUAL),
            ("branch", RangeOperators.EQUAL),
            ("in_force", RangeOperators.OVERLAPS),
        ],
        condition=RECORDED,
        deferrable=Deferrable.IMMEDIATE,
        violation_error_message=_(
            "Another article has this number in force on some of these days."
        ),
    ),
    ExclusionConstraint(
        name="wording_number_once_as_adopted",
        expressions=[
            ("part", RangeOperators.EQUAL),
            ("kind", RangeOperators.EQUAL),
            ("number", RangeOperators.EQUAL),
            ("branch", RangeOperators.EQUAL),
            ("as_adopted", RangeOperators.OVERLAPS),
        ],
        condition=RECORDED,
        deferrable=Deferrable.IMMEDIATE,
        violation_error_message=_(
            "Another article has this number, as adopted, on some of these days."
        ),
    ),
    # Two articles at one place would be printed in an order that nobody decided.
    ExclusionConstraint(
        name="wording_position_once_as_adopted",
        expressions=[
            ("part", RangeOperators.EQUAL),
            ("position", RangeOperators.EQUAL),
            ("as_adopted", RangeOperators.OVERLAPS),
        ],
        condition=RECORDED,
        deferrable=Deferrable.IMMEDIATE,
        violation_error_message=_("Another article stands at this position on some of these days."),
    ),
    models.CheckConstraint(
        name="wording_number",
        condition=Q(number__isnull=False, number__gte=1) | Q(number__isnull=True, branch=0),
        violation_error_message=_("Numbers count from 1; a branch number needs a number."),
    ),
    models.CheckConstraint(
        name="wording_branch",
        # The first branch of Article 9 is Article 9-2 (第9条の2).
        condition=Q(branch=0) | Q(branch__gte=2),
        violation_error_message=_("Branch numbers count from 2."),
    ),
    models.CheckConstraint(
        name="wording_says_something",
        condition=(Q(kind="article") & (~Q(body_ja="") | ~Q(body_en="")))
        | (Q(kind="chapter", body_ja="", body_en="") & (~Q(caption_ja="") | ~Q(caption_en=""))),
        violation_error_message=_(
            "An article has a body in at least one language;"
            " a chapter heading has a caption and no body."
        ),
    ),
    models.CheckConstraint(
        name="wording_ended_wholly",
        condition=Q(ended_by__isnull=True, ended_on__isnull=True)
        | Q(ended_by__isnull=False, ended_on__isnull=False),
        violation_error_message=_("An ended wording names the ending amendment and its day."),
    ),
    DatesInOrder(
        name="wording_adopted_then_ended",
        earlier="adopted_on",
        later="ended_on",
        violation_error_message=_("A wording is ended on the day of its adoption or later."),
    ),
    DatesInOrder(
        name="wording_adopted_then_expires",
        earlier="adopted_on",
        later="expires_on",
        strictly=True,
        violation_error_message=EXPIRES_TOO_EARLY,
    ),
    models.CheckConstraint(
        name="wording_in_force_from_adoption",
        condition=Q(in_force__isnull=True)
        | Q(in_force__isempty=True)
        | Q(in_force__lower_inf=False, in_force__startswith__gte=F("adopted_on")),
        violation_error_message=_("A wording is in force from the day of its adoption or later."),
    ),
    models.CheckConstraint(
        name="wording_in_force_until_expiry",
        condition=Q(in_force__isnull=True)
        | Q(in_force__isempty=True)
        | Q(expires_on__isnull=True)
        | Q(in_force__upper_inf=False, in_force__endswith__lte=F("expires_on")),
        violation_error_message=_("A wording that expires is in force until that day at most."),
    ),
    models.CheckConstraint(
        name="wording_superseded_wholly",
        condition=Q(superseded_at__isnull=True, superseded_by__isnull=True, superseded_why="")
        | (Q(superseded_at__isnull=False, superseded_by__isnull=False) & ~Q(superseded_why="")),
        violation_error_message=_("A superseded row says by whom, when and why."),
    ),
)
