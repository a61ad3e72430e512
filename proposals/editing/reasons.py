"""Reasons: adding, saving, removing, ordering them, and what they cover.

Their numbers are live: typed as `{proposed:8}`, stored by identity (see `live_numbers`).
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from governance.models import User
from governance.people import audit
from governance.people.refused import Refused, stored_text
from proposals.draft import live_numbers
from proposals.draft.derive import Stored, numbering_of, sides, stored
from proposals.editing.transaction import Conflict, editing, save, unchanged
from proposals.models import Change, Proposal, Reason
from proposals.models.reason import LONGEST_REASON


def add_reason(
    proposal: Proposal,
    *,
    by: User,
    body_ja: str = "",
    body_en: str = "",
    covers: Iterable[Change] = (),
    numbering: str = "",
) -> Reason:
    """Add a reason behind the others, and let it cover changes.

    What says the same is there already: a form was sent twice. Raises
    `live_numbers.UnknownNumberError` with the places of numbers that do not exist.
    """
    with editing(proposal, by=by, what="reason.added") as locked:
        rows = stored(locked)
        last = max((one.position for one in rows.reasons), default=0)
        reason = Reason(proposal=locked, position=last + 1)
        _take(reason, rows, {"body_ja": body_ja, "body_en": body_en}, numbering)
        said = (reason.body_ja, reason.body_en)
        twin = next((one for one in rows.reasons if (one.body_ja, one.body_en) == said), None)
        if twin is None:
            save(reason, by=by, new=True)
        _cover(twin or reason, covers, rows, by=by)
        return twin or reason


def save_reason(
    reason: Reason,
    *,
    by: User,
    version: int,
    body_ja: str | None = None,
    body_en: str | None = None,
    numbering: str = "",
) -> Reason:
    """Save the texts given; None leaves one as it is. `version` is that of the reason as shown."""
    texts = {"body_ja": body_ja, "body_en": body_en}
    given = {name: text for name, text in texts.items() if text is not None}
    with editing(reason.proposal, by=by, what="reason.saved") as locked:
        row = unchanged(reason, version, given)
        row.proposal = locked
        _take(row, stored(locked), given, numbering)
        row.version += 1
        save(row, by=by)
        return row


def remove_reason(reason: Reason, *, by: User) -> None:
    """Take a reason out. Refused, with the changes named, while it covers any."""
    with editing(reason.proposal, by=by, what="reason.removed") as locked:
        rows = stored(locked)
        row = _among(rows, reason)
        covered = sorted(
            (one for one in rows.changes if one.reason_id == row.pk), key=lambda one: one.pk
        )
        if covered:
            raise Refused(
                _("This reason still covers changes: %(changes)s. Give them another reason first.")
                % {"changes": ", ".join(_named(one, rows) for one in covered)}
            )
        others = [one for one in rows.reasons if one is not row]
        audit.sign(row, by=by)
        row.delete()
        _renumber(others, by=by)


def shift_reason(reason: Reason, *, by: User, up: bool) -> Reason:
    """Let a reason trade places with the one before (`up`) or after it."""
    with editing(reason.proposal, by=by, what="reason.shifted") as locked:
        rows = stored(locked)
        row = _among(rows, reason)
        ordered = list(rows.reasons)
        here = ordered.index(row)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(ordered):
            raise Refused(_("This is the first reason.") if up else _("This is the last reason."))
        ordered[here], ordered[there] = ordered[there], ordered[here]
        _renumber(ordered, by=by)
        return row


def cover(reason: Reason, *, by: User, changes: Iterable[Change]) -> None:
    """Let a reason cover exactly these changes; what it covered besides has no reason then."""
    with editing(reason.proposal, by=by, what="reason.covers") as locked:
        rows = stored(locked)
        _cover(_among(rows, reason), changes, rows, by=by, only=True)


def _cover(
    reason: Reason, changes: Iterable[Change], rows: Stored, *, by: User, only: bool = False
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


def _take(reason: Reason, rows: Stored, texts: dict[str, str], numbering: str) -> None:
    """Put the texts into `reason`, their live numbers by identity."""
    for name, written in texts.items():
        text = stored_text(written, longest=LONGEST_REASON)
        language = name.removeprefix("body_")
        if live_numbers.are_in(text):
            both = sides(rows, language)
            if numbering and numbering != numbering_of(both.proposed):
                raise Refused(
                    _(
                        "The numbers of the proposed articles have changed since this page was"
                        " opened. Check the numbers cited and save again."
                    )
                )
            text = live_numbers.store(text, both)
        setattr(reason, name, text)


def _renumber(ordered: Iterable[Reason], *, by: User) -> None:
    """Give reasons positions from 1 on in this order; save those that differ."""
    for position, one in enumerate(ordered, 1):
        if one.position != position:
            one.position = position
            save(one, by=by)


def _among(rows: Stored, reason: Reason) -> Reason:
    """`reason` as it is stored now. Conflict when somebody has removed it."""
    found = next((one for one in rows.reasons if one.pk == reason.pk), None)
    if found is None:
        raise Conflict(None, {})
    return found


def _named(change: Change, rows: Stored) -> str:
    """The change by its operation and the caption of what it is about."""
    wording = next((one for one in rows.wordings if one.article_id == change.target_id), None)
    languages = rows.proposal.company.languages
    for row in (change, wording):
        for language in languages:
            if row is not None and (caption := row.text("caption", language)):
                return f"{change.get_operation_display()}: {caption}"
    label = wording.label if wording else ""
    return f"{change.get_operation_display()} {change.get_kind_display()} {label}".strip()
