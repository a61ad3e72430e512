"""The faces of the papers: the glyphs that a PDF names, and characters that are rare."""

import io
import logging
import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from django.template import Template
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from governance.papers import fonts
from governance.papers.font_files import FontError, repertoire, with_glyph_indexes_as_cids
from governance.papers.fonts import (
    ALL_FACES,
    FACES,
    FURTHER,
    GOTHIC,
    MINCHO,
    SERIF,
    Face,
    missing_characters,
)
from governance.papers.pdf import pdf
from tests.drawing import ALIKE, differences, wrong_glyphs

# Not among the 16,726 characters of the Mincho.
RARE = "丆嗈孏扲𠀡"
# Of fonts that most machines have, and of no paper.
HEBREW = "\u05e9\u05dc\u05d5\u05dd"


@dataclass(frozen=True)
class Words:
    """A paper that is a heading and a paragraph, each of the same words."""

    words: str
    language: str = "ja"
    title: str = "Words"

    @property
    def template(self) -> Template:
        return Template(
            '<div class="paper" lang="{{ paper.language }}">'
            "<h1>{{ paper.words }}</h1><p>{{ paper.words }}</p></div>"
        )


def faces_in(printed: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(printed)) as document:
        return {
            re.sub(r"^/[A-Z]{6}\+", "", str(font.BaseFont))
            for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Put other bytes in the place of the Mincho's file."""

    def put(data: bytes) -> None:
        file = tmp_path / "face.otf"
        file.write_bytes(data)
        own = Face.path.fget
        path = property(lambda face: file if face == MINCHO else own(face))
        monkeypatch.setattr(Face, "path", path)

    return put


def test_cids_of_the_mincho_become_its_glyph_indexes() -> None:
    packaged = MINCHO.path.read_bytes()
    before, after = (TTFont(io.BytesIO(data)) for data in (packaged, MINCHO.read()))
    count = before["maxp"].numGlyphs
    expected = [".notdef", *(f"cid{index:05d}" for index in range(1, count))]
    assert after["CFF "].cff[0].charset == expected
    assert before["CFF "].cff[0].charset != expected
    # What a character looks like is as it was, and so is all but the outline table.
    assert before.reader.keys() == after.reader.keys()
    for tag in before.reader.keys() - {"CFF ", "head"}:  # the head has a sum over all
        assert before.reader[tag] == after.reader[tag]
    for character in "定款株A１。":
        assert drawn(before, character) == drawn(after, character)


def drawn(font: TTFont, character: str) -> list[object]:
    pen = RecordingPen()
    font.getGlyphSet()[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.value


def test_fonts_that_need_no_change_are_embedded_as_they_are() -> None:
    for face in (SERIF, GOTHIC, FURTHER):
        assert face.read() == face.path.read_bytes()
    once = MINCHO.read()
    assert with_glyph_indexes_as_cids(once) == once


def test_headings_have_every_character_that_the_further_face_has() -> None:
    heading, further = (repertoire(face.path.read_bytes()) for face in (GOTHIC, FURTHER))
    assert heading == further
    assert len(further.characters) == 44810
    assert set(RARE) <= further.characters - repertoire(MINCHO.path.read_bytes()).characters


def test_every_face_is_read_without_damage() -> None:
    assert set(ALL_FACES) == {face for faces in FACES.values() for face in faces}
    for face in ALL_FACES:
        assert repertoire(face.read()).characters > set("Article 12")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("𠮷野家　髙﨑　①㈱　Ārō Ģ", ()),
        (RARE, ()),
        ("辻\U000e0100　葛\U000e0101飾", ()),
        ("か\u3099\u00ad\u200b\u2060 \u2009\n\t", ()),
        ("甲\ue000乙\ue001\ue000", ("\ue000", "\ue001")),
        (HEBREW, tuple(sorted(HEBREW))),
        ("\U0001f600", ("\U0001f600",)),
        # Of a variant that no face has the usual shape would be printed.
        ("定\U000e01ef款", ("定\U000e01ef",)),
        # A character that is missing is said once, whatever its variant.
        ("\ue000\ufe00", ("\ue000",)),
    ],
)
def test_missing_characters(text: str, missing: tuple[str, ...]) -> None:
    assert missing_characters(text) == missing


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_the_mincho_lacks_is_set_from_the_further_face(language: str) -> None:
    printed = pdf(Words(f"当会社は、{RARE}と称する。", language))
    assert "Noto-Sans-CJK-JP" in faces_in(printed)
    assert set(wrong_glyphs(printed).values()) == {0}
    (difference,) = differences(printed)
    assert difference < ALIKE
    # One glyph for each: were any a box, its characters would be the same picture.
    assert pdf(Words(f"当会社は、{RARE[::-1]}と称する。", language)) != printed


def test_variants_are_printed_in_their_shape() -> None:
    """葛 has two strokes otherwise under U+E0101 than under U+E0100."""
    one, other = (pdf(Words(f"葛{selector}")) for selector in ("\U000e0100", "\U000e0101"))
    assert faces_in(one) == {"Noto-Serif-JP", "Noto-Sans-CJK-JP-Bold", "Source-Serif-Pro"}
    assert glyphs_shown(one) != glyphs_shown(other)


def glyphs_shown(printed: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(printed)) as document:
        return [
            bytes(item)
            for operands, operator in pikepdf.parse_content_stream(document.pages[0])
            if str(operator) == "TJ"
            for item in operands[0]
            if isinstance(item, pikepdf.String)
        ]


def test_no_font_of_the_machine_is_used_and_what_is_missing_is_logged(caplog) -> None:
    with caplog.at_level(logging.WARNING, "governance"):
        printed = pdf(Words(f"定款 {HEBREW}"))
    assert faces_in(printed) <= {
        "Noto-Serif-JP",
        "Noto-Sans-CJK-JP",
        "Noto-Sans-CJK-JP-Bold",
        "Source-Serif-Pro",
        "Source-Serif-Pro-Semi-Bold",
    }
    assert caplog.messages == [
        "Words: no font of the papers has U+05D5, U+05DC, U+05DD, U+05E9",
    ]
    caplog.clear()
    pdf(Words("定款"))
    assert caplog.messages == []


@pytest.mark.parametrize("kept", [0, 3, 1000, 20_000, 3_000_000, -1])
def test_half_a_font_is_damaged(kept: int, damaged) -> None:
    damaged(MINCHO.path.read_bytes()[:kept])
    with pytest.raises(FontError, match=r"^The font file NotoSerifJP-Regular\.otf .* is damaged"):
        pdf(Words("定款"))


def test_no_font_at_all_is_damaged(damaged) -> None:
    damaged(b"<!doctype html><title>Not found</title>" * 200)
    with pytest.raises(FontError, match="is damaged"):
        pdf(Words("定款"))


def test_font_that_only_the_printer_finds_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_renumbered", lambda _path: b"OTTO" + bytes(2000))
    with pytest.raises(FontError, match=r"A font file of .* is damaged\. Run make setup\."):
        pdf(Words("定款"))


def test_package_that_is_not_installed() -> None:
    face = Face("other", "Other", 400, "no_such_package_of_fonts", "Other.otf")
    with pytest.raises(FontError, match="of the package no_such_package_of_fonts is missing"):
        face.read()
