"""Changes whose article reads otherwise than when they were written: another amendment was
recorded, a correction was made, or the day of the present text moved.

A change names its article by identity, so that it is carried over; where the wording under it
changed, a person decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from governance.models import Wording
from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows
from proposals.models import Change

_WORDS = ("caption_ja", "caption_en", "body_ja", "body_en")
_CHANGED = Message(
    "the present wording has changed since its change was written. Keep the change or take it"
    " back.",
    "この変更を作成した後に現行の条文が変わっています。変更を維持するか、取り消してください。",
)


@dataclass(frozen=True)
class ChangedUnder:
    """A change, the wording that it was written over, and the one that stands now; None where the
    present articles no longer have it.
    """

    change: Change
    was: Wording
    now: Wording | None


def changed_under(rows: DraftRows) -> tuple[ChangedUnder, ...]:
    """Those of a draft that nobody has decided, in the order of its changes. A query where there
    may be some, none where nothing was recorded since.
    """
    standing = {one.article_id: one for one in rows.wordings}
    doubtful = [
        one
        for one in rows.changes
        if one.over_wording_id is not None
        and one.over_wording_id != getattr(standing.get(one.target_id or 0), "pk", None)
    ]
    if not doubtful:
        return ()
    was = Wording.objects.in_bulk([one.over_wording_id for one in doubtful])
    return tuple(_differing(doubtful, was, standing))


def amended_later(rows: DraftRows) -> tuple[Wording, ...]:
    """The wordings that the changes are about and that an amendment has ended which was adopted
    after the day of the present text: the draft does not know of it yet.
    """
    targets = {one.target_id for one in rows.changes if one.target_id is not None}
    return tuple(
        one for one in rows.wordings if one.article_id in targets and one.ended_on is not None
    )


def check_changed_under(rows: DraftRows) -> Iterator[Finding]:
    """An error for each that has its article still; without it the change has lost its place."""
    for one in changed_under(rows):
        if one.now is not None:
            key = key_of(one.change)
            yield Finding("present-changed", ERROR, "proposed", "", _CHANGED, key)


def _differing(
    changes: list[Change], was: dict[int | None, Wording], standing: dict[int, Wording]
) -> Iterator[ChangedUnder]:
    for change in changes:
        old, now = was[change.over_wording_id], standing.get(change.target_id or 0)
        if now is None or any(getattr(old, name) != getattr(now, name) for name in _WORDS):
            yield ChangedUnder(change, old, now)
