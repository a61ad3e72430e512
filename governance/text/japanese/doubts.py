"""Whose a citation is where nothing at the citation itself decides: what its sentence says around
it. Ordered rules, asked last; none of them makes a citation ours.
"""

from __future__ import annotations

import re

from governance.text.japanese.citing_line import Line
from governance.text.japanese.documents import NAMED_IN_BRACKETS
from governance.text.japanese.lists import behind_suffix
from governance.text.japanese.names import Name, document_at_end
from governance.text.owner import Owner, Whose
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

# What no citation names an article of.
ANY_LAW = ("法令", "諸法令", "命令", "諸規則", "諸規程", "社内規程", "社内規則")
_NEAR = 40  # how far before a citation these words may begin


def unsure_at(said: str, start: int, rule: str) -> Owner:
    return Owner(Whose.UNSURE, said, (start, start + len(said)), rule)


def is_article_or_chapter(line: Line, place: int) -> bool:
    """Whether it names what only a whole document has: an article, a chapter."""
    first = line.found[place].pointers[0]
    kind = first.steps[0].kind if first.steps else None
    return not first.relative and kind in (Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION)


def _before(line: Line, place: int, expression: re.Pattern[str]) -> re.Match[str] | None:
    """What the words before a citation end with, as far as the citation before."""
    start = line.found[place].start
    floor = line.found[place - 1].end if place else 0
    return expression.search(line.text, max(floor, start - _NEAR), start)


# -- of its own time

_STILL = pattern(  # なおその効力を有するものとされる, 従前の例によることとされる
    r"(?:なお[、，]?(?:その)?効力を有する|(?:なお[、，]?)?従前の例による)"
    r"(?:こと|もの)?(?:と(?:され(?:る|た|ている)|する|した))?の?\Z"
)
_ONCE = pattern(
    r"(?:(?:廃止|削除|失効|改廃)(?:された|した|の)|削られた|失効した|効力を失った|もとの|元の|前の)\Z"
)
_STILL_BEHIND = pattern(
    r"(?:の(?:規定|定め))?(?:は|については|に関しては)、?(?:[^。]{0,20}?、)?"
    r"なお[、，]?(?:(?:その)?効力を有する|従前の例による)"
)
_ONCE_IN_BRACKETS = pattern(  # （廃止）, （旧）, （なお効力を有するもの）, （現第10条）
    r"""
    [（(](?:
        (?:既に|現在は)?(?:廃止|失効|削除)(?:済み?|された(?:もの)?)?
      | 旧(?!第) | なお(?:その)?効力を有する[^（()）]{0,12} | 現(?:行)?(?:の)?(?=第)
    )[^（()）]{0,20}[）)]
    """,
    re.X,
)


def of_its_time(line: Line, place: int) -> Owner | None:
    """なお効力を有する第15条, 従前の例による第15条, 廃止された第15条; 第15条は、なお効力を有する"""
    each = line.found[place]
    if match := _before(line, place, _STILL):
        return Owner(Whose.PAST, match.group(), match.span(), "former")
    if each.pointers[0].relative:
        return None
    end = behind_suffix(line.text, each.end)
    match = _before(line, place, _ONCE)
    match = match or _STILL_BEHIND.match(line.text, end) or _ONCE_IN_BRACKETS.match(line.text, end)
    return unsure_at(match.group(), match.start(), "of-its-time") if match else None


_DATED_PART = pattern(r"(?:[年月日]|改正|変更|制定|旧|同)(?:の|時の?)?\Z")


def of_a_dated_part(line: Line, place: int) -> Owner | None:
    """令和２年附則第９条, 改正附則第９条: of one of several parts, or of another's."""
    is_part = bool(line.found[place].pointers[0].part)
    match = _before(line, place, _DATED_PART) if is_part else None
    return unsure_at(match.group(), match.start(), "of-a-dated-part") if match else None


# -- of the document that its sentence names

_ITS = pattern(r"(?:その|これの|それの|同)\Z")


def its(line: Line, place: int) -> Owner | None:
    """倫理規程及びその第９条, 同第９条: of what was named before it."""
    match = _before(line, place, _ITS) if is_article_or_chapter(line, place) else None
    return unsure_at(match.group(), match.start(), "its") if match else None


_LEADS_ON = pattern(
    r"""
    (?:
        [、，]?(?:のうち|の内|中)[、，]?の?
      | に(?:係る|関する|ついての|ある|見る|載る|載せた|掲げた|示す|示された|いう)
      | に記載(?:の|された|する)?
      | 記載の | (?:で|にて|において|において別に)(?:定める|定めた|規定する|規定した|いう)
      | からの | 上 | に基づく | に従う
      | の(?:規定|条文|条項|定め|文言|各条)(?:のうち|である|たる|中|の|、|)?
      | (?:に|で)は[、，]? | でも | に(?:よれば|よると)[、，]? | の場合[、，]?
      | の(?:各|それぞれ) | 本文 | [「『]
      | は[、，](?:その)?(?=\Z) | の[、，] | [、，] | [：:・･－—―–‐-]
    )
    \s*\Z
    """,
    re.X,
)
# 倫理規程は、第９条において; but: 倫理規程は、第９条の者を定める
_NO_SUBJECT = ("において", "で", "に", "中")


def said_by_document(line: Line, place: int) -> Owner | None:
    """倫理規程、第９条; 倫理規程のうち、第９条; 民法の規定である第９条; 倫理規程にある第９条: a
    document, and words that lead on to a citation."""
    each = line.found[place]
    match = _before(line, place, _LEADS_ON) if is_article_or_chapter(line, place) else None
    if match is None:
        return None
    if match.group().startswith("は") and not line.text.startswith(_NO_SUBJECT, each.end):
        return None
    name = _document(line, place, match.start())
    if name is None:
        return None
    return unsure_at(line.text[name.start : match.end()], name.start, "said-by-document")


def _document(line: Line, place: int, end: int) -> Name | None:
    """The document, not ours, that is named right before text[end]."""
    floor = line.found[place - 1].end if place else 0
    while end > floor and line.text[end - 1] in "」』】〕》〉 　":
        end -= 1
    name = document_at_end(line.around, end, floor)
    if name is None or name.whose is not Whose.OTHER or name.text.endswith(ANY_LAW):
        return None
    return name if name.text.endswith(NAMED_IN_BRACKETS) else None


_OPENED = pattern(
    r"(?:の?(?:規定|条文|条項|定め|文言|全文|一部|適用|準用|附則))?"
    r"[（(〔［](?:特に|とりわけ|主として|例えば)?\Z"
)
_ALONE = pattern(
    r"(?:の規定)?(?:[）)〕］]|[、，]"
    r"|(?:等|など|ほか)?(?:を(?:除く|含む|いう)|に限る|参照|及び|又は|から))"
)


def in_brackets_of_document(line: Line, place: int) -> Owner | None:
    """倫理規程（第９条を除く。）, 民法の規定（第９条）; but 責任限定契約（第９条の契約をいう。）
    is ours."""
    each = line.found[place]
    match = _before(line, place, _OPENED) if is_article_or_chapter(line, place) else None
    if match is None or not _ALONE.match(line.text, each.end):
        return None
    name = _document(line, place, match.start())
    if name is None:
        return None
    return unsure_at(line.text[name.start : match.start()], name.start, "in-its-brackets")


RULES_AROUND = (
    of_its_time,
    of_a_dated_part,
    its,
    said_by_document,
    in_brackets_of_document,
)
