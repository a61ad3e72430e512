"""A comparison table in Word: two columns, the head repeated on each page, changes underlined."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row

from governance.papers.comparison import ComparisonPaper
from governance.papers.dates import LanguageCode
from governance.papers.measures import is_heading, is_short
from governance.papers.word.document import xml_text
from governance.papers.word.table import draw_lines, head_row, mark
from governance.text.table.rows import Cell, ComparisonTable, Row

_COLUMN = Mm(85)
_HANGING_INDENT = {"en": 1.42, "ja": 2.0}
_SIZE = 9.5


def write(paper: ComparisonPaper, document: Document) -> None:
    if paper.label:
        document.add_paragraph(xml_text(paper.label), "Paragraph")
    document.add_paragraph(xml_text(paper.heading), "Title")
    document.add_paragraph(xml_text(paper.company), "Subtitle")
    for text in paper.notes:
        document.add_paragraph(xml_text(text), "Note")
    if paper.alike:
        for text in (paper.present_label, paper.proposed_label, paper.alike):
            document.add_paragraph(xml_text(text), "State")
        return
    write_table(paper.table, paper.language, document)


def write_table(comparison: ComparisonTable, language: LanguageCode, document: Document) -> None:
    """The table with its title and note, as its house style words them."""
    style = comparison.style
    if style.title:
        title = document.add_paragraph(xml_text(style.title), "Heading 2")
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    note = document.add_paragraph(xml_text(style.note), "Table Note")
    note.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table = document.add_table(rows=1, cols=2)
    draw_lines(table, _COLUMN)
    for cell in table.rows[0].cells:
        cell.width = _COLUMN
    head_row(table.rows[0], (style.present_title, style.proposed_title), document)
    for row in comparison.shown:
        _row(row, table.add_row(), language, document)


def _row(row: Row, written: _Row, language: LanguageCode, document: Document) -> None:
    if is_short(row):
        mark(written, "cantSplit")
    for cell, side in zip(written.cells, (row.present, row.proposed), strict=True):
        cell.width = _COLUMN
        _cell(side, cell, is_heading(row), language, document)


def _cell(
    side: Cell, cell: _Cell, is_heading_row: bool, language: LanguageCode, document: Document
) -> None:
    paragraph = cell.paragraphs[0]
    for count, line in enumerate(side.lines):
        paragraph = paragraph if not count else cell.add_paragraph()
        heads = line.role == "heading" or (is_heading_row and line.role != "label")
        paragraph.style = document.styles["Table Head" if heads else "Table Text"]
        form = paragraph.paragraph_format
        if heads and language == "en" and not is_heading_row:
            form.alignment = WD_ALIGN_PARAGRAPH.LEFT
        if line.role in ("caption", "heading") and count:
            form.space_before = Pt(_SIZE / 2)
        # From a heading's row to the next alone: a row that keeps a caption with its wording is
        # taken for one to be kept with the next row, and pulls the whole table along.
        form.keep_with_next = is_heading_row or None
        if line.level:
            form.left_indent = Pt(line.level * _HANGING_INDENT[language] * _SIZE)
            form.first_line_indent = Pt(-_HANGING_INDENT[language] * _SIZE)
        for span in line.spans:
            run = paragraph.add_run(xml_text(span.text))
            run.underline = span.changed or None
