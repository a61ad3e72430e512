"""What is counted by decimals: 1. and 1.1 as heads, 第1.1項 as a citation.

head  = numeral ("." numeral)? stop? gap (title | wording)    「１．総則」「1.1　当会社は、…」
cited = clause (joiner clause)*                               1.1及び1.2に定める, 1.1の規定
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from governance.text.language import FoundCitation, Head, Pointer, Step
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_HEAD = pattern(
    r"(?P<label>(?P<article>[0-9０-９]{1,3})(?P<below>[.．][0-9０-９]{1,3})?[.．]?)"
    r"(?P<gap>[ \t　]*)(?P<rest>[^0-9０-９ \t　.．%％].*)",
    re.S,
)
_LONGEST_TITLE = 40
_ONE = r"[0-9０-９]{1,3}"
_CLAUSE = pattern(rf"({_ONE})[.．]({_ONE})(?:[.．]({_ONE}))?")
_JOINER = r"(?:及び|および|並びに|又は|または|若しくは|から|～|、)"
_CITED = pattern(
    rf"""
    (?<![0-9０-９.．,，第])
    {_ONE}[.．]{_ONE}(?:[.．]{_ONE})?(?:{_JOINER}{_ONE}[.．]{_ONE}(?:[.．]{_ONE})?){{0,20}}+
    (?=(?:まで)?(?:
        に(?:定め|規定|従|基づ|より|よる|よっ|おい|おけ|掲げ|いう|かかわらず)
      | の(?:規定|定め|場合|方法|事項) | を(?:参照|準用|適用|除|含) | 参照
    ))
    """,
    re.X,
)
_KINDS = (Kind.ARTICLE, Kind.PARAGRAPH, Kind.ITEM)


def decimal_head(line: str) -> Head | None:
    """The head of an article 「１．総則」, or the beginning of a paragraph, 「1.1　当会社は」,
    which is a section in other languages."""
    match = _HEAD.fullmatch(line)
    if match is None or not (match["gap"] or match["label"][-1] in ".．"):
        return None
    numeral = normalize("NFKC", match["article"])
    pieces = [Piece(PieceRole.LABEL, match["label"])]
    if match["gap"]:
        pieces.append(Piece(PieceRole.SPACE, match["gap"]))
    if match["below"]:
        number = Number(int(normalize("NFKC", match["below"][1:])))
        head = Head(Kind.SECTION, number, (*pieces,), match["rest"])
        return replace(head, within=Number(int(numeral)))
    head = Head(Kind.ARTICLE, Number(int(numeral)), (*pieces,), match["rest"])
    if len(match["rest"]) > _LONGEST_TITLE or "。" in match["rest"] or "、" in match["rest"]:
        return head
    return replace(head, pieces=(*pieces, Piece(PieceRole.CAPTION, match["rest"])), rest="")


def cite_labels(words: str, labels: Sequence[str]) -> str:
    """How what is counted by decimals is cited in the place of relative words, 前項: 第1.1項,
    第1.1項及び第1.3項; an article 第１条."""
    unit = next((sign for sign in reversed(words) if sign in "条條項号號"), "項")
    cited = [f"第{each.rstrip('.．')}{unit}" for each in labels]
    return "、".join(cited[:-1]) + "及び" * (len(cited) > 1) + cited[-1]


def bare_clauses(text: str) -> Iterator[FoundCitation]:
    """What is counted by decimals, cited without 第 and 項: 1.1に定める; but no measure: 1.5倍"""
    for match in _CITED.finditer(text):
        pointers = []
        before = match.start()
        for clause in _CLAUSE.finditer(text, *match.span()):
            is_range_end = text[before : clause.start()] in ("から", "～")
            pointers.append(_pointer(clause, is_range_end=is_range_end))
            before = clause.end()
        numbers = [step.number for pointer in pointers for step in pointer.steps]
        if all(0 not in number for number in numbers):
            yield FoundCitation(*match.span(), match.group(), tuple(pointers))


def _pointer(clause: re.Match[str], *, is_range_end: bool) -> Pointer:
    steps = tuple(
        Step(kind, Number(int(normalize("NFKC", clause[place]))), *clause.span(place))
        for place, kind in enumerate(_KINDS, 1)
        if clause[place]
    )
    return Pointer(steps, is_range_end=is_range_end, start=clause.start(), end=clause.end())
