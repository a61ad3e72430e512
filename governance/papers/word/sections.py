"""A paper of headed sections in Word, and the release, which is one: same words, same order."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from governance.papers.dates import LanguageCode
from governance.papers.sections import Grid, NumberedReason, Particular, Section, SectionsPaper
from governance.papers.word.comparison import write_table
from governance.papers.word.document import xml_text
from governance.papers.word.table import draw_lines, head_row

_SIZE = 10.5
_HEADINGS = {2: "Heading 1", 3: "Heading 2"}
_WIDTH = 170
"""Of the lines, in millimetres."""
_LABELS = 45


def write(paper: SectionsPaper, document: Document) -> None:
    _aligned(paper.day, document, WD_ALIGN_PARAGRAPH.RIGHT)
    _aligned(paper.addressee, document, WD_ALIGN_PARAGRAPH.LEFT)
    _particulars(paper.particulars, document, left=_WIDTH / 2)
    document.add_paragraph(xml_text(paper.heading), "Title")
    if paper.subtitle:
        document.add_paragraph(xml_text(paper.subtitle), "Subtitle")
    _text(paper.opening, document)
    _aligned(paper.record, document, WD_ALIGN_PARAGRAPH.CENTER)
    for section in paper.sections:
        _section(section, paper.language, document)
    _aligned(paper.closing, document, WD_ALIGN_PARAGRAPH.RIGHT)
    for section in paper.appendix:
        _section(section, paper.language, document)


def _section(section: Section, language: LanguageCode, document: Document) -> None:
    if section.heading:
        heading = document.add_paragraph(xml_text(section.heading), _HEADINGS[section.level])
        heading.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for text in section.paragraphs:
        _text(text, document)
    for reason in section.reasons:
        _reason(reason, document)
    _particulars(section.particulars, document)
    if section.table is not None:
        write_table(section.table, language, document)
    if section.grid is not None:
        _grid(section.grid, document)


def _text(text: str, document: Document) -> None:
    if text:
        document.add_paragraph(xml_text(text), "Paragraph")


def _aligned(text: str, document: Document, alignment: WD_ALIGN_PARAGRAPH) -> None:
    if text:
        document.add_paragraph(xml_text(text), "Paragraph").alignment = alignment


def _reason(reason: NumberedReason, document: Document) -> None:
    """The mark hangs before the first paragraph; the others stand below its words."""
    for count, text in enumerate(reason.paragraphs):
        paragraph = document.add_paragraph(style="Paragraph")
        if reason.mark:
            form = paragraph.paragraph_format
            form.left_indent = Pt(2 * _SIZE)
            if not count:
                form.first_line_indent = Pt(-2 * _SIZE)
                form.tab_stops.add_tab_stop(Pt(2 * _SIZE))
                paragraph.add_run(f"{reason.mark}\t")
        paragraph.add_run(xml_text(text))


def _particulars(lines: tuple[Particular, ...], document: Document, *, left: float = 0) -> None:
    """Labels in a column of their own, `left` millimetres from the margin."""
    labels = 25 if left else _LABELS
    for line in lines:
        paragraph = document.add_paragraph(style="Paragraph")
        form = paragraph.paragraph_format
        form.space_after = Pt(0)
        form.left_indent, form.first_line_indent = Mm(left + labels), Mm(-labels)
        form.tab_stops.add_tab_stop(Mm(left + labels))
        paragraph.add_run(f"{xml_text(line.label)}\t{xml_text(line.value)}")


def _grid(grid: Grid, document: Document) -> None:
    table = document.add_table(rows=1, cols=len(grid.heads))
    draw_lines(table, Mm(_WIDTH / len(grid.heads)))
    head_row(table.rows[0], grid.heads, document)
    for row in grid.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].style = document.styles["Table Text"]
            cell.paragraphs[0].add_run(xml_text(first))
            for other in others:
                cell.add_paragraph(xml_text(other), "Table Text")
