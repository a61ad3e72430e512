"""Heads and captions of Japanese articles: 第14条, 第二章　株式, 附則, （議長）."""

from __future__ import annotations

import re

from governance.text.japanese.enumerators import enumerators
from governance.text.japanese.vocabulary import BRANCH, ERA, GAP, HEADED, NUMERAL, number_of
from governance.text.language import Head
from governance.text.patterns import pattern
from governance.text.tree.number import all_follow
from governance.text.tree.provision import HEADINGS, Kind, Number, Piece, PieceRole

# Words after a number that show that it is cited, not set.
_CITED = rf"""(?:
    [のにをはがともでへ、，・～〜。)）」』]|から|より|まで|ない[しし]|乃至       # 第9条の規定
  | 以[下上外内前後降]|各[号項]|本文|ただし書|但し?書|[前後]段|柱書|中[「の]        # 第9条ただし書
  | 及び|又は|並びに|若しくは|および|または|ならびに|もしくは                        # 第9条及び
  | 第?{NUMERAL}[項号]                                                               # 第9条第2項
)"""
_CITATION = pattern(
    rf"""
    {_CITED}|第{NUMERAL}[条章節]
  | (?:所定|記載|列記|列挙|掲[記載]|違反)の|該当|規定[のすに]                      # 第9条所定の
    """,
    re.X,
)
_CITATION_AFTER_SPACE = pattern(
    rf"""
    (?!第?{NUMERAL}[項号](?:[ \t　（(]|$))                                          # 第9条 第2項
    {_CITED}(?!もし|はじめ|ところ|とも|では)                                   # でも
    """,
    re.X,
)
_HEAD = pattern(
    rf"""
    (?P<label>第{GAP}(?P<num>{NUMERAL}){GAP}(?P<unit>[章節款条條])(?P<branch>{BRANCH}))  # 第9条の2
    (?P<gap>[ \t　]*(?:[:：.．][ \t　]*)?)(?P<rest>.*)
    """,
    re.S | re.X,
)
_BRACKETS = r"（(【［〔\[", r"）)】］〕\]"
_IN_BRACKETS = (
    rf"[{_BRACKETS[0]}](?P<inside>(?:[^{_BRACKETS[0]}{_BRACKETS[1]}]"
    rf"|[{_BRACKETS[0]}][^{_BRACKETS[0]}{_BRACKETS[1]}]*[{_BRACKETS[1]}])+)[{_BRACKETS[1]}]"
)
_BRACKETED = pattern(rf"(?P<caption>{_IN_BRACKETS})(?P<gap>[ \t　]*)(?P<rest>.*)", re.S)
_CAPTION = pattern(_IN_BRACKETS)
# What brackets may hold that is no caption.
_NO_CAPTION = pattern(
    rf"""
    {NUMERAL}|[A-Za-zａ-ｚＡ-Ｚア-ンⅰ-ⅻ]{{1,4}}                                     # （１）, （イ）
  | 削[ 　]*除|新[ 　]*設|(?:条文省)?略|省略|現行の?とおり                         # （削除）
  | [附付]{GAP}則
  | .*。.*|以下.*                                                                    # （以下…）
  | .*{NUMERAL}年{NUMERAL}月{NUMERAL}日.*                                            # a day
  | .{{61,}}
    """,
    re.S | re.X,
)
_SUPPLEMENTARY = pattern(
    rf"(?P<caption>[（(【［〔\[]?{GAP}[附付]{GAP}則(?:{GAP}[）)】］〕\]])?)"
    r"(?P<gap>[ \t　]*)(?P<rest>.*)",
    re.S,
)
_YEAR = rf"{ERA}?(?:元|{NUMERAL}){GAP}年"
_DATE = pattern(_YEAR)
_DAY = pattern(  # （平成18年6月29日）, 令和4年6月29日改正
    rf"""
    (?P<open>[（(])?{GAP}
    {_YEAR}{GAP}{NUMERAL}{GAP}月(?:{GAP}{NUMERAL}{GAP}日)?{GAP}
    (?:一部)?(?:改正|改定|変更|制定|施行|実施)?{GAP}
    (?(open)[）)])
    """,
    re.X,
)
_TITLE_END = pattern(r"[。;；:：]|[、，]$")


_EMPTIED = pattern(
    rf"""
    (?P<label>
        第{GAP}(?P<first>{NUMERAL}{GAP}[章節款条條]?{BRANCH})              # 第9条の2
        (?P<others>(?:{GAP}(?:から|ないし|乃至|[～〜－―-]|及び|および|並びに|と|[、，・]){GAP}
        第?{GAP}{NUMERAL}{GAP}[章節款条條]?{BRANCH})+)
        (?<=[章節款条條0-9０-９一二三四五六七八九十])(?:まで)?
    )
    (?P<gap>{GAP}(?:[:：.．]{GAP})?)
    (?P<rest>[（(]?{GAP}(?:削{GAP}除|欠{GAP}番){GAP}[）)]?。?)
    """,
    re.X,
)
_THROUGH = pattern(r"から|ないし|乃至|[～〜－―-]")
_ONE_OF_SEVERAL = pattern(rf"(?P<num>{NUMERAL}){GAP}(?P<unit>[章節款条條]?)(?P<branch>{BRANCH})")


def head(line: str) -> Head | None:
    """The head of a chapter, section, article or supplementary part in a line without indent.

    head = "第" numeral ("条" | "章" | "節") ("の" numeral)* (caption | title)? text?
         | "附則" note? text?
    e.g. "第14条　株主総会は…", "第１条（名称）", "第二章の二　電子提供", "附則（令和4年6月29日）"
    """
    if (match := _EMPTIED.fullmatch(line)) and (emptied := _emptied_head(match)):
        return emptied
    if match := _HEAD.fullmatch(line):
        return _numbered_head(match)
    return _supplementary(line)


def _emptied_head(match: re.Match[str]) -> Head | None:
    """第９条から第11条まで　削除, 第２条及び第３条　削除: several numbers under one head."""
    each = list(_ONE_OF_SEVERAL.finditer(match["label"]))
    numbers = [number_of(*re.findall(NUMERAL, one["num"] + one["branch"])) for one in each]
    units = {one["unit"] for one in each if one["unit"]}
    first, last = numbers[0], numbers[-1]
    is_range = len(numbers) == 2 and bool(_THROUGH.search(match["others"]))
    goes_on = first[:-1] == last[:-1] and first < last if is_range else all_follow(numbers)
    if len(units) != 1 or not goes_on or 0 in first:
        return None
    kind = HEADED[units.pop()]
    pieces = [Piece(PieceRole.LABEL, match["label"])]
    if match["gap"]:
        pieces.append(Piece(PieceRole.SPACE, match["gap"]))
    if kind is not Kind.ARTICLE:
        pieces.append(Piece(PieceRole.CAPTION, match["rest"]))
        return Head(kind, first, tuple(pieces), last_number=last)
    return Head(kind, first, tuple(pieces), match["rest"], last_number=last)


def _numbered_head(match: re.Match[str]) -> Head | None:
    kind = HEADED[match["unit"]]
    numerals = re.findall(NUMERAL, match["num"] + match["branch"])
    gap, rest = match["gap"], match["rest"]
    number = number_of(*numerals)
    if not number.main:
        return None
    pieces = [Piece(PieceRole.LABEL, match["label"])]
    if gap:
        pieces.append(Piece(PieceRole.SPACE, gap))
    if not rest:
        return Head(kind, number, tuple(pieces))
    if (_CITATION_AFTER_SPACE if gap else _CITATION).match(rest):
        return None
    if (bracketed := _BRACKETED.fullmatch(rest)) and not _NO_CAPTION.fullmatch(bracketed["inside"]):
        return _captioned(kind, number, pieces, bracketed)
    if kind is not Kind.ARTICLE:
        if len(rest) > 60 or _TITLE_END.search(rest):
            return None
        is_supplementary = re.sub(r"[ \t　]", "", rest) in ("附則", "付則")
        pieces.append(Piece(PieceRole.CAPTION, rest))
        return Head(kind, number, tuple(pieces), is_supplementary=is_supplementary)
    # "第23条 第21条の規定により…" may set 23 or be a list of numbers, broken by the page.
    is_sure = bool(gap) and not (gap == " " and rest.startswith("第"))
    return Head(kind, number, tuple(pieces), rest, is_sure)


def _captioned(
    kind: Kind, number: Number, pieces: list[Piece], bracketed: re.Match[str]
) -> Head | None:
    """第１条（名称）当会社は…, and not 第9条（名称）の規定"""
    rest = bracketed["rest"]
    if rest and not bracketed["gap"] and _CITATION.match(rest):
        return None
    found = [*pieces, Piece(PieceRole.CAPTION, bracketed["caption"])]
    if bracketed["gap"]:
        found.append(Piece(PieceRole.SPACE, bracketed["gap"]))
    is_sure = not rest or bool(bracketed["gap"]) or len(pieces) > 1
    return Head(kind, number, tuple(found), rest, is_sure)


def _supplementary(line: str) -> Head | None:
    """附則 | 附則（令和4年6月29日） | 附則　令和4年6月29日改正 | 附則　この定款は、…施行する。"""
    match = _SUPPLEMENTARY.fullmatch(line)
    if match is None:
        return None
    rest = match["rest"]
    if not rest or _CAPTION.fullmatch(rest) or (_DATE.match(rest) and "。" not in rest):
        return Head(Kind.PART, None, (Piece(PieceRole.CAPTION, line),))
    if not match["gap"] or _CITATION_AFTER_SPACE.match(rest):
        return None
    if _CITATION.match(rest) and head(rest) is None:
        return None  # 附則　第2条の規定による, and not 附則　第１条　この定款は
    pieces = (Piece(PieceRole.CAPTION, match["caption"]), Piece(PieceRole.SPACE, match["gap"]))
    return Head(Kind.PART, None, pieces, rest)


def is_caption(line: str) -> bool:
    """Whether a line is a caption in brackets: （議長）, not an item （１） or a note （削除）."""
    match = _CAPTION.fullmatch(line.strip())
    return match is not None and not _NO_CAPTION.fullmatch(match["inside"].strip())


_NO_BARE_CAPTION = pattern(
    r"""
    [。、，；：:]|[をはがもで]                                             # a sentence
  | [^ 　][ 　]+[^ 　]{2}                                                  # two words: 取締役　三名
  | 次の|以下|とする|する$|である$|とおり$|こと$|もの$|とき$
  | ^(?:削[ 　]*除|欠[ 　]*番|新[ 　]*設)$
    """,
    re.X,
)
_LONGEST_BARE_CAPTION = 25


def is_bare_caption(line: str) -> bool:
    """Whether the words behind an article's number may be its caption: a noun, 株主総会の招集,
    and no sentence, nor what was emptied."""
    is_short = len(line) <= _LONGEST_BARE_CAPTION
    return is_short and not _NO_BARE_CAPTION.search(line) and not enumerators(line)


def is_contents(line: str) -> bool:
    """Whether a line heads a table of contents: 目　次."""
    return re.sub(r"[ \t　]", "", line) == "目次"


def is_title_below(head: Head, line: str) -> bool:
    """Whether the line below a bare 第１章 is its title, 総　則, or the one below 附　則 its day,
    （平成18年6月29日）."""
    if head.kind is Kind.PART:
        return bool(_DAY.fullmatch(line))
    if head.kind not in HEADINGS or len(line) > 30:
        return False
    others = _TITLE_END.search(line) or _HEAD.match(line) or _CAPTION.fullmatch(line)
    return not others and _supplementary(line) is None
