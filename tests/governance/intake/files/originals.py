"""Files for the tests, made by hand or by another program than the one that reads them.

Word files are written as XML into a zip archive, PDFs by WeasyPrint.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from governance.papers.font_configuration import own_fonts_only
from governance.papers.fonts import FACES
from governance.papers.pdf import _fetcher

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    "</Types>"
)


def p(text: str = "", *, number: str = "", level: int = 0, style: str = "", inner: str = "") -> str:
    """A paragraph: plain text, or the runs of `inner`; in list `number` at `level`."""
    numbered = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    )
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{inner or r(text)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(inner: str) -> str:
    return f'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{inner}</w:ins>'


def deleted(text: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">{run}</w:del>'


def table(*rows: tuple[str, ...]) -> str:
    """Rows of cells, each the XML of its paragraphs."""
    written = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{written}</w:tbl>"


def levels(*given: tuple[str, str], start: int = 1, after: str = "tab") -> str:
    """The levels of a list, each its format and the text around its number ("第%1条")."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{escape(text)}"/></w:lvl>'
        for at, (form, text) in enumerate(given)
    )


def numbering(lists: Mapping[str, str], overrides: Mapping[str, str] | None = None) -> str:
    """The part with the lists: the XML of the levels by number, and what a number overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{each}</w:abstractNum>'
        for key, each in lists.items()
    )
    numbers = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists
    )
    further = "".join((overrides or {}).values())
    return f'<w:numbering xmlns:w="{W}">{abstract}{numbers}{further}</w:numbering>'


def document(*body: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{before}'
        f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>'
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def word(*body: str, parts: Mapping[str, str | bytes] | None = None, types: str = TYPES) -> bytes:
    """A Word file: the XML of its paragraphs and tables; further parts by name ("numbering")."""
    given = parts or {}
    related = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(given)
        if "." not in name
    )
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "word/document.xml": document(*body),
            "word/_rels/document.xml.rels": relations,
        }
        | {name if "." in name else f"word/{name}.xml": text for name, text in given.items()}
    )


def pdf(
    *paragraphs: str,
    language: str = "ja",
    css: str = "",
    head: str = "",
    foot: str = "",
    body: str = "",
) -> bytes:
    """A PDF of those paragraphs on small pages; `head` and `foot` are CSS contents.

    In the faces of the papers, so that lines end at the same places on every machine.
    """
    from weasyprint import CSS, HTML

    style = f"""@page {{ size: 130mm 120mm; margin: 22mm 18mm;
        @top-center {{ content: {head or "none"} }}
        @bottom-center {{ content: {foot or "none"} }} }}
        body {{ font: 10.5pt/1.6 "Noto Serif JP" }} :lang(en) {{ font-family: "Source Serif Pro" }}
        p {{ margin: 0 }} {css}"""
    text = body or "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    page = f'<html lang="{language}"><style>{style}</style>{text}</html>'
    configuration = own_fonts_only()
    fetcher = _fetcher({face.address: ("font/otf", face.read()) for face in FACES["ja"]})
    rules = "".join(face.rule for face in FACES["ja"])
    fonts = CSS(string=rules, url_fetcher=fetcher, font_config=configuration)
    made: bytes = HTML(string=page, url_fetcher=fetcher).write_pdf(
        stylesheets=[fonts], font_config=configuration
    )
    return made
