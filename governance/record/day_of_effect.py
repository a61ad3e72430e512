"""The day of effect of an amendment that did not know it when it was adopted, recorded once."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext as _

from governance.models import Amendment, User, Wording
from governance.people import audit
from governance.people.refused import Refused
from governance.record.pending_rows import PendingRows, lock_company
from governance.record.periods import days_until, end_at, periods_of, remaining_period
from governance.record.refusal import format_day, wording_name


@transaction.atomic
def set_day_of_effect(amendment: Amendment, *, on: date, by: User) -> Amendment:
    """Let all of `amendment` whose day of effect is unknown take effect `on` that day.

    What it replaced or deleted is in force until then. Later amendments of the same articles that
    waited for this day have it too, or their own day where that is later. Leaves a line in the
    audit; raises `Refused` with a sentence, and writes nothing, where the day is known already or
    cannot be that one.
    """
    company = lock_company(amendment.company_id)
    amendment = Amendment.objects.get(pk=amendment.pk)
    if on < amendment.adopted_on:
        raise Refused(
            _("An amendment takes effect on the day it is adopted (%(day)s) or later.")
            % {"day": format_day(amendment.adopted_on)}
        )
    affected = Q(amendment=amendment) | Q(ended_by=amendment)
    recorded = company.wordings.recorded()
    rows = list(recorded.in_order_of_adoption().select_related("amendment", "ended_by"))
    pending = PendingRows((row for row in rows if row.in_force), by=by)
    for article in recorded.filter(affected).values_list("article", flat=True).distinct():
        _start(pending, amendment, [row for row in rows if row.article_id == article], on)
    if amendment.effective_on is not None and pending.is_empty:
        raise Refused(
            _("The day of effect is on record already: %(day)s.")
            % {"day": format_day(amendment.effective_on)}
        )
    if amendment.effective_on is None:
        amendment.effective_on = on
        audit.set_history_user(amendment, by=by)
        amendment.save(update_fields=["effective_on"])
    pending.write()
    about = f"{company.code} {amendment.adopted_on:%Y-%m-%d}"
    audit.record("amendment.start_set", by=by, company=company, about=about)
    return amendment


def _start(pending: PendingRows, amendment: Amendment, rows: Sequence[Wording], on: date) -> None:
    """The same for one article; `rows` are its wordings in order of adoption."""
    waiting = [row for row in rows if row.in_force is None]
    made = [row for row in rows if row.amendment_id == amendment.pk]
    own = [row for row in waiting if row.amendment_id == amendment.pk]
    if made and not own:
        # All of it had days of its own.
        return
    earlier = waiting[: waiting.index(own[0])] if own else waiting
    if earlier:
        raise Refused(
            _(
                "The day on which %(name)s, as adopted on %(day)s, takes effect is not known."
                " Record that day first."
            )
            % {"name": wording_name(earlier[0]), "day": format_day(earlier[0].adopted_on)}
        )
    if not own and not any(_is_open(row) for row in rows if row.ended_by_id == amendment.pk):
        # Deleted on a day of its own.
        return
    periods = end_at(periods_of(rows), on)
    for row in rows:
        if row.in_force:
            pending.shorten(row, remaining_period(row, periods))
    later: list[Wording] = []
    starts = [on]
    for row in waiting[len(own) :]:
        if row.amendment.effective_on is None:
            # What follows waits for that day too.
            break
        later.append(row)
        starts.append(max(starts[-1], row.amendment.effective_on))
    for row, start, end in zip([*own, *later], starts, [*starts[1:], None], strict=False):
        pending.set_days(row, days_until(start, end or _deleted_on(row, rows), row.expires_on))


def _is_open(row: Wording) -> bool:
    days: DateRange | None = row.in_force
    return days is not None and not days.isempty and days.upper in (None, row.expires_on)


def _deleted_on(row: Wording, rows: Sequence[Wording]) -> date | None:
    """The day on which a later amendment deletes it, where that day is known."""
    by = row.ended_by
    if by is None or any(each.amendment_id == by.pk for each in rows):
        return None
    return by.effective_on
