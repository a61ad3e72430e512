"""The rows that one act writes, gathered first and then written together or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from governance.models import Amendment, Company, User, Wording
from governance.models.violations import constraint_text
from governance.people.refused import Refused
from governance.record.refusal import format_day, wording_name

ENDS = ("ended_by", "ended_on", "in_force")
SUPERSEDED = ("superseded_at", "superseded_by", "superseded_why")


def lock_company(company_id: int) -> Company:
    """The company, its record closed to other writers until the transaction ends."""
    return Company.objects.select_for_update(no_key=True).get(pk=company_id)


def unsaved_copy(row: Wording) -> Wording:
    """The same row, not yet saved, to be entered in the place of `row`."""
    fields = [field for field in Wording._meta.concrete_fields if not field.generated]
    values = {field.attname: getattr(row, field.attname) for field in fields}
    return Wording(**(values | {"id": None, "corrects_id": row.pk}))


class PendingRows:
    """What is to become of the wordings of a company. `rows` are those that have days to come."""

    def __init__(self, rows: Iterable[Wording], *, by: User) -> None:
        self.by = by
        self._by_article: dict[int, list[Wording]] = defaultdict(list)
        for row in rows:
            self._by_article[row.article_id].append(row)
        self.changed_days: dict[int, Wording] = {}
        self.superseded: dict[int, Wording] = {}
        self.new: list[Wording] = []

    @property
    def rows(self) -> list[Wording]:
        """The wordings that have days to come, as they shall be."""
        return [row for rows in self._by_article.values() for row in rows]

    def of_article(self, wording: Wording) -> list[Wording]:
        """Those of the article of `wording`, as they are at this moment."""
        return list(self._by_article[wording.article_id])

    @property
    def is_empty(self) -> bool:
        return not (self.changed_days or self.superseded or self.new)

    def end(self, row: Wording, by: Amendment) -> None:
        """It is no longer as adopted from the day on which that amendment was."""
        row.ended_by, row.ended_on = by, by.adopted_on
        self.changed_days[row.pk] = row

    def shorten(self, row: Wording, days: DateRange) -> None:
        """Of the days that it is in force, leave it these.

        An end that an earlier adoption has set cannot be set again: where it comes earlier than was
        recorded, the row is superseded and another entered in its place.
        """
        if row.in_force == days:
            return
        if row.in_force.upper in (None, row.expires_on):
            row.in_force = days
            self.changed_days[row.pk] = row
            return
        replacement = unsaved_copy(row)
        replacement.in_force = days
        self.supersede(row, _("A later amendment takes effect before the end recorded here."))
        self.add(replacement)

    def set_days(self, row: Wording, days: DateRange) -> None:
        """Its days in force, unknown so far, are these."""
        row.in_force = days
        self.changed_days[row.pk] = row
        if row not in self._by_article[row.article_id]:
            self._by_article[row.article_id].append(row)

    def supersede(self, row: Wording, why: str) -> None:
        row.superseded_at, row.superseded_by, row.superseded_why = timezone.now(), self.by, why
        self.superseded[row.pk] = row
        self._by_article[row.article_id] = [
            each for each in self._by_article[row.article_id] if each != row
        ]

    def add(self, row: Wording) -> None:
        self.new.append(row)
        self._by_article[row.article_id].append(row)

    def write(self) -> None:
        """Write all of it. `Refused`, and nothing written, where the record cannot hold it."""
        _refuse_one_number_twice(self.rows)
        try:
            with transaction.atomic():
                self._update(self.superseded.values(), SUPERSEDED)
                self._update(self.changed_days.values(), ENDS)
                bulk_create_with_history(self.new, Wording, default_user=self.by)
        except IntegrityError as error:
            raise Refused(constraint_text(error, Wording)) from error

    def _update(self, rows: Iterable[Wording], fields: Sequence[str]) -> None:
        bulk_update_with_history(list(rows), Wording, fields, default_user=self.by)


def _refuse_one_number_twice(rows: Iterable[Wording]) -> None:
    """Two articles of one number in a part on one day: refused with a sentence that names them, not
    the constraint.

    So it comes about: an article is deleted on a day of its own, and before that day another takes
    its number, since numbers change on the day of the amendment.
    """
    by_number: dict[object, list[Wording]] = defaultdict(list)
    for row in rows:
        if row.number is not None and row.in_force is not None and not row.in_force.isempty:
            by_number[row.part_id, row.kind, row.number, row.branch].append(row)
    for same in by_number.values():
        same.sort(key=lambda row: (row.in_force.lower, row.adopted_on, row.pk or 0))
        for before, after in pairwise(same):
            if before.in_force.upper is None or after.in_force.lower < before.in_force.upper:
                raise Refused(_collision(before, after))


def _collision(before: Wording, after: Wording) -> str:
    values: dict[str, str] = {"name": wording_name(after), "day": format_day(after.in_force.lower)}
    until: date | None = before.in_force.upper
    if before.ended_on is None or until is None:
        return (
            _(
                "Two articles would be %(name)s from %(day)s on: no two in force on one day can"
                " have the same number."
            )
            % values
        )
    return _(
        "What is %(name)s now stays in force until %(until)s, but from %(day)s another article has"
        " that number. Let it be deleted or moved on %(day)s too, or keep the number of what is"
        " deleted."
    ) % (values | {"until": format_day(until)})
