"""Which paragraphs of the comparison tables stand on which page, read from WeasyPrint's boxes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# By these the rows and paragraphs of a page are found again in the markup that it was made of.
ROW = "data-row"
PARAGRAPH = "data-paragraph"


@dataclass(frozen=True)
class PrintedParagraph:
    """What one page has of a paragraph. Spaces are left out of `text`, as they are at line ends."""

    lines: int
    text: str
    bottom: float


# By the place of the paragraph in its cell.
PrintedCell = dict[int, PrintedParagraph]


@dataclass(frozen=True)
class PrintedPage:
    """The rows that stand on a page, by their number, and where it ends; in pixels of CSS."""

    top: float
    bottom: float
    rows: dict[int, list[PrintedCell]]


def printed_pages(document: Any) -> list[PrintedPage]:
    """The pages of a `weasyprint.Document`."""
    return [_page(page._page_box) for page in document.pages]  # noqa: SLF001 (there is no other way)


def _page(box: Any) -> PrintedPage:
    from weasyprint.formatting_structure.boxes import TableRowBox

    rows = {
        int(row.element.get(ROW)): [_cell(cell) for cell in row.children]
        for row in _marked(box, TableRowBox, ROW)
    }
    top = box.content_box_y()
    return PrintedPage(top, top + box.height, rows)


def _cell(cell: Any) -> PrintedCell:
    from weasyprint.formatting_structure.boxes import BlockBox

    return {
        int(box.element.get(PARAGRAPH)): _paragraph(box)
        for box in _marked(cell, BlockBox, PARAGRAPH)
    }


def _marked(box: Any, kind: type[Any], mark: str) -> Iterator[Any]:
    """The boxes below `box` whose element has the attribute `mark`."""
    return (
        each
        for each in box.descendants()
        if isinstance(each, kind) and each.element is not None and each.element.get(mark)
    )


def _paragraph(box: Any) -> PrintedParagraph:
    from weasyprint.formatting_structure.boxes import LineBox, TextBox

    below = [*box.descendants()]
    text = "".join(each.text for each in below if isinstance(each, TextBox))
    return PrintedParagraph(
        lines=sum(isinstance(each, LineBox) for each in below),
        text="".join(text.split()),
        bottom=box.position_y + box.margin_height(),
    )
