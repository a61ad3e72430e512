"""The wordings that an amendment ends, shortens and makes, by its plan."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError

from governance.models import Amendment, Wording
from governance.models.violations import labelled, validation_text
from governance.people.refused import Refused
from governance.record.adoption import Words
from governance.record.amendment_plan import AmendmentPlan
from governance.record.article_plan import ArticlePlan, plan_amendment, plan_deletion
from governance.record.new_wordings import next_wording
from governance.record.pending_rows import PendingRows
from governance.record.periods import periods_of, remaining_period
from governance.record.refusal import wording_name


def change_wordings(
    pending: PendingRows,
    plan: AmendmentPlan,
    amendment: Amendment,
    interim_words: Mapping[int, Words],
) -> None:
    """Gather in `pending` what the plan makes of the wordings.

    `interim_words` has, by row, what it says once its references are brought to the new numbers.
    Raises `Refused`.
    """
    for key, own_day in plan.deleted.items():
        _delete(pending, plan.present[key], own_day, amendment)
    for article in plan.articles.values():
        _amend(pending, article, amendment, interim_words)
    for row in plan.new.values():
        pending.add(row)
    for row in pending.new:
        _require_clean(row)


def _delete(
    pending: PendingRows, wording: Wording, own_day: date | None, amendment: Amendment
) -> None:
    rows = pending.of_article(wording)
    periods = plan_deletion(wording, own_day, amendment.effective_on, periods_of(rows))
    for row in rows:
        pending.shorten(row, remaining_period(row, periods))
    pending.end(wording, amendment)


def _amend(
    pending: PendingRows,
    article: ArticlePlan,
    amendment: Amendment,
    interim_words: Mapping[int, Words],
) -> None:
    wording = article.wording
    rows = pending.of_article(wording)
    after = plan_amendment(article, periods_of(rows), interim_words)
    periods = after.periods
    for row in rows:
        pending.shorten(row, remaining_period(row, periods))
    if article.needs_new_wording:
        pending.end(wording, amendment)
        if after.days is not None and not after.days.isempty:
            periods = periods[:-1]
        pending.add(
            next_wording(wording, amendment, article.content, after.days, article.expires_on)
        )
    for period in periods:
        if period.row is None:
            # In force for a while although it is not as adopted: made and ended by one amendment.
            row = next_wording(wording, amendment, period.content, period.days, period.expires_on)
            row.ended_by, row.ended_on = amendment, amendment.adopted_on
            pending.add(row)


def _require_clean(row: Wording) -> None:
    related = [field.name for field in row._meta.fields if field.is_relation]
    try:
        row.clean_fields(exclude=[*related, "in_force", "as_adopted"])
    except ValidationError as error:
        raise Refused(labelled(wording_name(row), validation_text(error))) from error
