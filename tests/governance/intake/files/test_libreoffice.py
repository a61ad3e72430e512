"""Files of other word processors: refused with what to do, or converted where LibreOffice is."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from governance.intake.files import libreoffice
from governance.intake.files.extract import extract_text
from governance.intake.files.unreadable import Unreadable
from tests.governance.intake.files.originals import p, word
from tests.governance.intake.files.test_refusals import COMPOUND, code_of

RTF = rb"{\rtf1\ansi\ansicpg1252 Article 1. The name is Kou.\par Article 2. The seat is Kyoto.\par}"
LINES = ["Article 1. The name is Kou.", "Article 2. The seat is Kyoto."]


def open_document(*paragraphs: str) -> bytes:
    text = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    space = "urn:oasis:names:tc:opendocument:xmlns"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0"'
        f' xmlns:text="{space}:text:1.0" office:version="1.2"><office:body><office:text>{text}'
        "</office:text></office:body></office:document-content>"
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


FILES = {
    "doc": COMPOUND + "WordDocument".encode("utf-16-le"),
    "rtf": RTF,
    "odt": open_document(*LINES),
}


def program(folder: Path, script: str) -> None:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("ending", FILES)
def test_refusal_names_the_format_and_what_to_do(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert code_of(FILES[ending]) == ending
    with pytest.raises(Unreadable) as caught:
        extract_text(FILES[ending], language="ja")
    assert f".{ending}" in caught.value.sentence.en
    assert ".docx" in caught.value.sentence.ja


@pytest.mark.parametrize("ending", FILES)
def test_converted_file_is_read_and_marked(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(word(p("第1条　甲とする。")))
    # What LibreOffice is asked for: the result in the folder of the file, under its name.
    program(tmp_path, f'test -f "$PWD/articles.{ending}" && cp {tmp_path}/made.docx articles.docx')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    found = extract_text(FILES[ending], language="ja")
    assert (found.text, found.kind) == ("第1条　甲とする。", ending)
    assert found.notes[0].en.startswith(f"The file (.{ending}) was converted by LibreOffice")


@pytest.mark.parametrize(
    "script",
    ["exit 1", "true", "while :; do :; done", "head -c 2000 /dev/zero > articles.docx", "sleep 9"],
)
def test_program_that_fails_hangs_or_writes_too_much(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(libreoffice, "SECONDS", 1)
    monkeypatch.setattr(libreoffice, "LARGEST_RESULT", 1000)
    assert code_of(RTF, "en") == "not-converted"


@pytest.mark.skipif(not libreoffice.is_installed(), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("ending", ["rtf", "odt"])
def test_libreoffice_itself(ending: str) -> None:
    found = extract_text(FILES[ending], language="en")
    assert [line for line in found.text.split("\n") if line] == LINES
