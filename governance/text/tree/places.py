"""Where everything stands in the articles: looked up once, asked often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from governance.text.patterns import pattern
from governance.text.tree.number import IROHA, KANA, style_of
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    Number,
    Provision,
)

_LETTERED = pattern(r"[(（]?[A-Za-z]+[.)）]?")


def is_kana(label: str) -> bool:
    """Whether a label counts by kana: イ, （ロ）."""
    return style_of(label.strip("（）(). 　")) in (IROHA, KANA)


@dataclass(slots=True)
class Places:
    """Where everything stands in the articles: parents, siblings and numbers, looked up once."""

    articles: ArticlesOfIncorporation
    _by_number: dict[tuple[str, Kind, Number], Provision] = field(default_factory=dict)
    _position: dict[str, tuple[str, int]] = field(default_factory=dict)
    _siblings: dict[tuple[str, Kind], list[Provision]] = field(default_factory=dict)
    _path: dict[str, tuple[Provision, ...]] = field(default_factory=dict)
    _heading: dict[tuple[str, Kind], Provision] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for part in self.articles.parts:
            self._enter(part, ())
            self._enter_headings(part)

    def _enter(self, parent: Provision, above: tuple[Provision, ...]) -> None:
        path = (*above, parent)
        self._path[parent.key] = path
        for child in parent.children:
            siblings = self._siblings.setdefault((parent.key, child.kind), [])
            self._position[child.key] = (parent.key, len(siblings))
            siblings.append(child)
            for number in child.numbers:
                self._by_number.setdefault((parent.key, child.kind, number), child)
            self._enter(child, path)

    def _enter_headings(self, part: Provision) -> None:
        """Under which chapter, and section of a chapter, each unit of the part stands: headings
        are flat among what they govern."""
        current: dict[Kind, Provision] = {}
        for unit in part.children:
            if unit.kind is Kind.CHAPTER:
                current = {Kind.CHAPTER: unit}
            elif unit.kind in HEADINGS:
                current.pop(Kind.SUBSECTION, None)
                if unit.kind is Kind.SECTION:
                    current.pop(Kind.SECTION, None)
                for heading in current.values():
                    self._enter_below(heading, unit)
                self._count_within([part, *current.values()][-1], unit)
                current[unit.kind] = unit
            elif unit.kind is Kind.ARTICLE:
                for heading in current.values():  # "Chapter II, Article 5"
                    self._enter_below(heading, unit)
            for kind, heading in current.items():
                self._heading[(unit.key, kind)] = heading

    def _count_within(self, heading: Provision, unit: Provision) -> None:
        """Counts a section among those of its chapter, a subsection among those of its section."""
        siblings = self._siblings.setdefault((heading.key, unit.kind), [])
        if self._position[unit.key][0] == heading.key:
            return
        self._position[unit.key] = (heading.key, len(siblings))
        siblings.append(unit)

    def _enter_below(self, heading: Provision, unit: Provision) -> None:
        for number in unit.numbers:
            self._by_number.setdefault((heading.key, unit.kind, number), unit)

    def path(self, key: str) -> tuple[Provision, ...]:
        """The part, the unit and whatever else holds a provision, and the provision itself."""
        return self._path[key]

    def enclosing(self, key: str, kind: Kind) -> Provision | None:
        """The provision of that kind that holds this one, itself included, or the heading of that
        kind that it stands under."""
        path = self._path[key]
        found = next((each for each in reversed(path) if each.kind is kind), None)
        return found or (self._heading.get((path[1].key, kind)) if len(path) > 1 else None)

    def part_of(self, key: str) -> Provision:
        return self._path[key][0]

    def child(self, parent: Provision, kind: Kind, number: Number) -> Provision | None:
        """The child of a kind and number. An item may be cited by the article that has it in its
        only paragraph with items; where the paragraphs themselves are lettered, "Section 4.6(b)"
        is the second of them."""
        found = self._by_number.get((parent.key, kind, number))
        if found is None and kind is Kind.SUBITEM and parent.kind is Kind.PARAGRAPH:
            return self._by_letter(parent, number)
        if found is None and kind is Kind.ITEM and parent.kind in (Kind.ARTICLE, Kind.SECTION):
            with_items = [each for each in parent.children if each.children]
            if len(with_items) == 1:
                found = self._by_number.get((with_items[0].key, kind, number))
            if found is None:
                paragraph = self._by_number.get((parent.key, Kind.PARAGRAPH, number))
                if paragraph and _LETTERED.fullmatch(paragraph.label):
                    return paragraph
        return found

    def _by_letter(self, paragraph: Provision, number: Number) -> Provision | None:
        """What is cited by a letter alone (イ) in a paragraph: the item that has the letter, or the
        sub-item of the only item with sub-items."""
        items = self.children_of_kind(paragraph, Kind.ITEM)
        lettered = (each for each in items if each.number == number and is_kana(each.label))
        holders = [each for each in items if each.children]
        below = self._by_number.get((holders[0].key, Kind.SUBITEM, number)) if holders else None
        return next(lettered, below if len(holders) == 1 else None)

    def siblings(self, provision: Provision) -> tuple[Sequence[Provision], int]:
        """The provisions of its kind under its parent, and its place among them."""
        parent, place = self._position[provision.key]
        return self._siblings[(parent, provision.kind)], place

    def children_of_kind(self, parent: Provision, kind: Kind) -> Sequence[Provision]:
        return self._siblings.get((parent.key, kind), ())
