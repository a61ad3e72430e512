"""Rows that run over a page: where they are parted, and what the next page says of them."""

import io
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring, tostring

import pdfplumber
import pytest

from governance.models import Company
from governance.papers import english, japanese
from governance.papers.laid_out import PrintedCell, PrintedPage, PrintedParagraph
from governance.papers.pdf import pdf
from governance.papers.row_parts import Cut, cuts_of, second_part
from governance.text.comparing.span import Span
from governance.text.table.rows import Cell, CellLine, Row
from tests.governance.papers.conftest import BEFORE, JULY, compared
from tests.proposals.printed_release import CONTINUED, marked, marked_columns

WORDING = '<p class="number" data-name="Article {0}">Article {0}.</p><p>First <ins>one</ins>.</p>'
PAGE = 1000.0


def row(present: str, proposed: str) -> Element:
    cells = f"<td style='x'>{present}</td><td>{proposed}</td>"
    return fromstring(f"<tr class='amended'>{cells}</tr>")  # noqa: S314 (our own markup)


def page_of(*cells: PrintedCell) -> PrintedPage:
    return PrintedPage(0, PAGE, {0: list(cells)})


def printed(bottom: float, text: str = "", lines: int = 2) -> PrintedParagraph:
    return PrintedParagraph(lines, text, bottom)


HERE = {0: printed(700), 1: printed(900)}


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        # Between two paragraphs, where no more than a tenth of the page is lost by it.
        (HERE | {2: printed(990, "2Sec")}, {2: printed(30)}, [Cut(2), Cut(2)]),
        # Inside the paragraph, where more were lost.
        (
            {0: printed(700), 1: printed(890), 2: printed(990, "2Sec")},
            {2: printed(30)},
            [Cut(2, 4), Cut(2)],
        ),
        # A single line of it is no reason to.
        (
            {0: printed(700), 1: printed(890), 2: printed(990, "2Sec", lines=1)},
            {2: printed(30)},
            [Cut(2), Cut(2)],
        ),
        # A number alone does not stay: the row begins on the next page.
        ({0: printed(990)}, {1: printed(30), 2: printed(60)}, []),
        ({}, {0: printed(30), 1: printed(60), 2: printed(90)}, []),
    ],
)
def test_a_row_is_parted_between_paragraphs_or_at_the_end_of_the_page(
    here: PrintedCell, there: PrintedCell, expected: list[Cut]
) -> None:
    cells = row(WORDING.format(20) + "<p>2 Second.</p>", WORDING.format(22))
    other = {0: printed(600), 1: printed(800)}
    assert cuts_of(cells, 0, page_of(here, other), page_of(there, {})) == expected


def written(element: Element) -> str:
    return tostring(element, encoding="unicode")


def test_the_second_part_is_named_by_the_number_of_its_own_column() -> None:
    above = row(WORDING.format(20) + "<p>2 Second.</p>", WORDING.format(22) + "<p>2 Third.</p>")
    below = second_part(above, [Cut(2), Cut(2)], english)
    assert "Second" not in written(above)
    assert written(below) == (
        '<tr class="amended" style="break-before: page">'
        '<td><p class="continued" data-name="Article 20">Article 20 (continued)</p>'
        "<p>2 Second.</p></td>"
        '<td><p class="continued" data-name="Article 22">Article 22 (continued)</p>'
        "<p>2 Third.</p></td></tr>"
    )


def test_a_paragraph_is_parted_with_its_underlines() -> None:
    above = row(WORDING.format(20), '<p class="label">(New Provision)</p>')
    below = second_part(above, [Cut(1, 7), Cut(1)], english)
    assert written(above[0][1]) == "<p>First <ins>on</ins></p>"
    assert written(below[0][1]) == '<p style="text-indent: 0"><ins>e</ins>.</p>'
    assert [cell[0].text for cell in below] == [
        "Article 20 (continued)",
        "(New Provision) (continued)",
    ]


def test_the_rest_of_a_paragraph_begins_with_a_word() -> None:
    above = row("<p>One <ins>two </ins><del> three</del> four</p>", "<p>One two</p>")
    below = second_part(above, [Cut(0, 6), Cut(0, 3)], english)
    assert ["".join(cell[0].itertext()) for cell in above] == ["One two  ", "One "]
    assert ["".join(cell[1].itertext()) for cell in below] == ["three four", "two"]


def test_no_cell_is_empty_on_any_further_page() -> None:
    above = row('<p class="label">（新設）</p>', "<p>一</p><p>二</p><p>三</p>")
    below = second_part(above, [Cut(1), Cut(1)], japanese)
    last = second_part(below, [Cut(1), Cut(2)], japanese)
    assert [cell[0].text for cell in below] == ["（新設）（続き）", "（続き）"]
    assert [cell[0].text for cell in last] == ["（新設）（続き）", "（続き）"]
    over = second_part(row(WORDING.format(1), WORDING.format(2) + "<p/>"), [Cut(2)] * 2, english)
    assert over[0][0].text == "Article 1 (see above)"


def article(number: int, *texts: str) -> Cell:
    lines = [CellLine("number", 0, (Span(f"Article {number}."),))]
    lines += [CellLine("text", 0, (Span(text, changed=True),)) for text in texts]
    return Cell(f"article:{number}", None, tuple(lines))


def test_a_long_table_has_no_empty_cell_and_no_empty_foot(iij: Company) -> None:
    """One paragraph is longer than a page; what is printed is the wording to the letter."""
    paper = compared(iij, "en", BEFORE, JULY)
    sentence = "The Company shall keep what it has resolved. "
    short, long, longest = (sentence * count for count in (3, 12, 70))
    rows = tuple(
        Row("amended", article(count, *present), article(count + 2, *proposed))
        for count, (present, proposed) in enumerate(
            [((short, long), (long, short)), ((short,), (short, short, longest, short))] * 2, 1
        )
    )
    paper = replace(paper, table=replace(paper.table, rows=rows))
    with pdfplumber.open(io.BytesIO(pdf(paper))) as document:
        tables = [table for page in document.pages for table in page.find_tables()]
        heads = [table.extract()[1] for table in tables]
        rooms = [785 - table.bbox[3] for table in tables[:-1]]
        columns = marked_columns(document, tables[0].extract()[0])
    assert len(tables) > 4
    assert [all(CONTINUED.match(cell or "") for cell in head) for head in heads[1:]].count(True) > 3
    assert all(all(head) for head in heads)
    assert max(rooms) < 80
    assert columns == (
        marked(line for row in rows for line in row.present.lines),
        marked(line for row in rows for line in row.proposed.lines),
    )
