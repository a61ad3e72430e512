"""Whose a citation is by those around it: lists, "thereof", "the same Article", and what stands in
brackets behind another.
"""

from __future__ import annotations

import re

from governance.text.english.citing_line import Line
from governance.text.english.documents import FORMER
from governance.text.english.names import any_phrase
from governance.text.language import FoundCitation
from governance.text.owner import Owner, Whose
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

_THEREOF = pattern(
    r"\s++(?:thereof|therein|thereunder|of\s++(?:the\s++(?:same|former|latter)(?=\W*(?:\Z|[,.;:)]|\w+s\b))|it|them|which|whom)\b)",
    re.I,
)


def is_thereof(line: Line, place: int) -> bool:
    each = line.found[place]
    return each.text.lower().endswith("thereof") or bool(_THEREOF.match(line.shown, each.end))


def is_whole(each: FoundCitation) -> bool:
    """Whether it begins at a level that only a whole document has."""
    first = each.pointers[0]
    kind = first.kind or (first.steps[0].kind if first.steps else None)
    return not first.relative and kind in (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION)


_CHAIN = pattern(
    r"""
    \s*+(?:,|(?:,\s++)?(?:and/or|and|or|as\s++well\s++as|nor|to|through))\s++
    (?:(?:the|provisions|of|under)\s++){0,4}                           # , and under the
    """,
    re.I | re.X,
)
_COMMA = pattern(r"\s*+,\s*+(?:(?:the|provisions|of|under)\s++){0,4}", re.I)
_TOGETHER = pattern(
    r"""
    (?:,?\s++(?:together|read|taken|along|combined|in\s++(?:conjunction|combination|connection))
       \s++(?:together\s++)?with
      |,?\s++(?:and|or)(?:,\s++as\s++the\s++case\s++may\s++be,)?\s++(?:in|to|by|from|with|at)
      |\s++or,\s++as\s++the\s++case\s++may\s++be,|\s++(?:plus|&|/)
      |\s++(?:(?:but|and)\s++not|except(?:\s++for)?|(?:other|rather)\s++than|instead\s++of|excluding)
    )\s++(?:the\s++)?
    """,
    re.I | re.X,
)
_OF_THE_FORMER = pattern(rf"\s++of\s++(?:(?:the|our|its)\s++)?(?:{any_phrase(FORMER)})\s++", re.I)


def list_with_the_next(line: Line, place: int, after: Owner | None) -> Owner | None:
    """ "Article 1 and Article 2 of the Act": both; "Paragraph 2 of the former Article 3" too."""
    each, following = line.found[place], line.found[place + 1]
    if after is None or after.rule == "amendment-history":
        return None
    if _OF_THE_FORMER.fullmatch(line.shown, each.end, following.start):
        return Owner(after.whose, after.name, after.at, "list-with-next")
    if after.whose is Whose.OURS or each.pointers[0].relative or after.at[0] < following.end:
        return None  # a name before the next is no name behind this one
    if _TOGETHER.fullmatch(line.shown, each.end, following.start):
        return Owner(Whose.UNSURE, after.name, after.at, "list-with-next")
    if not _CHAIN.fullmatch(line.shown, each.end, following.start):
        return None
    has_comma = line.shown.startswith(",", each.end)
    is_doubtful = has_comma and not _is_in_series(line, place, after)
    if _OF_A_PART.search(each.text):
        if has_comma:
            return None  # "Article 2 of the Supplementary Provisions, and Article 3 of the lease"
        is_doubtful = True
    whose = Whose.UNSURE if is_doubtful else after.whose
    return Owner(whose, after.name, after.at, "list-with-next")


_OF_A_PART = pattern(r"\bof\s++(?:the\s++|these\s++)?(?:supplementary|addend|main)", re.I)


def _is_in_series(line: Line, place: int, after: Owner) -> bool:
    """Whether a comma behind a citation is one of a list: "Articles 1, Article 2, and Article 3 of
    the Act"; but "under Article 9, (and) the provisions of Article 310 of the Act" is none."""
    each, following = line.found[place], line.found[place + 1]
    if _COMMA.fullmatch(line.shown, each.end, following.start):
        return after.rule == "list-with-next"
    return bool(place) and bool(_COMMA.fullmatch(line.shown, line.found[place - 1].end, each.start))


def carried_over(line: Line, before: int, place: int, owner: Owner) -> Owner | None:
    """ "Article 310 of the Act and Paragraph 2 thereof", "the same Article", a narrower level in
    one list with it, and what stands in the brackets behind it: "Article 310 (but Paragraph 2)"."""
    each, first = line.found[place], line.found[place].pointers[0]
    carried = Owner(owner.whose, owner.name, owner.at, "carried-over")
    if first.relative == "same" or (is_thereof(line, place) and not is_whole(each)):
        return carried
    if owner.whose is Whose.OURS or first.relative:
        return None
    if line.brackets.holds(line.found[before].end, each.start):
        return carried
    between = line.brackets.without(line.found[before].end, each.start)
    if between.strip() == ";" and owner.at[1] <= line.found[before].start:
        return Owner(Whose.UNSURE, owner.name, owner.at, "carried-over")
    is_list = bool(_CHAIN.fullmatch(between))
    is_before = owner.at[1] <= line.found[before].start  # "the Companies Act, Articles 1 and 2"
    return carried if is_list and (is_before or not is_whole(each)) else None
