"""A head with what stands below it, before the tree is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from governance.text.language import Head
from governance.text.tree.lines import RawLine
from governance.text.tree.provision import Piece


@dataclass(slots=True)
class TextUnit:
    """A head with its lines, before the tree is made."""

    head: Head | None
    pieces: list[Piece] = field(default_factory=list)
    lines: list[RawLine] = field(default_factory=list)
