"""Rows of tables: lines of several pieces that begin at the same places as those of a neighbour."""

from collections.abc import Sequence
from itertools import pairwise

from governance.intake.files.pdf.characters import is_wide
from governance.intake.files.pdf.page import LineSegment, PageLine
from governance.text.language import Language

# In points, how much the beginnings of a column may differ; in sizes of the type, how far below
# the next row, and the next line of a cell, may stand.
_SAME_PLACE, _CLOSE, _IN_CELL = 3.0, 5.0, 2.2


def table_rows(lines: Sequence[PageLine], rules: Language) -> dict[int, str]:
    """The text of each row of a table by its line, from 0, its cells parted by tabs; "" for lines
    that go on in a cell of the row above. A number beside its provision makes no row.
    """
    several = [at for at, line in enumerate(lines) if _may_be_row(line, rules)]
    following_row = {
        at: following
        for at, following in pairwise(several)
        if _are_aligned(lines[at], lines[following])
        and _go_on(lines[at], lines[at + 1 : following])
    }
    in_table = {*following_row, *following_row.values()}
    found: dict[int, str] = {}
    for at in sorted(in_table):
        cells = [segment.text for segment in lines[at].segments]
        below = at + 1
        while below < len(lines) and below not in in_table and _go_on(lines[at], [lines[below]]):
            if at not in following_row and abs(lines[below].x0 - lines[at].x0) < _SAME_PLACE:
                break  # below the last row what begins there may be the next paragraph
            _add_to_cells(cells, lines[at], lines[below])
            found[below] = ""
            below += 1
        found[at] = "\t".join(cells)
    return found


def _may_be_row(line: PageLine, rules: Language) -> bool:
    """Whether it has several pieces, and the first is no head and no mark of a provision."""
    if len(line.segments) < 2:
        return False
    first = line.segments[0].text
    if rules.head(first) is not None or rules.is_caption(first):
        return False
    return not rules.enumerators(first) and not rules.enumerators(f"{first} a")


def _are_aligned(one: PageLine, other: PageLine) -> bool:
    if (one.page, one.column) != (other.page, other.column):
        return False
    if one.y - other.y > _CLOSE * one.size:
        return False
    return any(_column(other, segment) > 0 for segment in one.segments[1:])


def _go_on(row: PageLine, lines: Sequence[PageLine]) -> bool:
    """Whether the lines go on in cells of the row."""
    above = row
    for line in lines:
        is_near = (line.page, line.column) == (row.page, row.column)
        if not is_near or above.y - line.y > _IN_CELL * row.size:
            return False
        if any(_column(row, segment) < 0 for segment in line.segments):
            return False
        above = line
    return True


def _column(row: PageLine, segment: LineSegment) -> int:
    """Which cell of the row begins where the piece does, -1 for none."""
    starts = [each.x0 for each in row.segments]
    return next((at for at, x in enumerate(starts) if abs(segment.x0 - x) < _SAME_PLACE), -1)


def _add_to_cells(cells: list[str], row: PageLine, line: PageLine) -> None:
    for segment in line.segments:
        at = _column(row, segment)
        gap = "" if is_wide(cells[at][-1]) or is_wide(segment.text[0]) else " "
        cells[at] += gap + segment.text
