"""Reasons: adding, saving, removing, ordering them, and what they cover.

Their numbers are live: typed as `{proposed:8}`, stored by identity (see `live_numbers`).
"""

from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack

from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from proposals.draft import live_numbers
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.versions import apply_changes, numbers_version_of
from proposals.editing.ordering import current_row, save_order
from proposals.editing.plan import plan_reason
from proposals.editing.transaction import edit_transaction, require_version, save, sign_step
from proposals.models import Change, Proposal, Reason


class ReasonTexts(TypedDict, total=False):
    """The text of a reason in each language; one that is not given stays as it is."""

    body_ja: str
    body_en: str


def add_reason(
    proposal: Proposal,
    *,
    by: User,
    covers: Iterable[Change] = (),
    numbers_version: str = "",
    **texts: Unpack[ReasonTexts],
) -> Reason:
    """Add a reason behind the others, and let it cover changes.

    `numbers_version` is that of the `Draft` that the form showed: live numbers are then refused
    when numbers have moved since. What says the same is there already: a form was sent twice.
    Raises `live_numbers.UnknownNumberError` with the places of numbers that do not exist.
    """
    with edit_transaction(proposal, by=by, what="reason.added") as locked:
        rows = load_rows(locked)
        _require_numbers(rows, texts, numbers_version)
        last = max((one.position for one in rows.reasons), default=0)
        reason = plan_reason(rows, texts, reason=Reason(proposal=locked, position=last + 1))
        duplicate = _duplicate(reason, rows)
        if duplicate is None:
            save(reason, by=by, new=True)
        _set_reason_of_changes(duplicate or reason, covers, rows, by=by)
        return duplicate or reason


def save_reason(
    reason: Reason,
    *,
    by: User,
    version: int,
    numbers_version: str = "",
    covers: Iterable[Change] | None = None,
    **texts: Unpack[ReasonTexts],
) -> Reason:
    """Save the texts given, and, with `covers`, let it cover exactly these changes. `version` is
    that of the reason as shown.
    """
    with edit_transaction(reason.proposal, by=by, what="reason.saved") as locked:
        row = require_version(reason, version, texts)
        row.proposal = locked
        rows = load_rows(locked)
        _require_numbers(rows, texts, numbers_version)
        planned = plan_reason(rows, texts, reason=row)
        planned.version += 1
        save(planned, by=by)
        if covers is not None:
            _set_reason_of_changes(planned, covers, rows, by=by, only=True)
        return planned


def remove_reason(reason: Reason, *, by: User) -> None:
    """Take a reason out. Refused, with the changes named, while it covers any."""
    with edit_transaction(reason.proposal, by=by, what="reason.removed") as locked:
        rows = load_rows(locked)
        row = current_row(rows.reasons, reason)
        covered = sorted(
            (one for one in rows.changes if one.reason_id == row.pk), key=lambda one: one.pk
        )
        if covered:
            raise Refused(
                _("This reason still covers changes: %(changes)s. Give them another reason first.")
                % {"changes": ", ".join(_named(one, rows) for one in covered)}
            )
        others = [one for one in rows.reasons if one is not row]
        sign_step(row, by=by)
        row.delete()
        save_order(others, by=by)


def shift_reason(reason: Reason, *, by: User, up: bool) -> Reason:
    """Let a reason change places with the one before (`up`) or after it."""
    with edit_transaction(reason.proposal, by=by, what="reason.shifted") as locked:
        rows = load_rows(locked)
        row = current_row(rows.reasons, reason)
        ordered = list(rows.reasons)
        here = ordered.index(row)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(ordered):
            raise Refused(_("This is the first reason.") if up else _("This is the last reason."))
        ordered[here], ordered[there] = ordered[there], ordered[here]
        save_order(ordered, by=by)
        return row


def set_covered_changes(reason: Reason, *, by: User, changes: Iterable[Change]) -> None:
    """Let a reason cover exactly these changes; what it covered besides has no reason then."""
    with edit_transaction(reason.proposal, by=by, what="reason.covers") as locked:
        rows = load_rows(locked)
        _set_reason_of_changes(current_row(rows.reasons, reason), changes, rows, by=by, only=True)


def _set_reason_of_changes(
    reason: Reason, changes: Iterable[Change], rows: DraftRows, *, by: User, only: bool = False
) -> None:
    wanted = {change.pk for change in changes}
    if wanted - {one.pk for one in rows.changes}:
        raise Refused(_("The change is another proposal's, or somebody removed it."))
    for one in rows.changes:
        if one.pk in wanted and one.reason_id != reason.pk:
            one.reason = reason
        elif only and one.pk not in wanted and one.reason_id == reason.pk:
            one.reason = None
        else:
            continue
        save(one, by=by)


def _duplicate(reason: Reason, rows: DraftRows) -> Reason | None:
    """The reason that says the same already."""
    texts = (reason.body_ja, reason.body_en)
    return next((one for one in rows.reasons if (one.body_ja, one.body_en) == texts), None)


def _require_numbers(rows: DraftRows, texts: Mapping[str, object], numbers_version: str) -> None:
    """Raise `Refused` where the texts cite numbers and the form that they come from showed others
    (`numbers_version`; "" where there was no form).
    """
    for name, text in texts.items():
        if not numbers_version or not live_numbers.contains(str(text)):
            continue
        proposed = apply_changes(rows, name.removeprefix("body_")).proposed
        if numbers_version != numbers_version_of(proposed):
            raise Refused(
                _(
                    "The numbers of the proposed articles have changed since this page was"
                    " opened. Check the numbers cited and save again."
                )
            )


def _named(change: Change, rows: DraftRows) -> str:
    """The change by its operation and the caption of what it is about."""
    wording = next((one for one in rows.wordings if one.article_id == change.target_id), None)
    languages = rows.proposal.company.languages
    for row in (change, wording):
        for language in languages:
            if row is not None and (caption := row.text("caption", language)):
                return f"{change.get_operation_display()}: {caption}"
    label = wording.label if wording else ""
    return f"{change.get_operation_display()} {change.get_kind_display()} {label}".strip()
