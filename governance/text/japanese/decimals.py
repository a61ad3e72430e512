"""What is counted by decimals: 1. and 1.1 as heads, 第1.1項 as a citation.

head  = numeral ("." numeral)? stop? gap (title | wording)    「１．総則」「1.1　当会社は、…」
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from governance.text.language import Head
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_HEAD = pattern(
    r"(?P<label>(?P<article>[0-9０-９]{1,3})(?P<below>[.．][0-9０-９]{1,3})?[.．]?)"
    r"(?P<gap>[ \t　]*)(?P<rest>[^0-9０-９ \t　.．%％].*)",
    re.S,
)
_LONGEST_TITLE = 40


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
