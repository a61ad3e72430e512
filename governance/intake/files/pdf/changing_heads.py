"""Running heads that change from page to page: the chapter, the articles on the page."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from governance.intake.files.pdf.page import PageLine, PdfPage

_FEWEST_PAGES, _FEWEST_LINES = 3, 3
# Of the pages so many have such a line (left and right ones may differ); of those lines so many
# stand apart and say what is said elsewhere.
_ON_MANY, _NEARLY_ALL = 0.4, 0.8
# In points, in drops from line to line, in sizes of the type.
_SAME_HEIGHT, _APART, _SMALLER = 3.0, 1.6, 0.9
_LONGEST = 60
_PAGE = re.compile(r"^[-－\s]*[0-9０-９]{1,4}[-－]?\s+|\s+[-－]?[0-9０-９]{1,4}[-－\s]*$")
_SPACES = re.compile(r"\s+")
# 第1条～第5条, Articles 1–5
_RANGE = re.compile(
    r".*第[0-9０-９一二三四五六七八九十百]+条\s*[～~〜\-－–—―]\s*第?[0-9０-９一二三四五六七八九十百]+条?.*"
    r"|.*\b(?:Articles?|Arts?\.|Sections?)\s*[0-9]+\s*(?:[-–—~]|to)\s*(?:Article\s*)?[0-9]+\W*"
)


def changing_heads(pages: Sequence[PdfPage]) -> list[PageLine]:
    """The first or the last lines of pages that are running heads or feet, however they change.

    On many pages such a line stands at the same height and apart from the text, and is set smaller
    than it, or repeats a line of it, or names a range of articles.
    """
    return [
        line for end, neighbour in ((0, 1), (-1, -2)) for line in _at_end(pages, end, neighbour)
    ]


def _at_end(pages: Sequence[PdfPage], end: int, neighbour: int) -> list[PageLine]:
    filled = [page for page in pages if len(page.lines) >= _FEWEST_LINES]
    if len(filled) < _FEWEST_PAGES:
        return []
    height = median(page.lines[end].y for page in filled)
    level = [page for page in filled if abs(page.lines[end].y - height) < _SAME_HEIGHT]
    if len(level) < max(_FEWEST_PAGES, _ON_MANY * len(filled)):
        return []
    pitch = _pitch(filled)
    apart = [
        page
        for page in level
        if abs(page.lines[end].y - page.lines[neighbour].y) > _APART * pitch
        and len(page.lines[end].text) <= _LONGEST
        and not page.lines[end].text.endswith("。")
        and _is_outer(page.lines[end], page)
    ]
    lines = [page.lines[end] for page in apart]
    size = median(line.size for page in filled for line in page.lines)
    elsewhere = _texts(pages, end)
    alike = sum(_is_running(line, size, elsewhere) for line in lines)
    is_running = len(lines) >= _NEARLY_ALL * len(level) and alike >= _NEARLY_ALL * len(lines)
    return lines if is_running else []


def _is_running(line: PageLine, size: float, elsewhere: set[str]) -> bool:
    if line.size < _SMALLER * size or _RANGE.fullmatch(line.text):
        return True
    return _bare(line.text) in elsewhere


def _texts(pages: Sequence[PdfPage], end: int) -> set[str]:
    """What the other lines of the pages say, without spaces."""
    return {
        _bare(line.text)
        for page in pages
        for line in (page.lines[1:] if end == 0 else page.lines[:-1])
    }


def _bare(text: str) -> str:
    """Without spaces, and without the number of the page beside it."""
    return _SPACES.sub("", _PAGE.sub("", text))


def _pitch(pages: Sequence[PdfPage]) -> float:
    drops = [one.y - other.y for page in pages for one, other in pairwise(page.lines)]
    return median([drop for drop in drops if drop > 0] or [0.0])


def _is_outer(line: PageLine, page: PdfPage) -> bool:
    return line.y > page.height * 5 / 6 or line.y < page.height / 6
