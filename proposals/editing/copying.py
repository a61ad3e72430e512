"""A draft copied into another proposal, its decisions and underlines too, under keys of its own."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from governance.text.tree.keys import ChangeKey
from proposals.draft.operations import anchors_first
from proposals.draft.rows import load_rows
from proposals.editing.transaction import edit_transaction, next_change_key, save
from proposals.models import Change, DecidedCitation, Proposal, Reason

_CHANGE_KEY = re.compile(r"(?<![a-z0-9])c(?P<pk>[0-9]+)(?![0-9])")


def copy_draft(source: Proposal, *, into: Proposal, by: User) -> None:
    """Copy what `source` drafts into `into`, of the same company and still empty, as one step.

    What a change, a citation or a reason says of an insertion it says of the copy of it.
    """
    with edit_transaction(into, by=by, what="draft.copied") as locked:
        if locked.company_id != source.company_id:
            raise Refused(_("A proposal is copied within its company."))
        if locked.changes.exists() or locked.reasons.exists():
            raise Refused(_("Only an empty draft takes a copy."))
        rows = load_rows(source)
        changes = anchors_first(rows.changes)
        keys = {change.pk: next_change_key() for change in changes}
        reasons = _copied_reasons(rows.reasons, locked, keys, by)
        for change in changes:
            made = _copy(change, locked)
            made.pk = keys[change.pk]
            made.citation_targets = {
                name: _with_keys(meant, keys) for name, meant in change.citation_targets.items()
            }
            made.anchor_change_id = keys.get(change.anchor_change_id or 0)
            made.reason_id = reasons.get(change.reason_id or 0)
            save(made, by=by, new=True)
        for decision in rows.decisions:
            decided = _copy(decision, locked)
            decided.at = _with_keys(decision.at, keys)
            save(decided, by=by, new=True)
        if source.underlines:
            locked.underlines = [
                {**one, "key": _with_keys(one["key"], keys)} for one in source.underlines
            ]
            save(locked, by=by)


def _copied_reasons(
    reasons: Iterable[Reason], into: Proposal, keys: Mapping[int, int], by: User
) -> dict[int, int]:
    """The keys of the copies by those of the reasons."""
    made: dict[int, int] = {}
    for reason in reasons:
        copied = _copy(reason, into)
        copied.body_ja = _with_live_keys(reason.body_ja, keys)
        copied.body_en = _with_live_keys(reason.body_en, keys)
        save(copied, by=by, new=True)
        made[reason.pk] = copied.pk
    return made


def _copy[Row: (Change, Reason, DecidedCitation)](row: Row, into: Proposal) -> Row:
    """A row like it, not stored yet, of the proposal `into`."""
    fields: list[models.Field[Any, Any]] = [
        each for each in row._meta.concrete_fields if not each.primary_key
    ]
    given = {each.attname: getattr(row, each.attname) for each in fields}
    made = type(row)(**given | {"proposal_id": into.pk})
    made.proposal = into
    if not isinstance(made, DecidedCitation):
        made.version = 1
    return made


def _with_keys(text: str, keys: Mapping[int, int]) -> str:
    """The identities in `text` with those of the copies in the place of the insertions'."""
    return _CHANGE_KEY.sub(
        lambda found: str(ChangeKey(keys.get(int(found["pk"]), int(found["pk"])))), text
    )


def _with_live_keys(text: str, keys: Mapping[int, int]) -> str:
    """The same for live numbers, stored in a reason as `{proposed:@c12 caption}`."""
    return re.sub(r"\{[a-z]+:@[^{}]*\}", lambda found: _with_keys(found.group(), keys), text)
