"""What every edit goes through: lock, right, version, saving, and the line in the audit."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.models.violations import constraint_text, field_validation_text
from governance.people import audit
from governance.people.refused import Refused
from proposals.models import Change, Proposal, Reason
from proposals.workflow.permissions import require


class Conflict(Exception):
    """Somebody saved the row after the form was opened, or removed it.

    `stored` is the row as it is now (None when it is gone) and `typed` what was to be saved, by
    field, so that a page can show both and nothing typed is lost.
    """

    def __init__(
        self, stored: Proposal | Change | Reason | None, typed: Mapping[str, object]
    ) -> None:
        self.stored = stored
        self.typed = dict(typed)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        if self.stored is None:
            return _("Somebody removed this while you were writing.")
        return _("Somebody saved this while you were writing; both versions are shown.")


@contextmanager
def edit_transaction(proposal: Proposal, *, by: User, what: str) -> Iterator[Proposal]:
    """The proposal, fetched afresh and locked, for one edit named `what` ("change.added").

    All edits of one proposal go one after the other; so does `workflow`, which takes the same lock.
    """
    with transaction.atomic():
        locked = (
            Proposal.objects.select_for_update(of=("self",))
            .select_related("company", "meeting")
            .get(pk=proposal.pk)
        )
        require(by, "edit", locked)
        yield locked
        locked.authors.add(by)
        # Not through save(): the row's own version and history tell of its own fields only.
        Proposal.objects.filter(pk=locked.pk).update(updated_at=timezone.now())
        audit.record(what, by=by, company=locked.company, about=locked.address)


def require_version[Row: (Change, Reason)](
    row: Row, version: int, typed: Mapping[str, object]
) -> Row:
    """The row as it is now, once it is certain that nobody saved it since `version`.

    Raises `Conflict`. Call it under the lock of the proposal.
    """
    now = type(row).objects.filter(pk=row.pk).first()
    if now is None or now.version != version:
        raise Conflict(now, typed)
    return now


def save(row: models.Model, *, by: User, new: bool = False) -> None:
    """Save `row` in the name of `by`. What the row or the database cannot hold raises `Refused`."""
    related = [field.name for field in row._meta.fields if field.is_relation]
    try:
        row.clean_fields(exclude=related)
    except ValidationError as error:
        raise Refused(field_validation_text(error, type(row))) from error
    audit.set_history_user(row, by=by)
    try:
        with transaction.atomic():
            row.save(force_insert=new)
    except IntegrityError as error:
        raise Refused(constraint_text(error, type(row))) from error
