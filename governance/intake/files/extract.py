"""A file to the text of articles: the kind recognised by what is in it, not by its name."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from governance.intake.files.contents import without_contents
from governance.intake.files.encoding import decode
from governance.intake.files.extracted import Extracted
from governance.intake.files.notes import notes
from governance.intake.files.pdf import document as pdf
from governance.intake.files.unreadable import LARGEST_FILE, unreadable
from governance.intake.files.word import document as word
from governance.intake.files.word.document import Tracked
from governance.text.message import Message
from governance.text.tree.lines import normalised
from governance.text.typed_text import LONGEST_TEXT

FileKind = Literal["docx", "pdf", "text"]

_ZIP, _PDF, _COMPOUND = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EMPTY_ZIP = b"PK\x05\x06"
_OTHERS = (
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<html",
    b"<?xml",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"%!PS",
    b"MIME-Vers",
)
_MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body|meta|table|div|span|p)\b",
    re.DOTALL | re.IGNORECASE,
)
_BEGINNING = 4_000
# Streams of a compound file have their names in UTF-16.
_ENCRYPTED, _OLD_WORD = (name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Spaces of other widths, and signs that only tell a program where lines may break.
_SPACES = re.compile(r"[\xa0\u2000-\u200a\u202f\u205f]")
_UNSEEN = re.compile(r"[\xad\u200b\u2060]")
_LINE_ENDS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class FileText:
    """The text of a file, lines parted by newlines; how it was read, and what was left out."""

    text: str
    kind: FileKind
    encoding: str
    """Of plain text, as Python names it; "" of others."""
    notes: tuple[Message, ...]


def extract_text(data: bytes, *, language: str, tracked: Tracked = "accept") -> FileText:
    """The text of a Word file, a PDF or plain text. `language` is "en" or "ja".

    Raises `Refused` for whatever cannot or must not be read.
    """
    if len(data) > LARGEST_FILE:
        raise unreadable("too-large")
    if not data.strip():
        raise unreadable("empty")
    encoding = ""
    kind = file_kind(data)
    try:
        if kind == "docx":
            found = word.extract(data, tracked)
        elif kind == "pdf":
            found = pdf.extract(data, language)
        else:
            text, encoding = decode(data, language)
            if _MARKUP.match(text[:_BEGINNING]):
                raise unreadable("other-kind")
            found = Extracted(text, Counter())
    except RecursionError as error:
        raise unreadable("damaged") from error
    lines, contents = without_contents(usual_characters(found.text).split("\n"))
    text = "\n".join(lines)
    if not text.strip():
        raise unreadable("empty")
    if len(text) > LONGEST_TEXT:
        raise unreadable("too-long")
    counts = found.counts + Counter(contents=contents)
    return FileText(text, kind, encoding, notes(counts, tracked=tracked, encoding=encoding))


def file_kind(data: bytes) -> FileKind:
    """What the bytes are by their beginning. Raises `Refused` for what is not taken in."""
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return "docx"
    if _PDF in data[:1024]:
        return "pdf"
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise unreadable("encrypted")
        raise unreadable("old-word" if _OLD_WORD in data else "other-kind")
    if data.lstrip()[:9].lower().startswith(tuple(each.lower() for each in _OTHERS)):
        raise unreadable("other-kind")
    return "text"


def usual_characters(text: str) -> str:
    """The text with every line end as a newline, every space but the wide one as the usual one,
    and without characters that are none of a text.
    """
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", normalised(text)))
    return _CONTROL.sub("", _UNSEEN.sub("", text)).replace("\u2011", "-")
