"""What a change is about and behind what it stands: the keys that pages speak, as columns."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from governance.models import Part
from governance.people.refused import Refused
from governance.text.amending.operations import START, SUPPLEMENTARY, anchor_named
from governance.text.tree.keys import ArticleKey, ChangeKey, PartKey, row_key
from proposals.draft.rows import DraftRows
from proposals.models import Change

ANCHORS = ("anchor_article_id", "anchor_part_id", "anchor_change_id")
PLACED = frozenset({Change.Operation.INSERT, Change.Operation.MOVE})
"""The operations that put something at a place."""
FIRST = 0
"""The position before all that stand behind the same anchor already: they count from 1."""


def set_target(change: Change, at: str, rows: DraftRows) -> None:
    """Let `change` be about the present article or chapter of identity `at` ("a14")."""
    wording = next((one for one in rows.wordings if one.key == at), None)
    if wording is None:
        raise Refused(
            _("The present articles have no such provision; the page may be out of date.")
        )
    change.target_id = wording.article_id
    change.kind = wording.kind


def set_anchor(change: Change, after: str, rows: DraftRows, *, first: bool) -> None:
    """Let `change` stand after `after`, before (`first`) or behind those that stand there.

    `after` is the identity of a present article or chapter ("a14"), of an insertion of the same
    proposal ("c5"), of a part ("p2": first in it), START, or SUPPLEMENTARY: a new supplementary
    part, or the end of the one that the proposal makes already.
    """
    clear_anchor(change)
    if anchor_named(after) is SUPPLEMENTARY:
        maker = next((one for one in rows.changes if one.new_part and one.pk != change.pk), None)
        if maker is None:
            change.new_part = True
        else:
            change.anchor_change, first = maker, False
    else:
        _set_anchor_by_key(change, after, rows)
    last = max((one.position for one in siblings(change, rows)), default=0)
    change.position = FIRST if first else last + 1


def clear_anchor(change: Change) -> None:
    """Let `change` put nothing anywhere."""
    for name in ANCHORS:
        setattr(change, name, None)
    change.new_part = False


def siblings(change: Change, rows: DraftRows) -> list[Change]:
    """The other changes that stand after the same anchor as `change`, in their order."""
    found = [one for one in rows.changes if one.pk != change.pk and _are_siblings(one, change)]
    return sorted(found, key=lambda one: (one.position, one.pk))


def _set_anchor_by_key(change: Change, after: str, rows: DraftRows) -> None:
    key = row_key(after)
    if anchor_named(after) is START:
        change.anchor_part = _parts(rows).filter(kind=Part.Kind.MAIN).first()
    elif isinstance(key, ArticleKey):
        if any(one.key == after for one in rows.wordings):
            change.anchor_article_id = key.pk
    elif isinstance(key, ChangeKey):
        _set_anchor_change(change, after, rows)
    elif isinstance(key, PartKey):
        change.anchor_part = _parts(rows).filter(pk=key.pk).first()
    if all(getattr(change, name) is None for name in ANCHORS):
        raise Refused(_("There is no such place; the page may be out of date."))
    if change.target_id is not None and change.anchor_article_id == change.target_id:
        raise Refused(_("Nothing can stand after itself."))


def _parts(rows: DraftRows) -> QuerySet[Part]:
    return Part.objects.filter(company=rows.proposal.company)


def _set_anchor_change(change: Change, after: str, rows: DraftRows) -> None:
    inserting = (one for one in rows.changes if one.operation == Change.Operation.INSERT)
    change.anchor_change = next((one for one in inserting if one.key == after), None)
    if _stands_after(change.anchor_change, change, rows):
        raise Refused(_("This cannot stand after what stands after it."))


def _stands_after(one: Change | None, change: Change, rows: DraftRows) -> bool:
    """Whether `one` is `change` or stands, over however many anchors, after it."""
    by_key: dict[int | None, Change] = {each.pk: each for each in rows.changes}
    while one is not None and one.pk != change.pk:
        one = by_key.get(one.anchor_change_id)
    return one is not None


def _are_siblings(one: Change, other: Change) -> bool:
    if one.operation not in PLACED:
        return False
    return all(getattr(one, name) == getattr(other, name) for name in (*ANCHORS, "new_part"))
