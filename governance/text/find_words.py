"""Where words stand in a line of wording, and as what: by themselves, in a longer word, in a
citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from unicodedata import normalize

from governance.text.language import Language, Reference
from governance.text.patterns import pattern

_CLOSING = frozenset('.;:!?。；：(（「“"')
_POSSESSIVE = pattern(r"(?:['’]s|['’])\Z")


class HitKind(StrEnum):
    """What words are where they stand."""

    WORD = "word"
    WITHIN = "within"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class WordHit:
    """Where words stand: line[start:end]. `whole` is the longer word, name or citation that they
    are a part of, "" for words by themselves.
    """

    start: int
    end: int
    kind: HitKind
    whole: str = ""


def find_words(
    line: str, searched: str, language: Language, references: Sequence[Reference]
) -> Iterator[WordHit]:
    """Where `searched` stands in a line whose citations are `references`: in any width of its signs
    and in small letters or capitals, in English in the singular and the plural.
    """
    folded = _folded(line)
    words = _words(line, language)
    cited = [*_cited(references)]
    for match in _pattern(searched, language).finditer(folded):
        start, end = match.span()
        if _cuts_number(line, start) or _cuts_number(line, end):
            continue
        if whole := next(((a, b) for a, b in cited if a < end and start < b), None):
            shown = line[min(start, whole[0]) : max(end, whole[1])]
            yield WordHit(start, end, HitKind.CITATION, shown)
            continue
        first, last = _longer_word(line, words, start, end, language)
        if (first, last) == (start, end):
            yield WordHit(start, end, HitKind.WORD)
        else:
            yield WordHit(start, end, HitKind.WITHIN, line[first:last])


def word_instead(found: str, searched: str, replacement: str, language: Language) -> str:
    """What `found`, a hit of `searched`, becomes: `replacement` in the same number, and with the
    capitals of `found` where they are not those of `searched`.
    """
    if not replacement:
        return ""
    made = replacement
    if _folded(found) != _folded(searched):
        is_plural = len(found) > len(searched)
        forms = _forms(replacement, language)
        made = max(forms, key=len) if is_plural else min(forms, key=len)
    if found[:1] == searched[:1]:
        return made.upper() if found.isupper() and not searched.isupper() else made
    if found.isupper() and len(found) > 1:
        return made.upper()
    return (made[:1].upper() if found[:1].isupper() else made[:1].lower()) + made[1:]


def _folded(text: str) -> str:
    """The text sign by sign, so that places stay: width and capitals make no difference."""
    return "".join(one if len(one) == 1 else sign for sign in text for one in [_fold(sign)])


@lru_cache(8192)
def _fold(sign: str) -> str:
    return normalize("NFKC", sign).casefold()


def _forms(words: str, language: Language) -> list[str]:
    """The words as they stand, in the singular and the plural."""
    return [one for one in language.term_forms(words) if not _POSSESSIVE.search(one)] or [words]


def _pattern(searched: str, language: Language) -> re.Pattern[str]:
    forms = {_folded(one) for one in (searched, *_forms(searched, language))}
    longest_first = sorted(forms, key=lambda one: (-len(one), one))
    return re.compile("|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first))


def _words(line: str, language: Language) -> list[tuple[int, int]]:
    """Where the words stand, what shows that something is owned parted from its noun."""
    found: list[tuple[int, int]] = []
    tokens = language.tokens(line)
    for token, end in zip(tokens, accumulate(map(len, tokens)), strict=True):
        start = end - len(token)
        if owning := _POSSESSIVE.search(token):
            found += [(start, start + owning.start()), (start + owning.start(), end)]
        else:
            found.append((start, end))
    return [(start, end) for start, end in found if start < end]


def _cited(references: Sequence[Reference]) -> Iterator[tuple[int, int]]:
    """The stretches of citations, each with the words that say whose it is where they adjoin it."""
    for one in references:
        named_from, named_to = one.owner.at
        yield from ((pointer.start, pointer.end) for pointer in one.pointers)
        yield one.start, one.end
        if named_from < named_to:
            yield min(one.start, named_from), max(one.end, named_to)


def _cuts_number(line: str, at: int) -> bool:
    """Whether a number goes on at that place: 5 is no part of 50."""
    return 0 < at < len(line) and line[at - 1].isdecimal() and line[at].isdecimal()


def _longer_word(
    line: str, words: Sequence[tuple[int, int]], start: int, end: int, language: Language
) -> tuple[int, int]:
    """What is one word or name with line[start:end]; that stretch itself where nothing is."""
    first = next((at for at, (_a, b) in enumerate(words) if b > start), 0)
    last = next((at for at, (_a, b) in enumerate(words) if b >= end), len(words) - 1)
    begins, ends = min(start, words[first][0]), max(end, words[last][1])
    before, behind = _neighbour(line, words, first, -1), _neighbour(line, words, last, 1)
    opens = before is not None and _opens_sentence(line, before[0])
    if before and not opens and language.is_one_name(line[slice(*before)], line[start:end]):
        begins = before[0]
    if behind and language.is_one_name(line[start:end], line[slice(*behind)]):
        ends = behind[1]
    return begins, ends


def _neighbour(
    line: str, words: Sequence[tuple[int, int]], at: int, step: int
) -> tuple[int, int] | None:
    """The next word, one space apart at most."""
    at += step
    if 0 <= at < len(words) and line[slice(*words[at])] == " ":
        at += step
    return words[at] if 0 <= at < len(words) else None


def _opens_sentence(line: str, start: int) -> bool:
    before = line[:start].rstrip()
    return (line[:start][-1:].isspace() and (not before or before[-1] in _CLOSING)) or not before
