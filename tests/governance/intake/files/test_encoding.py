"""Encodings of plain text, recognised by the bytes."""

import codecs

import pytest

from governance.intake.files.encoding import decode
from governance.intake.files.extract import extract_text
from governance.intake.files.unreadable import Unreadable

JA = "（商号）\n第１条　当会社は、みほん株式会社と称し、英文では～MIHON Co.と表示する。\n"
EN = "Article 1. (Name)\nThe Company’s name is “Example” — in Japanese, Mihon.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp"]
)
def test_japanese(encoding: str) -> None:
    text = JA if encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp932") else JA.replace("～", "")
    assert decode(text.encode(encoding), "ja") == (text, encoding)


def test_every_line_by_itself_is_recognised() -> None:
    """What is measured: how short a text may be. Any Japanese sentence is long enough."""
    lines = [
        "当会社の発行可能株式総数は、1,000万株とする。",
        "（単元株式数）",
        "取締役会は、取締役社長がこれを招集する。",
        "第７章　計算",
        "１　剰余金の配当は、株主総会の決議による。",
        "ただし、法令に別段の定めがある場合を除く。",
    ]
    for encoding in ("cp932", "euc_jp", "utf-8"):
        assert [decode(line.encode(encoding), "ja")[1] for line in lines] == [encoding] * len(lines)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_mark_at_the_beginning_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + JA.encode(encoding), "ja") == (JA, encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16-le", "cp932"])
def test_english(encoding: str) -> None:
    text = EN if encoding != "cp932" else EN.replace("—", "―")
    assert decode(text.encode(encoding), "en") == (text, encoding)


def test_signs_that_only_makers_of_machines_had() -> None:
    """①, Ⅲ and ㈱ stand in row 13, which the encodings of the standard have not."""
    text = "（商号）\n第１条　当会社は、みほん株式会社と称する。\n① 製造\n"
    circle = b"\xad\xa1"
    eucjp = text.replace("①", "丸").encode("euc_jp").replace("丸".encode("euc_jp"), circle)
    assert decode(eucjp, "ja") == (text, "euc_jp")
    seven = text.replace("①", "丸").encode("iso2022_jp").replace(b"4]", b"\x2d\x21")
    assert decode(seven, "ja") == (text, "iso2022_jp")
    assert decode("第1条　ｱｲｳは甲。".encode("iso2022_jp_ext"), "ja")[0] == "第1条　ｱｲｳは甲。"
    with pytest.raises(Unreadable):
        decode(b"\x1b$B\x30\x1b(B", "ja")


def test_the_encoding_is_reported_where_it_is_not_the_usual_one() -> None:
    assert [each.en for each in extract_text(JA.encode("cp932"), language="ja").notes] == [
        "The characters were recognised as Shift_JIS (CP932)."
    ]
    assert extract_text(JA.encode(), language="ja").notes == ()


def test_spaces_of_other_widths_and_signs_that_nobody_sees() -> None:
    given = "Article\u00a01.\u2003The Com\u00adpany\u200b is Self\u2011made, of 葛\U000e0100城."
    text = extract_text(given.encode(), language="en").text
    assert text == "Article 1. The Company is Self-made, of 葛\U000e0100城."


def test_line_ends_and_control_characters() -> None:
    taken = extract_text(
        b"Article 1.\r\nThe name\x0bis X.\rArticle 2.\x00".replace(b"\x00", b"\x07"), language="en"
    )
    assert taken.text == "Article 1.\nThe name\nis X.\nArticle 2."
