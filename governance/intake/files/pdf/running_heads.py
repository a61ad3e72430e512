"""What stands on every page and belongs to none: running heads, running feet, page numbers.

A line is one where the same line stands on other pages at the same height, or where it is a number
that counts with the pages. Nothing else is taken away.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from governance.intake.files.pdf.page import PageLine, PdfPage
from governance.text.tree.number import ROMAN, SMALL_ROMAN, read_numeral

_LINES_LOOKED_AT = 3
"""Lines from the top and from the foot that are looked at."""
_HEIGHT = 6.0
"""Points that the height of one line may differ from page to page."""
_NUMBER = re.compile(
    r"[-－−–—―‐‑ー─~〜～(\[<〈（・ 　]*(?:(?:[Pp]age|P\.|p\.|第)[ 　]*)?"
    r"(?P<number>[0-9０-９]{1,4}|[ivxlcIVXLC]{1,7})"
    r"[ 　]*(?:(?:/|／|of)[ 　]*(?:[0-9０-９]{1,4})|ページ|頁)?[-－−–—―‐‑ー─~〜～)\]>〉）・ 　]*"
)
_NUMBER_ALONE = re.compile(r"[0-9０-９]{1,4}")
_DIGITS = re.compile(r"[0-9０-９]+")
# What is no page number however it counts: 第1条, Article 1. Shorter lines are left to `_NUMBER`.
_HEAD = re.compile(
    r"[（(]?第[^ページ頁]*[章節款条項号]|(?:article|chapter|section)\b", re.IGNORECASE
)
_SHORTEST = 4
_SENTENCE_END = ("。", "；")
"""No running head ends so: two pages may begin with the end of the same sentence."""


def without_running(pages: Sequence[PdfPage]) -> tuple[list[PdfPage], list[str]]:
    """The pages without those lines, and the different texts among what was taken away."""
    edges = {page.number: list(_edges(page)) for page in pages}
    gone = [
        line
        for page in pages
        for line in edges[page.number]
        if _is_repeated(line, page, edges) or _counts(line, page, edges, len(pages))
    ]
    return [without_lines(page, gone) for page in pages], [line.text for line in gone]


def without_lines(page: PdfPage, gone: Iterable[PageLine]) -> PdfPage:
    """The page without those of the lines that are of it."""
    keys = {id(line) for line in gone}
    return replace(page, lines=tuple(line for line in page.lines if id(line) not in keys))


def _edges(page: PdfPage) -> Iterator[PageLine]:
    seen: set[int] = set()
    for line in (*page.lines[:_LINES_LOOKED_AT], *page.lines[-_LINES_LOOKED_AT:]):
        if id(line) not in seen:
            seen.add(id(line))
            yield line


def _is_repeated(line: PageLine, page: PdfPage, edges: dict[int, list[PageLine]]) -> bool:
    """Whether half of the pages, or the neighbours (left and right ones differ), have it too."""
    if line.text.endswith(_SENTENCE_END):
        return False
    same = [
        number
        for number, lines in edges.items()
        if any(
            abs(each.y - line.y) < _HEIGHT and _is_alike(line.text, each.text, number - page.number)
            for each in lines
        )
    ]
    return len(same) >= max(2, len(edges) / 3) and _is_outer(line, page)


def _is_alike(text: str, other: str, pages: int) -> bool:
    """Whether the other, so many pages on, says the same, or the same with its page number."""
    if text == other:
        return True
    words, others = _DIGITS.split(text), _DIGITS.split(other)
    if words != others or len(text) < _SHORTEST or _HEAD.match(text):
        return False
    steps = {
        int(there) - int(here)
        for here, there in zip(_DIGITS.findall(text), _DIGITS.findall(other), strict=True)
    }
    return steps <= {0, pages}


def _is_outer(line: PageLine, page: PdfPage) -> bool:
    """Whether it stands in the upper or lower seventh of the page."""
    return line.y > page.height * 6 / 7 or line.y < page.height / 7


def _stands_apart(line: PageLine, page: PdfPage) -> bool:
    """Whether no other line is nearer than three."""
    return all(each is line or abs(each.y - line.y) > 3 * line.size for each in page.lines)


def _counts(line: PageLine, page: PdfPage, edges: dict[int, list[PageLine]], count: int) -> bool:
    match = _NUMBER.fullmatch(line.text)
    if match is None or not _is_outer(line, page):
        return False
    number = _value(match["number"])
    if count == 1 or number is None:
        # On a single page only what is dressed as a page number is one, or a 1 far from the text.
        is_dressed = not _NUMBER_ALONE.fullmatch(line.text.strip())
        return number is not None and (is_dressed or (number == 1 and _stands_apart(line, page)))
    for other, lines in edges.items():
        if other == page.number:
            continue
        for each in lines:
            theirs = _NUMBER.fullmatch(each.text)
            value = _value(theirs["number"]) if theirs else None
            if value is not None and value - number == other - page.number:
                return True
    return False


def _value(numeral: str) -> int | None:
    if numeral.isdecimal():
        return int(numeral)
    style = ROMAN if numeral.isupper() else SMALL_ROMAN
    return read_numeral(numeral, style)
