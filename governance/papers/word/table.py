"""A table in Word: hairlines, a head that is repeated on each page."""

from collections.abc import Iterable

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length
from docx.table import Table, _Row

from governance.papers.word.document import xml_text

# Of a cell, in twentieths of a point.
_MARGINS = {"top": 80, "left": 120, "bottom": 80, "right": 120}
_LINES = ("top", "left", "bottom", "right", "insideH", "insideV")


def draw_lines(table: Table, column: Length) -> None:
    """Hairlines, and the room in the cells. The schema wants its properties in this order."""
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
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
    for each in table.columns:
        each.width = column


def head_row(row: _Row, titles: Iterable[str], document: Document) -> None:
    """The head of the table, on each page again."""
    mark(row, "tblHeader", "cantSplit")
    for cell, title in zip(row.cells, titles, strict=True):
        cell.paragraphs[0].style = document.styles["Table Head"]
        cell.paragraphs[0].add_run(xml_text(title))
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F0F0EE"/>')
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def mark(row: _Row, *names: str) -> None:
    """Give a row properties by their names in the schema."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in sorted(names):  # cantSplit, tblHeader: the order of the schema
        properties.append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))
