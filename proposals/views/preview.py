"""The table as it would be if what a form says were saved."""

from typing import Any

from governance.models.languages import ArticlesLanguage
from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.operations import anchor_of, key_of
from proposals.draft.rows import DraftRows
from proposals.editing.wording import changes_nothing
from proposals.forms.changes import Operation
from proposals.models import Change
from proposals.models.change_constraints import WORDING
from proposals.views.consequences import shown_consequences
from proposals.views.findings import shown_findings
from proposals.views.rows import printed_groups

LONGEST_PREVIEW = 20_000
"""Characters of wording that a preview compares; longer ones are compared when they are saved."""


def preview(
    rows: DraftRows, values: editing.ChangeValues, *, change: Change | None
) -> dict[str, Any]:
    """`previews`, one for each language; none where there is nothing to show yet."""
    bodies = (values.get("body_ja"), values.get("body_en"))
    if any(len(body or "") > LONGEST_PREVIEW for body in bodies):
        return {"previews": [], "too_long": True}
    try:
        planned = editing.plan(rows, values, change=change)
    except Refused:  # said when it is saved
        return {"previews": []}
    if not _says_something(planned):
        return {"previews": []}
    shown = rows.without(planned) if changes_nothing(planned) else rows.with_change(planned)
    languages = rows.proposal.company.languages
    return {"previews": [_preview_in(language, shown, planned) for language in languages]}


def _preview_in(language: ArticlesLanguage, rows: DraftRows, planned: Change) -> dict[str, Any]:
    """The draft with `planned` in one language: its own rows first, then all."""
    drafted = draft(rows.proposal, language, rows=rows)
    table = printed_groups(drafted, current=key_of(planned))
    return {
        "language": language,
        "draft": drafted,
        "own": [one for one in table if one.is_current and not one.rows[0].is_run],
        "groups": table,
        "findings": shown_findings(drafted),
        "consequences": shown_consequences(drafted),
    }


def _says_something(change: Change) -> bool:
    """Whether there is anything to show: a place where one is needed, and words."""
    if change.operation in (Operation.REPLACE, Operation.DELETE):
        return True
    gives_wording = any(getattr(change, name) for name in WORDING)
    return bool(anchor_of(change)) and (gives_wording or change.operation != Operation.INSERT)
