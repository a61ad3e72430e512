"""The rows of a draft as they were at an earlier moment, from its history."""

from dataclasses import replace
from typing import Any

from proposals.draft.rows import DraftRows
from proposals.models import Change, DecidedCitation


def rows_after_step(rows: DraftRows, step: int, *, with_decisions: bool = False) -> DraftRows:
    """The rows as they were once the step of that key, and all before it, had been done; reasons
    as they are, and decisions too unless they are asked for.
    """
    changes = _standing_after(rows, step, Change)
    decisions = _standing_after(rows, step, DecidedCitation) if with_decisions else rows.decisions
    return replace(rows, changes=changes, decisions=decisions)


def _standing_after(rows: DraftRows, step: int, model: Any) -> tuple[Any, ...]:
    """The rows of one kind as they were once the step was done."""
    last: dict[int, Any] = {}
    for record in model.history.filter(proposal_id=rows.proposal.pk).order_by("history_id"):
        if int(record.history_change_reason or 0) <= step:
            last[record.id] = record
    return tuple(one.instance for one in last.values() if one.history_type != "-")


def rows_before_last_step(rows: DraftRows) -> DraftRows | None:
    """The rows before the last act on the draft, an undoing included; None before the first."""
    last = rows.proposal.steps.order_by("-pk").values_list("pk", flat=True).first()
    return rows_after_step(rows, last - 1) if last else None
