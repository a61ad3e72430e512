"""Terms of an English text that read otherwise in a few places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..english.terms import TERMS
from .variant import Variant

_CAPITAL = r"[A-Z][\w’'-]*"
_HYPHENATED_NAME = re.compile(
    rf"(?:{_CAPITAL}\s+)*[A-Z]\w*(?:-[\w’']+)+(?:\s+{_CAPITAL})*"  # Less-than-a-full-unit Shares
)
_DEFINED = re.compile(r"[(\s][\"“]([A-Z][^\"“”()]*-[^\"“”()]*)[\"”]")
# What is a body of many: its members stand in the plural.
_OF_MANY = re.compile(
    r"\b((?:Board|Meeting|Assembly|Committee|Council|Register)s?\s+of\s+(?:the\s+)?(?:[a-z]+\s+)??)"
    r"([a-z]+?)(s?)\b(?!\s+(?-i:[A-Z]))",
    re.I,
)
_OWN_NAME = re.compile(r"\bArticle(s?) of Incorporation\b")
_HYPHENATED = tuple(sorted(term for term in TERMS if " " in term and "-" in term))


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns of what is a variant in one text, each with what the term should read."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def variants(self, text: str) -> Iterator[Variant]:
        for pattern, term in self.patterns:
            for match in pattern.finditer(text):
                yield Variant(match.start(), match.group(), term)


def rules(whole: str) -> Rules:
    """What is written two ways in a text, its terms counted; the rarer way is the variant."""
    return Rules((*_plurals(whole), *_own_name(whole), *_hyphens(whole)))


def _plurals(whole: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """ "Board of Director" among "Board of Directors"."""
    counts: dict[str, Counter[str]] = {}
    for match in _OF_MANY.finditer(whole):
        body = " ".join(match[1].split())
        counts.setdefault(f"{body} {match[2]}", Counter())[match[3]] += 1
    for singular, counted in counts.items():
        if counted["s"] > counted[""] > 0:
            words = r"\s+".join(map(re.escape, singular.split()))
            yield re.compile(rf"\b{words}\b(?!\s+[A-Z])"), f"{singular}s"


def _own_name(whole: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """ "Article of Incorporation" among "Articles of Incorporation"."""
    counted = Counter(_OWN_NAME.findall(whole))
    if counted["s"] > counted[""] > 0:
        yield re.compile(r"\bArticle of Incorporation\b"), "Articles of Incorporation"


def _hyphens(whole: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """ "Less than a Full-unit Shares" among "Less-than-a-full-unit Shares"."""
    names = (" ".join(name.split()) for name in _HYPHENATED_NAME.findall(whole))
    phrases = {name for name in names if " " in name}
    phrases |= {" ".join(term.split()) for term in _DEFINED.findall(whole)}
    phrases |= {term for term in _HYPHENATED if term in whole}
    seen: set[str] = set()
    for phrase in sorted(phrases):
        plain = phrase.replace("-", " ")
        if plain in seen:
            continue
        seen.add(plain)
        either = re.compile(
            r"(?<![\w-])" + r"[-\s]+".join(map(re.escape, plain.split())) + r"(?![\w-])"
        )
        counted = Counter(" ".join(each.split()) for each in either.findall(whole))
        term, most = max(counted.items(), key=lambda each: each[1], default=("", 0))
        for other, count in counted.items():
            if most > count:
                written = r"\s+".join(map(re.escape, other.split()))
                yield re.compile(rf"(?<![\w-]){written}(?![\w-])"), term
