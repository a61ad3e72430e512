"""A printed release read back: its lines, the two columns of a page, the rows of the table."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from pdfplumber import PDF
from pdfplumber.page import Page

from governance.text.table.rows import CellLine

HEAD = ["Present Articles", "Proposed Articles"]
# At the head of a cell that goes on from the page before. None of it is the wording.
CONTINUED = re.compile(r"\A.* \((?:continued|see above)\)|\A.*（(?:続き|前掲)）")


def printed_lines(page: Page) -> list[str]:
    return page.extract_text().splitlines()


def columns(page: Page) -> tuple[list[str], list[str]]:
    """The lines of the left and the right half between head and foot of the page."""
    middle = page.width / 2
    left, right = (
        page.crop((x0, 71, x1, page.height - 57)).extract_text().splitlines()
        for x0, x1 in ((0, middle), (middle, page.width))
    )
    return left, right


def rows_of_pages(document: PDF) -> list[tuple[str, str]]:
    """The rows of the comparison table, each cell on one line; a row that runs over a page is one.

    A row goes on where a page says so in a cell; neither cell may then be empty.
    """
    rows: list[list[str]] = []
    for page in document.pages:
        for table in page.find_tables():
            head, *body = table.extract()
            if head != HEAD:
                continue
            for count, cells in enumerate(body):
                is_continued = any(CONTINUED.match(cell or "") for cell in cells)
                words = [" ".join(CONTINUED.sub("", cell or "").split()) for cell in cells]
                if is_continued:
                    assert (rows, count, all(cells)) == (rows or None, 0, True)
                    rows[-1] = [
                        f"{before} {after}".strip()
                        for before, after in zip(rows[-1], words, strict=True)
                    ]
                elif any(words):
                    rows.append(words)
    return [(present, proposed) for present, proposed in rows]


def marked_columns(document: PDF, head: Sequence[str] = HEAD) -> tuple[str, str]:
    """Both columns of the comparison table from top to bottom, without spaces and head rows.

    What is underlined stands between underscores, as in the cases: "Article_14_.".
    """
    signs: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    for page in document.pages:
        for table in page.find_tables():
            if table.extract()[0] != list(head):
                continue
            for row in table.rows[1:]:
                for column, box in zip(signs, row.cells, strict=True):
                    cell = page.crop(box)
                    # By lines: signs of two fonts on one line differ a little in height.
                    for line in cell.extract_text_lines(return_chars=True):
                        if CONTINUED.match(line["text"]):
                            continue
                        # A ligature is given once for each of its letters.
                        by_place = {sign["x0"]: sign for sign in line["chars"]}
                        column += [
                            (sign["text"], _is_underlined(sign, cell))
                            for sign in by_place.values()
                            if sign["text"].strip()
                        ]
    present, proposed = map(_marked, signs)
    return present, proposed


def marked(lines: Iterable[CellLine]) -> str:
    """The same of lines that were written down."""
    return _marked(
        (sign, span.changed)
        for line in lines
        for span in line.spans
        for sign in span.text
        if sign.strip()
    )


def _is_underlined(sign: dict[str, Any], cell: Page) -> bool:
    middle = (sign["x0"] + sign["x1"]) / 2
    return any(
        line["x0"] <= middle <= line["x1"] and abs(line["top"] - sign["bottom"]) < 3
        for line in cell.lines
    )


def _marked(signs: Iterable[tuple[str, bool]]) -> str:
    runs = groupby(signs, key=itemgetter(1))
    return "".join(
        f"_{run}_" if underlined else run
        for underlined, several in runs
        for run in ["".join(sign for sign, _underlined in several)]
    )
