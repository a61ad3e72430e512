"""Where a Japanese text defines a term, and where it then uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from governance.text.dates_and_terms import DefinedTerms
from governance.text.japanese.vocabulary import MAY_FOLLOW, MAY_PRECEDE
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

_DEFINITION = pattern(
    # （以下「本会」という。） / 以下、単に「法」と称する / （以下「A」又は「B」という。）
    r"""
    以下(?P<lead>[^「」。（）()]{0,24})
    (?P<terms>「[^「」]{1,40}」
        (?:(?:、|又は|または|及び|および|並びに|若しくは)?「[^「」]{1,40}」)*)
    (?=と(?:[いし]|称|総称|略|呼|す|定義)|[。）)])
    """,
    re.X,
)
_TERM = pattern(r"「([^「」]+)」")
_WITHIN = (
    (Kind.CHAPTER, pattern("[本この]章")),
    (Kind.ARTICLE, pattern("[本の]条")),
    (Kind.PARAGRAPH, pattern("[本の]項")),
    (Kind.ITEM, pattern("[本の]号")),
)
_KANJI, _KATAKANA = "一-龥々〆ヶ", "ァ-ヴー"


def definitions(text: str) -> Iterator[DefinedTerms]:
    """Where a line defines terms: （以下「本会」という。）"""
    for match in _DEFINITION.finditer(text):
        within = next((kind for kind, words in _WITHIN if words.search(match["lead"])), None)
        terms = (term.strip(" ,.　") for term in _TERM.findall(match["terms"]))
        yield DefinedTerms(tuple(filter(None, terms)), *match.span(), within)


def uses_of_term(text: str, term: str, *, strictly: bool) -> Iterator[int]:
    """Where a term stands in a line as a word of its own. `strictly` leaves out what may be a
    part of a longer word."""
    for match in _word(term, strictly).finditer(text):
        yield match.start()


@lru_cache(512)
def _word(term: str, strictly: bool) -> re.Pattern[str]:
    """A term in a text without spaces: not where signs of its own script go on on either side,
    unless they are words of their own (定時|株主総会, 本会|会員) or small words (各, 等)."""
    first, last = _script(term[0]), _script(term[-1])
    before = rf"(?<![{first}])" if first else ""
    behind = rf"(?![{last}])" if last else ""
    if not strictly:
        if first == _KANJI:
            before = rf"(?:(?<![{first}])|(?<=[{first}][{first}])|(?<=[{MAY_PRECEDE}]))"
        if last == _KANJI:
            behind = rf"(?:(?![{last}])|(?=[{last}](?!第)[{last}])|(?=[{MAY_FOLLOW}]))"
    return re.compile(f"{before}{re.escape(term)}{behind}")


def _script(sign: str) -> str:
    if re.match(f"[{_KANJI}]", sign):
        return _KANJI
    return _KATAKANA if re.match(f"[{_KATAKANA}]", sign) else ""
