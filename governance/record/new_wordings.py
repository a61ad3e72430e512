"""The wordings that an adoption makes, not yet saved."""

from dataclasses import asdict
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from governance.models import Amendment, Article, Wording
from governance.record.adoption import ProposedProvision
from governance.record.article_plan import plan_insertion
from governance.record.new_rows import proposed_name
from governance.record.periods import Content, Placement


def new_wording(
    provision: ProposedProvision, article: Article, placement: Placement, amendment: Amendment
) -> Wording:
    """The first wording of a new article, its days known as far as they are."""
    days = plan_insertion(
        proposed_name(provision),
        provision.own_days,
        effective_on=amendment.effective_on,
        adopted_on=amendment.adopted_on,
    )
    row = Wording(article=article, part=article.part, kind=article.kind)
    return _filled(
        row, amendment, Content(placement, provision.words), days, provision.own_days.expires_on
    )


def next_wording(
    wording: Wording,
    amendment: Amendment,
    content: Content,
    days: DateRange | None,
    expires_on: date | None,
) -> Wording:
    """Another wording of the same article."""
    row = Wording(article_id=wording.article_id, part=wording.part, kind=wording.kind)
    return _filled(row, amendment, content, days, expires_on)


def _filled(
    row: Wording,
    amendment: Amendment,
    content: Content,
    days: DateRange | None,
    expires_on: date | None,
) -> Wording:
    row.company = amendment.company
    row.amendment, row.adopted_on = amendment, amendment.adopted_on
    row.in_force, row.expires_on = days, expires_on
    placement = content.placement
    row.number, row.branch, row.position = placement.number, placement.branch, placement.position
    for name, text in asdict(content.words).items():
        setattr(row, name, text)
    return row
