"""Whose provision is cited: what stands right before a citation tells other law from our own."""

from __future__ import annotations

import re

from governance.text.japanese.vocabulary import NUMERAL

OWN = "own"

_WORD = r"[一-龥々〆ヵヶァ-ヴー・A-Za-zＡ-Ｚａ-ｚ0-9０-９]"
# What documents are called. A law, a contract, rules of the company that are not the articles.
_DOCUMENTS = (
    "法", "法律", "令", "規則", "規程", "条例", "約款", "契約", "契約書", "協定", "協定書", "要綱",
    "要領", "基準", "細則", "憲法", "条約", "告示", "指針", "ガイドライン", "内規", "定款", "会則",
    "規約", "本則",
)  # fmt: skip
_ARTICLES = r"(?:定款|会則|規約)"
# 「変更前定款第13条」 has the numbers of its own time, 「子会社の定款第5条」 those of another
# company.
_OTHER_ARTICLES = re.compile(
    r"(?:旧|(?:変更|改正|改定)前の?|(?:子会社|親会社|相手方|存続会社|承継会社|新設会社|持株会社|他の会社)の?)"
    rf"{_ARTICLES}$"
)
# 「本定款」, 「当会社の定款」, 「この規程」 are our own; 「本契約」 and 「会計細則」 are not.
_OWN = re.compile(
    rf"定款$|(?<!{_WORD}){_ARTICLES}$|(?<!{_WORD})(?:本|当会?|この)(?:会則|規約|規則|規程|細則|約款|規定|要綱|要領|基準|指針)$"
    r"|本則$"
)
_NO_LAW = re.compile(r"(?:[方手療文作技用]法)$")
_NAME = re.compile(rf"{_WORD}+$")
_LONG_NAME = re.compile(
    r"(?:社債、)?[^、。（()）「」\n]*?(?:に関する|に対する|を改正する|に伴う|のための)[^、。（()）「」\n]*$"
)
_BEFORE_NAME = re.compile(
    r"^.*(?:は|により|に基づき|に従い|又は|[条項号](?:及び|並びに|と))(?=[一-龥])"
)
_LAW_NUMBER = re.compile(r"(?:法律|[政省府勅]令|規則|条例|告示|通達|命令|訓令|規程)$")
_ANNEX = re.compile(rf"(?:別表|別紙|別記|附表|様式|図|表|議案)(?:第?{NUMERAL})?$")
_DEFINED = re.compile(
    r"以下[、,]?(?:総称して|単に|併せて|あわせて)?「([^」]+)」と(?:総称|いう|称|略称)"
)
_BRACKETS = {"）": "（", ")": "("}


def named_before(text: str, at: int) -> str:
    """The law or document that a citation at `at` belongs to: OWN where the words before say that
    it is this one, "" where they say nothing.

    owner = name "（…）"? "の"?          e.g. 会社法, 法, 金融商品取引法（以下「金商法」という。）
    """
    before = _bare(text[max(0, at - 300) : at])
    if before.endswith(_DOCUMENTS) and not _NO_LAW.search(before):
        if match := _OTHER_ARTICLES.search(before):
            return match.group()
        return OWN if _OWN.search(before) else _name(before)
    if _OWN.search(before):
        return OWN
    if before.endswith(("変更前", "改正前", "改定前")):
        return before[-3:]
    named = [name for name in _DEFINED.findall(text[:at]) if before.endswith(name)]
    return max(named, key=len, default="")


def _bare(before: str) -> str:
    """The words before a citation, without の, quotes and a bracket that explain a name."""
    before = before.rstrip(" \t　")
    for _ in range(2):
        before = before.removesuffix("の").removesuffix("中").rstrip("」』")
        if before[-1:] in _BRACKETS and (start := _opening(before)) is not None:
            before = before[:start]
    return before


def _opening(text: str) -> int | None:
    """Where the bracket opens that closes at the end of the text."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        depth += (text[i] in "）)") - (text[i] in "（(")
        if not depth:
            return i
    return None


def _name(before: str) -> str:
    """会社法; 社債、株式等の振替に関する法律"""
    if before.endswith(("法律", "令", "規則")) and (match := _LONG_NAME.search(before)):
        return _BEFORE_NAME.sub("", match.group().strip(" \t　"))
    match = _NAME.search(before)
    assert match is not None  # a document's name is such a word
    return match.group()


def is_number_of_a_law(text: str, at: int) -> bool:
    """Whether "第86号" is no item but the number of a law, a form or an annex:
    平成17年法律第86号."""
    before = text[max(0, at - 20) : at].rstrip(" \t　")
    return bool(_LAW_NUMBER.search(before) or _ANNEX.search(before))
