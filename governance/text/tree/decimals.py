"""Labels that say the numbers of what holds them too: 1.1 in 1, and 1.1.2 in 1.1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from governance.text.patterns import pattern
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

_NUMERAL = r"[0-9０-９]{1,3}[A-Z]?"
_DECIMAL = pattern(rf"(?P<numbers>{_NUMERAL}(?:[.．]{_NUMERAL})+)[.．]?")
_BARE = pattern(r"[0-9０-９]{1,3}[A-Z]?[.．]?")


class Decimals(Enum):
    """How far a text counts by decimals."""

    NONE = "none"
    BELOW_ARTICLES = "below articles"
    """1.1 stands in Article 1."""
    WHOLE = "whole"
    """1.1 stands in 1."""


def decimal_parts(label: str) -> list[str]:
    """The numerals of a label that counts by decimals: "1", "1" and "2" of "1.1.2"; none of any
    other."""
    match = _DECIMAL.fullmatch(label)
    return re.split("[.．]", match["numbers"]) if match else []


def with_parts(label: str, parts: Sequence[str]) -> str:
    """The label with other numerals, its signs as they are."""
    signs = iter(parts)
    return re.sub(_NUMERAL, lambda match: next(signs, match.group()), label)


def is_decimal(provision: Provision) -> bool:
    """Whether a provision is labelled by decimals, or as an article of a text that is."""
    label = provision.label
    return bool(decimal_parts(label)) or (
        provision.kind is Kind.ARTICLE and bool(_BARE.fullmatch(label))
    )


def decimals_of(articles: ArticlesOfIncorporation) -> Decimals:
    """How far the articles count by decimals."""
    if not any(decimal_parts(each.label) for each in articles.walk() if each.label):
        return Decimals.NONE
    labels = [unit.label for _, unit in articles.units() if unit.kind is Kind.ARTICLE]
    is_whole = any(_BARE.fullmatch(each) for each in labels)
    return Decimals.WHOLE if is_whole else Decimals.BELOW_ARTICLES
