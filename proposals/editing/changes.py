"""Changes: adding, saving, placing, removing and ordering them."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from django.db import connection
from django.utils.translation import gettext as _

from governance.models import User
from governance.models.wording import LONGEST_BODY, LONGEST_CAPTION
from governance.people import audit
from governance.people.refused import Refused, stored_text
from governance.text.tree.provision import bare_caption
from governance.text.typed_text import LONGEST_PART_TITLE
from proposals.draft.derive import Stored, stored
from proposals.draft.operations import anchor_of
from proposals.editing.placing import aim, place, siblings
from proposals.editing.transaction import Conflict, editing, save, unchanged
from proposals.editing.wording import settle
from proposals.models import Change, Proposal, Reason
from proposals.models.change import WORDING

_LONGEST = {
    "caption_ja": LONGEST_CAPTION,
    "caption_en": LONGEST_CAPTION,
    "body_ja": LONGEST_BODY,
    "body_en": LONGEST_BODY,
    "new_part_title_ja": LONGEST_PART_TITLE,
    "new_part_title_en": LONGEST_PART_TITLE,
}

_SAID = ("kind", *WORDING, "room", "effective_on", "expires_on", "reason_id")


class ChangeValues(TypedDict, total=False):
    """What a person decides about a change; what is not given stays as it is.

    Captions come with or without their brackets. None for the caption or the body of an amended
    article keeps the present one; an empty caption removes it.
    """

    caption_ja: str | None
    caption_en: str | None
    body_ja: str | None
    body_en: str | None
    new_part_title_ja: str
    new_part_title_en: str
    room: str
    effective_on: date | None
    expires_on: date | None
    reason: Reason | None


def add_change(
    proposal: Proposal,
    *,
    by: User,
    operation: str,
    at: str = "",
    after: str = "",
    first: bool = False,
    kind: str = "article",
    numbering: str = "",
    **values: Unpack[ChangeValues],
) -> Change:
    """Add one operation to the draft.

    `at` is the identity of the present article that is replaced, deleted or moved ("a14"); `after`
    the one behind which something is inserted or moved (see `placing.place`), last of what stands
    there already or `first`. `numbering` is `Draft.numbering` as the form showed it: citations in
    the words are then refused when numbers have moved since.

    What is inserted at the same place in the same words is there already: a form was sent twice.
    """
    with editing(proposal, by=by, what="change.added") as locked:
        rows = stored(locked)
        change = Change(proposal=locked, company=locked.company, operation=operation, kind=kind)
        _take(change, values)
        if operation == Change.Operation.INSERT:
            if twin := _twin(change, after, rows):
                return twin
            place(change, after, rows, first=first, by=by)
        else:
            aim(change, at, rows)
            if operation == Change.Operation.MOVE:
                place(change, after, rows, first=first, by=by)
        # Known before it is saved: its words may cite what it inserts itself.
        change.pk = _next_key()
        settle(change, rows, given=values, numbering=numbering)
        save(change, by=by, new=True)
        return change


def save_change(
    change: Change,
    *,
    by: User,
    version: int,
    numbering: str = "",
    **values: Unpack[ChangeValues],
) -> Change:
    """Save what a form about `change` was given; `version` is that of the change as shown."""
    with editing(change.proposal, by=by, what="change.saved") as locked:
        row = unchanged(change, version, values)
        rows = stored(locked)
        row.proposal = locked
        _take(row, values)
        settle(row, rows, given=values, numbering=numbering)
        row.version += 1
        save(row, by=by)
        return row


def place_change(
    change: Change, *, by: User, version: int, after: str, first: bool = False
) -> Change:
    """Let an insertion or a move stand elsewhere; what stands after it goes with it."""
    with editing(change.proposal, by=by, what="change.placed") as locked:
        row = unchanged(change, version, {"after": after})
        place(row, after, stored(locked), first=first, by=by)
        row.version += 1
        save(row, by=by)
        return row


def shift_change(change: Change, *, by: User, up: bool) -> Change:
    """Let a change trade places with the one before (`up`) or after it at the same anchor."""
    with editing(change.proposal, by=by, what="change.shifted") as locked:
        rows = stored(locked)
        row = _among(rows, change)
        others = siblings(row, rows)
        ordered = sorted([*others, row], key=lambda one: (one.position, one.pk))
        here = ordered.index(row)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(ordered):
            raise Refused(
                _("This is the first of what stands at this place.")
                if up
                else _("This is the last of what stands at this place.")
            )
        ordered[here], ordered[there] = ordered[there], ordered[here]
        _renumber(ordered, by=by)
        return row


def remove_change(change: Change, *, by: User, version: int | None = None) -> None:
    """Take a change out of the draft.

    What stands after a removed insertion stands from then on where that one stood, in the same
    order. The first of them takes over a new supplementary part, and the others stand after it.
    What cites the removed provision is reported by the draft as broken.
    """
    with editing(change.proposal, by=by, what="change.removed") as locked:
        rows = stored(locked)
        row = _among(rows, change)
        if version is not None and row.version != version:
            raise Conflict(row, {})
        orphans = sorted(
            (one for one in rows.changes if one.anchor_change_id == row.pk),
            key=lambda one: (one.position, one.pk),
        )
        if orphans and row.new_part:
            _hand_over(row, orphans, rows, by=by)
        elif orphans:
            others = siblings(row, rows)
            before = [one for one in others if (one.position, one.pk) < (row.position, row.pk)]
            behind = [one for one in others if one not in before]
            for one in orphans:
                one.anchor_article_id = row.anchor_article_id
                one.anchor_part_id = row.anchor_part_id
                one.anchor_change_id = row.anchor_change_id
            _renumber([*before, *orphans, *behind], by=by, moved=orphans)
        audit.sign(row, by=by)
        row.delete()


def _hand_over(row: Change, orphans: list[Change], rows: Stored, *, by: User) -> None:
    """Let what stands after `row`, the first of a new part, make that part without it."""
    heir = next((one for one in orphans if one.operation == Change.Operation.INSERT), None)
    if heir is None:
        raise Refused(_("An article is moved to after this one; remove that change first."))
    heir.anchor_change = None
    heir.new_part = True
    heir.new_part_title_ja = row.new_part_title_ja
    heir.new_part_title_en = row.new_part_title_en
    heir.position = row.position
    save(heir, by=by)
    own = [one for one in rows.changes if one.anchor_change_id == heir.pk]
    last = max((one.position for one in own), default=0)
    for count, one in enumerate((one for one in orphans if one is not heir), 1):
        one.anchor_change = heir
        one.position = last + count
        save(one, by=by)


def _renumber(ordered: list[Change], *, by: User, moved: list[Change] | None = None) -> None:
    """Give siblings positions from 1 on in this order; save those that differ, and `moved`."""
    for position, one in enumerate(ordered, 1):
        if one.position != position or (moved and one in moved):
            one.position = position
            save(one, by=by)


def _among(rows: Stored, change: Change) -> Change:
    """`change` as it is stored now. Conflict when somebody has removed it."""
    found = next((one for one in rows.changes if one.pk == change.pk), None)
    if found is None:
        raise Conflict(None, {})
    return found


def _take(change: Change, values: Mapping[str, object]) -> None:
    """Put the values given into `change`, cleaned."""
    for name, value in values.items():
        if name in _LONGEST and isinstance(value, str):
            text = stored_text(value, longest=_LONGEST[name])
            if not name.startswith("body"):
                text = " ".join(text.split()) if name.endswith("en") else text.strip()
            setattr(change, name, bare_caption(text) if name.startswith("caption") else text)
        else:
            setattr(change, name, value)
    if change.reason is not None and change.reason.proposal_id != change.proposal_id:
        raise Refused(_("The reason is another proposal's."))


def _twin(change: Change, after: str, rows: Stored) -> Change | None:
    """The insertion that says the same as `change`, which is not placed yet, at the same place."""
    return next(
        (
            one
            for one in rows.changes
            if one.operation == Change.Operation.INSERT
            and anchor_of(one) == after
            and all(getattr(one, name) == getattr(change, name) for name in _SAID)
        ),
        None,
    )


def _next_key() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [Change._meta.db_table])
        (key,) = cursor.fetchone()
    return int(key)
