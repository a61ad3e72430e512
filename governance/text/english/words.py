"""The words of an English sentence, as they may be underlined.

words = (citation | word)*            a citation is taken as `grammar` finds it
word  = term | token                  a term is several tokens of `_TOKENS`, one beside the other
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from governance.text.english.grammar import find_citations
from governance.text.english.terms import TERMS
from governance.text.english.vocabulary import (
    LEVEL_SHORT,
    LEVEL_WORD,
    MONTHS,
    NUMBER_WORDS,
    in_cases,
)
from governance.text.language import FoundCitation
from governance.text.patterns import pattern

SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
# The end of a sentence that is surely one: no abbreviation, no point within a citation.
SENTENCE_BREAK = pattern(r"(?<=[a-z]{4})\.\s+(?=[A-Z])")

# -- what a token is: all expressions here are verbose, a space is written [ ]

_END = r"(?![^\W_])"  # the end of a word
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_ORDINAL = rf"(?:st|nd|rd|th)?{_END}"
_YEAR = rf"(?:,?[ ][0-9]{{4}}{_END})?"
_NUMBER_WORD = rf"(?:{'|'.join(in_cases(NUMBER_WORDS))})"
# The point of an abbreviation belongs to it, unless the wording ends there.
_POINT = r"(?:\.(?=[^\s\w]|\s+\S))"
_CAPITALISED = r"(?=[A-Z])(?!(?:The|In|And|Or|If|As|By|Of)\b)[A-Z][\w&’'-]*"
_NAME_WORD = rf"(?:{_CAPITALISED}[ ](?:&[ ])?)"
_COMPANY_FORM = rf"""(?:
    C[oO]\.,[ ]L(?:td|TD){_POINT}?                          # Co., Ltd.
  | (?:Inc|INC|Corp|CORP|Ltd|LTD){_END}{_POINT}?            # Inc.
  | (?:Corporation|CORPORATION|K\.K\.|LLC|Limited|LIMITED){_END}
)"""
_PLAIN = r"[^\W_]+(?:['’][^\W_]+)*"

# Every kind of token with its expression; where two begin at one place, the first that fits counts.
_TOKENS = {
    "date": rf"""
        {_MONTH}[ ][0-9]{{1,2}}{_ORDINAL}{_YEAR}            # June 26, 2013
      | [0-9]{{1,2}}(?:st|nd|rd|th)?(?:[ ]day)?(?:[ ]of)?[ ]{_MONTH}{_END}{_YEAR}  # 26 June 2013
      | {_MONTH},?[ ][0-9]{{4}}{_END}                       # June 2013
    """,
    "number in words": rf"""
        {_NUMBER_WORD}(?:[ -](?:and[ ])?{_NUMBER_WORD})*    # one hundred and five
        (?:[ -](?:half|halves|thirds?|fourths?|quarters?|fifths?|tenths?))?{_END}   # two-thirds
        (?:[ ]?\([0-9][0-9,.]*(?:/[0-9]+)?%?\))?            # three (3), two-thirds (2/3)
    """,
    "amount": r"(?:JPY|USD|EUR|[¥$€])[ ]?[0-9]+(?:[.,][0-9]+)*",  # ¥1,000
    "number": rf"""
        [0-9０-９]+(?:[.,:/:-][0-9０-９]+)*                  # 75,520,000, 2/3, 10:30
        (?:(?:st|nd|rd|th){_END}|%|[ ](?:hundred|thousand|million|billion|trillion){_END})?
    """,
    "company": rf"""
        {_NAME_WORD}{{1,9}}{_COMPANY_FORM}                    # Aoba Electric Co., Ltd.
      | {_NAME_WORD}{{0,9}}{_CAPITALISED},[ ]{_COMPANY_FORM}  # Aoba Holdings, Inc.
      | Kabushiki[ ]Kaisha(?:[ ]{_CAPITALISED})+              # Kabushiki Kaisha Aoba
    """,
    "address": r"""
        https?://[^\s<>()]*[^\s<>().,;]                     # https://www.example.com/en/
      | [\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+                   # ir@example.com
    """,
    "abbreviation": rf"""
        (?:Inc|Ltd|Co|Corp|etc|Nos?|Arts?|Mr|Ms|Mrs|Dr|Messrs|vs|cf){_POINT}   # etc.
      | (?:[A-Za-z]\.)+[A-Za-z]{_END}{_POINT}?              # e.g., U.S.A.
    """,
    "list mark": r"\((?:[0-9]{1,2}|[ivx]+|[a-z]|[A-Z])\)",  # (1), (iv), (a)
    # director's, shareholders', less-than-a-unit, his/her
    "word": rf"{_PLAIN}(?:[-‐‑/&]{_PLAIN})*(?:(?<=s)['’](?=\s))?",
    "space": r"\s+",
    "sign": r".",
}
_TOKEN = pattern("|".join(_TOKENS.values()), re.S | re.X)
_LIST_MARK = pattern(_TOKENS["list mark"])
_LEVEL_AND_NUMBER = pattern(
    rf"(?:{LEVEL_WORD}s?|{LEVEL_SHORT})\s*[(]?[0-9IVXLC][\w.-]*\w?[)]?", re.I
)


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and signs, in order; joined they give the text.

    One word each: names of companies, terms of law, numbers with their figures, dates, citations.
    """
    found: list[str] = []
    at = 0
    for citation in find_citations(text):
        found += _words(text, at, citation.start)
        found.append(citation.text)
        at = citation.end
    return [*found, *_words(text, at, len(text))]


def tokens_by_level(text: str) -> list[str]:
    """The same, each level of a citation a word of its own: "Paragraph 2", "of", "Article 9"."""
    found: list[str] = []
    at = 0
    for citation in find_citations(text):
        for start, end in _cited_levels(citation):
            found += _words(text, at, start)
            found.append(text[start:end])
            at = end
    return [*found, *_words(text, at, len(text))]


def _cited_levels(citation: FoundCitation) -> Iterator[tuple[int, int]]:
    """Where the levels of a citation stand, each with its number, and words that are no number
    ("the preceding Article"). A number that goes on with a list stands alone."""
    phrases = {pointer.phrase for pointer in citation.pointers if pointer.relative}
    levels = (
        (citation.start + level.start(), citation.start + level.end())
        for level in _LEVEL_AND_NUMBER.finditer(citation.text)
    )
    end = 0
    for start, stop in sorted((*phrases, *levels)):
        if start >= end:
            yield start, stop
            end = stop


def _words(text: str, start: int, end: int) -> list[str]:
    """The words of text[start:end], in which nothing is cited: the tokens of a term are one."""
    found = _TOKEN.findall(text, start, end)
    words: list[str] = []
    done = 0
    for first in [i for i, token in enumerate(found) if token.lower() in _terms()]:
        stop = _end_of_term(found, first) if first >= done else first
        if stop > first:
            words += found[done:first]
            words.append("".join(found[first:stop]))
            done = stop
    return words + found[done:] if done else found


def _end_of_term(found: Sequence[str], first: int) -> int:
    """Where the longest term ends that begins with found[first]; `first` where none does. The
    last word of "company auditor's" is the term's too."""
    for term, size in _terms()[found[first].lower()]:
        words = "".join(found[first : first + size]).lower()
        if words.startswith(term) and words[len(term) :] in _POSSESSIVE:
            return first + size
    return first


@cache
def _terms() -> dict[str, list[tuple[str, int]]]:
    """The terms with the number of their tokens, by their first token, the longest first."""
    terms: dict[str, list[tuple[str, int]]] = {}
    for term in sorted(TERMS, key=lambda term: (-len(term), term)):
        parts = _TOKEN.findall(term)
        terms.setdefault(parts[0], []).append((term, len(parts)))
    return terms


_POSSESSIVE = frozenset({"", "'", "’", "'s", "’s"})
_DEFINED = pattern(r'["“]([^"“”.;]{1,80})["”]')


def defined_terms(text: str) -> list[str]:
    """What stands in quotation marks, as long as it can be a term."""
    return [term for term in _DEFINED.findall(text) if term == term.strip()]


_PLURALS = (
    (pattern(r"(?<=[^aeiou])ies\Z"), "y"),
    (pattern(r"(?<=[sxz])es\Z|(?<=[cs]h)es\Z|(?<=[^su])s\Z"), ""),
)
_IN_Y = pattern(r"(?<=[^aeiou])y\Z")
_IN_SIBILANT = pattern(r"(?:[sxz]|[cs]h)\Z")


@lru_cache(4096)
def term_forms(term: str) -> tuple[str, ...]:
    """A term as it stands, in the singular and in the plural, and as what owns something:
    "Invested Member", "Invested Members", "Invested Member's"."""
    noun, of, rest = term.partition(" of ")
    singular = next((sign.sub(end, noun) for sign, end in _PLURALS if sign.search(noun)), noun)
    if _IN_Y.search(singular):
        plural = singular[:-1] + "ies"
    else:
        plural = singular + ("es" if _IN_SIBILANT.search(singular) else "s")
    forms = [each + of + rest for each in dict.fromkeys((noun, singular, plural))]
    return (*forms, *(each + sign for each in forms for sign in ("'s", "’s", "'", "’")))


# -- how words weigh and hold together

_ARTICLES = frozenset({"a", "an", "the"})
_CONJUNCTIONS = frozenset({"and", "or", "nor", "and/or"})
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
def word_weight(word: str) -> int:
    """How much an unchanged word speaks for being left without underline: 1 for signs and the
    small words of any sentence, 2 for others, 3 for a number, date or citation."""
    if word.lower() in _LIGHT or not word[0].isalnum():
        return 1
    return 3 if any(sign.isdecimal() for sign in word) else 2


def edge_penalty(before: str, after: str) -> int:  # noqa: ARG001 - Japanese asks for it
    """How badly the edge of an underline stands between two neighbours: 2 after an article, 1
    after a preposition or conjunction, 0 elsewhere. English never forbids one (3)."""
    lower = before.lower()
    return 2 if lower in _ARTICLES else 1 if lower in _LEADING else 0


def is_conjunction(word: str) -> bool:
    """Whether the word joins the last of a list to the others: "and", "or"."""
    return word.lower() in _CONJUNCTIONS


def is_list_mark(word: str) -> bool:
    """Whether the word counts items within a line: "(1)", "(iv)"."""
    return word[0] == "(" and _LIST_MARK.fullmatch(word) is not None


_NO_NAME = _LIGHT | _CONJUNCTIONS | {"each", "every", "all", "no", "not", "when", "where", "unless"}


def is_one_name(before: str, behind: str) -> bool:
    """Whether two words beside each other are of one name: both have capitals ("Lead Director")."""
    are_capitals = before[:1].isupper() and behind[:1].isupper()
    return are_capitals and before.lower() not in _NO_NAME and behind.lower() not in _NO_NAME


_WORD = pattern(r"[A-Za-zÀ-ÿ]+|[0-9]+")


def similarity_units(text: str) -> list[str]:
    """What the likeness of two texts is counted in: words, whatever their capitals."""
    return _WORD.findall(text.lower())
