"""What an edit makes of a draft, before anything is saved.

A preview is drawn from the plan, and what is saved is the plan: see `changes` and `reasons`.
"""

from collections.abc import Mapping
from copy import copy
from datetime import date
from typing import TypedDict

from django.utils.translation import gettext as _

from governance.models.wording import LONGEST_BODY, LONGEST_CAPTION
from governance.people.refused import Refused, stored_text
from governance.text.tree.provision import bare_caption
from governance.text.typed_text import LONGEST_PART_TITLE
from proposals.draft import live_numbers
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows
from proposals.draft.versions import apply_changes
from proposals.editing.anchors import PLACED, clear_anchor, set_anchor, set_target
from proposals.editing.transaction import next_change_key
from proposals.editing.wording import gives_wording, prepare_wordings
from proposals.models import Change, Reason
from proposals.models.reason import LONGEST_REASON

_LONGEST = {
    "caption_ja": LONGEST_CAPTION,
    "caption_en": LONGEST_CAPTION,
    "body_ja": LONGEST_BODY,
    "body_en": LONGEST_BODY,
    "new_part_title_ja": LONGEST_PART_TITLE,
    "new_part_title_en": LONGEST_PART_TITLE,
}


class ChangeValues(TypedDict, total=False):
    """What a person decides about a change; what is not given stays as it is.

    `operation`, `kind` and `at`, the identity of the present article that is replaced, deleted or
    moved ("a14"), are given for a new change only. `after` is the identity behind which something
    is inserted or moved (see `anchors.set_anchor`), `first` or last of what stands there already;
    "" lets what is amended stand where it does.

    Captions come with or without their brackets. None for the caption or the body of an amended
    article keeps the present one; an empty caption removes it.
    """

    operation: str
    kind: str
    at: str
    after: str
    first: bool
    caption_ja: str | None
    caption_en: str | None
    body_ja: str | None
    body_en: str | None
    new_part_title_ja: str
    new_part_title_en: str
    numbering: str
    effective_on: date | None
    expires_on: date | None
    reason: Reason | None


_WORDING = frozenset(name for name in _LONGEST if not name.startswith("new_part"))
_OF_PRESENT = frozenset({Change.Operation.REPLACE, Change.Operation.MOVE})
_PLACES = frozenset({"operation", "kind", "at", "after", "first"})


def plan(
    rows: DraftRows, values: ChangeValues, *, change: Change | None = None, pk: int | None = None
) -> Change:
    """The change that `values` describe, as it would be stored beside `rows`; nothing is saved.

    `change` is the row that is edited, which stays as it is; without it the change is a new one, of
    key `pk` where that is known. Raises `Refused` with the sentence for what cannot be.
    """
    planned = _plan_without_words(rows, values, change=change, pk=pk)
    if gives_wording(planned, rows, values):
        prepare_wordings([(planned, values)], rows)
    return planned


def plan_words(rows: DraftRows, several: Mapping[str, ChangeValues]) -> list[Change]:
    """The changes that give several articles and headings other words at once, by their
    identities.
    """
    stored = {key_of(one): one for one in rows.changes}
    planned: list[tuple[Change, ChangeValues]] = []
    for key, words in several.items():
        values, pk = words, None
        if key not in stored:
            values = ChangeValues(operation=Change.Operation.REPLACE, at=key) | words
            pk = next_change_key()
        made = _plan_without_words(rows, values, change=stored.get(key), pk=pk)
        planned.append((made, values))
    prepare_wordings(planned, rows)
    return [change for change, _values in planned]


def _plan_without_words(
    rows: DraftRows, values: ChangeValues, *, change: Change | None, pk: int | None
) -> Change:
    """The change with the values given, before it is known what its words mean."""
    planned = copy(change) if change else Change(operation=values["operation"], pk=pk)
    planned.proposal, planned.company = rows.proposal, rows.proposal.company
    if change is None:
        planned.kind = values.get("kind", Change._meta.get_field("kind").default)
        if planned.operation != Change.Operation.INSERT:
            set_target(planned, values.get("at", ""), rows)
    if change is None or any(name in _WORDING for name in values):
        set_over_wording(planned, rows)
    _set_values(planned, values)
    if planned.operation in _OF_PRESENT and "after" in values:
        _set_move_or_replace(planned, values)
    if sets_place(planned, values):
        set_anchor(planned, values["after"], rows, first=values.get("first", False))
    return planned


def set_over_wording(change: Change, rows: DraftRows) -> None:
    """Note the wording of its target that `change` is written over: the one that stands."""
    own = (one for one in rows.wordings if one.article_id == change.target_id)
    change.over_wording = next(own, None)


def _set_move_or_replace(change: Change, values: ChangeValues) -> None:
    """Let what is amended be moved too, or, without a place, stay where it is."""
    change.operation = Change.Operation.MOVE if values["after"] else Change.Operation.REPLACE
    if not values["after"]:
        clear_anchor(change)


def sets_place(change: Change, values: ChangeValues) -> bool:
    """Whether `values` say where `change`, an insertion or a move, is to stand."""
    is_given = bool(values.get("after")) or change.operation == Change.Operation.INSERT
    return change.operation in PLACED and "after" in values and is_given


def plan_reason(rows: DraftRows, texts: Mapping[str, object], *, reason: Reason) -> Reason:
    """`reason` with these texts (`body_ja`, `body_en`) as they would be stored: their live numbers
    by identity. Nothing is saved.

    Raises `live_numbers.UnknownNumberError` with the places of numbers that do not exist.
    """
    planned = copy(reason)
    for name, typed in texts.items():
        text = stored_text(str(typed), longest=LONGEST_REASON)
        if live_numbers.contains(text):
            text = live_numbers.to_stored(text, apply_changes(rows, name.removeprefix("body_")))
        setattr(planned, name, text)
    return planned


def _set_values(change: Change, values: ChangeValues) -> None:
    """Put the values given into `change`, cleaned."""
    for name, value in values.items():
        if name in _LONGEST and isinstance(value, str):
            setattr(change, name, _cleaned(name, value))
        elif name not in _PLACES:
            setattr(change, name, value)
    if change.reason is not None and change.reason.proposal_id != change.proposal_id:
        raise Refused(_("The reason is another proposal's."))


def _cleaned(name: str, typed: str) -> str:
    text = stored_text(typed, longest=_LONGEST[name])
    if name.startswith("body"):
        return text
    text = " ".join(text.split()) if name.endswith("en") else text.strip()
    return bare_caption(text) if name.startswith("caption") else text
