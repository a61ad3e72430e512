"""The words of an English sentence, as they may be underlined."""

from __future__ import annotations

import re
from functools import lru_cache

from governance.text.english.terms import TERMS
from governance.text.patterns import one_of

SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
# The end of a sentence that is surely one: no abbreviation, no point within a citation.
SENTENCE_BREAK = re.compile(r"(?<=[a-z]{4})\.\s+(?=[A-Z])")

_END = r"(?![^\W_])"  # the end of a word


def _in_cases(*words: str) -> str:
    """A pattern for any of the words: "article", "Article", "ARTICLE". Ten times as fast as (?i:…),
    which looks at every letter."""
    return one_of({case for word in words for case in (word, word.capitalize(), word.upper())})


# -- names

# The point of an abbreviation belongs to it, unless the wording ends there.
_POINT = r"(?:\.(?=[^\s\w]|\s+\S))"
_ABBREVIATION = rf"(?:Inc|Ltd|Co|Corp|etc|Nos?|Arts?|Mr|Ms|Mrs|Dr|Messrs|vs|cf){_POINT}"
_INITIALS = rf"(?:[A-Za-z]\.)+[A-Za-z]{_END}{_POINT}?"
_CAPITALISED = r"(?=[A-Z])(?!(?:The|In|And|Or|If|As|By|Of)\b)[A-Z][\w&’'-]*"
_FORM = (
    rf"(?:C[oO]\., L(?:td|TD){_POINT}?|(?:Inc|INC|Corp|CORP|Ltd|LTD){_END}{_POINT}?"
    rf"|(?:Corporation|CORPORATION|K\.K\.|LLC|Limited|LIMITED){_END})"
)
_NAME = (
    rf"(?:{_CAPITALISED} (?:& )?){{1,9}}{_FORM}"  # Aoba Electric Co., Ltd.
    rf"|(?:{_CAPITALISED} (?:& )?){{0,9}}{_CAPITALISED}, {_FORM}"  # Aoba Holdings, Inc.
    rf"|Kabushiki Kaisha(?: {_CAPITALISED})+"
)

# -- numbers and dates

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = (
    rf"{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?{_END}(?:,? [0-9]{{4}}{_END})?"  # June 26, 2013
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: day)?(?: of)? {_MONTH}{_END}(?:,? [0-9]{{4}}{_END})?"
    rf"|{_MONTH},? [0-9]{{4}}{_END}"
)
_COUNT = _in_cases(
    *"""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion
    """.split()  # noqa: SIM905
)
_PART = "(?:half|halves|thirds?|fourths?|quarters?|fifths?|tenths?)"
_SIZE = "(?:hundred|thousand|million|billion|trillion)"
_NUMBER = (
    rf"{_COUNT}(?:[ -](?:and )?{_COUNT})*(?:[ -]{_PART})?{_END}"  # three (3), two-thirds (2/3)
    r"(?: ?\([0-9][0-9,.]*(?:/[0-9]+)?%?\))?"
    r"|(?:JPY|USD|EUR|[¥$€]) ?[0-9]+(?:[.,][0-9]+)*"
    rf"|[0-9０-９]+(?:[.,:/:-][0-9０-９]+)*(?:(?:st|nd|rd|th){_END}|%| {_SIZE}{_END})?"
)

# -- citations

_BRACKETED = r"\([0-9A-Za-z]{1,4}\)"
_NUMERAL = (
    rf"(?:{_BRACKETED}|[0-9]+(?:[-.][0-9]+)*{_END}(?:{_BRACKETED})*|[IVXL]+(?:-[0-9]+)?{_END})"
)
_NARROWER = _in_cases(
    *("subsection", "paragraph", "subparagraph", "sub-paragraph"),
    *("item", "subitem", "sub-item", "clause"),
)
_LEVEL = rf"(?:{_NARROWER}|{_in_cases('article', 'chapter', 'section')})"
_MORE = rf"(?:(?:,|,? (?:and|or|through|to)) {_NUMERAL}|[-–]{_NUMERAL})"
_STEP = (
    rf"(?:{_in_cases('article')} {_NUMERAL},? {_in_cases('section')}[sS]? {_NUMERAL}{_MORE}*"
    rf"|{_LEVEL} {_NUMERAL}|{_LEVEL}[sS] {_NUMERAL}{_MORE}*)"
)
_WAY = _in_cases("preceding", "foregoing", "following", "same")
_RELATIVE = rf"(?:[Tt]he |[Ee]ach )?{_WAY} (?:(?:two|three|four) )?{_LEVEL}[sS]?{_END}"
_CITATION = (
    rf"{_STEP}(?:,? {_NARROWER}[sS]? {_NUMERAL}{_MORE}*)*(?: of {_STEP})*(?: of {_RELATIVE})?"
    rf"|{_RELATIVE}(?:,? {_NARROWER}[sS]? {_NUMERAL}{_MORE}*)*"
)

_ITEM_MARK = re.compile(r"\((?:[0-9]{1,2}|[ivx]+|[a-z]|[A-Z])\)")
_TOKEN = re.compile(
    rf"{_DATE}|{_NUMBER}|{_CITATION}|{_NAME}"
    rf"|(?i:{one_of(TERMS)}){_END}"
    r"|https?://[^\s<>()]*[^\s<>().,;]|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    rf"|{_ABBREVIATION}|{_INITIALS}"
    rf"|{_ITEM_MARK.pattern}"
    # director's, shareholders', less-than-a-unit, his/her
    r"|[^\W_]+(?:['’][^\W_]+)*(?:[-‐‑/&][^\W_]+(?:['’][^\W_]+)*)*(?:(?<=s)['’](?=\s))?"
    r"|\s+"
    r"|.",
    re.S,
)


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and signs, in order; joined they give the text.

    One word each: names of companies, terms of law, numbers with their figures, dates, citations.
    """
    return _TOKEN.findall(text)


_DEFINED = re.compile(r'["“]([^"“”.;]{1,80})["”]')


def defined_terms(text: str) -> list[str]:
    """What stands in quotation marks, as long as it can be a term."""
    return [term for term in _DEFINED.findall(text) if term == term.strip()]


# -- how words weigh and hold together

_ARTICLES = frozenset({"a", "an", "the"})
_LEADING = frozenset(
    """
    of in on at by to for from with under within as and or such any its his her their this that
    be is are was were been shall each all no not
    """.split()  # noqa: SIM905
)
_LIGHT = (
    _ARTICLES
    | _LEADING - {"not", "no", "all"}
    | {"if", "it", "which", "who", "whom", "has", "have", "had", "than", "so", "there", "etc."}
)


@lru_cache(4096)
def weight(word: str) -> int:
    """How much an unchanged word speaks for being left without underline: 1 for signs and the
    small words of any sentence, 2 for others, 3 for a number, date or citation."""
    if word.lower() in _LIGHT or not word[0].isalnum():
        return 1
    return 3 if any(sign.isdecimal() for sign in word) else 2


def binding(before: str, after: str) -> int:  # noqa: ARG001 - Japanese asks for it
    """How badly the edge of an underline stands between two neighbours: 2 after an article, 1
    after a preposition or conjunction, 0 elsewhere. English never forbids one (3)."""
    lower = before.lower()
    return 2 if lower in _ARTICLES else 1 if lower in _LEADING else 0


def is_item_mark(word: str) -> bool:
    """Whether the word counts items within a line: "(1)", "(iv)"."""
    return word[0] == "(" and _ITEM_MARK.fullmatch(word) is not None


_WORD = re.compile(r"[A-Za-zÀ-ÿ]+|[0-9]+")


def likeness(text: str) -> list[str]:
    """What the likeness of two texts is counted in: words, whatever their capitals."""
    return _WORD.findall(text.lower())
