"""Numerals and numbers: reading them in every style, writing them in the style of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from governance.text.tree.provision import Number

HALF, FULL, KANJI, PLACES = "half", "full", "kanji", "places"
ROMAN, SMALL_ROMAN, LETTER, SMALL_LETTER = "roman", "small roman", "letter", "small letter"
CIRCLED, PARENTHESISED, IROHA, KANA = "circled", "parenthesised", "iroha", "kana"

ARABIC = r"[0-9０-９]+"
# ○ stands for 〇 behind another numeral only: 第二○条, but 第○条 is still to be filled in.
KANJI_NUMERAL = r"[〇一二三四五六七八九十百千][〇○◯一二三四五六七八九十百千]*"

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_KANJI_DIGITS |= {"○": 0, "◯": 0}
_KANJI_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Styles of one character a number, in order.
_CHARACTERS = {
    CIRCLED: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    PARENTHESISED: "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    IROHA: "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    KANA: "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
    "ハヒフヘホマミムメモヤユヨラリルレロワヲン",
}
_LONGEST_NUMERAL = 20  # characters; a longer row of digits counts no provision


def _kanji(value: int) -> str:
    """13 -> 十三; 1 stands before no unit but 千 of four digits is plain 千 too."""
    text = ""
    for unit, character in ((1000, "千"), (100, "百"), (10, "十")):
        count, value = divmod(value, unit)
        if count:
            text += ("" if count == 1 else "〇一二三四五六七八九"[count]) + character
    return text + ("〇一二三四五六七八九"[value] if value else "") or "〇"


def _from_kanji(text: str) -> int | None:
    if not any(character in _KANJI_UNITS for character in text):
        return int("".join(str(_KANJI_DIGITS[character]) for character in text))
    total = digit = 0
    for character in text:
        if character in _KANJI_UNITS:
            total += (digit or 1) * _KANJI_UNITS[character]
            digit = 0
        else:
            digit = digit * 10 + _KANJI_DIGITS[character]
    return total + digit


def _roman(value: int) -> str:
    text = ""
    for unit, letters in _ROMAN:
        count, value = divmod(value, unit)
        text += letters * count
    return text


def _from_roman(text: str) -> int | None:
    value, rest = 0, text
    for unit, letters in _ROMAN:
        while rest.startswith(letters):
            value, rest = value + unit, rest[len(letters) :]
    return value if not rest and _roman(value) == text else None


def _letters(value: int, like: str = "") -> str:
    """1 -> a, 26 -> z, 27 -> aa: lists of items do not stop at z. They go on with ab, with bb or,
    behind an inserted za, with zb, as `like` does; behind 52 with aaa."""
    times, last = divmod(value - 1, 26)
    letter = chr(ord("a") + last)
    if times != 1 or (len(like) == 2 and like[0] == like[1]):
        return letter * (times + 1)
    return ("z" if like[:1] == "z" and len(like) == 2 else "a") + letter


def _from_letters(text: str) -> int:
    """27 for aa, 28 for ab, bb and zb, 53 for aaa."""
    last = ord(text[-1]) - ord("a") + 1
    if len({*text}) == 1:
        return 26 * (len(text) - 1) + last
    if len(text) == 2 and text[0] == "z":
        return 26 + last
    value = 0
    for letter in text:
        value = value * 26 + ord(letter) - ord("a") + 1
    return value


def read_numeral(text: str, style: str = "") -> int | None:
    """The value of a numeral in the given style, or in the style its characters show (Roman
    before letters, イロハ before アイウ). None when it is no such numeral."""
    text = text.strip()
    if len(text) > _LONGEST_NUMERAL:
        return None
    style = style or style_of(text)
    match style:
        case "half" | "full":
            return int(text) if text.isdecimal() else None
        case "kanji" | "places":
            return _from_kanji(text) if re.fullmatch(KANJI_NUMERAL, text) else None
        case "roman":
            return _from_roman(text)
        case "small roman":
            return _from_roman(text.upper())
        case "letter" | "small letter" if text.isascii() and text.isalpha():
            return _from_letters(text.lower())
        case "circled" | "parenthesised" | "iroha" | "kana" if len(text) == 1:
            return _CHARACTERS[style].find(text) + 1 or None
    return None


def write_numeral(value: int, style: str, like: str = "") -> str:
    """The numeral of a value in a style; beyond what the style can write (a fifty-first circled
    one) in plain digits. Two letters go on as those of `like`."""
    match style:
        case "full":
            return str(value).translate(_FULL_WIDTH)
        case "kanji":
            return _kanji(value)
        case "places":
            return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))
        case "roman":
            return _roman(value)
        case "small roman":
            return _roman(value).lower()
        case "letter":
            return _letters(value, like.lower()).upper()
        case "small letter":
            return _letters(value, like)
        case "circled" | "parenthesised" | "iroha" | "kana" if value <= len(_CHARACTERS[style]):
            return _CHARACTERS[style][value - 1]
    return str(value)


def style_of(numeral: str) -> str:
    """The style a numeral is written in, "" when it is none."""
    if re.fullmatch(r"[0-9]+", numeral):
        return HALF
    if re.fullmatch(r"[0-9０-９]+", numeral):
        return FULL
    if re.fullmatch(KANJI_NUMERAL, numeral):
        # 一〇 and 二三 count by places, 十 and 二十三 by units; one alone reads either way.
        return PLACES if len(numeral) > 1 and not set(numeral) & set(_KANJI_UNITS) else KANJI
    if re.fullmatch(r"[IVXLCDM]+", numeral) and _from_roman(numeral):
        return ROMAN
    if re.fullmatch(r"[ivxlcdm]+", numeral) and _from_roman(numeral.upper()):
        return SMALL_ROMAN
    if re.fullmatch(r"[A-Z]{1,2}", numeral):
        return LETTER
    if re.fullmatch(r"[a-z]{1,2}", numeral):
        return SMALL_LETTER
    if len(numeral) == 1:
        return next(
            (style for style, characters in _CHARACTERS.items() if numeral in characters), ""
        )
    return ""


@dataclass(frozen=True, slots=True)
class Digits:
    """How a text writes numbers: 第６条 beside 第10条 is full width for one digit only.

    `zero` is the sign for it among kanji (第二〇条, 第二○条); `branch` is a branch as the text
    writes it behind a number, "A" of 4A or "bis" of 4bis, "" for the usual form; `lone_letter` is
    the style of a letter that Roman numerals have too, where the text shows it: the L of Article L;
    `pair` shows how items go on behind z: "bb", "zb" or "ab"; `letter_branch` that (ca) stands
    between (c) and (d). `levels` has the styles of levels by
    themselves, as CHAPTER II among Article 1, Article 2.
    """

    one: str = HALF
    many: str = HALF
    zero: str = "〇"
    branch: str = ""
    lone_letter: str = ""
    pair: str = ""
    letter_branch: bool = False
    levels: tuple[tuple[str, str], ...] = ()

    def style_of_level(self, level: str) -> str:
        """The style in which the numbers of a level are written, "" where it is the usual one."""
        return dict(self.levels).get(level, "")

    def write(self, value: int, before: str = "") -> str:
        """The numeral of `value` where `before` stood: its own style, except that a change in
        the count of digits asks the text how it writes that many."""
        style = style_of(before) if before else ""
        if style in ("", HALF, FULL, PLACES, KANJI):
            if style in (KANJI, PLACES):
                wide = self.many if self.many in (KANJI, PLACES) else style
                written = write_numeral(value, wide if value > 9 else KANJI)
                return written.replace("〇", self.zero)
            if not before or (len(before) == 1) != (value < 10):
                style = self.one if value < 10 else self.many
        return write_numeral(value, style)


def digits_of(numerals: Iterable[str], otherwise: Digits | None = None) -> Digits:
    """The way of writing that most of these numerals show, apart for one digit and for more;
    what none of them shows is written as in `otherwise`, else as what they do show."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    zeros = Counter("")
    for numeral in numerals:
        zeros.update(set(numeral) & set("〇○◯"))
        if (style := style_of(numeral)) in (HALF, FULL, KANJI, PLACES):
            counts[(read_numeral(numeral) or 0) < 10][style] += 1
    one = _most(counts[True]) or (otherwise.one if otherwise else "")
    many = _most(counts[False]) or (otherwise.many if otherwise else "")
    return replace(
        otherwise or Digits(),
        one=one or many or HALF,
        many=many or one or HALF,
        zero=_most(zeros) or (otherwise or Digits()).zero,
    )


def _most(counter: Counter[str]) -> str:
    return max(counter, key=lambda style: (counter[style], style)) if counter else ""


def is_run(numbers: Sequence[Number]) -> bool:
    """Whether more than two numbers go on one after another, so that a range names them."""
    return len(numbers) > 2 and all_follow(numbers)


def all_follow(numbers: Sequence[Number]) -> bool:
    """Whether numbers go on one after another."""
    return all(follows(after, before) for before, after in pairwise(numbers))


def follows(number: Number, before: Number) -> bool:
    """Whether `number` comes right after `before`: 10 or 9-2 after 9, 9-3 or 10 after 9-2."""
    if len(number) > len(before):
        return number == (*before, 2)
    head = number[:-1]
    return before[: len(head)] == head and number[-1] == before[len(head)] + 1


def next_number(before: Number | None, *, branch: bool = False) -> Number:
    """The number after `before`: the next whole one, or with `branch` the next branch of it."""
    if before is None:
        return Number(1)
    if branch:
        return Number(*before[:-1], before[-1] + 1) if before.is_branch else Number(*before, 2)
    return Number(before.main + 1)
