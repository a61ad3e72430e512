"""What provisions are called in English: "Supplementary Provisions, Article 9-2"."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.tree.provision import Kind, Number

SUPPLEMENTARY = "Supplementary Provisions"


def number_words(kind: Kind, number: Number) -> str:
    """A number with its level: "Article 9-2"."""
    return f"{noun(kind).capitalize()} {number}"


def range_words(kind: Kind, first: Number, last: Number) -> str:
    """A range of numbers: "Articles 3 to 5"."""
    return f"{noun(kind).capitalize()}s {first} to {last}"


def unnumbered_words(kind: Kind, caption: str) -> str:
    """What has no number: "the article without a number (Chairman)"."""
    return f"the {kind} without a number" + (f" ({caption})" if caption else "")


def part_words(place: int) -> str:
    """One of several supplementary parts, counted from 1."""
    return f"{SUPPLEMENTARY} (no. {place})"


def nested_words(names: Sequence[str]) -> str:
    """Names of provisions one inside the other, the widest first: "Article 14, Paragraph 2"."""
    return ", ".join(names)


def listed_words(names: Sequence[str]) -> str:
    """Several names: "Article 3, Article 4 and Article 6"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def captioned_words(name: str, caption: str) -> str:
    """ "Article 14 (Chairman)"."""
    return f"{name} ({caption})"


def noun(kind: Kind) -> str:
    """The kind in a word: "item"."""
    return "sub-item" if kind is Kind.SUBITEM else kind.value


def count_words(kind: Kind, count: int) -> str:
    """ "1 item", "2 items"."""
    return f"{count} {noun(kind)}" if count == 1 else f"{count} {noun(kind)}s"
