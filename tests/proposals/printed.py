"""A printed release read back: its lines, the two columns of a page, the rows of the table."""

from pdfplumber import PDF
from pdfplumber.page import Page

HEAD = ["Present Articles", "Proposed Articles"]


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

    A row goes on where a page begins with an empty cell, or in the middle of a sentence.
    """
    rows: list[list[str]] = []
    for page in document.pages:
        for table in page.find_tables():
            head, *body = table.extract()
            if head != HEAD:
                continue
            for count, cells in enumerate(body):
                words = [" ".join((cell or "").split()) for cell in cells]
                if rows and count == 0 and _goes_on(rows[-1], words):
                    rows[-1] = [
                        f"{before} {after}".strip()
                        for before, after in zip(rows[-1], words, strict=True)
                    ]
                elif any(words):
                    rows.append(words)
    return [(present, proposed) for present, proposed in rows]


def _goes_on(before: list[str], words: list[str]) -> bool:
    openings = ("(", "Article ")
    return not all(word.startswith(openings) for word in words) or "" in words
