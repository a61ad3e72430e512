"""The articles of a day in Word. Read back, they are the same articles.

So marks keep the space that follows them (a tab would be other wording), and what is told of a
provision stands at the head of the document and not among the provisions.
"""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from governance.papers.articles import ArticlesPaper, PrintedUnit
from governance.papers.lines import label_of
from governance.papers.measures import indent_of
from governance.papers.vocabulary import VOCABULARY, joined
from governance.papers.word.document import xml_text
from governance.text.table.rows import CellLine

_SIZE = 10.5
# Of paragraphs, items and sub-items, in signs.
_LEFT = (0, 1, 3)
# "(1) " in a face like Times: brackets and space a third of the size each, the figure half.
_ENGLISH_HANGING_INDENT = 1.42


def write(paper: ArticlesPaper, document: Document) -> None:
    document.add_paragraph(paper.heading, "Title")
    document.add_paragraph(xml_text(paper.company), "Subtitle")
    document.add_paragraph(paper.state, "State")
    for note in paper.notes:
        document.add_paragraph(xml_text(note), "Note")
    for part in paper.parts:
        if part.title:
            document.add_paragraph(xml_text(part.title), "Heading 1")
        for unit in part.units:
            _unit(unit, paper, document)
    _histories(paper, document)
    if paper.attestation is not None:
        said = paper.attestation
        for text in (said.statement, said.day, said.company, said.signature):
            form = document.add_paragraph(xml_text(text), "Paragraph").paragraph_format
            form.space_before = Pt(13)


def _unit(unit: PrintedUnit, paper: ArticlesPaper, document: Document) -> None:
    if unit.is_heading:
        document.add_paragraph(xml_text(unit.lines[0].text), "Heading 1")
        return
    head, body = unit.head, unit.body
    if head:
        # One paragraph, so that the outline has number and caption together.
        document.add_paragraph(xml_text("\n".join(line.text for line in head)), "Heading 2")
    for count, line in enumerate(body):
        paragraph = document.add_paragraph(
            xml_text(line.text), "Item" if line.level else "Paragraph"
        )
        _indent(paragraph, line, paper)
        if not head and not count:
            # No caption above it: the line itself stands in the outline.
            paragraph.paragraph_format.space_before = Pt(13)
            level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>')
            paragraph._p.get_or_add_pPr().append(level)  # noqa: SLF001


def _histories(paper: ArticlesPaper, document: Document) -> None:
    """What the PDF has at the foot of its pages, behind the articles: Word's own notes would stand
    among the words when the file is read back."""
    told = [unit for part in paper.parts for unit in part.units if unit.history]
    if told:
        document.add_paragraph(VOCABULARY[paper.language].HISTORY_HEAD, "Heading 1")
    for unit in told:
        said = joined((unit.name, unit.history), paper.language)
        document.add_paragraph(xml_text(said), "Note")


def _indent(paragraph: Paragraph, line: CellLine, paper: ArticlesPaper) -> None:
    """Items hang by their marks; in Japanese paragraphs hang by one sign, as in the statutes."""
    form = paragraph.paragraph_format
    hang: float = 0
    if paper.language == "ja":
        hang = indent_of(line) if line.level else 1
    elif label_of(line) and line.level:
        hang = _ENGLISH_HANGING_INDENT
    left = _LEFT[min(line.level, 2)] + hang
    if left:
        form.left_indent = Pt(left * _SIZE)
    if hang:
        form.first_line_indent = Pt(-hang * _SIZE)
