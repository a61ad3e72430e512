"""Bytes of a text file to text: which encoding they are in.

Recognised without a mark: UTF-8, UTF-16, ISO-2022-JP, CP932 (Shift_JIS as Windows has it), EUC-JP,
and CP1252 for English. What is valid in two of them (bytes of EUC-JP mostly are in CP932, as
half-width katakana) is decided by what the characters would be.
"""

import codecs
import re

from governance.intake.files.unreadable import Unreadable, unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = {"ja": ("cp932", "euc_jp", "cp1252"), "en": ("cp1252", "cp932", "euc_jp")}
# EUC-JP as it is met has ①, Ⅲ and ㈱ (row 13), which JIS X 0208 has not, but JIS X 0213 has.
_WIDER = {"euc_jp": "euc_jis_2004"}
_ESCAPE = re.compile(rb"\x1b(\$[@B]|\([BJI])")
# How much a character speaks for the reading that it stands in.
_KANA = re.compile(r"[ぁ-んァ-ヶー、。・「」（）　]")
_PLAIN = re.compile(r"[\t\n\r -~０-９Ａ-Ｚａ-ｚ“”‘’–—…•§©®™ºªé]")
_COMMON = re.compile(r"[一-龥々〇]")
_STRANGE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")


def decode(data: bytes, language: str) -> tuple[str, str]:
    """The text of the bytes, and the encoding that it was in, as Python names it.

    `language` ("en" or "ja") decides where the bytes themselves leave it open. Raises `Refused`
    where no encoding gives text: "unknown-encoding", or "other-kind" for what is no text at all.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded_strictly(data[len(mark) :], name), name
    if name := _utf_16(data):
        return _decoded_strictly(data, name), name
    if b"\x00" in data:
        raise unreadable("other-kind")
    if b"\x1b$" in data:
        return _iso_2022(data), "iso2022_jp"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data, language)


def _iso_2022(data: bytes) -> str:
    """ISO-2022-JP, which is EUC-JP in seven bits, with signs that say what follows."""
    first, *further = _ESCAPE.split(data)
    found = [first]
    for mark, piece in zip(further[::2], further[1::2], strict=True):
        if mark.startswith(b"$"):
            # Line ends and spaces stand as they are.
            found.append(bytes(each | 0x80 if 0x20 < each < 0x7F else each for each in piece))
        elif mark == b"(I":
            found += (
                bytes((0x8E, each | 0x80)) if 0x20 < each < 0x60 else bytes((each,))
                for each in piece
            )
        else:
            found.append(piece)
    return _text(b"".join(found), "euc_jp")


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return (
            _decoded_strictly(data, _WIDER[name])
            if name in _WIDER
            else _decoded_strictly(data, name)
        )


def _decoded_strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise unreadable("unknown-encoding") from error


def _utf_16(data: bytes) -> str:
    """The name of a UTF-16 without a mark: every second byte of its spaces and line ends is 0."""
    if len(data) < 2 or len(data) % 2:
        return ""
    found = {
        "utf-16-le": sum(data[1::2].count(each) for each in (b"\x00", b"\x30")),
        "utf-16-be": sum(data[0::2].count(each) for each in (b"\x00", b"\x30")),
    }
    # Kana are U+30xx, ASCII is U+00xx: in articles one of them is every third character.
    name = max(found, key=lambda each: found[each])
    if found[name] < len(data) // 2 / 4 or b"\x00" not in data:
        return ""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return ""
    return name if _score(text) > 0.5 * len(text) else ""


def _legacy(data: bytes, language: str) -> tuple[str, str]:
    readings = []
    for order, name in enumerate(_LEGACY[language]):
        try:
            text = _text(data, name)
        except Unreadable:
            continue
        readings.append((_score(text) / max(len(text), 1), -order, text, name))
    if not readings:
        raise unreadable("unknown-encoding")
    worth, _order, text, name = max(readings)
    if worth < 0.5:
        raise unreadable("unknown-encoding")
    return text, name


def _score(text: str) -> float:
    """How like articles the text looks: 1 for each character that they are made of, less for what
    they hardly ever have, much less for what no text has.
    """
    plain = len(_PLAIN.findall(text))
    kana = len(_KANA.findall(text))
    common = len(_COMMON.findall(text))
    strange = len(_STRANGE.findall(text))
    return plain + kana + 0.8 * common - 10 * strange - 0.5 * (len(text) - plain - kana - common)
