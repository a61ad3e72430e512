"""Whose a citation is: ordered rules, the first that fits decides.

A citation is ours only where nothing names another document, or where the words name these
articles. What stands before it is read in `names`; the lists of words are in `documents`. A name
that no list knows makes a citation unsure, never ours.
"""

from __future__ import annotations

from collections.abc import Callable

from governance.text.japanese.citing_line import Line
from governance.text.japanese.documents import (
    LAWS,
    NAMED_IN_BRACKETS,
    NO_DOCUMENTS,
)
from governance.text.japanese.doubts import RULES_AROUND
from governance.text.japanese.doubts_behind import RULES_BEHIND
from governance.text.japanese.lists import behind_suffix
from governance.text.japanese.names import is_same_document
from governance.text.japanese.names_before import name_before
from governance.text.japanese.owner_in_lists import carried_over, goes_on
from governance.text.japanese.past import PAST_BRACKET
from governance.text.japanese.vocabulary import NUMERAL
from governance.text.owner import MOST_CITATIONS, Owner, Whose, not_asked, nothing_said
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

Rule = Callable[[Line, int], Owner | None]


def owners(line: Line) -> list[Owner]:
    """Whose each citation of a line is."""
    if len(line.found) > MOST_CITATIONS:
        return [not_asked(each.start) for each in line.found]
    result: list[Owner] = []
    for place, each in enumerate(line.found):
        before = line.brackets.before[place]
        owner = next((owner for rule in RULES if (owner := rule(line, place))), None)
        if before is not None and (owner is None or owner.rule == "same-document"):
            owner = carried_over(line, before, place, result[before]) or owner
        owner = owner or _unknown_of(line, place) or _doubtful(line, place)
        if owner is None and before is not None:
            owner = goes_on(line, place, before, result[before])
        result.append(owner or nothing_said(each.start))
    return result


def _doubtful(line: Line, place: int) -> Owner | None:
    return next(
        (owner for rule in (*RULES_BEHIND, *RULES_AROUND) if (owner := rule(line, place))), None
    )


# -- of its own time


def amendment_history(line: Line, place: int) -> Owner | None:
    """A line of a list of past amendments: 平成28年11月　第２条第１項を改正"""
    at = line.found[place].start
    is_past = line.is_history
    return Owner(Whose.PAST, "過去の変更", (at, at), "amendment-history") if is_past else None


def former_behind(line: Line, place: int) -> Owner | None:
    """第３条（変更前）, 第３条（平成18年改正前のものをいう。）"""
    end = behind_suffix(line.text, line.found[place].end)
    match = PAST_BRACKET.match(line.text, end)
    return match and Owner(Whose.PAST, match.group().strip("（()）。"), match.span(), "former")


# -- named before and behind


def named_before(line: Line, place: int) -> Owner | None:
    """会社法第309条, 変更前定款第13条, 当会社の定款第８条, GDPR第６条, 会社法に定める第309条"""
    name, first = line.names[place], line.found[place].pointers[0]
    if name.whose is None or name.rule == "unknown-name-of":
        return None
    if name.whose is Whose.UNSURE and first.relative:
        return None
    if name.whose is Whose.OTHER and is_same_document(name):
        return Owner(Whose.OTHER, name.text, (name.start, name.end), "same-document")
    return Owner(name.whose, name.text, (name.start, name.end), name.rule)


_BRACKET = pattern(
    r"[（(](?P<name>[^（()）、。「」]{1,60}?)(?:の(?:規定|条文|定め))?(?:をいう|に限る|による)?[。．]?[）)]"
)


def named_in_brackets(line: Line, place: int) -> Owner | None:
    """第309条（会社法）; but a caption is none: 第10条（株式取扱規程）. In a list it is not sure
    how far the brackets reach: 第309条（会社法）及び第310条"""
    each = line.found[place]
    for pointer in each.pointers[:-1]:
        if owner := _in_brackets(line, pointer.end):
            return Owner(Whose.UNSURE, owner.name, owner.at, owner.rule)
    return _in_brackets(line, each.end)


def _in_brackets(line: Line, at: int) -> Owner | None:
    """Whose a citation is by the brackets behind a place."""
    match = _BRACKET.match(line.text, behind_suffix(line.text, at))
    if match is None or match["name"].casefold() in line.own.captions:
        return None
    said, span = match["name"], match.span("name")
    if not said.endswith(NAMED_IN_BRACKETS) or said.endswith(NO_DOCUMENTS):
        return None
    name = name_before(line.around, span[1], span[0])
    if name.whose is not Whose.OTHER:
        return None if name.whose is None else Owner(name.whose, said, span, "named-in-brackets")
    whose = Whose.OTHER if said.endswith(LAWS) else Whose.UNSURE
    return Owner(whose, said, span, "named-in-brackets")


def _unknown_of(line: Line, place: int) -> Owner | None:
    """見本の第３条: an article of something that no list knows."""
    name, first = line.names[place], line.found[place].pointers[0]
    kind = first.steps[0].kind if first.steps else None
    if name.rule != "unknown-name-of" or first.relative or kind not in (Kind.ARTICLE, Kind.CHAPTER):
        return None
    return Owner(Whose.UNSURE, name.text, (name.start, name.end), "unknown-name")


RULES: tuple[Rule, ...] = (
    amendment_history,
    former_behind,
    named_before,
    named_in_brackets,
)

_LAW_NUMBER = pattern(r"(?:法律|[政省府勅]令|規則|条例|告示|通達|命令|訓令|規程)$")
_ANNEX = pattern(rf"(?:別表|別紙|別記|附表|様式|図|表|議案)(?:第?{NUMERAL})?$")


def is_number_of_a_law(text: str, at: int) -> bool:
    """Whether "第86号" is no item but the number of a law, a form or an annex:
    平成17年法律第86号."""
    before = text[max(0, at - 20) : at].rstrip(" \t　")
    return bool(_LAW_NUMBER.search(before) or _ANNEX.search(before))
