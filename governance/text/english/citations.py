"""The grammar of citations in English wording. One function a rule, the rule in its docstring.

reference  = group ("of" group)*                       e.g. "Item (1) of Paragraph 2 of Article 9"
group      = relative ("," steps)? | steps | part
steps      = step (","? step)*                         from the widest to the narrowest
step       = level numbers
numbers    = number (("," | "and" | "or" | "through" | "to") number)*
relative   = ("the" | "each of the" …) ("preceding" | "following" | "same") count? level
           | "this" level
part       = "the"? "Supplementary Provisions"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..language import Pointer, Reference, Step
from ..numbering import read_numeral
from ..provision import Kind, Number

_LEVELS = {
    "chapter": Kind.CHAPTER,
    "article": Kind.ARTICLE,
    "art": Kind.ARTICLE,
    "section": Kind.SECTION,
    "paragraph": Kind.PARAGRAPH,
    "item": Kind.ITEM,
    "subitem": Kind.SUBITEM,
    "sub-item": Kind.SUBITEM,
}
_ORDER = list(Kind)
_LEVEL = re.compile(r"(?:(chapter|article|art|section|paragraph|sub-?item|item)s?\b\.?|§+)", re.I)
_START = re.compile(
    r"(?<![\w-])(?:chapter|article|section|paragraph|sub-?item|item)s?\b|\bArts?\.|§"
    r"|\b(?:the|each|any|all|every|this|such|said|foregoing|preceding)\b"
    r"|\bSupplementary Provisions\b",
    re.I,
)
_DOTTED = re.compile(r"([0-9]+|[IVXLC]+)\.([0-9]+)(?!\w)")
_NUMERAL = re.compile(
    r"[0-9０-９]+(?:[-‐‑－][0-9０-９]+)*(?![\w%]|[.,][0-9])"
    r"|[IVXLCDM]+(?![\w])"
    r"|\((?:[0-9０-９]+|[ivxl]+|[a-zA-Z])\)"
)
_COMMA_SPACE = re.compile(r"[,，]?[ \t\n　]+")
_AND = re.compile(r"\s*[,，]?\s+(?:and|or|and/or)\s+|\s*[,，]\s*")
_THROUGH = re.compile(r"\s+(?:through|to|thru)\s+|\s*[–—～〜]\s*", re.I)
_RANGE_HYPHEN = re.compile(r"([0-9]+)-([0-9]+)(?![\w-])")
_OF = re.compile(
    r"\s+(?:of|under|in)\s+(?=(?:the|this|these|said|such|chapter|article|section|paragraph|item|supplementary|addend\w+)\b)",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:(?:each|any|all|every|either)(?:\s+one)?(?:\s+of)?\s+(?:the\s+)?|the\s+|such\s+)?"
    r"(?P<count1>two|three|four|five|six|[2-9])?\s*(?:immediately\s+)?"
    r"(?P<way>preceding|foregoing|previous|prior|following|next|succeeding|same|said)\s+"
    r"(?:(?P<count2>two|three|four|five|six|[2-9])\s+(?:\([2-9]\)\s+)?)?"
    r"(?P<level>chapter|article|section|paragraph|sub-?item|item)(?P<plural>s)?\b",
    re.I,
)
_THIS = re.compile(r"this\s+(?P<level>chapter|article|section|paragraph|sub-?item|item)\b", re.I)
_PART = re.compile(
    r"(?:(?:the|these|this|said)\s+)?(?:Supplementary Provisions?|Addend(?:a|um))\b", re.I
)
_WAYS = {
    "preceding": "preceding", "foregoing": "preceding", "previous": "preceding", "prior": "preceding",
    "following": "following", "next": "following", "succeeding": "following",
    "same": "same", "said": "same",
}  # fmt: skip
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

# What other law is called. A citation belongs to it when one of these nouns closes the phrase
# after "of", or stands right before the citation.
_LAW = (
    r"(?:Act|Acts|Law|Laws|Code|Ordinance|Order|Regulations?|Rules?|Constitution|Convention|Treaty|Statutes?|Decree"
    r"|Agreement|Guidelines?|Standards?|Policy|Contract|Charter|Directive|Notification)"
)
_OWN = re.compile(  # "of these Articles of Incorporation", "of the Company's Articles"
    r"\s+(?:of|in|under)\s+(?:(?:the|these|this|its|our|said)\s+)?(?:[A-Z][\w.]*(?:'s|’s)\s+)?(?:present\s+|current\s+|proposed\s+)?"
    r"(?:Articles of Incorporation|Articles of Association|Articles|Bylaws|By-laws|Bylaw|statutes)\b(?!\s+of\s+(?:Incorporation\s+)?of\s+the\s+(?:subsidiary|parent))",
    re.I,
)
_OF_LAW = re.compile(
    r"(?:\s*,)?(?:\s+et\s+seq\.?)?\s+(?:of|under|in|to)\s+(?P<name>(?:(?:the|said|such|that|same|any|other|an?)\s+)*"
    rf"(?:(?!(?:article|section|paragraph|item)s?\b)[\w’'&-]+\s+){{0,9}}?{_LAW}\b(?!\s+of\s+Incorporation))"
)
_THEREOF = re.compile(r"\s+thereof\b")
_LAW_BEFORE = re.compile(
    rf"(?P<name>(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|on|for|the|in)\s+)*){{0,8}}{_LAW})(?:\s*\([^()]*\))?\s*,?\s*$"
)
_CHAIN = re.compile(
    r"\s*(?:,|,?\s+(?:and|or|as well as|and/or))\s+(?:(?:the|provisions|of)\s+)*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Steps:
    """One level with its numbers; `through` tells for each number whether a range ends in it."""

    kind: Kind
    numbers: tuple[tuple[tuple[Step, ...], bool, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Group:
    steps: tuple[_Steps, ...]
    relative: str = ""
    kind: Kind | None = None
    count: int = 1
    part: str = ""
    start: int = 0
    end: int = 0
    phrase_end: int = 0


def references(text: str) -> list[Reference]:
    """Every citation in a line of wording, in order, other law marked as external."""
    found: list[Reference] = []
    position = 0
    while start := _START.search(text, position):
        reference = _reference(text, start.start())
        if reference:
            found.append(reference)
            position = reference.end
        else:
            position = start.end()
    return _externals(text, found)


def _reference(text: str, at: int) -> Reference | None:
    """reference = group ("of" group)*"""
    group = _group(text, at)
    if group is None:
        return None
    groups = [group]
    while match := _OF.match(text, groups[-1].end):
        wider = _group(text, match.end())
        if wider is None or not _is_wider(wider, groups[-1]):
            break
        groups.append(wider)
    if not groups[0].steps and not groups[0].relative:
        return None  # "the Supplementary Provisions" alone cites no number
    end = groups[-1].end
    return Reference(at, end, text[at:end], _pointers(groups, at, end))


def _group(text: str, at: int) -> _Group | None:
    """group = relative ("," steps)? | steps | part"""
    if match := _THIS.match(text, at):
        kind = _LEVELS[match["level"].lower()]
        if kind is Kind.SECTION and (number := _numbers(text, match.end(), kind)):
            return _Group((number[0],), start=at, end=number[1])
        steps, end = _steps(text, match.end(), below=kind)
        return _Group(steps, "this", kind, 1, "", at, end, match.end())
    if match := _PART.match(text, at):
        steps, end = _steps(text, match.end(), below=Kind.PART)
        return _Group(steps, part="supplementary", start=at, end=end)
    if match := _RELATIVE.match(text, at):
        way = _WAYS[match["way"].lower()]
        kind = _LEVELS[match["level"].lower()]
        named = (match["count1"] or match["count2"] or "").lower()
        count = _COUNTS.get(named) or (int(named) if named else 0 if match["plural"] else 1)
        if way == "following" and count == 0:
            return None  # "the following items" introduces them, it does not cite
        steps, end = _steps(text, match.end(), below=kind)
        return _Group(steps, way, kind, count, "", at, end, match.end())
    steps, end = _steps(text, at, below=None)
    return _Group(steps, start=at, end=end) if steps else None


def _steps(text: str, at: int, below: Kind | None) -> tuple[tuple[_Steps, ...], int]:
    """steps = step (","? step)*      each narrower than the one before"""
    found: list[_Steps] = []
    end = at
    while True:
        start = end
        if (found or below is not None) and (gap := _COMMA_SPACE.match(text, end)):
            start = gap.end()
        level = _LEVEL.match(text, start)
        if level is None:
            return tuple(found), end
        kind = _LEVELS[level[1].lower()] if level[1] else Kind.SECTION
        last = found[-1].kind if found else below
        if last is not None and _ORDER.index(kind) <= _ORDER.index(last):
            return tuple(found), end
        plural = level.group().lower().endswith("s")
        numbers = _numbers(text, level.end(), kind, plural=plural)
        if numbers is None:
            return tuple(found), end
        found.append(numbers[0])
        end = numbers[1]


def _numbers(text: str, at: int, kind: Kind, *, plural: bool = True) -> tuple[_Steps, int] | None:
    """numbers = number (("," | "and" | "or" | "through" | "to") number)*"""
    space = re.compile(r"[ \t\n　]*").match(text, at)
    position = space.end() if space else at
    numbers: list[tuple[tuple[Step, ...], bool, int, int]] = []
    through = False
    end = at
    while True:
        if (
            plural
            and (hyphen := _RANGE_HYPHEN.match(text, position))
            and text[:at].rstrip().endswith(("s", "S"))
        ):
            for group, is_end in ((1, False), (2, True)):
                span = hyphen.span(group)
                step = Step(kind, Number(int(hyphen[group])), *span)
                numbers.append(((step,), is_end, *span))
            end = hyphen.end()
        elif steps := _number(text, position, kind):
            numbers.append(
                (
                    steps,
                    through,
                    steps[0].start,
                    steps[-1].end
                    + (
                        text[steps[-1].end : steps[-1].end + 1] == ")"
                        and text[steps[0].start - 1] == "("
                    ),
                )
            )
            end = numbers[-1][3]
        else:
            break
        if joined := _THROUGH.match(text, end):
            through = True
        elif joined := _AND.match(text, end):
            through = False
        else:
            break
        position = joined.end()
    return (_Steps(kind, tuple(numbers)), end) if numbers else None


def _number(text: str, at: int, kind: Kind) -> tuple[Step, ...] | None:
    """number = digits ("-" digits)* | Roman | "(" digits | letter ")" | article "." section"""
    if kind is Kind.SECTION and (match := _DOTTED.match(text, at)):
        article, section = read_numeral(match[1]), read_numeral(match[2])
        if article and section:
            return (
                Step(Kind.ARTICLE, Number(article), *match.span(1)),
                Step(Kind.SECTION, Number(section), *match.span(2)),
            )
    match = _NUMERAL.match(text, at)
    if not match:
        return None
    written = match.group()
    start, end = match.span()
    if written.startswith("("):
        written, start, end = written[1:-1], start + 1, end - 1
        if kind in (Kind.ARTICLE, Kind.CHAPTER):
            return None
    elif not written[0].isdecimal() and kind not in (Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION):
        return None
    parts = [read_numeral(part) for part in re.split(r"[-‐‑－]", written)]
    if None in parts or 0 in parts:
        return None
    return (Step(kind, Number(*(part for part in parts if part)), start, end),)


def _is_wider(wider: _Group, narrower: _Group) -> bool:
    inner = (
        narrower.kind if narrower.relative else narrower.steps[0].kind if narrower.steps else None
    )
    outer = wider.steps[-1].kind if wider.steps else wider.kind
    if wider.part and not wider.steps:
        return inner is not None
    return inner is not None and outer is not None and _ORDER.index(outer) < _ORDER.index(inner)


def _pointers(groups: list[_Group], start: int, end: int) -> tuple[Pointer, ...]:
    """What the groups, written from the narrowest, name: a pointer for each number of a list."""
    levels = [step for group in reversed(groups) for step in group.steps]
    base = next((group for group in groups if group.relative), None)
    part = next((group.part for group in groups if group.part), "")
    first = Pointer((), start=start, end=end, part=part)
    if base is not None:
        first = replace(
            first,
            relative=base.relative,
            kind=base.kind,
            count=base.count,
            phrase=(base.start, base.phrase_end),
        )
    pointers = [first]
    for level in levels:
        several = len(level.numbers) > 1
        pointers = [
            replace(
                pointer,
                steps=(*pointer.steps, *steps),
                through=through or pointer.through,
                start=begin if several else pointer.start,
                end=stop if several else pointer.end,
            )
            for pointer in pointers
            for steps, through, begin, stop in level.numbers
        ]
    return tuple(pointers)


def _externals(text: str, found: list[Reference]) -> list[Reference]:
    """Marks what other law is cited: by "of the … Act" behind, "… Act, " before, "thereof", or by
    standing in one enumeration with such a citation."""
    laws = [_law_of(text, reference) for reference in found]
    for i in range(len(found) - 2, -1, -1):  # "Article 1 and Article 2 of the Act": both
        if (
            not laws[i]
            and laws[i + 1]
            and not _OWN.match(text, found[i].end)
            and (
                _CHAIN.fullmatch(text[found[i].end : found[i + 1].start])
                and not found[i].pointers[0].relative
            )
        ):
            laws[i] = laws[i + 1]
    for i in range(1, len(found)):
        first = found[i].pointers[0]
        between = text[found[i - 1].end : found[i].start]
        if laws[i] or not laws[i - 1]:
            continue
        if (
            _THEREOF.match(text, found[i].end)
            or first.relative == "same"
            or (
                first.steps
                and first.steps[0].kind in (Kind.PARAGRAPH, Kind.ITEM)
                and _CHAIN.fullmatch(between)
            )
        ):
            laws[i] = laws[i - 1]
    return [
        replace(ref, external=law) if law else ref for ref, law in zip(found, laws, strict=True)
    ]


def _law_of(text: str, reference: Reference) -> str:
    if _OWN.match(text, reference.end):
        return ""
    if match := _OF_LAW.match(text, reference.end):
        return re.sub(r"\s+", " ", match["name"])
    if not reference.pointers[0].relative and (
        match := _LAW_BEFORE.search(text[: reference.start])
    ):
        return re.sub(r"\s+", " ", match["name"])
    return ""
