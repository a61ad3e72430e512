"""Rows of a comparison table that run over a page: parted at its end, and named again on the next.

WeasyPrint breaks the cells of a row each by itself, inside a paragraph if need be, and cannot say
on the next page whose words go on there. So some rows at a time are laid out; the first that runs
over a page is made two rows in the markup, of which the second begins a page with the number of its
article; what follows is laid out from there.
"""

from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, tostring

from governance.papers.laid_out import PARAGRAPH, ROW, PrintedPage, printed_pages
from governance.papers.measures import COLUMN, width
from governance.papers.row_parts import classes_of, cuts_of, second_part
from governance.papers.vocabulary import PaperVocabulary

# So many lines are laid out at a time, about two pages; more where they do not fill one.
_LINES_AT_A_TIME = 100

LayOut = Callable[[str], Any]


def document_with_continued_rows(markup: str, words: PaperVocabulary, lay_out: LayOut) -> Any:
    """The `weasyprint.Document` of `markup`, in which each part of a row is named."""
    from weasyprint import HTML

    root = HTML(string=markup).etree_element
    if not _rows_of(root):
        return lay_out(markup)
    return _Continuing(root, words, lay_out).document()


class _Continuing:
    """The rows of all comparison tables of a paper; those before `first` are settled."""

    def __init__(self, root: Element, words: PaperVocabulary, lay_out: LayOut) -> None:
        self.root, self.words, self.lay_out = root, words, lay_out
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.rows = _rows_of(root)
        self.first = 0
        self.left_alone: list[Element] = []

    def document(self) -> Any:
        lines = _LINES_AT_A_TIME
        while True:
            _number(self.rows)
            last = self._last(lines)
            document = self.lay_out(_html(_window(self.root, self.first, last)))
            is_to_the_end = last == len(self.rows) - 1
            pages = printed_pages(document)
            start = self._after_first_parting(pages)
            if start is None and is_to_the_end:
                return document if self.first == 0 else self.lay_out(_html(self.root))
            if start is None:
                start = _first_row_of_last_page(pages)
            if start > self.first:
                self.first, lines = start, _LINES_AT_A_TIME
            else:
                lines *= 2

    def _last(self, lines: int) -> int:
        """The last row to lay out from the first that is not settled."""
        for number in range(self.first, len(self.rows)):
            lines -= _height(self.rows[number])
            if lines <= 0:
                return number
        return len(self.rows) - 1

    def _after_first_parting(self, pages: list[PrintedPage]) -> int | None:
        """Part the first row that runs over a page; the row that then begins one, if there is."""
        for page, after in pairwise(pages):
            for number in sorted(page.rows.keys() & after.rows.keys()):
                row = self.rows[number]
                if row in self.left_alone:
                    continue
                if cuts := cuts_of(row, number, page, after):
                    self._insert(number + 1, second_part(row, cuts, self.words))
                    return number + 1
                if (start := self._moved(number)) is not None:
                    return start
                self.left_alone.append(row)
        return None

    def _insert(self, number: int, part: Element) -> None:
        before = self.rows[number - 1]
        body = self.parents[before]
        body.insert(list(body).index(before) + 1, part)
        self.parents[part] = body
        self.rows.insert(number, part)

    def _moved(self, number: int) -> int | None:
        """Begin a page with a row of which nothing fits, and with the chapter heading above it."""
        while number > self.first and "chapter" in classes_of(self.rows[number - 1]):
            number -= 1
        row = self.rows[number]
        # The first row of a table stays with its head; that of a page would be there already.
        if number == self.first or row is self.parents[row][0]:
            return None
        row.set("style", "break-before: page")
        return number


def _rows_of(root: Element) -> list[Element]:
    return [
        row
        for table in root.iter("table")
        if "comparison" in classes_of(table)
        for row in table.iterfind("tbody/tr")
    ]


def _number(rows: list[Element]) -> None:
    for count, row in enumerate(rows):
        row.set(ROW, str(count))
        for cell in row.iterfind("td"):
            for place, paragraph in enumerate(cell.iterfind("p")):
                paragraph.set(PARAGRAPH, str(place))


def _height(row: Element) -> int:
    """About how many lines a row takes."""
    return max(
        sum(1 + width("".join(line.itertext())) // COLUMN for line in cell.iterfind("p"))
        for cell in row.iterfind("td")
    )


def _first_row_of_last_page(pages: list[PrintedPage]) -> int:
    """The row that the last page begins with; -1 where it goes on from the page before."""
    if len(pages) < 2 or not pages[-1].rows:
        return -1
    first = min(pages[-1].rows)
    return -1 if first in pages[-2].rows else first


def _html(root: Element) -> str:
    return "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html")


def _window(root: Element, first: int, last: int) -> Element:
    """The document without what stands before the row `first` and behind the row `last`."""
    window = deepcopy(root)
    rows = _rows_of(window)
    parents = {child: parent for parent in window.iter() for child in parent}
    if last < len(rows) - 1:
        for child, parent in _ancestry(rows[last], parents):
            del parent[list(parent).index(child) + 1 :]
    if first > 0:
        for child, parent in _ancestry(rows[first], parents):
            for each in list(parent)[: list(parent).index(child)]:
                if each.tag != "thead":
                    parent.remove(each)
            # Margins are kept at the head of the first page, and not at that of a later one.
            parent.set("style", "margin-top: 0")
    return window


def _ancestry(row: Element, parents: dict[Element, Element]) -> list[tuple[Element, Element]]:
    """An element and what holds it, again and again, up to the body."""
    found, child = [], row
    while child.tag != "body":
        found.append((child, parents[child]))
        child = parents[child]
    return found
