"""Clauses counted by decimals: their heads, and how they are cited.

head    = numeral ("." numeral)? stop? gap (title | wording)    "1. Shares", "1.1 The Company …"
cited   = word clause ((AND | THROUGH) clause)*                 "clauses 1.1 and 1.2"
        | ("see" | "in" | "under" …) clause (…)*                "see 1.1 and 1.2"
word    = "clause" | "Section" | "paragraph" | "Article" …
clause  = numeral ("." numeral)* ("(" numeral ")")*             "1.1.2", "1.1(a)"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from governance.text.english.heads import numbered_head
from governance.text.english.steps import AND, SPACE, THROUGH, bracketed_steps
from governance.text.english.vocabulary import LEVEL_WORD, SUFFIX, numbers_of
from governance.text.language import REMEMBERED, FoundCitation, Head, Pointer, Step
from governance.text.patterns import pattern
from governance.text.tree.decimals import Decimals
from governance.text.tree.provision import Kind, Number

DECIMAL_KINDS = (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM)
_HEAD = pattern(
    r"(?P<label>(?P<article>[0-9]{1,3})(?P<below>\.[0-9]{1,3})?[.]?)(?P<rest>[ \t]+\S.*)", re.S
)
_ONE = rf"[0-9]{{1,3}}{SUFFIX}?"
_CLAUSE = pattern(rf"(?P<first>{_ONE})(?P<others>(?:\.{_ONE}){{0,3}})(?![\w%]|\.[0-9])")
_NUMERAL = pattern(_ONE)
_WORD = pattern(
    rf"(?<![\w-])(?P<word>{LEVEL_WORD})(?P<plural>s?){SPACE}++(?:(?i:nos?\.|numbers?){SPACE}*+)?"
    r"(?=[0-9])",
    re.I,
)
_BARE = pattern(  # see 1.1, under 1.2 above
    rf"""
    (?<![\w-])(?:(?:see|cf\.|in|under|per|pursuant{SPACE}++to|subject{SPACE}++to
      |in{SPACE}++accordance{SPACE}++with|notwithstanding){SPACE}++)(?=[0-9]{{1,3}}\.[0-9])
    """,
    re.I | re.X,
)
_BARE_END = pattern(
    rf"""
    {SPACE}*+(?:\Z|[,;:)](?![0-9])|\.(?:\Z|{SPACE})
      |(?:above|below|hereof|and|or|shall|may|must|will|is|are|applies|apply|does|do|as|if|when)\b)
    """,
    re.I | re.X,
)
_WHOLE_WORDS = ("clause", "section")
_HYPHEN = pattern(r"-(?=[0-9]+\.[0-9])")
_OF = pattern(rf"{SPACE}++(?:of|in|under|to){SPACE}++(?:this{SPACE}++)?")
_CLAUSE_WORD = pattern(r"\b(?P<sub>sub-?)?clauses?\b", re.I)


def decimal_head(line: str) -> Head | None:
    """The head of a clause: of an article "1. Shares", or of a section "1.1 The Company …"."""
    match = _HEAD.fullmatch(line)
    if match is None:
        return None
    is_below = bool(match["below"])
    kind = Kind.SECTION if is_below else Kind.ARTICLE
    numeral = match["article"] + (match["below"] or "")
    head = numbered_head(kind, match["label"], numeral, match["rest"])
    if head is None or head.number is None or 0 in head.number:
        return None
    return replace(head, within=Number(int(match["article"])) if is_below else None)


@lru_cache(REMEMBERED)
def decimal_citations(text: str, decimals: Decimals) -> tuple[FoundCitation, ...]:
    """The citations of clauses by decimals, in a text that counts so."""
    if decimals is Decimals.NONE:
        return ()
    found = [*_scan(text, decimals), *_bare(text)]
    return tuple(sorted(found, key=lambda each: each.start))


def _bare(text: str) -> Iterator[FoundCitation]:
    """Clauses without a word for them: "see 1.1", "under 1.1 and 1.2"; but no measure: "in 1.5
    metres"."""
    for lead in _BARE.finditer(text):
        pointers = _clauses(text, lead.end())
        is_dotted = all(len(each.steps) > 1 and _is_dotted(text, each) for each in pointers)
        if pointers and is_dotted and _BARE_END.match(text, pointers[-1].end):
            start, end = lead.end(), pointers[-1].end
            yield FoundCitation(start, end, text[start:end], tuple(pointers))


def _scan(text: str, decimals: Decimals) -> Iterator[FoundCitation]:
    position = 0
    while word := _WORD.search(text, position):
        pointers = _clauses(text, word.end())
        name = word["word"].lower().replace("-", "")
        is_dotted = any(len(each.steps) > 1 and _is_dotted(text, each) for each in pointers)
        is_whole = decimals is Decimals.WHOLE and name in _WHOLE_WORDS
        if pointers and (is_dotted or is_whole) and name != "chapter":
            position = end = pointers[-1].end
            if len(pointers) == 1:
                pointers = [replace(pointers[0], start=word.start())]
            yield FoundCitation(word.start(), end, text[word.start() : end], tuple(pointers))
        else:
            position = word.end()


def _is_dotted(text: str, pointer: Pointer) -> bool:
    return text[pointer.steps[0].end : pointer.steps[0].end + 1] == "."


def _clauses(text: str, at: int) -> list[Pointer]:
    """clause ((AND | THROUGH) clause)*"""
    found: list[Pointer] = []
    through = False
    while pointer := _clause(text, at):
        found.append(replace(pointer, is_range_end=through))
        ends = THROUGH.match(text, pointer.end) or _HYPHEN.match(text, pointer.end)
        joined = ends or AND.match(text, pointer.end)
        if joined is None:
            break
        at, through = joined.end(), ends is not None
    return found


def _clause(text: str, at: int) -> Pointer | None:
    """clause = numeral ("." numeral)* ("(" numeral ")")*"""
    match = _CLAUSE.match(text, at)
    if match is None:
        return None
    steps: list[Step] = []
    for kind, each in zip(DECIMAL_KINDS, _NUMERAL.finditer(text, at, match.end()), strict=False):
        number = numbers_of(each.group())
        if number is None or 0 in number:
            return None
        steps.append(Step(kind, Number(*number), *each.span()))
    below, end = bracketed_steps(text, match.end(), steps[-1].kind)
    return Pointer((*steps, *below), start=at, end=end)


def with_decimals(
    text: str, found: Sequence[FoundCitation], clauses: Sequence[FoundCitation]
) -> list[FoundCitation]:
    """The citations of a line with those of clauses among them: what is "of clause 1.1" is below
    it, and "the preceding clause" is counted as the clauses are."""
    by_start = {each.start: each for each in clauses}
    others: list[FoundCitation] = []
    for each in found:
        joined = _OF.match(text, each.end)
        wider = by_start.get(joined.end()) if joined else None
        if wider is not None and len(wider.pointers) == 1 and _can_be_below(each, wider):
            by_start[wider.start] = _below(text, each, wider)
        else:
            others.append(_counted_as_clauses(text, each))
    return sorted([*by_start.values(), *others], key=lambda each: each.start)


def _can_be_below(each: FoundCitation, wider: FoundCitation) -> bool:
    last = DECIMAL_KINDS.index(wider.pointers[0].steps[-1].kind)
    return all(
        pointer.steps
        and not pointer.relative
        and not pointer.part
        and pointer.steps[0].kind not in DECIMAL_KINDS[: last + 1]
        for pointer in each.pointers
    )


def _below(text: str, each: FoundCitation, wider: FoundCitation) -> FoundCitation:
    above = wider.pointers[0].steps

    def below(pointer: Pointer) -> Pointer:
        first, *others = pointer.steps
        if first.kind is Kind.SUBITEM and above[-1].kind is not Kind.ITEM:
            first = replace(first, kind=Kind.ITEM)  # "sub-clause (b)" is what (b) counts there
        return replace(pointer, steps=(*above, first, *others))

    pointers = tuple(map(below, each.pointers))
    return FoundCitation(each.start, wider.end, text[each.start : wider.end], pointers)


def _counted_as_clauses(text: str, each: FoundCitation) -> FoundCitation:
    """The citation, relative words for clauses as those for what bears the decimals."""

    def counted(pointer: Pointer) -> Pointer:
        word = _CLAUSE_WORD.search(text, *pointer.phrase) if pointer.relative else None
        if word is None:
            return pointer
        return replace(pointer, kind=Kind.PARAGRAPH if word["sub"] else Kind.SECTION)

    return replace(each, pointers=tuple(map(counted, each.pointers)))


def without_clauses(text: str, clauses: Sequence[FoundCitation]) -> str:
    """The text with the citations of clauses blotted out, so that no other rule reads them."""
    parts, at = [], 0
    for each in clauses:
        parts += [text[at : each.start], "~" * (each.end - each.start)]
        at = each.end
    return "".join([*parts, text[at:]])


def cite_labels(words: str, labels: Sequence[str]) -> str:
    """How clauses are cited in the place of relative words, "the preceding clause", by the word for
    them there: "clause 1.1", "clauses 1.1 and 1.3"."""
    match = pattern(rf"\b({LEVEL_WORD})s?\b", re.I).search(words)
    word = match[1] if match else "clause"
    if words[:1].isupper():
        word = word[0].upper() + word[1:]
    plain = [each.rstrip(".") for each in labels]
    if len(plain) == 1:
        return f"{word} {plain[0]}"
    return f"{word}s {', '.join(plain[:-1])} and {plain[-1]}"
