"""The grammar of citations in English wording. One function a rule, the rule in its docstring.

reference = citation | citation "and" citation …       joined where they share a wider level
citation  = group ("of" group)*                        "Item (1) of Paragraph 2 of Article 9"
group     = relative ("," steps)? | part ("," steps)? | ordinal | steps
steps     = step (","? step)*                          from the widest to the narrowest
step      = level numbers
numbers   = number (("," | "and" | "or" | "through" | "to") number)*
number    = numeral ("(" numeral ")")*                 "9-2", "IV", "4.6", "(ii)", "501(c)(3)"
relative  = ("the" …) ("preceding" | "following" | "same") level | "this" level
part      = "the"? "Supplementary Provisions"
ordinal   = "the" ("first" | "second" …) level

Whose they are is told in `owner`, what is one citation in `lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from governance.text.english.decimals import decimal_citations, with_decimals, without_clauses
from governance.text.english.lists import joined_citations
from governance.text.english.owner import owned
from governance.text.english.steps import SPACE, LevelNumbers, ListedNumber, steps_at
from governance.text.english.vocabulary import (
    COUNT_WORD,
    LEVEL_SHORT,
    LEVEL_SIGNS,
    LEVEL_WORD,
    ORDINAL_WORD,
    Level,
    is_narrower,
    level,
    narrower,
    value_of,
)
from governance.text.language import REMEMBERED, FoundCitation, Pointer, Reference, Step
from governance.text.owner import UNTITLED, OwnText
from governance.text.patterns import pattern
from governance.text.tree.decimals import Decimals
from governance.text.tree.provision import Number

_GAP = rf"{SPACE}++"
# A word with which a citation may begin.
_START = pattern(
    rf"""
    (?<![\w-])(?:
        {LEVEL_WORD}s?\b|{LEVEL_SHORT}                              # Article, Sec.
      | (?:the|this|these|that|such|said|same|immediately)\b          # the first item
      | (?:preceding|foregoing|previous|prior|above|following|next|succeeding)\b
      | (?:supplementary|addend(?:a|um))\b                            # Supplementary Provisions
      | {COUNT_WORD}(?={_GAP}(?:preceding|foregoing|following)\b)     # two preceding Articles
    )
  | §
    """,
    re.I | re.X,
)


def _count(name: str) -> str:
    """The verbose pattern of "three", "3", "three (3)" before a word."""
    return rf"(?P<{name}>{COUNT_WORD}|[0-9０-９]{{1,2}})(?:{_GAP}\([0-9]{{1,2}}\))?{_GAP}"


_NEXT_TO = r"(?:immediately|directly|last|next)"
_RELATIVE = pattern(
    rf"""
    (?:the{_GAP})?
    (?:(?P<farthest>{ORDINAL_WORD}){_GAP}|{_count("count")})?          # the second preceding …
    (?:{_NEXT_TO}{_GAP})?                                              # the immediately …
    (?P<way>preceding|foregoing|previous|prior|above|following|next|succeeding){_GAP}
    (?:{_count("count_behind")})?(?P<level>{LEVEL_WORD})(?P<plural>s?)\b  # the two before
    """,
    re.I | re.X,
)
_ABOVE = rf"""(?:above|below)
    (?={SPACE}*+(?:[(（),.;:]|\Z)
      |{_GAP}(?:and|or|shall|may|must|will|is|are|applies|apply|does)\b)
"""
_BEHIND = pattern(  # "the Article immediately preceding", "the section above"
    rf"""
    the{_GAP}(?P<level>{LEVEL_WORD}){_GAP}
    (?:{_NEXT_TO}{_GAP}(?=preceding|following)|(?:{_NEXT_TO}{_GAP})?(?={_ABOVE}))
    (?P<way>preceding|following|above|below)\b
    (?:{_GAP}this{_GAP}(?P=level)\b)?                                  # … preceding this Article
    """,
    re.I | re.X,
)
_TWICE = pattern(  # "the paragraph preceding the preceding paragraph"
    rf"""
    the{_GAP}(?P<level>{LEVEL_WORD}){_GAP}(?:preceding|before|following|after){_GAP}
    the{_GAP}(?P<way>preceding|following){_GAP}(?P=level)\b
    """,
    re.I | re.X,
)
_SAME = pattern(
    rf"""
    (?:the{_GAP})?
    (?P<way>same|said|such|that|aforementioned|aforesaid|above-mentioned)
    {_GAP}(?P<level>{LEVEL_WORD})\b                                          # the said Article
    """,
    re.I | re.X,
)
_FOLLOWING = ("following", "next", "succeeding", "below")
_THIS = pattern(rf"this{_GAP}(?P<level>{LEVEL_WORD})\b", re.I)
_ORDINAL = pattern(  # "the first item", "the first, second and third paragraphs"
    rf"""
    the{_GAP}
    (?P<list>
        {ORDINAL_WORD}
        (?:(?:{SPACE}*+,{SPACE}*|{_GAP})(?:(?:and|or){_GAP})?{ORDINAL_WORD}){{0,4}}
    ){_GAP}
    (?P<level>(?:sub-?)?(?:paragraph|item)|article)s?\b  # "the first clause" is of a sentence
    """,
    re.I | re.X,
)
_ORDINAL_WORD = pattern(ORDINAL_WORD, re.I)
_PART = pattern(
    rf"""
    (?:(?:the|these|this|said|such){_GAP})?
    (?:(?P<supplementary>
        supplementary{_GAP}(?:provisions?|rules?)\b                    # Supplementary Provisions
      | supplementary(?={_GAP}articles?{SPACE}*+[0-9])                 # Supplementary Article 1
      | addend(?:a|um)\b)
    | main{_GAP}(?:provisions|text|part)\b)                            # the main part
    (?:{SPACE}*+\([^()]{{0,60}}[0-9]{{4}}[^()]{{0,20}}\))?             # (June 29, 2006)
    """,
    re.I | re.X,
)
_OF = pattern(  # what a wider group may follow: "of the preceding Article"
    rf"""
    {_GAP}(?:of|under|in|to){_GAP}
    (?=(?:the|this|these|that|said|such|main|supplementary|addend(?:a|um)|{LEVEL_WORD}s?)\b|{LEVEL_SHORT})
    """,
    re.I | re.X,
)
# Lower-case words that look relative and are not: "this article of clothing", "the next item on".
_OF_THINGS = pattern(
    rf"""
    {_GAP}(?:of|on){_GAP}(?:(?:the|an?|any|each){_GAP})?
    (?!{LEVEL_WORD}s?\b|these|those|this|that|such|said|same|the\b   # "of this Article" is one
      |law|act\b|code\b|rules?\b|regulations?\b|articles?\b|by-?laws?\b|incorporation
      |supplementary|addend|main\b
      |preceding|foregoing|following|previous|next|succeeding|above|{ORDINAL_WORD}\b)
    [a-z]
    """,
    re.X,
)
_EACH = pattern(r"\b(?:each|every|any|all)\s+\Z", re.I)  # "each preceding item"
_AGENDA = pattern(r"\bagenda\s+\Z", re.I)  # "Agenda Item No. 2" of a meeting
_COLON = pattern(rf"{SPACE}*+[:：]")
_THIS_BEFORE = pattern(r"this\s", re.I)
_THIS_LEVEL_BEFORE = pattern(  # "this Article (", before "Article 8)"
    r"\bthis\s+(?:chapter|article|section|paragraph|item)\s*[（(]\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class _Group:
    steps: tuple[LevelNumbers, ...]
    start: int
    end: int
    relative: str = ""
    level: Level | None = None
    count: int = 1
    is_farthest: bool = False
    part: str = ""
    phrase_end: int = 0

    @property
    def widest(self) -> int:
        """The rank of the widest level in it; a part is wider than any."""
        if self.part:
            return -1
        return self.level.rank if self.level else self.steps[0].level.rank

    @property
    def narrowest(self) -> int:
        return self.steps[-1].level.rank if self.steps else self.widest


@lru_cache(REMEMBERED)
def references(text: str, own: OwnText = UNTITLED) -> tuple[Reference, ...]:
    """Every citation in a line of wording, in order, with whose it is. `own` is what the text that
    has the line says of itself."""
    clauses = decimal_citations(text, own.decimals)
    if not clauses and own.decimals is Decimals.NONE:
        return tuple(owned(text, joined_citations(text, find_citations(text)), own))
    found = with_decimals(text, find_citations(without_clauses(text, clauses)), clauses)
    return tuple(owned(text, joined_citations(text, found), own))


@lru_cache(REMEMBERED)
def find_citations(text: str) -> tuple[FoundCitation, ...]:
    """The citations as they are written, before those are joined that share a level: two in
    "Article 8 and Article 9", one in "Articles 8 and 9"."""
    return tuple(_scan(text))


def names_itself(before: str, citation: str) -> bool:
    """Whether a citation, by its words and those before it, gives the number of the provision it
    stands in: "this Section 4.7", "this Article (Article 8)"."""
    return bool(_THIS_BEFORE.match(citation) or _THIS_LEVEL_BEFORE.search(before))


def _scan(text: str) -> Iterator[FoundCitation]:
    small = text.lower()
    if not any(sign in small for sign in LEVEL_SIGNS):
        return
    position = 0
    while start := _START.search(text, position):
        found = _citation(text, start.start())
        if found:
            yield found
        position = found.end if found else start.end()


def _citation(text: str, at: int) -> FoundCitation | None:
    """citation = group ("of" group)*      each wider than the one before"""
    group = _group(text, at)
    if group is None or _AGENDA.search(text, max(0, at - 10), at):
        return None
    groups = [group]
    while match := _OF.match(text, groups[-1].end):
        wider = _group(text, match.end())
        if wider is None or wider.narrowest >= groups[-1].widest:
            break
        groups.append(wider)
    if not any(each.steps or each.relative for each in groups):
        return None  # "the Supplementary Provisions" alone cites no number
    end = groups[-1].end
    return FoundCitation(at, end, text[at:end], _pointers(groups, at, end))


def _group(text: str, at: int) -> _Group | None:
    """group = relative ("," steps)? | part ("," steps)? | ordinal | steps"""
    if text[at] == "§":
        steps, end = steps_at(text, at, below=None)
        return _Group(steps, at, end) if steps else None
    if match := _THIS.match(text, at):
        return _this(text, match)
    if match := _PART.match(text, at):
        part = "supplementary" if match["supplementary"] else "main"
        steps, end = steps_at(text, match.end(), below=-1)
        return _Group(steps, at, end, part=part)
    if match := _TWICE.match(text, at):
        return _relative(text, match, match["way"].lower(), 2, is_farthest=True)
    if match := _BEHIND.match(text, at):
        return _relative(text, match, _way(match))
    if match := _SAME.match(text, at):
        return _same(text, match)
    if match := _RELATIVE.match(text, at):
        return _relative_group(text, match)
    if match := _ORDINAL.match(text, at):
        return _ordinal(text, match)
    steps, end = steps_at(text, at, below=None)
    return _Group(steps, at, end) if steps else None


def _way(match: re.Match[str]) -> str:
    """Which way relative words point: "the next Article" is the following one."""
    return "following" if match["way"].lower() in _FOLLOWING else "preceding"


def _this(text: str, match: re.Match[str]) -> _Group | None:
    """ "this" level, which "this Section 4.6" only stresses"""
    at = match.start()
    steps, end = steps_at(text, match.start("level"), below=None)
    if steps:
        return _Group(steps, at, end)
    if _is_thing(text, match):
        return None
    return _relative(text, match, "this")


def _same(text: str, match: re.Match[str]) -> _Group | None:
    """ "the same" level, but not "such item of business", "the proposer of such item" """
    steps, _ = steps_at(text, match.start("level"), below=None)
    if steps or _is_thing(text, match):
        return None  # "provides that Article 5 …" cites Article 5
    if match["way"].lower() in ("such", "that") and match["level"] == "item":
        return None
    return _relative(text, match, "same")


def _relative_group(text: str, match: re.Match[str]) -> _Group | None:
    """ "the" ordinal? count? ("preceding" | "following") count? level"""
    way = _way(match)
    named = match["count"] or match["count_behind"]
    is_all = match["plural"] or _EACH.search(text, max(0, match.start() - 10), match.start())
    count = (value_of(named) or 0) if named else 0 if is_all else 1
    if way == "following" and (count == 0 or _COLON.match(text, match.end())):
        return None  # "the following items" introduces them, it does not cite
    if steps_at(text, match.start("level"), below=None)[0] or _is_thing(text, match):
        return None  # "the previous Article 3" cites by a number, which stands behind
    if match["farthest"]:
        return _relative(text, match, way, value_of(match["farthest"]) or 1, is_farthest=True)
    return _relative(text, match, way, count)


def _relative(
    text: str, match: re.Match[str], way: str, count: int = 1, *, is_farthest: bool = False
) -> _Group:
    """The relative words with the steps below them: "the preceding Article, Paragraph 2"."""
    its_level = level(match["level"])
    steps, end = steps_at(text, match.end(), below=its_level.rank)
    return _Group(
        steps, match.start(), end, way, its_level, count, is_farthest, phrase_end=match.end()
    )


def _is_thing(text: str, match: re.Match[str]) -> bool:
    """Whether a lower-case "article" or "item" is a thing and no provision."""
    return match["level"].islower() and bool(_OF_THINGS.match(text, match.end()))


def _ordinal(text: str, match: re.Match[str]) -> _Group | None:
    """ordinal = "the" ("first" | "second" …) level      "the first and second paragraphs" """
    its_level = level(match["level"])
    if _is_thing(text, match):
        return None
    numbers = tuple(
        ListedNumber(
            (Step(its_level.kind, Number(value_of(word.group()) or 0), *word.span()),), *word.span()
        )
        for word in _ORDINAL_WORD.finditer(text, *match.span("list"))
    )
    return _Group((LevelNumbers(its_level, numbers),), match.start(), match.end())


def _pointers(groups: Sequence[_Group], start: int, end: int) -> tuple[Pointer, ...]:
    """What the groups, written from the narrowest, name: a pointer for each number of a list."""
    first = Pointer((), start=start, end=end)
    below = groups  # … what is relative: "the preceding Article of this Chapter" says no more
    for n, group in enumerate(groups):
        if group.part:
            first = replace(first, part=group.part)
        if group.relative and group.level:
            first = replace(
                first,
                relative=group.relative,
                kind=group.level.kind,
                count=group.count,
                is_farthest=group.is_farthest,
                phrase=(group.start, group.phrase_end),
            )
            below = groups[: n + 1]
            break
    pointers = [first]
    for its in (step for group in reversed(below) for step in group.steps):
        several = len(its.numbers) > 1
        pointers = [
            replace(
                pointer,
                steps=_below(pointer, number.steps),
                is_range_end=number.is_range_end or pointer.is_range_end,
                start=number.start if several else pointer.start,
                end=number.end if several else pointer.end,
            )
            for pointer in pointers
            for number in its.numbers
        ]
    return tuple(pointers)


def _below(pointer: Pointer, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The pointer's steps with narrower ones: in "paragraph (b), item (ii)" the lettered paragraph
    is an item of the section, and the item one of its sub-items."""
    found = list(pointer.steps)
    for step in steps:
        above = found[-1].kind if found else pointer.kind
        fits = above is None or is_narrower(step.kind, above)
        found.append(step if fits or above is None else replace(step, kind=narrower(above)))
    return tuple(found)
