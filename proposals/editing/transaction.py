"""What every edit goes through: lock, right, version, saving, and the line in the audit."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.models.violations import constraint_text, field_validation_text
from governance.people import audit
from governance.people.refused import Refused
from proposals.models import Change, DraftStep, Proposal, Reason
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


class AlreadySaved(Exception):
    """What was sent has been saved already, or something sent later has; `stored` is the row."""

    def __init__(self, stored: Change | Reason) -> None:
        self.stored = stored
        super().__init__()


@dataclass(frozen=True)
class Visit:
    """A visit to a cell by its name, which the page gives it, and which of its savings this is."""

    name: str
    sending: int


@dataclass
class _StepInProgress:
    step: DraftStep
    sent_before: int
    """How many sendings of its visit it held before this edit."""
    is_new: bool
    is_used: bool = False


_in_progress: ContextVar[_StepInProgress | None] = ContextVar("step in progress", default=None)


@contextmanager
def edit_transaction(
    proposal: Proposal,
    *,
    by: User,
    what: str,
    visit: Visit | None = None,
    of: Callable[[Proposal], DraftStep | None] | None = None,
) -> Iterator[Proposal]:
    """The proposal, fetched afresh and locked, for one edit named `what` ("change.added").

    All edits of one proposal go one after the other; so does `workflow`, which takes the same lock.
    What is saved in it is a step of the draft, that of the `visit` where there is one already; an
    edit within another belongs to its step. `of` finds the step that is undone or done again.
    """
    with transaction.atomic():
        locked = (
            Proposal.objects.select_for_update(of=("self",))
            .select_related("company", "meeting")
            .get(pk=proposal.pk)
        )
        require(by, "edit", locked)
        if _in_progress.get() is not None:
            yield locked
            return
        with _step(locked, by=by, what=what, visit=visit, of=of and of(locked)):
            yield locked
        locked.authors.add(by)
        # Not through save(): the row's own version and history tell of its own fields only.
        Proposal.objects.filter(pk=locked.pk).update(updated_at=timezone.now())
        audit.record(what, by=by, company=locked.company, about=locked.address)


@contextmanager
def _step(
    proposal: Proposal, *, by: User, what: str, visit: Visit | None, of: DraftStep | None
) -> Iterator[None]:
    found = _step_of(visit, proposal, by=by)
    name, sending = (visit.name, visit.sending) if visit else ("", 0)
    step = found or DraftStep(proposal=proposal, act=what, by=by, visit=name, of=of)
    made = _StepInProgress(step, step.sending, is_new=found is None)
    step.at, step.sending = timezone.now(), max(step.sending, sending)
    step.save()
    token = _in_progress.set(made)
    try:
        yield
    finally:
        _in_progress.reset(token)
    if made.is_new and not made.is_used:
        step.delete()
    elif of is None:
        undone = proposal.steps.filter(state=DraftStep.State.UNDONE)
        undone.update(state=DraftStep.State.DROPPED)


def sign_step(row: models.Model, *, by: User) -> None:
    """Let the history row that the next saving or deletion of `row` leaves name who and which
    step.
    """
    audit.set_history_user(row, by=by)
    if made := _in_progress.get():
        made.is_used = True
        vars(row)["_change_reason"] = str(made.step.pk)


def name_other_proposal(other: Proposal) -> None:
    """Let the step in progress name the proposal that a part of the draft went to or came from."""
    if made := _in_progress.get():
        made.is_used = True
        made.step.other = other
        made.step.save()


def _step_of(visit: Visit | None, proposal: Proposal, *, by: User) -> DraftStep | None:
    """The last step, where it was made in this very visit."""
    if visit is None:
        return None
    last = proposal.steps.filter(of=None).order_by("-pk").first()
    wanted = (visit.name, by.pk, DraftStep.State.STANDING)
    is_same = last is not None and (last.visit, last.by_id, last.state) == wanted
    return last if is_same else None


def require_version[Row: (Change, Reason)](
    row: Row, version: int, typed: Mapping[str, object], visit: Visit | None = None
) -> Row:
    """The row as it is now, once it is certain that nobody saved it since `version`.

    What was saved since in the same `visit` is no conflict: the answer was lost. Raises `Conflict`,
    or `AlreadySaved` for what this visit sent before something that is saved. Call it under
    the lock of the proposal.
    """
    now = type(row).objects.filter(pk=row.pk).first()
    if now is None:
        raise Conflict(None, typed)
    last = _last_saved_in(visit, now)
    if visit and last and visit.sending <= last.sending:
        raise AlreadySaved(now)
    if now.version != version and last is None:
        raise Conflict(now, typed)
    return now


def _last_saved_in(visit: Visit | None, row: Change | Reason) -> DraftStep | None:
    """The step in which `row` was saved last, where it was made in this visit."""
    if visit is None:
        return None
    reason = row.history.order_by("-history_id").values_list("history_change_reason", flat=True)
    last = DraftStep.objects.filter(pk=int(reason[0] or 0)).first() if reason else None
    in_progress = _in_progress.get()
    if last is None or last.visit != visit.name:
        return None
    if in_progress and in_progress.step.pk == last.pk:
        # Its number of sendings has just been set to this one.
        last.sending = in_progress.sent_before
    return last


def next_change_key() -> int:
    """The key that the next new change gets, known before it is saved."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [Change._meta.db_table])
        (key,) = cursor.fetchone()
    return int(key)


def save(row: models.Model, *, by: User, new: bool = False) -> None:
    """Save `row` in the name of `by`. What the row or the database cannot hold raises `Refused`."""
    related = [field.name for field in row._meta.fields if field.is_relation]
    try:
        row.clean_fields(exclude=related)
    except ValidationError as error:
        raise Refused(field_validation_text(error, type(row))) from error
    sign_step(row, by=by)
    try:
        with transaction.atomic():
            row.save(force_insert=new)
    except IntegrityError as error:
        raise Refused(constraint_text(error, type(row))) from error
