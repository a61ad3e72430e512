"""An empty Word document of a paper: its page, its running head and foot; and how it is saved."""

import re
import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from governance.papers.vocabulary import PaperHead, running_head
from governance.papers.word.styles import FONT_TABLE, define

# What the library puts into every document beside the text, none of it needed: a picture of an
# empty page, the name of a program, a theme, styles that nobody uses.
_LEFT_OUT = (
    "customXml",
    "extended-properties",
    "fontTable",
    "numbering",
    "stylesWithEffects",
    "theme",
    "thumbnail",
    "webSettings",
)
# With this Word does not open the file in its "compatibility mode".
_COMPATIBLE = (
    '<w:compat {}><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
_ITEM_INDENT = 21  # points
_EARLIEST = (1980, 1, 1, 0, 0, 0)
# What XML cannot hold.
_NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def new_document(paper: PaperHead) -> Document:
    """A document without text, with page, styles, head and foot of `paper`."""
    document = docx.Document()
    _clear(document)
    _settings(document)
    define(document, paper.language)
    _properties(document, paper)
    _page(document, paper)
    return document


def xml_text(text: str) -> str:
    """The text without what a Word file cannot hold."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)


def hang_item(paragraph: Paragraph, level: int) -> None:
    """Let an item hang by its mark, two signs for each level."""
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Pt(level * _ITEM_INDENT), Pt(-_ITEM_INDENT)


def document_bytes(document: Document) -> bytes:
    """The bytes of the file. The archive bears no time of its making."""
    made, fixed = BytesIO(), BytesIO()
    document.save(made)
    with (
        zipfile.ZipFile(made) as archive,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as fixed_archive,
    ):
        for name in archive.namelist():
            fixed_archive.writestr(
                zipfile.ZipInfo(name, _EARLIEST), archive.read(name), zipfile.ZIP_DEFLATED
            )
    return fixed.getvalue()


def _clear(document: Document) -> None:
    for related in (document.part.rels, document.part.package.rels):
        for key, relation in list(related.items()):
            if relation.reltype.endswith(_LEFT_OUT):
                del related[key]
    package = document.part.package
    fonts = Part(
        PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, FONT_TABLE.encode(), package
    )
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _settings(document: Document) -> None:
    settings = document.settings.element
    settings.clear()
    for each in (
        '<w:zoom {} w:percent="100"/>',
        '<w:defaultTabStop {} w:val="840"/>',
        '<w:characterSpacingControl {} w:val="compressPunctuation"/>',
        _COMPATIBLE,
        '<w:themeFontLang {} w:val="en-US" w:eastAsia="ja-JP"/>',
        '<w:decimalSymbol {} w:val="."/>',
        '<w:listSeparator {} w:val=","/>',
    ):
        settings.append(parse_xml(each.format(nsdecls("w"))))


def _properties(document: Document, paper: PaperHead) -> None:
    properties = document.core_properties
    root = properties._element  # noqa: SLF001  (its times and its author cannot be unset otherwise)
    for child in list(root):
        root.remove(child)
    properties.title = xml_text(paper.title)
    properties.language = "ja-JP" if paper.language == "ja" else "en-US"


def _page(document: Document, paper: PaperHead) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = Mm(25)
    section.right_margin = section.bottom_margin = section.left_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(11)
    section.different_first_page_header_footer = True
    _page_header(section.header.paragraphs[0], running_head(paper), paper.draft_mark)
    _page_header(section.first_page_header.paragraphs[0], "", paper.draft_mark)
    for foot in (section.footer, section.first_page_footer):
        _page_footer(foot.paragraphs[0])


def _page_header(paragraph: Paragraph, text: str, mark: str) -> None:
    paragraph.add_run(xml_text(text))
    if mark:
        paragraph.add_run("\t")
        run = paragraph.add_run(mark)
        run.font.bold, run.font.size = True, Pt(12)


def _page_footer(paragraph: Paragraph) -> None:
    """ "3 / 7"."""
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    field: BaseOxmlElement = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    paragraph.add_run("1")
    run = paragraph.runs[-1]._r  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001
    field.append(run)
