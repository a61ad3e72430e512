"""The glyphs of a PDF as lines, page by page; run as a process of its own (see `process`).

A PDF may unpack to any size and take any time, so what reads it has limits and can be ended:
`python -m governance.intake.files.pdf.glyphs BYTES SECONDS` keeps to that much memory and time of
the processor, takes the file on standard input and prints JSON:
`{"pages": [{"width", "height", "readings", "notes", "columns", "lines": [[[text, x0, x1, y, size],
…], …]}, …]}`: the lengths in points; a line as its segments, which wide gaps part; how many
characters of readings (ruby) were left out; name and words of each note; where a column in one
language begins beside another, and both languages, or null. Or `{"refused": code}`.
"""

import json
import logging
import re
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import Rect

from governance.intake.files.pdf.characters import is_reading, is_wide, usual_forms
from governance.intake.files.pdf.language_columns import PlacedCharacter, language_columns
from governance.intake.files.pdf.layout import layout_of

MOST_PAGES = 500
# In sizes of the type: what parts two words, a number and its wording, two characters of Japanese,
# two segments.
_WORD, _HALF, _WIDE, _FAR = 0.18, 0.4, 0.8, 1.6
# A number in the margin stands so far from its line; two columns are parted by so much.
_BESIDE, _GUTTER = 1.0, 0.15
_USUAL_SIZE = 12.0
_UNMAPPED = "(cid:"
# A reading is this much smaller than what it stands over, and no further from it than a line.
_SMALL, _CLOSE = 0.65, 1.3
# What counts a provision at the beginning of a line: "２", "（３）", "第４条", "イ", "附則".
_NUMBER = "[0-9０-９一二三四五六七八九十百]+"
_COUNT = re.compile(
    rf"[（(]?{_NUMBER}[）)]?|[①-⑳㉑-㊿⑴-⒇]|[（(]?[ァ-ヴ][）)]?"
    rf"|第{_NUMBER}[章節款条項号](?:の{_NUMBER})*(?:[（(][^（()）]*[）)])?|附則"
)
_NEVER_AFTER_SPACE = frozenset(".,;:!?)]}’”")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and where it stands: y is its middle."""

    text: str
    x0: float
    x1: float
    y: float
    size: float

    @property
    def is_space(self) -> bool:
        return not self.text.strip()


def main() -> None:
    for limit, most in zip((resource.RLIMIT_AS, resource.RLIMIT_CPU), sys.argv[1:], strict=True):
        resource.setrlimit(limit, (int(most), int(most)))
    logging.disable()
    try:
        result = read_pages(sys.stdin.buffer.read())
    except (MemoryError, RecursionError):
        result = {"refused": "too-hard"}
    json.dump(result, sys.stdout)


def read_pages(data: bytes) -> dict[str, Any]:
    """The pages of the PDF, or why not."""
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        if document.encryption is not None:
            return {"refused": "encrypted"}
        pages = []
        for number, page in enumerate(PDFPage.create_pages(document)):
            if number == MOST_PAGES:
                return {"refused": "too-long"}
            pages.append(_page(page))
    except PDFEncryptionError:
        return {"refused": "encrypted"}
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes pdfminer raise whatever it met
        return {"refused": "damaged"}
    if not pages:
        return {"refused": "damaged"}
    return {"pages": pages}


def _page(page: PDFPage) -> dict[str, Any]:
    layout, laid_over = layout_of(page)
    width, height = layout.width, layout.height
    characters = list(_characters(layout))
    turn = _turn(characters)
    glyphs = [_glyph(each, turn, width, height) for each in characters]
    for each in laid_over:
        if each.rect is not None:
            glyphs += _set_in(each.words, _turned(each.rect, turn, width, height))
    glyphs = [each for each in glyphs if each.size > 0]
    if turn % 2:
        width, height = height, width
    if is_vertical(glyphs):
        glyphs = turned_upright(glyphs, height)
        width, height = height, width
    kept = without_readings(glyphs)
    in_rows = list(rows(kept))
    columns = language_columns([_placed(row) for row in in_rows])
    gutter = columns.gutter if columns else 0.0
    lines = [list(segments(line, gutter)) for line in in_rows]
    return {
        "width": width,
        "height": height,
        "readings": len(glyphs) - len(kept),
        "notes": [[each.name, each.words] for each in laid_over],
        "columns": [columns.gutter, columns.left, columns.right] if columns else None,
        "lines": [line for line in lines if line],
    }


def _set_in(words: str, rect: Rect) -> Iterator[Glyph]:
    """The words as glyphs in a rectangle, from its top left, as a form would set them."""
    x0, y0, _x1, y1 = rect
    lines = words.split("\n")
    size = max(1.0, min(_USUAL_SIZE, (y1 - y0) / len(lines)))
    for number, line in enumerate(lines):
        x, y = x0 + 1.0, y1 - (number + 0.5) * (y1 - y0) / len(lines)
        for sign in line:
            width = size if is_wide(sign) else size / 2
            yield Glyph(usual_forms(sign), x, x + width, y, size)
            x += width


def _placed(row: list[Glyph]) -> list[PlacedCharacter]:
    return [PlacedCharacter(g.text, g.x0, g.x1, g.size) for g in row if not g.is_space]


def _characters(container: LTContainer[Any]) -> Iterator[LTChar]:
    for each in container:
        if isinstance(each, LTChar):
            yield each
        elif isinstance(each, LTContainer):
            yield from _characters(each)


def _turn(characters: list[LTChar]) -> int:
    """How many quarters of a turn clockwise set most of the text of the page upright."""
    turns = Counter(_quarter_turns(each) for each in characters if each.get_text().strip())
    return turns.most_common(1)[0][0] if turns else 0


def _quarter_turns(character: LTChar) -> int:
    """How many quarters the character itself was turned anticlockwise."""
    along, up = character.matrix[0], character.matrix[1]
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 2
    return 1 if up > 0 else 3


def _glyph(character: LTChar, turn: int, width: float, height: float) -> Glyph:
    text = character.get_text()
    if text.startswith(_UNMAPPED):
        text = "\ufffd"
    size = max(character.size, 0.0)
    if turn % 2:
        # The library takes the extent across the lines of a horizontal page for the size.
        size = character.bbox[2] - character.bbox[0]
    x0, y0, x1, y1 = _turned(character.bbox, turn, width, height)
    return Glyph(usual_forms(text), x0, x1, (y0 + y1) / 2, size)


def _turned(rect: Rect, turn: int, width: float, height: float) -> Rect:
    """The rectangle on the page turned upright."""
    x0, y0, x1, y1 = rect
    if turn == 1:
        return y0, width - x1, y1, width - x0
    if turn == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 3:
        return height - y1, x0, height - y0, x1
    return rect


def without_readings(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without readings: small kana close over larger characters are no wording."""
    found: list[Glyph] = []
    lines = list(rows(glyphs))
    for line, below in pairwise([*lines, []]):
        found += [each for each in line if not _is_reading_above(each, below)]
    return found


def _is_reading_above(glyph: Glyph, line: list[Glyph]) -> bool:
    return is_reading(glyph.text) and any(
        glyph.size <= _SMALL * each.size
        and 0 < glyph.y - each.y <= _CLOSE * each.size
        and each.x0 - each.size < (glyph.x0 + glyph.x1) / 2 < each.x1 + each.size
        for each in line
        if not each.is_space
    )


def turned_upright(glyphs: list[Glyph], height: float) -> list[Glyph]:
    """Glyphs of lines that run down, as they would stand in lines that run across, the rightmost
    on top; `height` is that of the page.
    """
    return [
        Glyph(
            g.text,
            height - g.y - g.size / 2,
            height - g.y + g.size / 2,
            (g.x0 + g.x1) / 2,
            g.size,
        )
        for g in glyphs
    ]


def is_vertical(glyphs: list[Glyph]) -> bool:
    """Whether the lines run down: most wide characters stand under the one before."""
    down = across = 0
    for one, other in pairwise(each for each in glyphs if is_wide(each.text)):
        down += abs(one.x0 - other.x0) < 0.2 * one.size and 0 < one.y - other.y < 1.5 * one.size
        across += abs(one.y - other.y) < 0.2 * one.size and 0 < other.x0 - one.x0 < 1.5 * one.size
    return down > 2 * across


def rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs that stand on one line, from the top, each line from the left."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: (-each.y, each.x0)):
        if row and row[0].y - glyph.y > 0.45 * max(row[0].size, glyph.size):
            yield sorted(row, key=lambda each: each.x0)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda each: each.x0)


def segments(
    row: list[Glyph], gutter: float = 0.0
) -> Iterator[tuple[str, float, float, float, float]]:
    """A line cut at wide gaps, and at the gutter between columns: text, from and to where, y and
    size of each piece.
    """
    piece: list[str] = []
    first: Glyph | None = None
    last: Glyph | None = None
    space = ""
    for glyph in row:
        if glyph.is_space:
            # Wide ones are text: 商　　号 has two.
            space = space + glyph.text if glyph.text == "　" else space or glyph.text
            continue
        if last is not None and _is_printed_twice(last, glyph):
            continue
        if first is None or last is None:
            first = glyph
        else:
            gap = (glyph.x0 - last.x1) / max(last.size, glyph.size)
            far = _BESIDE if "".join(piece).isdecimal() else _FAR
            is_in_next_column = last.x0 < gutter <= glyph.x0 and gap > _GUTTER
            if gap - space.count("　") > far or is_in_next_column:
                yield "".join(piece), first.x0, last.x1, first.y, first.size
                piece, first = [], glyph
            else:
                counts = bool(_COUNT.fullmatch("".join(piece)))
                piece.append(_gap(gap, space, last.text, glyph.text, is_after_count=counts))
        piece.append(glyph.text)
        last, space = glyph, ""
    if first is not None and last is not None:
        yield "".join(piece), first.x0, last.x1, first.y, first.size


def _is_printed_twice(last: Glyph, glyph: Glyph) -> bool:
    """Whether the glyph was set twice, a little apart, to look bold."""
    return last.text == glyph.text and abs(last.x0 - glyph.x0) < 0.15 * glyph.size


def _gap(gap: float, space: str, before: str, after: str, *, is_after_count: bool) -> str:
    if is_wide(before) or is_wide(after):
        # Japanese has no spaces but wide ones, and those behind what counts a provision; any other
        # narrow gap is justification.
        both = is_wide(before) and is_wide(after)
        if "　" in space:
            return "　" * space.count("　")
        if gap > _WIDE:
            return "　"
        if is_after_count and (space or gap > _HALF):
            return space or " "
        return space if space and not both else ""
    if not space and after in _NEVER_AFTER_SPACE:
        return ""
    return " " if space or gap > _WORD else ""


if __name__ == "__main__":
    main()
