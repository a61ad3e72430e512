"""Rows of a draft copied into another proposal, under keys of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from governance.text.tree.keys import ChangeKey
from proposals.draft.operations import anchors_first
from proposals.draft.rows import DraftRows, load_rows
from proposals.editing.transaction import edit_transaction, next_change_key, save
from proposals.models import Change, DecidedCitation, Proposal, Reason

_CHANGE_KEY = re.compile(r"(?<![a-z0-9])c(?P<pk>[0-9]+)(?![0-9])")


@dataclass(frozen=True)
class RowsToCopy:
    """Rows of one draft. What they say of an insertion among them the copies say of its copy."""

    changes: Sequence[Change]
    reasons: Sequence[Reason]
    decisions: Sequence[DecidedCitation]
    underlines: Sequence[dict[str, Any]]


def copy_draft(source: Proposal, *, into: Proposal, by: User) -> None:
    """Copy what `source` drafts into `into`, of the same company and still empty, as one step."""
    with edit_transaction(into, by=by, what="draft.copied") as locked:
        if locked.company_id != source.company_id:
            raise Refused(_("A proposal is copied within its company."))
        if locked.changes.exists() or locked.reasons.exists():
            raise Refused(_("Only an empty draft takes a copy."))
        rows = load_rows(source)
        given = RowsToCopy(rows.changes, rows.reasons, rows.decisions, source.underlines)
        copy_rows(given, into=load_rows(locked), by=by)
        # Whoever wrote a part of it does not review it in a copy either.
        locked.authors.add(*source.authors.all(), source.created_by)


def copy_rows(given: RowsToCopy, *, into: DraftRows, by: User) -> None:
    """Copy rows into a draft, behind what it has: call it within a step of that.

    A reason in the same words, a decision on the same citation and an underline of the same line
    are those that are there. What opens a supplementary part stands at the end of the one that the
    draft opens already.
    """
    changes = anchors_first(given.changes)
    keys = {change.pk: next_change_key() for change in changes}
    reasons = _copy_reasons(given.reasons, into, keys, by)
    opener = next((one for one in into.changes if one.new_part), None)
    last = max((one.position for one in into.changes), default=0)
    for change in changes:
        made = _copy(change, into.proposal)
        made.pk = keys[change.pk]
        made.citation_targets = {
            name: _with_keys(meant, keys) for name, meant in change.citation_targets.items()
        }
        made.position += last
        made.anchor_change_id = keys.get(change.anchor_change_id or 0)
        made.reason_id = reasons.get(change.reason_id or 0)
        if made.new_part and opener is not None:
            made.new_part, made.anchor_change = False, opener
            made.new_part_title_ja = made.new_part_title_en = ""
        save(made, by=by, new=True)
    _copy_decisions(given.decisions, into, keys, by)
    _copy_underlines(given.underlines, into, keys, by)


def _copy_reasons(
    reasons: Sequence[Reason], into: DraftRows, keys: Mapping[int, int], by: User
) -> dict[int, int]:
    """The keys of the copies by those of the reasons."""
    found: dict[int, int] = {}
    same = {(one.body_ja, one.body_en): one.pk for one in into.reasons}
    last = max((one.position for one in into.reasons), default=0)
    for reason in reasons:
        copied = _copy(reason, into.proposal)
        copied.body_ja = _with_live_keys(reason.body_ja, keys)
        copied.body_en = _with_live_keys(reason.body_en, keys)
        if (pk := same.get((copied.body_ja, copied.body_en))) is not None:
            found[reason.pk] = pk
            continue
        last += 1
        copied.position = last
        save(copied, by=by, new=True)
        found[reason.pk] = copied.pk
    return found


def _copy_decisions(
    decisions: Sequence[DecidedCitation], into: DraftRows, keys: Mapping[int, int], by: User
) -> None:
    decided = {_of_citation(one) for one in into.decisions}
    for decision in decisions:
        made = _copy(decision, into.proposal)
        made.at = _with_keys(decision.at, keys)
        if _of_citation(made) not in decided:
            save(made, by=by, new=True)


def _of_citation(decision: DecidedCitation) -> tuple[str, str, str, str]:
    return decision.language, decision.at, decision.line, decision.citation


def _copy_underlines(
    underlines: Sequence[dict[str, Any]], into: DraftRows, keys: Mapping[int, int], by: User
) -> None:
    proposal = into.proposal
    set_already = {_of_line(one) for one in proposal.underlines}
    copies = [{**one, "key": _with_keys(one["key"], keys)} for one in underlines]
    new = [one for one in copies if _of_line(one) not in set_already]
    if new:
        proposal.underlines = [*proposal.underlines, *new]
        save(proposal, by=by)


def _of_line(underline: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(underline[name] for name in ("language", "key", "side", "text", "place"))


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
