"""What Japanese words name: these articles, other law, or no document at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from governance.text.japanese.documents import (
    ARTICLES,
    DOCUMENTS,
    FORMER,
    KANA_DOCUMENTS,
    NO_DOCUMENTS,
    OTHER_BODIES,
    OWN_RULES,
)
from governance.text.japanese.past import BODY, FORMER_ARTICLES
from governance.text.japanese.vocabulary import any_of
from governance.text.owner import OwnText, Whose
from governance.text.patterns import pattern


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may name a document: text[start:end]. `whose` is None where they name something
    that is no document: 取締役会, 上記."""

    text: str
    start: int
    end: int
    whose: Whose | None
    rule: str


NOTHING = Name("", 0, 0, None, "")
REACH = 60  # how long a name is, but for that of a law by what it is about
_FAR = 200

_SIGNS = r"[一-龥々〆ヵヶァ-ヴー・A-Za-zＡ-Ｚａ-ｚ0-9０-９𠀀-𮯠&＆]"
_WORD = rf"(?<!{_SIGNS})"
_REVERSED = pattern(rf"{_SIGNS}+")
_GAPS = " \t　"

# -- the names of these articles, and of articles that are not these
_ARTICLES = any_of(ARTICLES)
_PRESENT = rf"(?:(?:現行|変更後|改正後|改定後|上記|前記|今回変更後|変更案の?|新(?!{BODY})|現)の?)"
_OWN = pattern(
    rf"""{_WORD}(?:
    {_PRESENT}?(?:{BODY}の?|この|これらの)?{_PRESENT}?{_ARTICLES}     # 当会社の定款, 変更後の定款
  | (?:本|当会?|この)の?{any_of(OWN_RULES)}                           # 本規程, この要綱
  | 本則
    )$""",
    re.X,
)
# What such names end with, so that others are seen at once.
_MAY_BE_OWN = (*OWN_RULES, "本則")
_MAY_BE_FORMER = (*_MAY_BE_OWN, *FORMER, "旧", "かつて")
_OTHERS = pattern(rf"(?P<who>{_SIGNS}*)(?P<of>の?){_ARTICLES}$")
_OTHER_BODY = pattern(rf"{any_of(OTHER_BODIES)}$|^(?:株式|有限|合同)会社|^一般(?:社団|財団)法人")
_SAME = pattern(rf"同{_SIGNS}*")

# -- names of laws by what they are about: 社債、株式等の振替に関する法律
_BEFORE_ABOUT = "、。（()）「」\n"
_ABOUT = ("に関する", "に対する", "を改正する", "に伴う", "のための", "に係る", "の促進", "の特例")
_LEADS = pattern(r"^.*(?:は|により|に基づき|に従い|又は|[条項号](?:及び|並びに|と))(?=[一-龥])")


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the text around a name: what it says of itself, the short names that the
    line defines, with where, and where each bracket opened that is closed."""

    text: str
    own: OwnText
    defined: Mapping[str, int]
    opens: Mapping[int, int]


def document_at_end(around: Around, end: int, floor: int) -> Name | None:
    """These articles, what they once were, or another document."""
    before = around.text[max(floor, end - REACH) : end]
    return (
        _own_title(before, end, around.own)
        or _own(before, end, around.own)
        or _document(around, before, end, floor)
        or _defined(before, end, around.defined)
    )


def named(said: str, end: int, whose: Whose | None, rule: str) -> Name:
    return Name(said, end - len(said), end, whose, rule)


def _own_title(before: str, end: int, own: OwnText) -> Name | None:
    """The title at the head of the text: 取締役会規程, but not 上場会社取締役会規程."""
    for title in _titles(own):
        lead = before[: -len(title)]
        is_it = len(title) > 1 and before.endswith(title)
        if is_it and (not _REVERSED.match(lead[-1:]) or lead.endswith(("本", "当", "及", "又"))):
            return named(title, end, Whose.OURS, "own-articles")
    return None


def _titles(own: OwnText) -> list[str]:
    return [title.replace(" ", "").replace("　", "") for title in own.titles]


def _own(before: str, end: int, own: OwnText) -> Name | None:
    """These articles by any of their names, or as they once were."""
    match = FORMER_ARTICLES.search(before) if before.endswith(_MAY_BE_FORMER) else None
    if match and not _is_former_law(match.group()):
        return named(match.group(), end, Whose.PAST, "former")
    match = _OWN.search(before) if before.endswith(_MAY_BE_OWN) else None
    if match is None or before[: match.start()].endswith("の"):
        return _articles_of(before, end, own)
    if _is_of_another_kind(match.group(), own):
        return named(match.group(), end, Whose.OTHER, "named-before")
    return named(match.group(), end, Whose.OURS, "own-articles")


def _is_former_law(said: str) -> bool:
    """Whether 旧 leads a document that is not the articles: 旧規程."""
    return said.startswith("旧") and said.endswith(DOCUMENTS) and not said.endswith(ARTICLES)


def _is_of_another_kind(said: str, own: OwnText) -> bool:
    """Whether 定款 is another document: in a text that is headed 取締役会規程."""
    if said == "本定款" or (said.startswith(("本", "この", "当の")) and not said.endswith("定款")):
        return False
    kinds = [kind for title in _titles(own) if (kind := _kind_of(title))]
    return bool(kinds) and not said.endswith(tuple(kinds))


def _kind_of(title: str) -> str:
    """What kind of document a title names: 規程 of 取締役会規程; "" for none."""
    return max((each for each in DOCUMENTS if title.endswith(each)), key=len, default="")


def _articles_of(before: str, end: int, own: OwnText) -> Name | None:
    """子会社の定款 is another's, 見本の定款 may be."""
    match = _OTHERS.search(before) if before.endswith(ARTICLES) else None
    if match is None or not match["who"]:
        return None
    said, who = match.group(), match["who"]
    if any(who in title for title in _titles(own)):
        return named(said, end, Whose.OURS, "own-articles")
    if _OTHER_BODY.search(who) or (not match["of"] and not said.endswith("定款")):
        return named(said, end, Whose.OTHER, "named-before")
    return named(said, end, Whose.UNSURE, "unknown-name")


def _document(around: Around, before: str, end: int, floor: int) -> Name | None:
    """会社法; 社債、株式等の振替に関する法律; 申し合わせ"""
    if before.endswith(KANA_DOCUMENTS):
        said = next(each for each in KANA_DOCUMENTS if before.endswith(each))
        return named(said, end, Whose.OTHER, "named-before")
    if not before.endswith(DOCUMENTS) or before.endswith(NO_DOCUMENTS):
        return None
    said = word_at_end(before)
    if said == "規定":
        return None  # 前項の規定第１号: what a provision says
    own_kinds = {_kind_of(title) for title in _titles(around.own)}
    if said.removeprefix("本") in own_kinds and said.startswith("本"):
        return named(said, end, Whose.OURS, "own-articles")
    return named(_long_name(around.text, end, floor) or said, end, Whose.OTHER, "named-before")


def word_at_end(before: str) -> str:
    """The unbroken word that the text ends with."""
    match = _REVERSED.match(before[::-1])
    return match.group()[::-1] if match else ""


def _long_name(text: str, end: int, floor: int) -> str:
    """The name of a law by what it is about, "" where the words before are none."""
    if not text.endswith(("法律", "令", "規則"), 0, end):
        return ""
    start = max(floor, end - _FAR, *(text.rfind(sign, floor, end) + 1 for sign in _BEFORE_ABOUT))
    segment = text[start:end]
    if not any(about in segment for about in _ABOUT):
        return ""
    if text.endswith("社債、", floor, start):
        return text[start - len("社債、") : end]
    said: str = _LEADS.sub("", segment.strip(_GAPS))
    return said


def _defined(before: str, end: int, defined: Mapping[str, int]) -> Name | None:
    """A short name that the line has defined: （以下「基本合意」という。） … 基本合意第３条"""
    if not defined:
        return None
    for length in range(min(len(before), REACH), 0, -1):
        said = before[-length:]
        if defined.get(said, end) < end - length:
            return named(said, end, Whose.OTHER, "defined-name")
    return None


def is_same_document(name: Name) -> bool:
    """Whether the words say 同法, 同規程: what was named before."""
    return bool(_SAME.fullmatch(name.text))
