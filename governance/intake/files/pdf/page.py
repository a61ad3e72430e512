"""A page of a PDF as lines of segments, and the lines in the order in which they are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from governance.intake.files.pdf.characters import is_wide
from governance.intake.files.pdf.language_columns import LanguageColumns

# A column is this much of the width of the text at least; a page has this many rows of them.
_NARROWEST, _FEWEST = 0.28, 4
# Wide spaces in a row that are text; a wider gap is the form of the page. Words of so many
# characters are spread with them.
_MOST_SPACES, _SPREAD = 3, 4


@dataclass(frozen=True)
class LineSegment:
    """A part of a line without a wide gap; lengths in points, y from the foot of the page."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


def _space(before: LineSegment, after: LineSegment) -> str:
    """What stands between two segments: as many wide spaces as have room there, 商　　号."""
    left, right = is_wide(before.text[-1]), is_wide(after.text[0])
    if not left and not right:
        return " "
    gap = (after.x0 - before.x1) / max(before.size, after.size)
    is_spread = left and right and len(after.text) <= _SPREAD
    fits = is_spread and gap < _MOST_SPACES + 0.5 and abs(gap - round(gap)) < 0.12
    return "　" * round(gap) if fits else "　"


@dataclass(frozen=True)
class PageLine:
    """A line of a page, or of a column of it; `column` counts from 0."""

    segments: tuple[LineSegment, ...]
    page: int
    column: int = 0

    @property
    def text(self) -> str:
        text = self.segments[0].text
        for before, after in pairwise(self.segments):
            text += _space(before, after) + after.text
        return text

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1

    @property
    def y(self) -> float:
        return self.segments[0].y

    @property
    def size(self) -> float:
        return max(each.size for each in self.segments)


@dataclass(frozen=True)
class PdfPage:
    """The lines of a page from the top."""

    number: int
    height: float
    lines: tuple[PageLine, ...]
    columns: LanguageColumns | None = None


def page_of(number: int, page: Mapping[str, Any]) -> PdfPage:
    """A page as `glyphs` prints it."""
    lines = tuple(
        PageLine(tuple(LineSegment(*segment) for segment in line), number) for line in page["lines"]
    )
    columns = page.get("columns")
    return PdfPage(number, page["height"], lines, LanguageColumns(*columns) if columns else None)


def in_language_columns(page: PdfPage) -> list[tuple[PageLine, str]]:
    """The lines of both columns of a page with two languages, each with its language; "" for those
    that reach over both.
    """
    columns = page.columns
    if columns is None:
        return [(line, "") for line in in_columns(page.lines)]
    found: list[tuple[PageLine, str]] = []
    for line in page.lines:
        left = tuple(each for each in line.segments if each.x0 < columns.gutter)
        right = line.segments[len(left) :]
        if left and left[-1].x1 > columns.gutter + 1.0:
            found.append((line, ""))
            continue
        if left:
            found.append((PageLine(left, line.page, 0), columns.left))
        if right:
            found.append((PageLine(right, line.page, 1), columns.right))
    return found


def in_columns(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines as they are read: column after column, under each line that spans both."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    found: list[PageLine] = []
    sides: tuple[list[PageLine], list[PageLine]] = ([], [])
    for line in lines:
        left = tuple(each for each in line.segments if each.x1 <= gutter)
        right = tuple(each for each in line.segments if each.x0 >= gutter)
        if len(left) + len(right) < len(line.segments):
            found += _taken_lines(sides)
            found.append(line)
            continue
        if left:
            sides[0].append(PageLine(left, line.page, 0))
        if right:
            sides[1].append(PageLine(right, line.page, 1))
    return found + _taken_lines(sides)


def _taken_lines(sides: Iterable[list[PageLine]]) -> list[PageLine]:
    found = [line for side in sides for line in side]
    for side in sides:
        side.clear()
    return found


def _gutter(lines: Sequence[PageLine]) -> float | None:
    """Where the page parts into two columns, None where it does not.

    Between them no line stands but a few that span both, and the second begins at one edge.
    """
    segments = [segment for line in lines for segment in line.segments]
    if not segments:
        return None
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    width = right - left
    starts = sorted({round(s.x0) for s in segments if s.x0 > left + _NARROWEST * width})
    best: tuple[int, float] | None = None
    for start in starts:
        if start > right - _NARROWEST * width:
            break
        gutter = start - 1.0
        first = [s for s in segments if s.x1 <= gutter]
        second = [s for s in segments if s.x0 >= gutter]
        across = len(segments) - len(first) - len(second)
        if across > 0.1 * len(segments) or min(len(first), len(second)) < _FEWEST:
            continue
        reaches_far = (
            min(_right_edge(first, left), _right_edge(second, start)) >= _NARROWEST * width
        )
        if not reaches_far or not _is_edge(start, second) or not _is_filled(first, second):
            continue
        if best is None or across < best[0]:
            best = (across, gutter)
    return best[1] if best else None


def _is_edge(start: float, segments: Sequence[LineSegment]) -> bool:
    """Whether most of the segments begin there."""
    at_edge = sum(abs(s.x0 - start) < 2.5 * s.size for s in segments)
    return at_edge >= 0.7 * len(segments)


def _right_edge(segments: Sequence[LineSegment], start: float) -> float:
    """How far from `start` the segments go to the right."""
    return max(s.x1 for s in segments) - start


def _is_filled(first: Sequence[LineSegment], second: Sequence[LineSegment]) -> bool:
    """Whether both are columns of running text, not labels beside it, or blanks to fill in."""
    widths = [median(s.x1 - s.x0 for s in side) for side in (first, second)]
    return min(widths) > 0.4 * max(widths)
