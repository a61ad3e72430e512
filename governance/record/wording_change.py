"""What becomes of an article: one wording followed by another, its first, or its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from governance.models import Wording

ChangeKind = Literal["made", "amended", "renumbered", "moved", "ended", "expires"]


@dataclass(frozen=True)
class WordingChange:
    """What is done to an article: its wording before and after, None where there is none."""

    kind: ChangeKind
    before: Wording | None
    after: Wording | None

    @property
    def wording(self) -> Wording:
        """The later of the two."""
        found = self.after or self.before
        assert found is not None  # one of the two is there
        return found


def change_kind(before: Wording | None, wording: Wording) -> ChangeKind:
    """What the step from one wording of an article to another is."""
    if before is None:
        return "made"
    if _words(before) != _words(wording):
        return "amended"
    if before.label != wording.label:
        return "renumbered"
    # The same words at the same place: another day of expiry was adopted.
    return "moved" if before.position != wording.position else "amended"


def _words(wording: Wording) -> Sequence[str]:
    return (wording.caption_ja, wording.caption_en, wording.body_ja, wording.body_en)
