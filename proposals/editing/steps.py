"""Undoing what was done to a draft and doing it again, step by step, from its own history."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from proposals.draft.operations import anchors_first
from proposals.editing.days import SCHEDULED, TEXTS
from proposals.editing.transaction import edit_transaction, save, sign_step
from proposals.models import Change, DecidedCitation, DraftStep, Proposal, Reason
from proposals.models.board_authority import BOARD_FIELDS

HISTORIES: tuple[type[models.Model], ...] = (Reason, Change, DecidedCitation)
"""What a step makes, changes or takes away; what refers to another comes after it."""
UNDONE, REDONE = "step.undone", "step.redone"
OWN_FIELDS = (
    *SCHEDULED,
    *TEXTS,
    *BOARD_FIELDS,
    "underlines",
    "accepted_consequences",
)
"""What of the proposal's own row a step changes."""


def undo(proposal: Proposal, *, by: User) -> DraftStep:
    """Take back the last step that stands, whoever made it. Refused where none does."""
    with edit_transaction(proposal, by=by, what=UNDONE, of=last_step) as locked:
        step = last_step(locked)
        if step is None:
            raise Refused(_("There is nothing to undo."))
        _require_undoable(step)
        _restore(locked, [(model, pk, was) for model, pk, was, _then in _states(step)], by=by)
        step.state = DraftStep.State.UNDONE
        step.save()
        return step


def _require_undoable(step: DraftStep) -> None:
    """Raise `Refused` for what changed two proposals: it is taken back by its contrary."""
    if step.other is None:
        return
    joined = _("Proposal No. %(number)d was joined with it in this step; to go back, split it.")
    split = _("It was split in this step; to go back, join it with Proposal No. %(number)d.")
    sentence = joined if step.act == "proposal.joined" else split
    raise Refused(sentence % {"number": step.other.number})


def redo(proposal: Proposal, *, by: User) -> DraftStep:
    """Do again the step that was undone last. Refused where something was done since."""
    with edit_transaction(proposal, by=by, what=REDONE, of=undone_step) as locked:
        step = undone_step(locked)
        if step is None:
            raise Refused(_("There is nothing to do again."))
        _restore(locked, [(model, pk, then) for model, pk, _was, then in _states(step)], by=by)
        step.state = DraftStep.State.STANDING
        step.save()
        return step


def last_step(proposal: Proposal) -> DraftStep | None:
    """The last step that stands."""
    return _steps_in_state(proposal, DraftStep.State.STANDING).order_by("-pk").first()


def undone_step(proposal: Proposal) -> DraftStep | None:
    """The first of the steps that were undone and nothing was done since."""
    return _steps_in_state(proposal, DraftStep.State.UNDONE).order_by("pk").first()


def states_of_steps(proposal: Proposal) -> frozenset[str]:
    """The states that steps of the draft are in: whether one can be undone, or done again."""
    acts = proposal.steps.exclude(act__in=(UNDONE, REDONE)).order_by()
    return frozenset(acts.values_list("state", flat=True).distinct())


def _steps_in_state(proposal: Proposal, state: str) -> models.QuerySet[DraftStep]:
    return proposal.steps.filter(state=state).exclude(act__in=(UNDONE, REDONE))


def _states(step: DraftStep) -> Iterator[tuple[Any, int, Any, Any]]:
    """For each row that the step has written: its model and key, its state before the step and
    after it, None where it was not there.
    """
    for model in (Proposal, *HISTORIES):
        written: dict[int, list[Any]] = {}
        history: Any = model.history  # type: ignore[attr-defined]
        for record in history.filter(history_change_reason=str(step.pk)).order_by("history_id"):
            written.setdefault(record.id, []).append(record)
        for pk, records in written.items():
            before = (
                history.filter(id=pk, history_id__lt=records[0].history_id)
                .order_by("-history_id")
                .first()
            )
            yield model, pk, _unless_deleted(before), _unless_deleted(records[-1])


def _unless_deleted(record: Any) -> Any:
    return None if record is None or record.history_type == "-" else record


def _restore(proposal: Proposal, states: list[tuple[Any, int, Any]], *, by: User) -> None:
    """Bring rows to these states.

    What stays is set first, so that it refers to nothing that then goes; what comes back comes
    last, so that it meets nothing in its place. References are checked at the end of all.
    """
    back: list[Any] = []
    gone: list[models.Model] = []
    for model, pk, state in states:
        if model is Proposal:
            _restore_own(proposal, state, by=by)
            continue
        now = model.objects.filter(pk=pk).first()
        if state is None:
            gone += [now] if now else []
            continue
        row = state.instance
        if isinstance(row, (Change, Reason)):
            newest = model.history.filter(id=pk).aggregate(newest=models.Max("version"))["newest"]
            # A version is never given twice: what was typed before is then noticed as older.
            row.version = newest + 1
        if now is None:
            back.append(row)
        else:
            save(row, by=by)
    for row in _last_first(gone):
        sign_step(row, by=by)
        row.delete()
    for row in back:
        save(row, by=by, new=True)


def _last_first(rows: list[models.Model]) -> list[models.Model]:
    """What stands behind another change before that one, and reasons after what they cover."""
    changes = anchors_first(row for row in rows if isinstance(row, Change))
    others = [row for row in rows if not isinstance(row, Change)]
    return [*reversed(changes), *others]


def _restore_own(proposal: Proposal, state: Any, *, by: User) -> None:
    for name in OWN_FIELDS:
        setattr(proposal, name, getattr(state, name))
    proposal.version += 1
    save(proposal, by=by)
