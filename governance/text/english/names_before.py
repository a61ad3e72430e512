"""What English words right before a citation name: "the Companies Act, Article 310"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from governance.text.english.documents import ABBREVIATIONS, FORMER, OPENERS, SMALL_RULES
from governance.text.english.names import (
    ANOTHER,
    CAPITALISED,
    LEVEL,
    NOUN,
    OF_OTHERS,
    OF_UNKNOWN,
    OWN,
    Name,
    any_phrase,
    is_no_document,
    name_at,
    spaced,
    whose_articles,
)
from governance.text.english.past import PAST
from governance.text.owner import OwnText, Whose
from governance.text.patterns import pattern

_WORD = pattern(r"\S+")
_SMALL_WORDS = frozenset((*SMALL_RULES, "terms", "statutes"))
_ARTICLES = ("articles", "bylaw", "by-law")
_EXPLAINED = pattern(r"[(（][^()（）]{0,80}[)）]\Z")
_ENDS_NAME = pattern(rf"[,;:.]\Z|\A{LEVEL}\Z")
_JOINS = frozenset({"and", "of", "on", "for", "to", "in", "the"})
_WINDOW = 160  # how far before a citation a name may begin
_COMMITTEE = pattern(
    r"(?:the\s+)?(?:[A-Z]\w+\s+)?(?:Committee|Board|Council|Commission)\s+(?:on|for)\s"
)
_FORMER_AT_END = pattern(rf"\b{any_phrase(FORMER)}\s+\Z", re.I)
_SOMEONES_AT_END = pattern(r"(?P<who>(?:\w+\s+){0,2}\w+)(?:['’]s?)\s+\Z")
_THIS_AT_END = pattern(r"\b(?:this|these)\s+\S+\Z", re.I)
# "dated April 1, 2020", "of 1934", "No. 86 of 2005", "14A": behind a name
_NUMBERED = pattern(
    r"""
    (?:,?\s+(?:(?:as\s+)?dated|of|as\s+of|No\.|Nos\.)?\s*
       (?:[A-Z][a-z]+\s+[0-9]{1,2},\s+)?[0-9][\w.-]{0,12}
    ){1,3}\Z
    """,
    re.X,
)
_SMALL_AT_END = pattern(
    rf"""
    \b(?:the|our|its|their|this|that|such|said|an?|any|[A-Z]\w*['’]s)\s+
    (?:[a-z][\w’'-]*\s+){{0,3}}?
    {any_phrase((*SMALL_RULES, "terms", "statutes"))}                  # the contract of employment
    (?:\s+(?:of|on|for|with)\s+(?:the\s+|an?\s+)?[\w’'-]+(?:\s+[a-z][\w’'-]*)?)?\Z
    """,
    re.X,
)


def name_before(text: str, at: int, own: OwnText) -> Name | None:
    """The name that ends right before text[at], a comma, a bracket or what explains it between:
    "the Companies Act (Act No. 86 of 2005), Article 310"."""
    begin = max(0, at - _WINDOW)
    before = text[begin:at].rstrip().rstrip(", ")
    before = before.removesuffix("(").removesuffix("（").rstrip()
    if before.endswith((")", "）")):
        before = _EXPLAINED.sub("", before).rstrip()
    last_words = before.split()[-5:]
    if found := _own_before(text, begin, before, last_words, own):
        return found
    if not _SMALL_WORDS.isdisjoint(last_words) and (match := _SMALL_AT_END.search(before)):
        name = spaced(match.group())
        return Name(name, begin + match.start(), begin + match.end(), Whose.UNSURE, True)
    last = last_words[-1].lstrip('"“(') if last_words else ""
    is_numbered = last[:1].isdigit()
    return (
        _capital_name_before(before, begin, is_numbered=is_numbered)
        if is_numbered or last[:1].isupper()
        else None
    )


def _capital_name_before(before: str, begin: int, *, is_numbered: bool) -> Name | None:
    """The name in capitals that the words before a citation end with."""
    numbered = _NUMBERED.search(before) if is_numbered else None
    words = list(_WORD.finditer(before[: numbered.start()] if numbered else before))
    first = _begin_of_name([word.group() for word in words])
    if first == len(words):
        return None
    name = before[words[first].start() : words[-1].end()]
    start, end = begin + words[first].start(), begin + len(before)
    if _COMMITTEE.match(name):
        return Name(name, start, end, Whose.UNSURE)
    if NOUN.search(name) or words[-1].group() in ABBREVIATIONS:
        return Name(spaced(before[words[first].start() :]), start, end, Whose.OTHER)
    is_opener = first == len(words) - 1 and _begins_sentence(before, words[first].start())
    if is_opener and not re.fullmatch(r"[A-Z]{2,}", name):
        return None
    return Name(name, start, end, None if is_no_document(name) else Whose.UNSURE)


def _own_before(
    text: str, begin: int, before: str, last_words: Sequence[str], own: OwnText
) -> Name | None:
    """These articles, or articles that are not these, named right before."""
    for title in own.titles:
        if len(title) > 3 and before.casefold().endswith(title.casefold()):
            end = begin + len(before)
            return Name(title, end - len(title), end, Whose.OURS)
    is_this = len(last_words) > 1 and last_words[-2].lower() in ("this", "these")
    if is_this and (match := _THIS_AT_END.search(before)):
        return name_at(text, begin + match.start(), own)
    lowered = before.lower()
    if not any(each in lowered for each in _ARTICLES):
        return None
    match = next(iter([*OWN.finditer(before)][-1:]), None)
    if match is None:
        return None
    rest = before[match.end() :]
    whose: Whose | None = whose_articles(before, match, own)
    if rest:
        others, past = OF_OTHERS.fullmatch(rest), PAST.match(rest)
        unknown = Whose.UNSURE if OF_UNKNOWN.fullmatch(rest) else None
        whose = Whose.OTHER if others else Whose.PAST if past else unknown
    elif _FORMER_AT_END.search(before, 0, match.start()):
        whose = Whose.PAST
    elif _is_called(before[: match.start()]):
        whose = Whose.UNSURE
    elif someone := _SOMEONES_AT_END.search(before, 0, match.start()):
        whose = Whose.OTHER if re.search(ANOTHER, someone["who"], re.I) else Whose.UNSURE
    start, end = begin + match.start(), begin + len(before)
    return Name(spaced(text[start:end]), start, end, whose) if whose else None


def _is_called(before: str) -> bool:
    """Whether a name in capitals goes before: the Model Articles."""
    words = before.split()
    return (
        bool(words) and words[-1][0].isupper() and words[-1].isalpha() and words[-1] not in OPENERS
    )


def _begin_of_name(words: Sequence[str]) -> int:
    """Where the name in capitals begins that the words end with."""
    start = len(words)
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        is_name = word[:1].isupper() or (word[:1] in '"“' and word[1:2].isupper())
        if is_name and not _ENDS_NAME.search(word) and word not in OPENERS:
            start = i
        elif start == len(words) or word not in _JOINS or not _is_joined(words, i):
            break
    if words[start - 1 : start] in (["the"], ["such"], ["said"]) and start < len(words):
        start -= 1
    return start


def _is_joined(words: Sequence[str], i: int) -> bool:
    """Whether a "the" goes on with a name: "Rules of the Board", not "and the Board"."""
    return words[i] != "the" or words[i - 1 : i] in (["of"], ["on"], ["for"])


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in '.;:!?"”)（('


REACH = 300  # how far before a citation its document may be named
_CAPITAL_NAME = pattern(rf"(?:\bthe\s++)?\b{CAPITALISED}", re.X)
_LEADS = pattern(r"\b(?:under|by|to|with|from|in)\s++(?:the\s++)?")


def last_document(text: str, end: int) -> tuple[int, int] | None:
    """Where the last document named before a place stands, within its reach."""
    last = None
    for match in _CAPITAL_NAME.finditer(text, max(0, end - REACH), end):
        leads = [lead.end() for lead in _LEADS.finditer(match.group())]
        start = match.start() + (leads[-1] if leads else 0)
        if noun := NOUN.search(text, start, match.end()):
            last = (start, noun.end())
    return last
