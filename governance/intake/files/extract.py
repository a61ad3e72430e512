"""A file to the text of articles: the kind recognised by what is in it, not by its name."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from governance.intake.files import libreoffice
from governance.intake.files.contents import contents_lines
from governance.intake.files.encoding import decode
from governance.intake.files.extracted import Extracted, NotedPlace
from governance.intake.files.notes import notes
from governance.intake.files.own_json import text_of_own_json
from governance.intake.files.pdf import document as pdf
from governance.intake.files.signs_before_heads import without_signs_before_heads
from governance.intake.files.two_languages import in_one_language, other_language
from governance.intake.files.unreadable import LARGEST_FILE, unreadable
from governance.intake.files.word import document as word
from governance.intake.files.word.tracked import Tracked
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.tree.lines import normalised
from governance.text.typed_text import LONGEST_TEXT

FileKind = Literal["docx", "pdf", "text", "doc", "rtf", "odt"]
_CONVERTED = frozenset({"doc", "rtf", "odt"})

_ZIP, _PDF, _COMPOUND = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EMPTY_ZIP = b"PK\x05\x06"
_RTF = b"{\\rtf"
# The first member of an OpenDocument text is its type, unpacked.
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_WEB_PAGES = (b"<!doctype", b"<html", b"mime-vers")
_OTHERS = (b"<?xml", b"\x1f\x8b", b"%!ps")
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
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LINE_ENDS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class FileText:
    """The text of a file, lines parted by newlines; how it was read, and what was left out."""

    text: str
    kind: FileKind
    encoding: str
    """Of plain text, as Python names it; "" of others."""
    notes: tuple[Message, ...]
    other: str = ""
    """The same articles in the other language, where the file has both."""


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
        if kind in _CONVERTED:
            found = word.extract(libreoffice.as_word(data, kind), tracked, language)
            found = replace(found, counts=found.counts + Counter({f"converted_{kind}": 1}))
        elif kind == "docx":
            found = word.extract(data, tracked, language)
        elif kind == "pdf":
            found = pdf.extract(data, language)
        else:
            text, encoding = decode(data, language)
            if _MARKUP.match(text[:_BEGINNING]):
                raise unreadable("web-page")
            found = Extracted(text_of_own_json(text) or text, Counter())
    except RecursionError as error:
        raise unreadable("damaged") from error
    if len(found.text) > LONGEST_TEXT:
        raise unreadable("too-long")  # before anything is looked for in it
    found = in_one_language(replace(found, text=usual_characters(found.text)), language)
    found = _without_signs(_without_contents(found, language), language)
    text, other = found.text, usual_characters(found.other)
    if other:
        second = other_language(language)
        further = _without_contents(Extracted(other, Counter()), second)
        other = _without_signs(further, second).text
    if not text.strip():
        raise unreadable("empty")
    told = notes(found.counts, tracked=tracked, encoding=encoding, places=found.places)
    return FileText(text, kind, encoding, told, other)


def _without_contents(found: Extracted, language: str) -> Extracted:
    """Without a table of contents that was typed; the places are those of the lines left."""
    lines = found.text.split("\n")
    gone = contents_lines(lines, language_for(language))
    if not gone:
        return found
    counts = found.counts + Counter(contents=sum(bool(lines[at].strip()) for at in gone))
    places = [
        replace(each, line=each.line - len(gone)) if each.line >= gone.stop else each
        for each in found.places
        if each.line not in gone
    ]
    kept = [line for at, line in enumerate(lines) if at not in gone]
    return replace(found, text="\n".join(kept), counts=counts, places=tuple(places))


def _without_signs(found: Extracted, language: str) -> Extracted:
    """Without bullets before heads; and with a note of characters that only one font knows."""
    lines, signs = without_signs_before_heads(found.text.split("\n"), language_for(language))
    private = [
        NotedPlace("private", at, sign)
        for at, line in enumerate(lines)
        for sign in _PRIVATE.findall(line)
    ]
    counts = found.counts + Counter(signs=len(signs), private=len(private))
    places = [*found.places, *(NotedPlace("signs", at, sign) for at, sign in signs.items())]
    return replace(found, text="\n".join(lines), counts=counts, places=(*places, *private))


def file_kind(data: bytes) -> FileKind:
    """What the bytes are by their beginning. Raises `Refused` for what is not taken in."""
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return "odt" if _OPEN_DOCUMENT in data[:200] else "docx"
    if _PDF in data[:1024]:
        return "pdf"
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise unreadable("encrypted")
        if _OLD_WORD in data:
            return "doc"
        raise unreadable("other-kind")
    beginning = data.lstrip()[:9].lower()
    if beginning.startswith(_RTF):
        return "rtf"
    if data.startswith(_PICTURES[:-2]) or (data.startswith(_PICTURES) and b"\x00" in data[:64]):
        raise unreadable("picture")
    if beginning.startswith((*_WEB_PAGES, *_OTHERS)):
        raise unreadable("web-page" if beginning.startswith(_WEB_PAGES) else "other-kind")
    return "text"


def usual_characters(text: str) -> str:
    """The text with every line end as a newline, every space but the wide one as the usual one,
    and without characters that are none of a text.
    """
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", normalised(text)))
    return _CONTROL.sub("", _UNSEEN.sub("", text)).replace("\u2011", "-")
