"""Whose a citation is. Said by whoever makes a citation: there is no default."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from governance.text.tree.decimals import Decimals


class Whose(Enum):
    """Whose provision a citation names.

    OURS: one of these articles. OTHER: of a law or another document. PAST: of these articles as
    they once were. UNSURE: of these articles or of something else, which a person must decide.
    Only what is OURS is resolved and followed; the rest is left to the letter.
    """

    OURS = "ours"
    OTHER = "other"
    PAST = "past"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a citation is, and why.

    `name` is what the text calls the owner ("the Bank Act"), "" where it says nothing; `at` where
    those words stand in the line; `rule` the name of the rule that decided.
    """

    whose: Whose
    name: str
    at: tuple[int, int]
    rule: str


def nothing_said(at: int) -> Owner:
    """The owner of a citation at which no other document is named: these articles."""
    return Owner(Whose.OURS, "", (at, at), "nothing-said")


@dataclass(frozen=True, slots=True)
class OwnText:
    """What a text says of itself, by which its rules tell its own name from others'.

    `titles` are the lines of its title; `captions` what its provisions are called; `lead` what
    stands above the line that is looked at: the caption of its article, the words before its items;
    `decimals` how far it counts by decimals.
    """

    titles: tuple[str, ...] = ()
    captions: frozenset[str] = frozenset()
    lead: str = ""
    decimals: Decimals = Decimals.NONE


UNTITLED = OwnText()

MOST_CITATIONS = 2_000
"""A line of more is no wording of a provision: it is not asked whose its citations are."""


def not_asked(at: int) -> Owner:
    """The owner of a citation in a line that has too many."""
    return Owner(Whose.UNSURE, "", (at, at), "too-many")
