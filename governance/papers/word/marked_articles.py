"""The articles as they would be in Word, what is changed in them underlined."""

from docx.document import Document
from docx.shared import Pt

from governance.papers.marked_articles import MarkedArticlesPaper, MarkedUnit
from governance.papers.word.document import hang_item, xml_text


def write(paper: MarkedArticlesPaper, document: Document) -> None:
    document.add_paragraph(paper.heading, "Title")
    document.add_paragraph(xml_text(paper.company), "Subtitle")
    for text in (paper.state, paper.note):
        document.add_paragraph(xml_text(text), "State")
    for unit in paper.units:
        _unit(unit, document)


def _unit(unit: MarkedUnit, document: Document) -> None:
    for number, line in enumerate(unit.lines):
        is_head = unit.is_heading or line.role in ("caption", "heading")
        style = "Heading 1" if unit.is_heading else "Heading 2" if is_head else "Paragraph"
        paragraph = document.add_paragraph(style="Item" if line.level else style)
        if line.level:
            hang_item(paragraph, line.level)
        if not number and not is_head:
            paragraph.paragraph_format.space_before = Pt(13)
        for span in line.spans:
            paragraph.add_run(xml_text(span.text)).underline = span.changed or None
