"""Numbers in the margin that count the lines of a page: none of them is wording."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from governance.intake.files.pdf.page import LineSegment, PageLine, PdfPage

_FEWEST = 5
# Of the lines of a page so many have a number where every line is counted.
_NEARLY_ALL = 0.9
# In points: how much the ends of the numbers may differ.
_EDGE = 3.0


def without_margin_numbers(pages: Sequence[PdfPage]) -> tuple[list[PdfPage], int]:
    """The pages without such numbers, and how many there were.

    They stand in a column of their own beside everything else of the page, count by one on every
    line or by five, ten, … at equal distances, and do so on each page with enough lines. Numbers
    of items stand beside some of the lines alone.
    """
    kept: list[PdfPage] = []
    gone = 0
    for page in pages:
        for side in (0, -1):
            numbered = _numbered(page, side)
            if numbered:
                gone += len(numbered)
                kept.append(_without(page, numbered, side))
                break
        else:
            if len(page.lines) >= 2 * _FEWEST:
                return list(pages), 0
            kept.append(page)
    return kept, gone


def _without(page: PdfPage, numbered: Sequence[PageLine], side: int) -> PdfPage:
    found = []
    for line in page.lines:
        if not any(line is each for each in numbered):
            found.append(line)
        elif len(line.segments) > 1:
            rest = line.segments[1:] if side == 0 else line.segments[:-1]
            found.append(replace(line, segments=rest))
    return replace(page, lines=tuple(found))


def _numbered(page: PdfPage, side: int) -> list[PageLine]:
    """The lines of the page with a number at that side (0: left, -1: right) that counts lines."""
    others = [
        segment for line in page.lines for segment in line.segments if not segment.text.isdecimal()
    ]
    if not others:
        return []
    left, right = min(each.x0 for each in others), max(each.x1 for each in others)
    found = [line for line in page.lines if _is_beside(line.segments[side], left, right, side)]
    if len(found) < _FEWEST:
        return []
    numbers = [line.segments[side] for line in found]
    edges = [each.x1 for each in numbers]
    is_one_column = max(edges) - min(edges) < _EDGE or side == -1
    counted = [int(each.text) for each in numbers]
    steps = {after - before for before, after in pairwise(counted)}
    if not is_one_column or len(steps) != 1:
        return []
    (step,) = steps
    if step == 1:
        return found if len(found) >= _NEARLY_ALL * len(page.lines) else []
    drops = [before.y - after.y for before, after in pairwise(found)]
    is_even = max(drops) - min(drops) < 0.3 * min(drops)
    return found if step in (2, 5, 10) and is_even else []


def _is_beside(segment: LineSegment, left: float, right: float, side: int) -> bool:
    """Whether it is a number beside the text; one at the foot, of the page, stands below it."""
    outside = segment.x1 <= left if side == 0 else segment.x0 >= right
    return outside and segment.text.isdecimal()
