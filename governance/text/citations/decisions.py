"""What a person decided where the program was unsure whose a citation is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from governance.text.language import Reference
from governance.text.owner import Owner, Whose

DECIDED = "decided"
"""The rule of an owner that a person decided."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whose the citation `citation` in the line `line` of the provision with identity `at` is.

    It stands as long as these words stand. Where a line has the same citation several times, it is
    about all of them.
    """

    at: str
    line: str
    citation: str
    whose: Whose


def decided(
    references: Sequence[Reference], at: str, line: str, decisions: Iterable[Decision]
) -> list[Reference]:
    """The citations of a line of provision `at`, the unsure ones as a person decided."""
    whose = {each.citation: each.whose for each in decisions if (each.at, each.line) == (at, line)}
    return [
        replace(each, owner=_decided(each.owner, whose[each.text]))
        if each.owner.whose is Whose.UNSURE and each.text in whose
        else each
        for each in references
    ]


def _decided(owner: Owner, whose: Whose) -> Owner:
    return Owner(whose, owner.name, owner.at, DECIDED)
