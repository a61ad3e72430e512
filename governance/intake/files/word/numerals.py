"""Numbers as Word's automatic numbering writes them (ST_NumberFormat, ECMA-376 17.18.59)."""

from governance.text.tree.number import (
    CIRCLED,
    FULL,
    HALF,
    IROHA,
    KANA,
    KANJI,
    PARENTHESISED,
    ROMAN,
    SMALL_ROMAN,
    write_numeral,
)

_STYLES = {
    "decimal": HALF,
    "decimalHalfWidth": HALF,
    "decimalFullWidth": FULL,
    "decimalFullWidth2": FULL,
    "upperRoman": ROMAN,
    "lowerRoman": SMALL_ROMAN,
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "decimalEnclosedParen": PARENTHESISED,
    "irohaFullWidth": IROHA,
    "iroha": IROHA,
    "aiueoFullWidth": KANA,
    "aiueo": KANA,
    "japaneseCounting": KANJI,
    "chineseCounting": KANJI,
    "chineseCountingThousand": KANJI,
    "taiwaneseCounting": KANJI,
    "taiwaneseCountingThousand": KANJI,
}
_PLACES = frozenset({"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"})
_DIGITS = "〇一二三四五六七八九"
_LETTERS = frozenset({"upperLetter", "lowerLetter"})
_IN_ORDER = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_LEGAL = {"一": "壱", "二": "弐", "三": "参", "十": "拾"}
HIGHEST = 32_767
"""Word counts no further; a file that says more was not made by it."""
_MOST_LETTERS = 30
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}


def write_number(number: int, form: str) -> str:
    """The number in that format: written(3, "irohaFullWidth") is "ハ"; "" for "none".

    A format that is not known here is written in plain digits, and so is a number that would be
    long in its format: nobody reads mmmmm.
    """
    if form != "none" and (number > HIGHEST or (form in _LETTERS and number > 26 * _MOST_LETTERS)):
        return str(number)
    if form in ("none", "bullet") or number < 0:
        return ""
    if form in _PLACES:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form == "japaneseLegal":
        return "".join(_LEGAL.get(sign, sign) for sign in write_numeral(number, KANJI))
    if form in _LETTERS:
        # Word counts … z, aa, bb, cc.
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""
        return text.upper() if form == "upperLetter" else text
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        teen = number % 100 in (11, 12, 13)
        return f"{number}{'th' if teen else _ORDINAL_ENDS.get(number % 10, 'th')}"
    if form in _IN_ORDER and 0 < number <= len(_IN_ORDER[form]):
        return _IN_ORDER[form][number - 1]
    return write_numeral(number, _STYLES.get(form, HALF))
