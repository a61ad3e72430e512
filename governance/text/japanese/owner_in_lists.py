"""Whose a citation is by those around it: lists, 同条, 同法, and what stands in brackets behind
another.
"""

from __future__ import annotations

import re

from governance.text.japanese.citing_line import Line
from governance.text.japanese.doubts import is_article_or_chapter
from governance.text.japanese.lists import JOINER, behind_suffix
from governance.text.owner import Owner, Whose
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind


def carried_over(line: Line, before: int, place: int, owner: Owner) -> Owner | None:
    """同条, 同第２項, 同法; what stands in brackets behind a citation, and what goes on with it
    behind them: 会社法第459条第１項各号（第２号を除く。）及び第２項."""
    each, first = line.found[place], line.found[place].pointers[0]
    name = line.names[place]
    is_named = name.whose is not None
    carried = Owner(owner.whose, owner.name, owner.at, "carried-over")
    if is_named and name.rule != "unknown-name-of":
        is_ours_again = owner.whose is not Whose.OTHER and owner.rule in ("own-articles", "former")
        return carried if is_ours_again else None
    if first.relative == "same" or line.text.startswith("同", each.start - 1):
        return carried
    if owner.whose is Whose.OURS or first.relative:
        return None
    end = behind_suffix(line.text, line.found[before].end)
    if line.brackets.holds(end, each.start):
        return carried
    between = line.brackets.behind(end, each.start)
    if between is None:
        return carried if line.text[end : each.start].strip(" 　") in ("", "の") else None
    if between in ("", "の"):
        return carried
    return _listed(line, before, place, carried) if JOINER.fullmatch(between) else None


def _listed(line: Line, before: int, place: int, carried: Owner) -> Owner | None:
    """What a list goes on with behind brackets: of what was named before it, 会社法第199条（第２号
    を除く。）及び第200条; but the brackets of 第３条（変更前）及び第４条 speak of the one alone."""
    is_named_behind = carried.at[0] >= line.found[before].end
    first = line.found[place].pointers[0].steps
    is_article_or_chapter = bool(first) and first[0].kind in (Kind.ARTICLE, Kind.CHAPTER)
    if not is_named_behind or not is_article_or_chapter:
        return carried
    if carried.whose is Whose.PAST:
        return None
    return Owner(Whose.UNSURE, carried.name, carried.at, carried.rule)


_RULED = pattern("の(?:規定|定め)")
_WITHIN = pattern(
    r"""
    (?:の(?:規定|定め))?                                                       # の規定
    (?:のうち|の内|中|に(?:定める|規定する|掲げる|関する|ついての|いう)|における|関係)?の?
    [「（(、，・ 　]?[「（(]?                                                     # のうち「
  | [^。]{0,30}その                                                            # 及びその
    """,
    re.X,
)


def goes_on(line: Line, place: int, before: int, owner: Owner) -> Owner | None:
    """会社法第９条の規定及び第10条, 会社法第９条の規定（第10条において準用する場合を含む。）: an
    article in one list with what a law says in another, or in its brackets; 会社法第９条のうち
    第２項: what is narrower."""
    each = line.found[place]
    if owner.whose is Whose.OURS or each.pointers[0].relative:
        return None
    doubtful = Owner(Whose.UNSURE, owner.name, owner.at, "goes-on")
    end, start = line.found[before].end, each.start
    if not is_article_or_chapter(line, place) and _WITHIN.fullmatch(line.text, end, start):
        return doubtful
    ruled = _RULED.match(line.text, end, start)
    if ruled is None:
        return None
    if line.brackets.holds(ruled.end(), start):
        return doubtful
    between = line.brackets.without(ruled.end(), start)
    return doubtful if JOINER.fullmatch(between) else None
