"""The styles of the Word files: the faces and measures of the PDFs, by names that Word knows."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from governance.papers.dates import LanguageCode

LATIN, MINCHO, GOTHIC = "Source Serif Pro", "Noto Serif JP", "Noto Sans CJK JP"
# Where a face is not installed, Word takes the one named here.
_ELSE = {LATIN: "Times New Roman", MINCHO: "MS Mincho", GOTHIC: "MS Gothic"}
_SECOND = RGBColor(0x5C, 0x58, 0x50)


def _font(name: str) -> str:
    family = "swiss" if name == GOTHIC else "roman"
    charset = "00" if name == LATIN else "80"
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{_ELSE[name]}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )


FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f"<w:fonts {nsdecls('w')}>{''.join(map(_font, _ELSE))}</w:fonts>"
)


@dataclass(frozen=True)
class _Style:
    """A paragraph style: sizes and spaces in points; `line` is the height of a line."""

    name: str
    size: float
    line: float
    before: float = 0
    after: float = 0
    is_head: bool = False
    is_centred: bool = False
    is_quiet: bool = False
    keeps_next: bool = False
    level: int | None = None
    """In the outline, from 0."""


def _styles(language: LanguageCode) -> tuple[_Style, ...]:
    line = 17 if language == "ja" else 15
    return (
        _Style("Title", 17, 24, after=8, is_head=True, is_centred=True, keeps_next=True),
        _Style("Subtitle", 11.5, line, is_centred=True, keeps_next=True),
        _Style("State", 10.5, line, after=8, is_centred=True, is_quiet=True),
        _Style("Note", 9, 13, after=3),
        _Style("Heading 1", 10.5, line, 22, 4, True, True, keeps_next=True, level=0),
        _Style("Heading 2", 10.5, line, 13, 0, True, keeps_next=True, level=1),
        _Style("Paragraph", 10.5, line, after=4 if language == "en" else 0),
        _Style("Item", 10.5, line),
        _Style("Table Note", 10.5, line, 8, 4),
        _Style("Table Head", 9.5, 13.5, is_head=True, is_centred=True),
        _Style("Table Text", 9.5, 13.5),
        _Style("Header", 8.5, 11, is_quiet=True),
        _Style("Footer", 8.5, 11, is_centred=True, is_quiet=True),
    )


_BUILT_IN = ("Title", "Subtitle", "Heading 1", "Heading 2", "Header", "Footer")
_KEPT = ("Normal", "Default Paragraph Font", "Normal Table", "No List")


def define(document: Document, language: LanguageCode) -> None:
    """Put our styles in the place of the library's."""
    styles = document.styles
    for style in list(styles):
        if style.name not in _KEPT:
            style.delete()
    root = styles.element
    for latent in root.findall(qn("w:latentStyles")):
        root.remove(latent)
    defaults = root.find(qn("w:docDefaults"))
    assert defaults is not None
    root.replace(defaults, parse_xml(_defaults(language)))
    # No air between kana and figures: 「第 14 条」 would read as if there were spaces.
    usual = styles["Normal"].element.get_or_add_pPr()
    for script in ("DE", "DN"):
        usual.append(parse_xml(f'<w:autoSpace{script} {nsdecls("w")} w:val="0"/>'))
    for each in _styles(language):
        _add(document, each, language)
    header = styles["Header"]
    assert isinstance(header, ParagraphStyle)
    header.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)


def _defaults(language: LanguageCode) -> str:
    latin = MINCHO if language == "ja" else LATIN
    return (
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{MINCHO}" w:cs="{latin}"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _add(document: Document, given: _Style, language: LanguageCode) -> None:
    style = document.styles.add_style(
        given.name, WD_STYLE_TYPE.PARAGRAPH, builtin=given.name in _BUILT_IN
    )
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.hidden, style.quick_style = False, True
    font, form = style.font, style.paragraph_format
    font.size = Pt(given.size)
    if given.is_head:
        font.bold = True
        if language == "ja":
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("ascii", "hAnsi", "eastAsia"):
                fonts.set(qn(f"w:{script}"), GOTHIC)
    if given.is_quiet:
        font.color.rgb = _SECOND
    if given.is_centred:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(given.line)
    form.space_before, form.space_after = Pt(given.before), Pt(given.after)
    form.keep_with_next = given.keeps_next or None
    form.widow_control = True
    if given.level is not None:
        outline = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{given.level}"/>')
        style.element.get_or_add_pPr().append(outline)
