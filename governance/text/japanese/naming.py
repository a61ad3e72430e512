"""What provisions are called in Japanese: 「附則第9条の2」."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.tree.number import Digits
from governance.text.tree.provision import Kind, Number

SUPPLEMENTARY = "附則"

_UNITS = {
    Kind.CHAPTER: "章",
    Kind.SECTION: "節",
    Kind.SUBSECTION: "款",
    Kind.ARTICLE: "条",
    Kind.PARAGRAPH: "項",
    Kind.ITEM: "号",
    Kind.SUBITEM: "号の細分",
}


def number_words(kind: Kind, number: Number, digits: Digits | None = None) -> str:
    """A number with its level: 「第9条の2」, in the text's `digits` 「第９条の２」."""
    if kind is Kind.SUBITEM:
        return f"号の細分{number}"
    written = [(digits or Digits()).write(part) for part in number]
    branches = "".join(f"の{part}" for part in written[1:])
    return f"第{written[0]}{_UNITS[kind]}{branches}"


def range_words(kind: Kind, first: Number, last: Number) -> str:
    """A range of numbers: 「第3条から第5条まで」."""
    return f"{number_words(kind, first)}から{number_words(kind, last)}まで"


def unnumbered_words(kind: Kind, caption: str) -> str:
    """What has no number: 「番号のない条（議長）」."""
    what = "条" if kind is Kind.ARTICLE else "規定"
    return f"番号のない{what}" + (f"（{caption}）" if caption else "")


def part_words(place: int) -> str:
    """One of several supplementary parts, counted from 1."""
    return f"{SUPPLEMENTARY}（{place}番目）"


def nested_words(names: Sequence[str]) -> str:
    """Names of provisions one inside the other, the widest first: 「第14条第2項」."""
    return "".join(names)


def listed_words(names: Sequence[str]) -> str:
    """Several names: 「第3条、第4条および第6条」."""
    *most, last = names
    return f"{'、'.join(most)}および{last}" if most else last


def captioned_words(name: str, caption: str) -> str:
    """「第14条（議長）」."""
    return f"{name}（{caption}）"


def noun(kind: Kind) -> str:
    """The kind in a word: 「号」."""
    return _UNITS[kind]


def count_words(kind: Kind, count: int) -> str:
    """「2号」, 「5か条」."""
    return f"{count}か条" if kind is Kind.ARTICLE else f"{count}{noun(kind)}"
