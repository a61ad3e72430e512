"""English phrases by which the checks tell what a sentence says, beside citations and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from governance.text.english.vocabulary import LEVEL_WORD
from governance.text.patterns import pattern
from governance.text.tree.number import read_numeral

_QUOTED = r"[\"“‘](?P<quoted>[^\"“”‘’]{1,200})[\"”’]"
_SUBSTITUTED = pattern(  # "the preceding Article" shall be read as "Article 325 of …"
    rf"""
    {_QUOTED}
    (?:\s++(?:in|of|contained\s++in|appearing\s++in)\s++[^\"“”.;]{{1,80}}?)?\s++
    (?:shall|is|are|will|must)\s++(?:be\s++)?(?:deemed\s++to\s++(?:be\s++)?)?
    (?:read|replaced|construed|substituted|taken)\b
    """,
    re.I | re.X,
)
_CONJUNCTION = pattern(r"[,;]?\s++(?P<word>and/or|and|or)\s*+\Z", re.I)
_DELETES_ITSELF = pattern(
    r"""
    (?:these|this|the|its?)\s++
    (?:(?:supplementary|present|foregoing|above)\s++)*
    (?:supplementary\s++)?(?:provisions?|articles?|paragraphs?|rules?|addend(?:a|um)|section)\s++
    (?:(?:\w+\s++){0,6}?)
    (?:shall|will|must|is|are)\s++(?:\w+\s++){0,3}?(?:be\s++)?(?:deleted|removed|struck|repealed)\b
    """,
    re.I | re.X,
)
_TELLS_WHEN = pattern(
    r"""
    \b(?:after|upon|when|once|as\s++of|as\s++from|from|on|at|until|following|immediately
      |thereupon|thereafter|expiry|expiration|lapse|elapse[sd]?|then)\b
    """,
    re.I | re.X,
)
_NO_CAPTION = pattern(
    r"""
    (?:Deleted|New|Amended|Former|Omitted|Reserved|Inclusive|Old|Revised|Repealed|Present|Proposed
      |As\s|Excluding|Except|Including|Only|See|Note|Hereinafter|Main\sClause|Proviso|Translation)\b
    """,
    re.I | re.X,
)
_CAPTION = pattern(
    r"""
    [A-Z][\w’'/-]*+
    (?:,?\s++(?:(?:of|and|or|on|for|the|to|in|with|by|a|an|etc\.?|&)\s++){0,3}[A-Z][\w’'/-]*+
      |,?\s++etc\.?){0,11}
    """,
    re.X,
)
_ROMAN = pattern(rf"\b(?i:{LEVEL_WORD}s?)\s++(?P<numeral>[IVX]{{2,}})\b")


def substituted_words(text: str) -> Iterator[tuple[int, str]]:
    """The quoted words of other provisions that are to be read otherwise, each with where the
    quotation begins: in Article 2, "the preceding Article" shall be read as …"""
    for match in _SUBSTITUTED.finditer(text):
        yield match.start(), match["quoted"]


def conjunction_at_end(text: str) -> str:
    """The "and" or "or" with which an item leads on to the last one; "" where it does not."""
    match = _CONJUNCTION.search(text)
    return match["word"] if match else ""


def deletes_itself(sentence: str) -> bool:
    """Whether a supplementary provision says that it is deleted."""
    return _DELETES_ITSELF.search(sentence) is not None


def tells_when(sentence: str) -> bool:
    """Whether a sentence has words that tell a time, or refer to one: "thereafter"."""
    return _TELLS_WHEN.search(sentence) is not None


def may_be_caption(words: str) -> bool:
    """Whether words in brackets behind a citation may be a caption: Article 14 (Chairman)."""
    is_short = len(words) <= 80
    return is_short and bool(_CAPTION.fullmatch(words)) and not _NO_CAPTION.match(words)


def false_numerals(text: str) -> Iterator[str]:
    """Roman numerals in citations and labels that are none: Article IIX."""
    for match in _ROMAN.finditer(text):
        if read_numeral(match["numeral"], "roman") is None:
            yield match["numeral"]
