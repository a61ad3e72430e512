"""Adoption: how amendments, and the first articles, come into the record. Nothing else writes
wordings, but for corrections and the day of effect recorded later.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.models import Amendment, Article, Company, User, Wording
from governance.models.violations import validation_text
from governance.people import audit
from governance.people.refused import Refused
from governance.record import article_plan
from governance.record.adoption import Adoption, ProposedProvision, Words
from governance.record.article_plan import ArticlePlan
from governance.record.articles_of_day import articles_as_of
from governance.record.interim import interim_wordings
from governance.record.new_rows import (
    number_and_position,
    proposed_name,
    save_amendment,
    save_articles,
    save_parts,
    save_reasons,
)
from governance.record.pending_rows import PendingRows, lock_company
from governance.record.periods import Content, Position, periods_of, remaining_period
from governance.record.refusal import format_day, wording_name


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
    provisions = _those_still_there(adoption, present)
    all_parts = save_parts(adoption.parts, company, by=by)
    made = save_articles(provisions, present, all_parts, company, by=by)
    placed = number_and_position(provisions, present, all_parts)
    targets = {
        each.key: ArticlePlan(
            present[each.key],
            Content(placed[each.key], each.words),
            each.own,
            amendment.adopted_on,
            amendment.effective_on,
        )
        for each in provisions
        if each.key in present
    }
    new = [
        _new(each, made[each.key], placed[each.key], amendment)
        for each in provisions
        if each.key not in present
    ]
    work = PendingRows(_alive(company, present, amendment.adopted_on), by=by)
    words = interim_wordings(
        targets,
        new,
        adoption.ended,
        [row for rows in work.alive.values() for row in rows],
        present=list(present.values()),
        day=amendment.effective_on,
        languages=company.languages,
    )
    for key, own_day in adoption.ended.items():
        _delete(work, present[key], own_day, amendment)
    for target in targets.values():
        _amend(work, target, amendment, words)
    for row in new:
        work.add(row)
    if work.is_empty:
        raise Refused(_("The amendment changes nothing in the articles."))
    for row in work.new:
        _clean(row)
    work.write()
    here = {key: row.article_id for key, row in present.items()}
    new_ids = {key: row.pk for key, row in made.items()}
    save_reasons(adoption.reasons, here | new_ids, amendment)
    about = f"{company.code} {amendment.adopted_on:%Y-%m-%d}"
    audit.record("amendment.adopted", by=by, company=company, about=about)
    return amendment


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
    keys = [each.key for each in adoption.provisions]
    if len(keys) != len(set(keys)) or not adoption.ended.keys().isdisjoint(keys):
        raise ValueError("A provision is named twice.")
    if unsaid := {row.key for row in present} - {*keys, *adoption.ended}:
        raise ValueError(f"Nothing is said of {sorted(unsaid)}.")
    return {row.key: row for row in present}


def _those_still_there(
    adoption: Adoption, present: Mapping[str, Wording]
) -> list[ProposedProvision]:
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


def _alive(company: Company, present: Mapping[str, Wording], day: date) -> list[Wording]:
    """All wordings with days in force from `day` on; those present as the same objects."""
    same = {row.pk: row for row in present.values()}
    rows = company.wordings.recorded().filter(in_force__overlap=DateRange(day, None))
    return [same.get(row.pk, row) for row in rows.in_document_order().select_related("part")]


def _new(
    each: ProposedProvision, article: Article, place: Position, amendment: Amendment
) -> Wording:
    """The first wording of a new article, its days known as far as they are."""
    days = article_plan.plan_insertion(
        proposed_name(each),
        each.own,
        effective_on=amendment.effective_on,
        adopted_on=amendment.adopted_on,
    )
    row = Wording(article=article, part=article.part, kind=article.kind)
    return _made(row, amendment, Content(place, each.words), days, each.own.expires_on)


def _next(
    now: Wording,
    amendment: Amendment,
    content: Content,
    days: DateRange | None,
    expires_on: date | None,
) -> Wording:
    """Another wording of the same article."""
    row = Wording(article_id=now.article_id, part=now.part, kind=now.kind)
    return _made(row, amendment, content, days, expires_on)


def _made(
    row: Wording,
    amendment: Amendment,
    content: Content,
    days: DateRange | None,
    expires_on: date | None,
) -> Wording:
    row.company = amendment.company
    row.amendment, row.adopted_on = amendment, amendment.adopted_on
    row.in_force, row.expires_on = days, expires_on
    place = content.place
    row.number, row.branch, row.position = place.number, place.branch, place.position
    for name, text in asdict(content.words).items():
        setattr(row, name, text)
    return row


def _delete(work: PendingRows, now: Wording, own_day: date | None, amendment: Amendment) -> None:
    rows = list(work.alive[now.article_id])
    life = article_plan.plan_deletion(now, own_day, amendment.effective_on, periods_of(rows))
    for row in rows:
        work.leave(row, remaining_period(row, life))
    work.end(now, amendment)


def _amend(
    work: PendingRows, target: ArticlePlan, amendment: Amendment, words: Mapping[int, Words]
) -> None:
    now = target.now
    rows = list(work.alive[now.article_id])
    after = article_plan.plan_amendment(target, periods_of(rows), words)
    life = after.life
    for row in rows:
        work.leave(row, remaining_period(row, life))
    if target.is_other:
        work.end(now, amendment)
        if after.days is not None and not after.days.isempty:
            life = life[:-1]
        work.add(_next(now, amendment, target.content, after.days, target.expires_on))
    for stretch in life:
        if stretch.row is None:
            # In force for a while although it is not as adopted: made and ended by one amendment.
            row = _next(now, amendment, stretch.content, stretch.days, stretch.expires_on)
            row.ended_by, row.ended_on = amendment, amendment.adopted_on
            work.add(row)


def _clean(row: Wording) -> None:
    related = [field.name for field in row._meta.fields if field.is_relation]
    try:
        row.clean_fields(exclude=[*related, "in_force", "as_adopted"])
    except ValidationError as error:
        raise Refused(f"{wording_name(row)}: {validation_text(error)}") from error
