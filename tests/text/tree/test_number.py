"""Numerals in every style, both ways; the order of numbers; the digits of a text."""

import pytest

from governance.text.tree.number import (
    Digits,
    digits_of,
    follows,
    next_number,
    read_numeral,
    style_of,
    write_numeral,
)
from governance.text.tree.provision import Number

STYLES = {
    "half": {1: "1", 10: "10", 402: "402"},
    "full": {1: "１", 10: "１０", 402: "４０２"},
    "kanji": {
        1: "一",
        9: "九",
        10: "十",
        11: "十一",
        20: "二十",
        101: "百一",
        1234: "千二百三十四",
    },
    "places": {10: "一〇", 23: "二三", 105: "一〇五"},
    "roman": {1: "I", 4: "IV", 9: "IX", 14: "XIV", 49: "XLIX", 1999: "MCMXCIX"},
    "small roman": {1: "i", 4: "iv", 18: "xviii"},
    "letter": {1: "A", 26: "Z", 27: "AA"},
    "small letter": {1: "a", 26: "z", 27: "aa", 52: "az"},
    "circled": {1: "①", 20: "⑳", 50: "㊿"},
    "parenthesised": {1: "⑴", 20: "⒇"},
    "iroha": {1: "イ", 3: "ハ", 7: "ト"},
    "kana": {1: "ア", 5: "オ", 10: "コ"},
}
WRITTEN = [
    (style, value, numeral) for style, each in STYLES.items() for value, numeral in each.items()
]


@pytest.mark.parametrize(("style", "value", "numeral"), WRITTEN)
def test_numeral_is_read_and_written(style: str, value: int, numeral: str) -> None:
    assert write_numeral(value, style) == numeral
    assert read_numeral(numeral, style) == value


@pytest.mark.parametrize("style", STYLES)
def test_every_number_comes_back(style: str) -> None:
    last = {"circled": 50, "parenthesised": 20, "iroha": 47, "kana": 46}.get(style, 300)
    assert [read_numeral(write_numeral(n, style), style) for n in range(1, last + 1)] == list(
        range(1, last + 1)
    )


@pytest.mark.parametrize(
    ("numeral", "style"),
    [
        ("12", "half"),
        ("１２", "full"),
        ("1２", "full"),
        ("十二", "kanji"),
        ("三", "kanji"),
        ("一二", "places"),
        ("XII", "roman"),
        ("xii", "small roman"),
        ("i", "small roman"),
        ("B", "letter"),
        ("b", "small letter"),
        ("ab", "small letter"),
        ("③", "circled"),
        ("⑶", "parenthesised"),
        ("ロ", "iroha"),
        ("イ", "iroha"),
        ("ン", "kana"),
        ("株", ""),
        ("", ""),
        ("abc", ""),
        ("1a", ""),
    ],
)
def test_style_of(numeral: str, style: str) -> None:
    assert style_of(numeral) == style


@pytest.mark.parametrize(
    ("numeral", "style"),
    [
        ("", ""),
        ("株", ""),
        ("株", "kanji"),
        ("x1", "half"),
        ("IIII", "roman"),
        ("vx", "small roman"),
        ("①②", "circled"),
        ("⑴⑵", "parenthesised"),
        ("イロ", "iroha"),
        ("株", "letter"),
        ("1", "parenthesised"),
        ("ン", "iroha"),
        ("株", "kana"),
        ("5", "no such style"),
        ("9" * 5000, ""),
        ("一" * 5000, ""),
        ("9" * 5000, "half"),
    ],
)
def test_what_is_no_numeral_is_none(numeral: str, style: str) -> None:
    assert read_numeral(numeral, style) is None


def test_a_numeral_may_stand_between_spaces() -> None:
    assert read_numeral("　12 ") == 12


@pytest.mark.parametrize(
    ("style", "beyond"), [("circled", 51), ("parenthesised", 21), ("iroha", 48), ("kana", 47)]
)
def test_beyond_what_a_style_writes_come_digits(style: str, beyond: int) -> None:
    assert write_numeral(beyond, style) == str(beyond)
    assert write_numeral(beyond - 1, style) != str(beyond - 1)


def test_no_value_has_kanji_of_its_own() -> None:
    assert write_numeral(0, "kanji") == "〇"


@pytest.mark.parametrize(
    ("digits", "value", "before", "written"),
    [
        (Digits(), 9, "", "9"),
        (Digits("full", "half"), 9, "", "９"),
        (Digits("full", "half"), 10, "", "10"),
        (Digits("full", "half"), 10, "９", "10"),
        (Digits("full", "half"), 9, "10", "９"),
        (Digits("full", "full"), 11, "10", "11"),
        (Digits("half", "half"), 8, "９", "８"),
        (Digits("kanji", "kanji"), 13, "十二", "十三"),
        (Digits("kanji", "places"), 13, "十二", "一三"),
        (Digits("kanji", "places"), 10, "九", "一〇"),
        (Digits("kanji", "kanji"), 9, "一〇", "九"),
        (Digits("half", "half"), 20, "十九", "二十"),
        (Digits("half", "half"), 5, "IV", "V"),
        (Digits("half", "half"), 4, "c", "iv"),
    ],
)
def test_digits_write_as_the_text_does(
    digits: Digits, value: int, before: str, written: str
) -> None:
    assert digits.write(value, before) == written


@pytest.mark.parametrize(
    ("numerals", "digits"),
    [
        ([], Digits("half", "half")),
        (["1", "2", "10"], Digits("half", "half")),
        (["６", "７", "10", "11"], Digits("full", "half")),
        (["６"], Digits("full", "full")),
        (["10"], Digits("half", "half")),
        (["一", "十二"], Digits("kanji", "kanji")),
        (["一", "一二", "二三"], Digits("kanji", "places")),
        (["６", "7", "７"], Digits("full", "full")),
        (["IV", "①", "株"], Digits("half", "half")),
    ],
)
def test_digits_of_a_text(numerals: list[str], digits: Digits) -> None:
    assert digits_of(numerals) == digits


@pytest.mark.parametrize(
    ("number", "before", "expected"),
    [
        (Number(10), Number(9), True),
        (Number(9, 2), Number(9), True),
        (Number(9, 3), Number(9, 2), True),
        (Number(10), Number(9, 2), True),
        (Number(9, 2, 2), Number(9, 2), True),
        (Number(9, 3), Number(9, 2, 4), True),
        (Number(11), Number(9), False),
        (Number(9), Number(9), False),
        (Number(9, 3), Number(9), False),
        (Number(10, 2), Number(9), False),
        (Number(10, 3), Number(9, 2), False),
        (Number(8), Number(9), False),
    ],
)
def test_follows(number: Number, before: Number, expected: bool) -> None:
    assert follows(number, before) is expected


@pytest.mark.parametrize(
    ("before", "branch", "after"),
    [
        (None, False, Number(1)),
        (Number(9), False, Number(10)),
        (Number(9, 2), False, Number(10)),
        (Number(9), True, Number(9, 2)),
        (Number(9, 2), True, Number(9, 3)),
        (Number(9, 2, 2), True, Number(9, 2, 3)),
    ],
)
def test_next_number(before: Number | None, branch: bool, after: Number) -> None:
    assert next_number(before, branch=branch) == after


def test_numbers_are_compared_by_their_parts() -> None:
    numbers = [Number(10), Number(9, 10), Number(9, 2), Number(9), Number(2)]
    assert sorted(numbers) == [Number(2), Number(9), Number(9, 2), Number(9, 10), Number(10)]
