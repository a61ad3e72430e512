"""Files that are refused, each made for it, each with one sentence in both languages."""

import struct
import zipfile
from io import BytesIO

import pikepdf
import pytest

from governance.intake.files.extract import extract_text
from governance.intake.files.pdf import process
from governance.intake.files.unreadable import LARGEST_FILE, Unreadable
from governance.intake.files.word import archive
from governance.intake.files.word import document as word_document
from governance.intake.text.outline import parse
from tests.governance.intake.files import slow_reader
from tests.governance.intake.files.originals import (
    TYPES,
    document,
    levels,
    numbering,
    p,
    pdf,
    word,
    zipped,
)


def code_of(data: bytes, language: str = "ja") -> str:
    with pytest.raises(Unreadable) as caught:
        extract_text(data, language=language)
    sentence = caught.value.sentence
    for text, end in ((sentence.en, "."), (sentence.ja, "。")):
        assert text.endswith(end)
        assert "\n" not in text
    return caught.value.code


def test_too_large_and_empty() -> None:
    assert code_of(b"x" * (LARGEST_FILE + 1)) == "too-large"
    assert code_of(b"") == "empty"
    assert code_of(b" \n\n") == "empty"
    assert code_of(word(p(""))) == "empty"
    assert code_of("第1条　あ\n".encode() * 200_000) == "too-long"


def test_no_article() -> None:
    with pytest.raises(Unreadable) as caught:
        parse("We met on Monday.\n", "en")
    assert caught.value.code == "no-article"


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("picture", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("picture", b"II*\x00\x08\x00\x00\x00"),
        ("picture", b"RIFF\x24\x00\x00\x00WEBPVP8 "),
        ("web-page", b"<html><body>Article 1.</body></html>"),
        ("web-page", "\ufeff<HTML><p>第1条　あ</p></HTML>".encode()),
        ("web-page", b"<!-- saved --><html><p>Article 1.</p></html>"),
        ("web-page", b"<p>Article 1.</p>"),
        ("web-page", "<html><body>第1条　当会社は甲と称する。</body></html>".encode("utf-16")),
        ("web-page", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nArticle 1."),
        ("other-kind", b"%!PS-Adobe-3.0\nArticle 1.\n"),
        ("other-kind", b"\x7fELF\x02\x01\x01\x00\x00"),
        (
            "other-kind",
            zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}),
        ),
    ],
)
def test_files_of_another_kind(code: str, data: bytes) -> None:
    assert code_of(data) == code


def test_text_that_begins_like_a_picture_is_text() -> None:
    text = "BM Article. The rules\nArticle 1. A seat.\n"
    assert extract_text(text.encode(), language="en").text == text


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def test_encrypted_and_other_compound_files() -> None:
    assert code_of(COMPOUND + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert code_of(COMPOUND + "Workbook".encode("utf-16-le")) == "other-kind"


def test_archive_with_encrypted_members() -> None:
    data = bytearray(word(p("第1条　あ")))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        flags = struct.unpack_from("<H", data, at + 8)[0]
        struct.pack_into("<H", data, at + 8, flags | 1)
        at = data.find(b"PK\x01\x02", at + 4)
    assert code_of(bytes(data)) == "encrypted"


def test_macros() -> None:
    types = TYPES.replace("document.main+xml", "document.macroEnabled.main+xml")
    assert code_of(word(p("第1条　あ"), types=types)) == "macro"
    assert code_of(word(p("第1条　あ"), parts={"word/vbaProject.bin": b"\x00"})) == "macro"


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    steep = word(p("第1条　あ"), parts={"word/media/image1.bmp": bytes(20 * 1024 * 1024)})
    assert len(steep) < 100_000
    assert code_of(steep) == "bomb"
    many = word(p("第1条　あ"), parts={f"word/media/{n}.bin": b"" for n in range(2001)})
    assert code_of(many) == "bomb"
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 500)
    assert code_of(word(p("第1条　あ"))) == "bomb"


@pytest.mark.parametrize("form", ["lowerLetter", "upperRoman", "japaneseCounting", "decimal"])
def test_numbers_that_no_program_counts_to(form: str) -> None:
    most = levels((form, "%1."), start=9_999_999_999_999_999_999_999, after="space")
    data = word(p("甲", number="1"), parts={"numbering": numbering({"1": most})})
    assert extract_text(data, language="ja").text == "9999999999999999999999. 甲"


def test_numbers_that_unpack_to_more_than_the_file_has(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = levels(("decimal", "第%1条" + "あ" * 100_000))
    data = word(p("甲", number="1") * 2_000, parts={"numbering": numbering({"1": wide})})
    assert max(map(len, extract_text(data, language="ja").text.split("\n"))) < 250
    monkeypatch.setattr(word_document, "LONGEST_TEXT", 100_000)
    assert code_of(data) == "too-long"


def test_member_that_says_less_than_it_unpacks_to() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("word/document.xml", document(p("第1条　" + "あ" * 100_000)))
    data = bytearray(made.getvalue())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    assert code_of(bytes(data)) == "damaged"


DECLARED = {
    "external": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "remote": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "laughing": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    "empty": "<!DOCTYPE x>",
}


@pytest.mark.parametrize("declared", DECLARED.values(), ids=DECLARED)
def test_document_types(declared: str) -> None:
    text = document(p("第1条　あ"), before=declared)
    assert code_of(word(parts={"word/document.xml": text})) == "document-type"
    wide = text.replace("UTF-8", "UTF-16").encode("utf-16")
    assert code_of(word(parts={"word/document.xml": wide})) == "document-type"
    # In a part that is not even read.
    assert (
        code_of(word(p("第1条　あ"), parts={"word/settings.xml": f"{declared}<x/>"}))
        == "document-type"
    )


def test_damaged_files() -> None:
    whole = word(p("第1条　あ"))
    assert code_of(whole[: len(whole) // 2]) == "damaged"
    assert code_of(word(parts={"word/document.xml": "<w:document"})) == "damaged"
    assert code_of(b"%PDF-1.7\nnothing of the kind\n%%EOF") == "damaged"
    made = pdf("第1条　当会社は、甲と称する。")
    assert code_of(made[:200]) == "damaged"


def test_deeply_nested_document_is_no_fault() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5000 + p("あ") + "</w:tc></w:tr></w:tbl>" * 5000
    assert code_of(word(deep)) == "damaged"


@pytest.mark.parametrize("owner_only", [False, True])
def test_encrypted_pdf(owner_only: bool) -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf("第1条　当会社は、甲と称する。"))) as document_:
        user = "" if owner_only else "secret"
        document_.save(made, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert code_of(made.getvalue()) == "encrypted"


def test_scanned_pdf() -> None:
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">'
        '<rect width="200" height="200"/></svg>'
    )
    assert code_of(pdf(body=picture)) == "scanned"


def test_pdf_that_unpacks_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MEMORY", 300 * 1024 * 1024)
    made = BytesIO()
    with pikepdf.new() as document_:
        page = document_.add_blank_page()
        page.Contents = document_.make_stream(b" " * (400 * 1024 * 1024))
        document_.save(made, compress_streams=True)
    assert len(made.getvalue()) < LARGEST_FILE
    assert code_of(made.getvalue()) == "too-hard"


@pytest.fixture
def slowly_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that may have three seconds of the processor: to import it takes less than one."""
    monkeypatch.setattr(process, "_MODULE", slow_reader.__name__)
    monkeypatch.setattr(process, "SECONDS", slow_reader.WAITED - 1)


@pytest.mark.usefixtures("slowly_read")
def test_time_of_the_processor_counts_and_not_of_the_clock() -> None:
    assert process.pages_of(b"wait") == []
    with pytest.raises(Unreadable) as refusal:
        process.pages_of(b"work")
    assert refusal.value.code == "too-hard"


def test_clock_stops_only_what_gets_no_time_at_all() -> None:
    assert process.LONGEST_WAIT >= 10 * process.SECONDS >= 600


def test_bytes_in_no_encoding() -> None:
    assert code_of(bytes(range(128, 256)) * 20) == "unknown-encoding"
