"""Adoption: how amendments, and the first articles, come into the record. Nothing else writes
wordings, but for corrections and the day of effect recorded later.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.models import Amendment, Company, User, Wording
from governance.people import audit
from governance.people.printed_data import tell_printed_data_changed
from governance.people.refused import Refused
from governance.record.adoption import Adoption, ProposedProvision, Words
from governance.record.amendment_plan import AmendmentPlan
from governance.record.article_plan import ArticlePlan
from governance.record.articles_of_day import articles_as_of
from governance.record.interim import interim_wordings
from governance.record.new_rows import (
    placements,
    save_amendment,
    save_articles,
    save_parts,
    save_reasons,
)
from governance.record.new_wordings import new_wording
from governance.record.pending_rows import PendingRows, lock_company
from governance.record.periods import Content
from governance.record.refusal import format_day, wording_name
from governance.record.wordings_of_plan import change_wordings


@transaction.atomic
def adopt(adoption: Adoption, *, by: User) -> Amendment:
    """Enter an adopted amendment: one transaction, all of it or nothing.

    Ends what it changes, writes the new wordings, creates the articles and parts that are new, and
    leaves a line in the audit. Amendments are recorded in the order of their adoption. Raises
    `Refused` with a sentence where the record cannot hold it; who may adopt is the caller's
    question.
    """
    company = lock_company(adoption.amendment.company_id)
    present = _present(adoption, company)
    amendment = save_amendment(adoption.amendment, by=by)
    plan = _plan(adoption, present, amendment, by=by)
    pending = PendingRows(_rows_to_come(company, present, amendment.adopted_on), by=by)
    words = interim_wordings(
        plan, pending.rows, day=amendment.effective_on, languages=company.languages
    )
    change_wordings(pending, plan, amendment, words)
    if pending.is_empty:
        raise Refused(_("The amendment changes nothing in the articles."))
    pending.write()
    article_ids = {key: row.article_id for key, row in {**present, **plan.new}.items()}
    save_reasons(adoption.reasons, article_ids, amendment)
    about = f"{company.code} {amendment.adopted_on:%Y-%m-%d}"
    audit.record("amendment.adopted", by=by, company=company, about=about)
    tell_printed_data_changed(company, by=by)
    return amendment


def _plan(
    adoption: Adoption, present: Mapping[str, Wording], amendment: Amendment, *, by: User
) -> AmendmentPlan:
    """What becomes of each article; the parts and articles that are new are saved."""
    provisions = _without_expired(adoption, present)
    parts = save_parts(adoption.parts, amendment.company, by=by)
    articles = save_articles(provisions, present, parts, by=by)
    placed = placements(provisions, present, parts)
    return AmendmentPlan(
        present=present,
        articles={
            each.key: ArticlePlan(
                present[each.key],
                Content(placed[each.key], each.words),
                each.own_days,
                amendment.adopted_on,
                amendment.effective_on,
            )
            for each in provisions
            if each.key in present
        },
        new={
            each.key: new_wording(each, articles[each.key], placed[each.key], amendment)
            for each in provisions
            if each.key not in present
        },
        deleted=adoption.deleted,
    )


def _present(adoption: Adoption, company: Company) -> dict[str, Wording]:
    """The articles as adopted before, by identity, once it is certain that they are those that the
    amendment was drafted on.
    """
    day = adoption.amendment.adopted_on
    newest = company.amendments.aggregate(newest=Max("adopted_on"))["newest"]
    if newest is not None and newest > day:
        raise Refused(
            _(
                "An amendment adopted on %(newest)s is on record already; one adopted before, on"
                " %(day)s, cannot follow it."
            )
            % {"newest": format_day(newest), "day": format_day(day)}
        )
    present = articles_as_of(company, day)
    drafted_on = {row.pk for row in adoption.base if row.expires_on is None or row.expires_on > day}
    if drafted_on != {row.pk for row in present}:
        raise Refused(
            _(
                "The articles as adopted on %(day)s are not those that this amendment was drafted"
                " on: they have been amended or corrected since. Draft it on the articles of that"
                " day."
            )
            % {"day": format_day(day)}
        )
    _require_every_provision_once(adoption, present)
    return {row.key: row for row in present}


def _require_every_provision_once(adoption: Adoption, present: Sequence[Wording]) -> None:
    keys = [each.key for each in adoption.provisions]
    if len(keys) != len(set(keys)) or not adoption.deleted.keys().isdisjoint(keys):
        raise ValueError("A provision is named twice.")
    if missing := {row.key for row in present} - {*keys, *adoption.deleted}:
        raise ValueError(f"The adoption does not say what becomes of {sorted(missing)}.")


def _without_expired(adoption: Adoption, present: Mapping[str, Wording]) -> list[ProposedProvision]:
    """The provisions without those that have expired since they were drafted on."""
    gone = {row.key: row for row in adoption.base if row.key not in present}
    found = []
    for each in adoption.provisions:
        row = gone.get(each.key)
        if row is None:
            found.append(each)
        elif (each.number, each.branch, each.words) != (row.number, row.branch, Words.of(row)):
            assert row.expires_on is not None  # or it would be among those present
            raise Refused(
                _("%(name)s has expired on %(day)s and can no longer be amended.")
                % {"name": wording_name(row), "day": format_day(row.expires_on)}
            )
    return found


def _rows_to_come(company: Company, present: Mapping[str, Wording], day: date) -> list[Wording]:
    """All wordings with days in force from `day` on; those present as the same objects."""
    same = {row.pk: row for row in present.values()}
    rows = company.wordings.recorded().filter(in_force__overlap=DateRange(day, None))
    return [same.get(row.pk, row) for row in rows.in_document_order().select_related("part")]
