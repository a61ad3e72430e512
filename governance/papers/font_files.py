"""Inside a font file: which characters it has, and the numbers by which a PDF names its glyphs.

fontTools is imported where it is used: it takes a third of a second.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class FontError(Exception):
    """A font file of the papers is missing or damaged."""


@dataclass(frozen=True)
class Repertoire:
    """The characters of a font, and the variants that it has of its own for some of them."""

    characters: frozenset[str]
    variants: frozenset[str]
    """Each a character followed by a variation selector."""


def repertoire(data: bytes) -> Repertoire:
    """The characters of a font file. Raises `FontError`."""
    from fontTools.ttLib import TTFont

    with _damage_as_font_error():
        font = TTFont(io.BytesIO(data), lazy=True)
        # Without names of its own fontTools would read the whole outline table for them.
        font.setGlyphOrder([str(glyph) for glyph in range(_glyph_count(font.reader["maxp"]))])
        return Repertoire(
            characters=frozenset(map(chr, font.getBestCmap())),
            variants=frozenset(
                chr(character) + chr(selector)
                for table in font["cmap"].tables
                if table.format == 14
                for selector, characters in table.uvsDict.items()
                for character, _glyph in characters
            ),
        )


def with_glyph_indexes_as_cids(data: bytes) -> bytes:
    """The same font, its CIDs (character identifiers) numbered as its glyphs are.

    WeasyPrint writes glyph indexes into the PDF. For a font with CIDs the reader of a PDF takes
    them for CIDs and looks up the glyph in the font's charset table, so that the two have to be the
    same. Fonts without CIDs are returned as they are. Raises `FontError`.
    """
    from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

    with _damage_as_font_error():
        font = SFNTReader(io.BytesIO(data))
        tables = {tag: font[tag] for tag in font.keys()}  # noqa: SIM118 - it is no mapping
        if "CFF " not in tables:
            return data
        outlines = _renumbered(tables["CFF "], _glyph_count(tables["maxp"]))
    if outlines == tables["CFF "]:
        return data
    written = io.BytesIO()
    writer = SFNTWriter(written, len(tables), font.sfntVersion)
    for tag, table in (tables | {"CFF ": outlines}).items():
        writer[tag] = table
    writer.close()
    return written.getvalue()


_LONG_RANGES = 2
"""The format of a charset: ranges, each its first CID and how many follow it, in two bytes each."""
_FEWEST_GLYPHS = 258
"""With so many, the shortest charset of any format is as long as one long range."""


def _renumbered(outlines: bytes, glyph_count: int) -> bytes:
    """The CFF table with a charset that gives each glyph its index for CID.

    The charset is the one place where CIDs stand. The new one, a single range, takes five bytes and
    overwrites the beginning of the old one, so that nothing else moves.
    """
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(outlines), None)
    described = fonts.topDictIndex[0].rawDict
    if "ROS" not in described:
        return outlines
    if glyph_count < _FEWEST_GLYPHS:
        raise ValueError("The charset in place may be too short to be overwritten.")
    charset = struct.pack(">BHH", _LONG_RANGES, 1, glyph_count - 2)
    start = described["charset"]
    return outlines[:start] + charset + outlines[start + len(charset) :]


def _glyph_count(maxp: bytes) -> int:
    count: int = struct.unpack_from(">4xH", maxp)[0]
    return count


@contextmanager
def _damage_as_font_error() -> Iterator[None]:
    """Turn what fontTools raises on a file that is no font, or half of one, into `FontError`."""
    from fontTools.ttLib import TTLibError

    try:
        yield
    except (TTLibError, AssertionError, EOFError, LookupError, ValueError, struct.error) as error:
        raise FontError("The font file is damaged.") from error
