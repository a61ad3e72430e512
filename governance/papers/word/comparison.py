"""A comparison table in Word: two columns, the head repeated on each page, changes underlined."""

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from governance.papers.comparison import ComparisonPaper
from governance.papers.dates import LanguageCode
from governance.papers.measures import is_heading, is_short
from governance.papers.word.document import xml_text
from governance.text.table.rows import Cell, Row

_COLUMN = Mm(85)
_HANGING_INDENT = {"en": 1.42, "ja": 2.0}
_SIZE = 9.5
# Of a cell, in twentieths of a point.
_MARGINS = {"top": 80, "left": 120, "bottom": 80, "right": 120}
_LINES = ("top", "left", "bottom", "right", "insideH", "insideV")


def write(paper: ComparisonPaper, document: Document) -> None:
    document.add_paragraph(paper.heading, "Title")
    document.add_paragraph(xml_text(paper.company), "Subtitle")
    for text in paper.notes:
        document.add_paragraph(xml_text(text), "Note")
    if paper.alike:
        for text in (paper.present_label, paper.proposed_label, paper.alike):
            document.add_paragraph(xml_text(text), "State")
        return
    style = paper.table.style
    note = document.add_paragraph(xml_text(style.note), "Table Note")
    note.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table = document.add_table(rows=1, cols=2)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _draw(table)
    for column in table.columns:
        column.width = _COLUMN
    head = table.rows[0]
    _mark(head, "tblHeader", "cantSplit")
    for cell, title in zip(head.cells, (style.present_title, style.proposed_title), strict=True):
        cell.width = _COLUMN
        cell.paragraphs[0].style = document.styles["Table Head"]
        cell.paragraphs[0].add_run(xml_text(title))
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F0F0EE"/>')
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
    for row in paper.table.shown:
        _row(row, table.add_row(), paper.language, document)


def _row(row: Row, written: _Row, language: LanguageCode, document: Document) -> None:
    if is_short(row):
        _mark(written, "cantSplit")
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


def _mark(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in sorted(names):  # cantSplit, tblHeader: the order of the schema
        properties.append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))


def _draw(table: Table) -> None:
    """Hairlines, and the room in the cells. The schema wants its properties in this order."""
    properties = table._tbl.tblPr  # noqa: SLF001
    lines = "".join(
        f'<w:{name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for name in _LINES
    )
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _MARGINS.items())
    layout, look = properties.find(qn("w:tblLayout")), properties.find(qn("w:tblLook"))
    assert layout is not None
    layout.addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))
    if look is not None:
        properties.remove(look)  # it speaks of a table style, and there is none
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
