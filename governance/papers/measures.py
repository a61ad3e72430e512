"""How much room the lines of a paper take, about: what decides where a page may end."""

from unicodedata import east_asian_width

from governance.papers.lines import label_of
from governance.text.table.rows import Cell, CellLine, Row

# A column holds some 26 full-width signs a line; a row of a quarter of a page stays on one page.
COLUMN = 52
LONGEST_WHOLE = 12
WIDEST_INDENT = 6


def width(text: str) -> int:
    """The width of a text in half-width signs."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def lines_of(line: CellLine) -> int:
    """How many lines of a column a line takes."""
    return 1 + max(0, width(line.text) - 1) // COLUMN


def height(cell: Cell) -> int:
    """How many lines a cell takes."""
    return sum(lines_of(line) for line in cell.lines)


def is_short(row: Row) -> bool:
    """Whether a row stays on one page.

    A short row that ran over a page would leave one of its cells empty there, which reads as
    nothing being proposed, or nothing being there at present.
    """
    return max(height(row.present), height(row.proposed)) <= LONGEST_WHOLE


def is_heading(row: Row) -> bool:
    """Whether a row is about the heading of a chapter or section."""
    first = row.present.first or row.proposed.first or ""
    return row.kind == "chapter" or first.startswith(("chapter:", "section:"))


def indent_of(line: CellLine) -> int:
    """How far a line hangs by its mark, in full-width signs; 0 for what has none.

    （１） and (10) hang as far as (2), so that all items of a list begin in one line.
    """
    wide = width(label_of(line))
    if not wide:
        return 0
    return 2 if wide <= 5 else min((wide + 1) // 2, WIDEST_INDENT)
