"""PDFs drawn by two engines and compared, and the numbers by which they name their glyphs.

A PDF may be right for one reader and blank in another. MuPDF takes a font by the letter of the PDF
specification; PDFium, in Chrome, is lenient as poppler is.
"""

import io
from collections.abc import Iterator

import pikepdf
import pymupdf
import pypdfium2
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib.sfnt import SFNTReader
from PIL import Image, ImageChops, ImageFilter

DPI = 300
NEAR = 2
"""Pixels by which two engines may place an edge differently."""
ALIKE = 40
"""Of 255. The same page drawn twice reaches 13, one other radical in one character of it 88."""


def by_mupdf(printed: bytes) -> Iterator[Image.Image]:
    """Each page in grey."""
    with pymupdf.open(stream=printed) as document:
        for page in document:
            drawn = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
            yield Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)


def by_pdfium(printed: bytes) -> Iterator[Image.Image]:
    """Each page in grey."""
    with pypdfium2.PdfDocument(printed) as document:
        for page in document:
            yield page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")


def difference(one: Image.Image, other: Image.Image) -> int:
    """From 0 to 255, the most that one of two pages is darker than anything near it in the other.

    Averaged over five pixels each way, so that single ones do not count.
    """
    other = other.resize(one.size)  # rounded otherwise, a page may be a pixel longer
    darker = ImageChops.add(
        ImageChops.subtract(_darkest_nearby(one), other),
        ImageChops.subtract(_darkest_nearby(other), one),
    )
    _least, most = darker.filter(ImageFilter.BoxBlur(2)).getextrema()
    return int(most)


def _darkest_nearby(page: Image.Image) -> Image.Image:
    for _step in range(NEAR):
        for x, y in ((1, 0), (0, 1)):
            beside = (ImageChops.offset(page, x, y), ImageChops.offset(page, -x, -y))
            page = ImageChops.darker(page, ImageChops.darker(*beside))
    return page


def differences(printed: bytes) -> list[int]:
    """How much the two engines differ, page by page."""
    pages = zip(by_mupdf(printed), by_pdfium(printed), strict=True)
    return [difference(one, other) for one, other in pages]


def wrong_glyphs(printed: bytes) -> dict[str, int]:
    """Of each font with CIDs that is embedded, how many of the glyphs shown another CID names.

    The fonts are counted by name; without such a font the answer is empty.
    """
    found: dict[str, int] = {}
    with pikepdf.open(io.BytesIO(printed)) as document:
        for page in document.pages:
            fonts = page.Resources.get("/Font", {})
            for resource, shown in _shown(page).items():
                font = fonts[resource]
                glyphs = _glyphs_by_cid(font)
                if glyphs is not None:
                    name = str(font.BaseFont).partition("+")[2]
                    wrong = sum(glyphs.get(cid) != cid for cid in shown)
                    found[name] = found.get(name, 0) + wrong
    return found


def _glyphs_by_cid(font: pikepdf.Object) -> dict[int, int] | None:
    """The glyph behind each CID of a font, or None for a font that has glyphs by name."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    if "/FontFile3" not in descriptor:
        return None
    outlines = CFFFontSet()
    file = SFNTReader(io.BytesIO(descriptor.FontFile3.read_bytes()))
    outlines.decompile(io.BytesIO(file["CFF "]), None)
    top = outlines.topDictIndex[0]
    if "ROS" not in top.rawDict:
        return None
    cids = (0 if name == ".notdef" else int(name.removeprefix("cid")) for name in top.charset)
    return {cid: glyph for glyph, cid in enumerate(cids)}


def _shown(page: pikepdf.Page) -> dict[str, list[int]]:
    """The two-byte codes that a page shows, by the name of their font among its resources."""
    shown: dict[str, list[int]] = {}
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in ("Tj", "TJ"):
            items = operands[0] if str(operator) == "TJ" else operands
            for item in items:
                if isinstance(item, pikepdf.String):
                    codes = bytes(item)
                    pairs = zip(codes[::2], codes[1::2], strict=True)
                    shown.setdefault(font, []).extend(high * 256 + low for high, low in pairs)
    return shown
