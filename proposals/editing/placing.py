"""Where a change stands: the keys that pages speak, as columns, and the order among siblings."""

from django.utils.translation import gettext as _

from governance.models import Article, Part, User
from governance.people.refused import Refused
from governance.text.amending.operations import START, SUPPLEMENTARY, anchor_named
from governance.text.tree.keys import ArticleKey, ChangeKey, PartKey, row_key
from proposals.draft.derive import Stored
from proposals.editing.transaction import save
from proposals.models import Change

ANCHORS = ("anchor_article", "anchor_part", "anchor_change")


def aim(change: Change, at: str, rows: Stored) -> None:
    """Let `change` be about the present article or chapter of identity `at` ("a14")."""
    wording = next((one for one in rows.wordings if one.key == at), None)
    if wording is None:
        raise Refused(
            _("The present articles have no such provision; the page may be out of date.")
        )
    change.target_id = wording.article_id
    change.kind = wording.kind


def place(change: Change, after: str, rows: Stored, *, first: bool, by: User) -> None:
    """Let `change` stand after `after`, as the first or the last of those that stand there.

    `after` is the identity of a present article or chapter ("a14"), of an insertion of the same
    proposal ("c5"), of a part ("p2": first in it), START, or SUPPLEMENTARY: a new supplementary
    part, or the end of the one that the proposal makes already.
    """
    for name in ANCHORS:
        setattr(change, name, None)
    change.new_part = False
    if anchor_named(after) is SUPPLEMENTARY:
        made = next((one for one in rows.changes if one.new_part and one.pk != change.pk), None)
        if made is None:
            change.new_part = True
        else:
            change.anchor_change, first = made, False
    else:
        _hang(change, after, rows)
    behind = siblings(change, rows)
    if first:
        for one in behind:
            one.position += 1
            save(one, by=by)
        change.position = min((one.position for one in behind), default=2) - 1
    else:
        change.position = max((one.position for one in behind), default=0) + 1


def siblings(change: Change, rows: Stored) -> list[Change]:
    """The other changes that stand after the same anchor as `change`, in their order."""
    found = [one for one in rows.changes if one.pk != change.pk and _are_siblings(one, change)]
    return sorted(found, key=lambda one: (one.position, one.pk))


def _hang(change: Change, after: str, rows: Stored) -> None:
    key = row_key(after)
    if anchor_named(after) is START:
        change.anchor_part = Part.objects.filter(
            company=rows.proposal.company, kind=Part.Kind.MAIN
        ).first()
    elif isinstance(key, ArticleKey):
        if any(one.key == after for one in rows.wordings):
            change.anchor_article = Article.objects.get(pk=key.pk)
    elif isinstance(key, ChangeKey):
        change.anchor_change = next(
            (
                one
                for one in rows.changes
                if one.key == after and one.operation == Change.Operation.INSERT
            ),
            None,
        )
        if _hangs_on(change.anchor_change, change, rows):
            raise Refused(_("This cannot stand after what stands after it."))
    elif isinstance(key, PartKey):
        change.anchor_part = Part.objects.filter(company=rows.proposal.company, pk=key.pk).first()
    if all(getattr(change, name) is None for name in ANCHORS):
        raise Refused(_("There is no such place; the page may be out of date."))
    if change.target_id is not None and change.anchor_article_id == change.target_id:
        raise Refused(_("Nothing can stand after itself."))


def _hangs_on(one: Change | None, change: Change, rows: Stored) -> bool:
    """Whether `one` is `change` or stands, over however many anchors, after it."""
    by_key: dict[int | None, Change] = {each.pk: each for each in rows.changes}
    while one is not None and one.pk != change.pk:
        one = by_key.get(one.anchor_change_id)
    return one is not None


def _are_siblings(one: Change, other: Change) -> bool:
    return one.operation in (Change.Operation.INSERT, Change.Operation.MOVE) and (
        one.anchor_article_id,
        one.anchor_part_id,
        one.anchor_change_id,
        one.new_part,
    ) == (
        other.anchor_article_id,
        other.anchor_part_id,
        other.anchor_change_id,
        other.new_part,
    )
