"""Where an English text defines a term, and where it then uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from governance.text.dates_and_terms import DefinedTerms
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

_QUOTED = r"[\"“][^\"“”()]{1,80}?[\"”]"
# The words between the bracket and the term.
_LEAD = r"""(?:
    (?:the|an?|each|every|individually|collectively|together|jointly|hereinafter|hereafter|herein
    |as|such|referred|to|called|defined|known|simply|also|and|in|this|article|paragraph|section
    |item|chapter|said|shall|be|is|are|it|they|respectively|sometimes|for)\b,?\s+
)*"""
_DEFINITION = pattern(
    # (the "Company") / (hereinafter referred to as the "Board") / ("A" or "B") / ("IIJ", NASDAQ: …)
    rf"""\(\s*(?P<lead>{_LEAD})
    (?P<terms>{_QUOTED}(?:\s*(?:,|,?\s*(?:or|and))\s+(?:the\s+)?{_QUOTED})*)""",
    re.X | re.I,
)
_TERM = pattern(r"[\"“]([^\"“”]+)[\"”]")
_WITHIN = tuple(
    (kind, pattern(rf"this\s+{kind}", re.I))
    for kind in (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM)
)
# What may stand before a term without making it part of a longer name.
_SMALL = pattern(
    r"the|an?|each|any|every|such|all|no|if|when|where|unless|in|on|of|by|to|for|from|and|or|under"
    r"|upon|with|this",
    re.I,
)


def definitions(text: str) -> Iterator[DefinedTerms]:
    """Where a line defines terms: (hereinafter referred to as the "Board")."""
    for match in _DEFINITION.finditer(text):
        within = next((kind for kind, words in _WITHIN if words.search(match["lead"])), None)
        terms = (term.strip(" ,.　") for term in _TERM.findall(match["terms"]))
        yield DefinedTerms(tuple(filter(None, terms)), *match.span(), within)


def uses_of_term(text: str, term: str, *, strictly: bool) -> Iterator[int]:
    """Where a term stands in a line as words of its own. `strictly` leaves out what may be a part
    of a longer name."""
    for match in _words_of_term(term, strictly).finditer(text):
        if not (strictly and _is_led(text[: match.start()], term)):
            yield match.start()


@lru_cache(512)
def _words_of_term(term: str, strictly: bool) -> re.Pattern[str]:
    """A term in the singular or plural, its first letter small or not; before another capital it
    is `strictly` a part of a longer name."""
    words = [re.escape(word) for word in term.split()]
    last = words[-1]
    words[-1] = (last[:-1] if last.endswith("s") and len(last) > 3 else last) + "(?:e?s)?"
    if term[:1].islower():
        words[0] = f"[{term[0]}{term[0].upper()}]{words[0][1:]}"
    behind = r"(?![\w-])(?!\s+(?:of\s+(?:the\s+)?)?[A-Z])" if strictly else r"(?!\w)"
    return re.compile(rf"(?<![\w-]){r'\s+'.join(words)}{behind}")


def _is_led(before: str, term: str) -> bool:
    """Whether what stands before a term makes it part of a longer name ("Audit Committee"), or
    begins a sentence with it, where any word has a capital."""
    if not before.strip() or before.rstrip()[-1] in ".;:":
        return " " not in term
    word = before.rsplit(maxsplit=1)[-1]
    return before[-1:] == " " and word[:1].isupper() and not _SMALL.fullmatch(word)
