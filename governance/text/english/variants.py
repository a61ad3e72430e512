"""Terms of an English text that read otherwise in a few places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from governance.text.dates_and_terms import Variant
from governance.text.english.terms import TERMS
from governance.text.english.vocabulary import in_cases
from governance.text.patterns import pattern

_CAPITAL = r"[A-Z][\w’'-]*"
_HYPHENATED_NAME = pattern(
    rf"(?:{_CAPITAL}\s+)*[A-Z]\w*(?:-[\w’']+)+(?:\s+{_CAPITAL})*"  # Less-than-a-full-unit Shares
)
_DEFINED = pattern(r"[(\s][\"“]([A-Z][^\"“”()]*-[^\"“”()]*)[\"”]")
# What is a body of many: its members stand in the plural.
# Written without re.I and without a boundary before it: so it is found at its first letters.
_BODIES = in_cases(("board", "meeting", "assembly", "committee", "council", "register"))
_OF_MANY = pattern(
    rf"((?:{'|'.join(_BODIES)})(?i:s?\s+of\s+(?:the\s+)?(?:[a-z]+\s+)??))"
    r"(?i:([a-z]+?)(s?)\b)(?!\s+[A-Z])",
)
_WORD_AND_GAP = pattern(r"([\w’']+)([^\w’']*)")
_PARTED = pattern(r"[-\s]+")
_OWN_NAME = pattern(r"\bArticle(s?) of Incorporation\b")
_HYPHENATED = tuple(sorted(term for term in TERMS if " " in term and "-" in term))


@dataclass(frozen=True, slots=True)
class _Variants:
    """Patterns of what is a variant in one text, each with what the term should read."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def in_line(self, text: str) -> Iterator[Variant]:
        for written, term in self.patterns:
            for match in written.finditer(text):
                yield Variant(match.start(), match.group(), term)


def variants(whole: str) -> Callable[[str], Iterator[Variant]]:
    """What finds the variants in a line of a text: of what it writes two ways, the rarer."""
    return _Variants((*_plurals(whole), *_own_name(whole), *_hyphens(whole))).in_line


def _plurals(whole: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """ "Board of Director" among "Board of Directors"."""
    counts: dict[str, Counter[str]] = {}
    for match in _OF_MANY.finditer(whole):
        if whole[match.start() - 1 : match.start()].isalnum():
            continue  # the end of a longer word
        body = " ".join(match[1].split())
        counts.setdefault(f"{body} {match[2]}", Counter())[match[3]] += 1
    for singular, counted in counts.items():
        if counted["s"] > counted[""] > 0:
            words = r"\s+".join(map(re.escape, singular.split()))
            yield re.compile(rf"\b{words}\b(?!\s+[A-Z])"), f"{singular}s"


def _own_name(whole: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """ "Article of Incorporation" among "Articles of Incorporation"."""
    if "Article of Incorporation" not in whole:
        return
    counted = Counter(_OWN_NAME.findall(whole))
    if counted["s"] > counted[""]:
        yield re.compile(r"\bArticle of Incorporation\b"), "Articles of Incorporation"


def _hyphens(whole: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """ "Less than a Full-unit Shares" among "Less-than-a-full-unit Shares"."""
    names = (" ".join(name.split()) for name in _HYPHENATED_NAME.findall(whole))
    phrases = {name for name in names if " " in name}
    phrases |= {" ".join(term.split()) for term in _DEFINED.findall(whole)}
    phrases |= {term for term in _HYPHENATED if term in whole}
    plain = [phrase.replace("-", " ").split() for phrase in phrases]
    words = _Words.of(whole, {word for phrase in plain for word in phrase})
    for phrase in sorted({" ".join(each) for each in plain}):
        counted = Counter(words.forms(phrase.split()))
        term, most = max(counted.items(), key=lambda each: each[1], default=("", 0))
        for other, count in counted.items():
            if most > count:
                written = r"\s+".join(map(re.escape, other.split()))
                yield re.compile(rf"(?<![\w-]){written}(?![\w-])"), term


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, what parts each from the next, and where each of those asked for
    stands: so that many phrases are looked up without reading the text again for each."""

    words: list[str]
    gaps: list[str]
    places: dict[str, list[int]]

    @classmethod
    def of(cls, whole: str, wanted: Collection[str]) -> _Words:
        pairs = _WORD_AND_GAP.findall(whole)
        words = [word for word, _gap in pairs]
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            if word in wanted:
                places.setdefault(word, []).append(place)
        return cls(words, [gap for _word, gap in pairs], places)

    def forms(self, phrase: list[str]) -> Iterator[str]:
        """Every way the phrase stands in the text, parted by spaces or hyphens."""
        size = len(phrase)
        rarest = min(range(size), key=lambda n: len(self.places.get(phrase[n], ())))
        for place in self.places.get(phrase[rarest], ()):
            start = place - rarest
            inside = self.gaps[start : start + size - 1]
            before = self.gaps[start - 1] if start > 0 else ""
            if (
                start >= 0
                and self.words[start : start + size] == phrase
                and all(_PARTED.fullmatch(gap) for gap in inside)
                and not before.endswith("-")
                and not self.gaps[start + size - 1].startswith("-")
            ):
                signs = ["-" if "-" in gap else " " for gap in inside]
                yield "".join(map("".join, zip(phrase, [*signs, ""], strict=True)))
