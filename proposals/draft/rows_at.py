"""The rows of a draft as they were at an earlier moment, from its history."""

from typing import Any

from proposals.draft.rows import DraftRows
from proposals.models import Change


def rows_after_step(rows: DraftRows, step: int) -> DraftRows:
    """The rows as they were once the step of that key, and all before it, had been done; reasons
    and decisions as they are.
    """
    last: dict[int, Any] = {}
    for record in Change.history.filter(proposal_id=rows.proposal.pk).order_by("history_id"):
        if int(record.history_change_reason or 0) <= step:
            last[record.id] = record
    changes = [one.instance for one in last.values() if one.history_type != "-"]
    return DraftRows(rows.proposal, rows.wordings, tuple(changes), rows.reasons, rows.decisions)


def rows_before_last_step(rows: DraftRows) -> DraftRows | None:
    """The rows before the last act on the draft, an undoing included; None before the first."""
    last = rows.proposal.steps.order_by("-pk").values_list("pk", flat=True).first()
    return rows_after_step(rows, last - 1) if last else None
