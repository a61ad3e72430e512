"""What the levels of an English text are called, and the words and letters that count them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from governance.text.patterns import pattern
from governance.text.tree.number import LETTER, ROMAN, read_numeral
from governance.text.tree.provision import Kind, Number


class Level(NamedTuple):
    """A level by the word for it: wider ones have the lower rank."""

    rank: int
    kind: Kind


_LEVELS = {
    "chapter": Level(0, Kind.CHAPTER),
    "article": Level(1, Kind.ARTICLE),
    "section": Level(2, Kind.SECTION),
    "subsection": Level(3, Kind.PARAGRAPH),
    "paragraph": Level(4, Kind.PARAGRAPH),
    "subparagraph": Level(5, Kind.ITEM),
    "item": Level(6, Kind.ITEM),
    "clause": Level(7, Kind.ITEM),
    "subitem": Level(8, Kind.SUBITEM),
    "subclause": Level(9, Kind.SUBITEM),
}
_SHORT = {
    "ch": "chapter", "art": "article", "sec": "section", "§": "section", "para": "paragraph",
    "par": "paragraph", "subpara": "subparagraph", "cl": "clause",
}  # fmt: skip

# Words in full, singular or plural; the short forms only before a number.
LEVEL_WORD = (
    r"(?:chapter|article|section|paragraph|item|clause"
    r"|sub-?(?:section|paragraph|item|clause))"
)
LEVEL_SHORT = (
    r"(?:(?:chs?|arts?|secs?|(?:sub-?)?paras?|pars?|cls?)\.|(?:sub)?paras?\b|§§?)(?=\s*[(0-9IVX])"
)
# One of these stands in every citation, in small letters: a quick look tells lines without any.
LEVEL_SIGNS = (
    *("article", "section", "paragraph", "item", "clause", "chapter", "§", "art.", "arts."),
    *("sec.", "secs.", "para", "par.", "pars.", "ch.", "chs.", "cl.", "cls."),
)

# What an article that keeps its number without wording says, in small letters.
SAYS_DELETED = frozenset(
    {
        *("deleted", "reserved", "removed", "repealed", "intentionally deleted"),
        *("intentionally omitted", "intentionally left blank"),
    }
)

# Letters that may be Roman numerals and letters of the alphabet: what stands beside them tells.
LONE_LETTERS = frozenset("IVXLCDM")

# What parts the number from its branches: "Article 9-2".
BRANCH_SIGNS = "-‐‑–−－"
BRANCH = f"[{BRANCH_SIGNS}]"

# What a branch is written as behind its number: Article 4A, Article 4bis, Section 4.2A. The first
# of them, A and bis, is the second of its number: 4A stands where 4-2 does.
LATIN_BRANCHES = (
    *("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"),
)
SUFFIX = rf"(?:{BRANCH}?(?:{'|'.join(LATIN_BRANCHES)}|[A-Za-z])(?![A-Za-z]))"
_SUFFIXED = pattern(rf"(?P<main>[0-9０-９]+)(?P<suffix>{SUFFIX})")

_NARROWER = {
    Kind.CHAPTER: Kind.ARTICLE,
    Kind.ARTICLE: Kind.PARAGRAPH,
    Kind.SECTION: Kind.PARAGRAPH,
    Kind.PARAGRAPH: Kind.ITEM,
    Kind.ITEM: Kind.SUBITEM,
    Kind.SUBITEM: Kind.SUBITEM,
}
_DEPTH = {kind: depth for depth, kind in enumerate(Kind)}

_COUNTS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
NUMBER_WORDS = (
    *_COUNTS,
    *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    *("hundred", "thousand", "million", "billion"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
COUNT_WORD = f"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
ORDINAL_WORD = f"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def in_cases(words: Iterable[str]) -> list[str]:
    """The words as "five", "Five" and "FIVE", the longest first."""
    cases = {case for word in words for case in (word, word.capitalize(), word.upper())}
    return sorted(cases, key=lambda word: (-len(word), word))


def level(word: str) -> Level:
    """The level of a word, "Articles", "sub-paragraph", "Sec.": singular or plural, any case."""
    name = word.lower().replace("-", "").rstrip(".")
    for each in (name, name.removesuffix("s")):
        if each in _LEVELS or each in _SHORT:
            return _LEVELS[_SHORT.get(each, each)]
    return _LEVELS["section"]  # §§


def narrower(kind: Kind) -> Kind:
    """The kind that a bracket behind a number counts: the (2) of "Article 9(2)"."""
    return _NARROWER[kind]


def is_narrower(kind: Kind, than: Kind) -> bool:
    return _DEPTH[kind] > _DEPTH[than]


def value_of(numeral: str) -> int | None:
    """The value of a numeral, a number word or a letter. A letter that Roman numerals have too is
    Roman only where it is small, "i", "v", "x": "(c)" is the third, "(i)" the first."""
    word = numeral.lower()
    for words in (_COUNTS, _ORDINALS):
        if word in words:
            return words.index(word) + 1
    return read_numeral(numeral, letter_style(numeral))


def numbers_of(numeral: str) -> tuple[int, ...] | None:
    """The parts of a number: (9, 2) for "9-2", (4, 2) for "4A" and "4bis"; None for other words."""
    main, suffix = suffix_of(numeral)
    if suffix:
        return (int(main), _branch_number(suffix))
    values = [value_of(part) for part in re.split(BRANCH, numeral)]
    return None if None in values else tuple(value for value in values if value is not None)


def suffix_of(numeral: str) -> tuple[str, str]:
    """A numeral and the branch written behind it: ("4", "A") for "4A", ("9-2", "") for "9-2"."""
    match = _SUFFIXED.fullmatch(numeral)
    return (match["main"], match["suffix"]) if match else (numeral, "")


def _branch_number(suffix: str) -> int:
    word = suffix.lstrip(BRANCH_SIGNS).lower()
    if word in LATIN_BRANCHES:
        return LATIN_BRANCHES.index(word) + 2
    return ord(word) - ord("a") + 2


def suffix_like(branch: int, suffix: str) -> str:
    """A branch as another is written: 3 is "B" for "A", "-ter" for "-bis"; "" where that form has
    no more."""
    word = suffix.lstrip(BRANCH_SIGNS)
    sign = suffix[: len(suffix) - len(word)]
    words = LATIN_BRANCHES if word.lower() in LATIN_BRANCHES else "abcdefghijklmnopqrstuvwxyz"
    if not 2 <= branch < len(words) + 2:
        return ""
    return sign + (words[branch - 2].upper() if word.isupper() else words[branch - 2])


def letter_branch(numeral: str) -> tuple[int, int] | None:
    """What two letters say where the second is a branch of the first: (3, 2) for the "ca" between
    "c" and "d"; None for all else."""
    if not re.fullmatch("[a-z]{2}", numeral):
        return None
    main, branch = (ord(letter) - ord("a") + 1 for letter in numeral)
    return main, branch + 1


def letter_style(numeral: str) -> str:
    """The style of letters that count, "" for anything else: see `value_of`."""
    if re.fullmatch(r"[ivx]+|xl[ivx]*", numeral) and read_numeral(numeral, "small roman"):
        return "small roman"
    if re.fullmatch(r"[a-z]{1,2}", numeral):
        return "small letter"
    if re.fullmatch(r"[A-HJ-UWYZ]", numeral):
        return "letter"
    return ""


def readings(numeral: str) -> tuple[Number, Number] | None:
    """What a letter says as a Roman numeral and as a letter of the alphabet, the usual reading
    first: (1, 9) for "i". None for what reads one way."""
    if numeral.upper() not in LONE_LETTERS:
        return None
    found = [Number(read_numeral(numeral.upper(), style) or 0) for style in (ROMAN, LETTER)]
    usual = value_of(numeral)
    first, second = sorted(found, key=lambda number: number.main != usual)
    return first, second


def is_word(numeral: str) -> bool:
    """Whether it is a number in words: "Fourth", "two"."""
    return numeral.lower() in _COUNTS or numeral.lower() in _ORDINALS


def in_words(value: int, like: str) -> str:
    """A number in words as `like` is: 3 is "third" for "second", "THREE" for "TWO"; in digits
    where the words end."""
    words = _ORDINALS if like.lower() in _ORDINALS else _COUNTS
    if not 1 <= value <= len(words):
        return str(value)
    word = words[value - 1]
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word
