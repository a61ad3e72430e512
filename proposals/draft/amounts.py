"""Whole numbers as articles write them: 200,000,000, 2億株, 一億五千万株, 2 million."""

import re
import unicodedata

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"兆": 10**12, "億": 10**8, "万": 10**4}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_FIGURES = r"[0-9]+(?:,[0-9]{3})*"
_NUMERALS = "".join((*_DIGITS, *_SMALL))
_UNIT_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion"
).replace(" ", "|")
# "150,000,000", "1億5,000万", "一億五千万", "2 million": figures or numerals, with their scales.
_AMOUNT = re.compile(
    rf"""
    (?:(?:{_FIGURES}|[{_NUMERALS}])+[兆億万]?)+
    (?:\s+(?P<scale>{"|".join(_SCALES)})\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "one hundred", "two hundred and fifty million"
_IN_WORDS = re.compile(
    rf"\b(?:{_UNIT_NAMES})(?:[\s-]+(?:and\s+)?(?:{_UNIT_NAMES}))*\b", re.IGNORECASE
)


def amounts(text: str) -> frozenset[int]:
    """The whole numbers in `text`. Those in English words are not read."""
    return frozenset(
        _value(found[0], found["scale"])
        for found in _AMOUNT.finditer(unicodedata.normalize("NFKC", text))
    )


def without_amounts(text: str) -> str:
    """`text` with 0 for every number, in figures or words: what is the same whatever they are."""
    return _IN_WORDS.sub("0", _AMOUNT.sub("0", unicodedata.normalize("NFKC", text)))


def _value(written: str, scale: str | None) -> int:
    written = written.split(maxsplit=1)[0]
    total = 0
    for sign, size in _LARGE.items():
        if sign in written:
            before, _sign, written = written.partition(sign)
            total += _below_ten_thousand(before) * size
    return (total + _below_ten_thousand(written)) * _SCALES.get((scale or "").lower(), 1)


def _below_ten_thousand(written: str) -> int:
    """ "5,000", "五千", "5千", "二〇"; 0 for nothing written."""
    total = digits = 0
    is_counted = False
    for sign in written.replace(",", ""):
        if sign in _SMALL:
            total += (digits if is_counted else 1) * _SMALL[sign]
            digits, is_counted = 0, False
        else:
            digits = digits * 10 + (_DIGITS[sign] if sign in _DIGITS else int(sign))
            is_counted = True
    return total + digits
