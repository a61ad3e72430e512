"""Operations: what a person decides to do to a provision. Everything else is derived from them.

`at` and `after` are identities (keys) of the present articles, or the key of an insertion; `after`
may be a place that is no provision besides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

NO_TARGETS: Mapping[str, str] = {}


class FixedAnchor(Enum):
    """A place that is no provision. No key is equal to it, whatever it reads: in a text that was
    read the only supplementary part has the key "supplementary"."""

    START = "start"
    SUPPLEMENTARY = "supplementary"


Anchor = str | FixedAnchor
START, SUPPLEMENTARY = FixedAnchor.START, FixedAnchor.SUPPLEMENTARY


def anchor_named(text: str) -> Anchor:
    """The anchor of a name as forms and files have it: "start", "supplementary", or a key."""
    return next((each for each in FixedAnchor if each.value == text), text)


def anchor_text(anchor: Anchor) -> str:
    """The name of an anchor, as `anchor_named` reads it."""
    return anchor.value if isinstance(anchor, FixedAnchor) else anchor


@dataclass(frozen=True, slots=True)
class Insert:
    """A new provision, known by `key` from then on.

    `after` is a provision, an earlier insertion, a part or chapter (first in it), START (first in
    the main part) or SUPPLEMENTARY (a new supplementary part, of the key that `opened_part_key`
    gives and the heading `part_title`). `is_numbered` says whether what opens a part is its
    Article 1 or bears no number; None is as in the parts before. The caption of a chapter is its
    title. `branch` gives it a branch number instead of renumbering what follows.
    `citation_targets` tells, for each address cited in the wording as it was typed, which identity
    was meant, so that it follows later changes; what is not in it is final.
    """

    key: str
    after: Anchor
    caption: str = ""
    body: str = ""
    kind: str = "article"
    branch: bool = False
    part_title: str = ""
    is_numbered: bool | None = None
    citation_targets: Mapping[str, str] = field(default_factory=lambda: NO_TARGETS)


@dataclass(frozen=True, slots=True)
class Replace:
    """New words for a provision; None keeps the caption or the body it has."""

    at: str
    caption: str | None = None
    body: str | None = None
    citation_targets: Mapping[str, str] = field(default_factory=lambda: NO_TARGETS)


@dataclass(frozen=True, slots=True)
class Delete:
    """A provision taken out; with `keep_number` a placeholder stays: "Article 9 (Deleted)"."""

    at: str
    keep_number: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A provision taken from its place and put after another, or first in a part or chapter; a
    Replace of it gives it new words there."""

    at: str
    after: Anchor


Operation = Insert | Replace | Delete | Move
