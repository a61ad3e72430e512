"""Word's automatic numbering: the marks that stand in no paragraph and are counted again at each
opening (ECMA-376 part 1, clause 17.9).
"""

import re
from dataclasses import dataclass, field
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from governance.intake.files.word.archive import children
from governance.intake.files.word.names import attribute, child, is_on, local_name, whole_number
from governance.intake.files.word.numerals import write_number

LEVELS = 9
_BULLET = "・"
_LONGEST = 200
"""Characters around a number: Word has room for 31; a longer one would be written all over."""
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class ListLevel:
    """One level of a list: from where it counts, how, and what stands around the number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    after: str = "tab"
    restarts_after: int | None = None
    """The level (from 1) whose next number begins this one again; None: any higher one; 0: none."""
    is_legal: bool = False
    style: str = ""


@dataclass
class _List:
    """A numbering instance: the levels it has, whose counters it shares, and where it starts
    again.
    """

    counter: str
    levels: dict[int, ListLevel]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        abstract = {
            attribute(each, "abstractNumId"): each
            for each in children(numbering)
            if local_name(each) == "abstractNum"
        }
        numbers = {
            attribute(each, "numId"): each
            for each in children(numbering)
            if local_name(each) == "num"
        }
        by_style = {
            attribute(each, "styleId"): attribute(child(each, "pPr", "numPr", "numId"))
            for each in children(styles)
            if local_name(each) == "style" and attribute(each, "type") == "numbering"
        }
        self._lists: dict[str, _List] = {}
        for key, number in numbers.items():
            made = _list_of(number, abstract, numbers, by_style)
            if made is not None:
                self._lists[key] = made
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of(self, number: str, style: str) -> int:
        """The level that a paragraph style stands for in that list, 0 where it says nothing."""
        found = self._lists.get(number)
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def mark(self, number: str, at: int, text: str = "") -> str:
        """Counts on, and gives the mark of the paragraph with the gap after it: "第1条　".

        `text` is what stands after it: "2　前項の", but "2. The".
        """
        found = self._lists.get(number)
        if found is None or at not in found.levels:
            return ""
        level = found.levels[at]
        counts = self._counts.setdefault(found.counter, [None] * LEVELS)
        if at in found.starts and (number, at) not in self._begun:
            self._begun.add((number, at))
            counts[at] = found.starts[at]
        else:
            before = counts[at]
            counts[at] = level.start if before is None else before + 1
        for below in range(at + 1, LEVELS):
            restarts = found.levels.get(below, ListLevel()).restarts_after
            if restarts is None or 0 < restarts >= at + 1:
                counts[below] = None
        mark = self._text(found, counts, level)
        return mark + _gap(level, mark, text) if mark else ""

    def _text(self, found: _List, counts: list[int | None], level: ListLevel) -> str:
        if level.form == "bullet":
            return _BULLET

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = found.levels.get(at, ListLevel())
            count = counts[at]
            form = "decimal" if level.is_legal and other.form != "none" else other.form
            return write_number(other.start if count is None else count, form)

        return _PLACE.sub(number, level.text)


def _gap(level: ListLevel, mark: str, text: str) -> str:
    if level.after == "nothing":
        return ""
    if level.after == "space":
        return " "
    is_wide = east_asian_width(text.lstrip()[:1] or " ") in ("W", "F")
    return "　" if is_wide or not mark.isascii() else " "


def _list_of(
    number: Element,
    abstract: dict[str, Element],
    numbers: dict[str, Element],
    by_style: dict[str, str],
) -> _List | None:
    counter = attribute(child(number, "abstractNumId"))
    definition = abstract.get(counter)
    link = attribute(child(definition, "numStyleLink"))
    if link:
        # The levels are those of the numbering style; it names a list, which names the levels.
        counter = attribute(child(numbers.get(by_style.get(link, "")), "abstractNumId"))
        definition = abstract.get(counter)
    if definition is None:
        return None
    levels = {
        whole_number(attribute(each, "ilvl"), 0): _level(each)
        for each in definition
        if local_name(each) == "lvl"
    }
    starts: dict[int, int] = {}
    for override in number:
        if local_name(override) != "lvlOverride":
            continue
        at = whole_number(attribute(override, "ilvl"), 0)
        own = child(override, "lvl")
        if own is not None:
            levels[at] = _level(own)
        start = child(override, "startOverride")
        if start is not None:
            starts[at] = whole_number(attribute(start), 1)
    kept = {at: level for at, level in levels.items() if 0 <= at < LEVELS}
    return _List(counter, kept, starts)


def _level(element: Element) -> ListLevel:
    restart = child(element, "lvlRestart")
    form = child(element, "numFmt")
    if form is None:
        # A format that older programs do not know stands in a choice of two.
        form = child(element, "AlternateContent", "Fallback", "numFmt")
    start = child(element, "start")
    return ListLevel(
        start=whole_number(attribute(start), 0) if start is not None else 0,
        form=attribute(form) or "decimal",
        text=attribute(child(element, "lvlText"))[:_LONGEST],
        after=attribute(child(element, "suff")) or "tab",
        restarts_after=None if restart is None else whole_number(attribute(restart), 0),
        is_legal=is_on(child(element, "isLgl")),
        style=attribute(child(element, "pStyle")),
    )
