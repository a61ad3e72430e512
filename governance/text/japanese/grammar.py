"""The grammar of citations in Japanese wording. One function a rule, the rule in its docstring.

citation    = enumeration                    where `_START` says that one may begin
enumeration = chain (joiner chain)*          `lists`: 第9条第2項及び第3項、第10条から第13条まで
chain       = (relative | "附則"? step) step*   `steps`: from the widest to the narrowest

Whose they are is told in `owner`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from governance.text.japanese.citing_line import Line
from governance.text.japanese.decimals import bare_clauses
from governance.text.japanese.lists import enumeration_at, past_brackets
from governance.text.japanese.names import NOTHING
from governance.text.japanese.names_before import name_before
from governance.text.japanese.owner import is_number_of_a_law, owners
from governance.text.japanese.vocabulary import GAP, KANJI_NUMERALS, NUMERAL
from governance.text.japanese.wrapping import LINE_END
from governance.text.language import REMEMBERED, FoundCitation, Reference
from governance.text.owner import MOST_CITATIONS, UNTITLED, OwnText, Whose
from governance.text.patterns import pattern
from governance.text.tree.decimals import Decimals
from governance.text.tree.provision import Kind

_START = pattern(
    rf"""
    [附付]{GAP}則(?={GAP}第)                      # 附則第1条
  | 第(?={GAP}{NUMERAL})                          # 第9条
  | (?<![以直事午従目眼生])前                     # 前条, but not 以前
  | (?<![目逐順漸年月])次                         # 次条, but not 年次
  | (?<![合共協一混不])同                         # 同条, but not 合同
  | (?<![日基根絵見資標])本                       # 本条, but not 日本
  | この(?={GAP}[章節款条條項号號])                     # この条
  | (?<![第前次同本各全計以約第のノ条章項号0-9０-９{KANJI_NUMERALS}・.．])
    {NUMERAL}(?={GAP}[条條項号號])                    # 9条, 一項
  | (?<![ァ-ヴー号號])[（(]?[イロハニホヘトチリヌルヲワカ][）)]?
    (?:まで|[、及又並若おまもかとにの～〜])          # イ又はロ
    """,
    re.X,
)
_THIS_LEVEL_BEFORE = pattern(r"(?:本|この)[章節款条條項号號]\s*[（(]\s*$")


@lru_cache(REMEMBERED)
def references(text: str, own: OwnText = UNTITLED) -> tuple[Reference, ...]:
    """Every citation in a line of wording, in order, with whose it is. `own` is what the text that
    has the line says of itself."""
    flat, places = _flattened(text)
    line = _scanned(flat, own)
    owned = zip(past_brackets(flat, line.found), owners(line), strict=True)
    found = [each.owned_by(owner) for each, owner in owned if not _is_quoted(flat, each)]
    return tuple(found if places is None else (_placed(each, places, text) for each in found))


def find_citations(text: str) -> tuple[FoundCitation, ...]:
    """The citations as they are written, those in quotation marks too."""
    flat, places = _flattened(text)
    found = _scanned(flat, UNTITLED).found
    return tuple(found if places is None else (_placed(each, places, text) for each in found))


def names_itself(before: str, citation: str) -> bool:
    """Whether a citation, by the words before it, gives the number of the provision it stands in:
    本条（第8条）."""
    del citation
    return _THIS_LEVEL_BEFORE.search(before) is not None


_NEVER_BARE = "第附付前次同本こ"  # 9条 alone may be none


@lru_cache(REMEMBERED)
def _scanned(text: str, own: OwnText) -> Line:
    """The citations of a text without line ends, each with the document named before it."""
    line = Line(text, own)
    position = 0
    while start := _START.search(text, position):
        at = position = start.start()
        # What would not cite behind the name of a law does not cite: no name is looked for.
        found = enumeration_at(text, at, is_of_law=True, is_of_other_law=False)
        if found is not None and len(line.found) <= MOST_CITATIONS:
            name = line.name_before(at)
            is_named = name.whose in (Whose.OURS, Whose.OTHER, Whose.PAST)
            is_other = name.whose is not None and name.whose is not Whose.OURS
            if is_other or (not is_named and text[at] not in _NEVER_BARE):
                found = enumeration_at(text, at, is_of_law=is_named, is_of_other_law=is_other)
        else:
            name = NOTHING
        if found is None or _is_number_of_a_law(text, found):
            position += 1
        else:
            line.found.append(found)
            line.names.append(name)
            position = found.end
    if own.decimals is not Decimals.NONE:
        _add_clauses(line)
    return line


def _add_clauses(line: Line) -> None:
    """Enter among the citations of a line those of what is counted by decimals: 1.1に定める."""
    for clause in bare_clauses(line.text):
        if len(line.found) > MOST_CITATIONS:
            return
        place = bisect_right([each.start for each in line.found], clause.start)
        floor = line.found[place - 1].end if place else 0
        following = line.found[place].start if place < len(line.found) else len(line.text)
        if floor <= clause.start and clause.end <= following:
            line.names.insert(place, name_before(line.around, clause.start, floor))
            line.found.insert(place, clause)


def _is_number_of_a_law(text: str, citation: FoundCitation) -> bool:
    """平成17年法律第86号"""
    first = citation.pointers[0]
    kind = first.kind or first.steps[0].kind
    return kind is Kind.ITEM and is_number_of_a_law(text, citation.start)


def _is_quoted(text: str, citation: FoundCitation) -> bool:
    """Whether relative words are only quoted: 第8条第2号中「前号」とあるのは speaks of the item
    before the place where 前号 stands."""
    before = text[max(0, citation.start - 1) : citation.start]
    is_relative = bool(citation.pointers[0].relative)
    return is_relative and before == "「" and text.startswith("」", citation.end)


def _flattened(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """The text without the line ends made by the width of a page, and where each stretch of it
    stood."""
    if "\n" not in text:
        return text, None
    parts, places, at, length = [], [], 0, 0
    for match in LINE_END.finditer(text):
        places.append((length, at))
        parts.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
    places.append((length, at))
    parts.append(text[at:])
    return "".join(parts), places


def _placed[Citation: FoundCitation](
    citation: Citation, places: Sequence[tuple[int, int]], text: str
) -> Citation:
    """A citation found in the flattened text, where it stands in the text itself."""

    def start(position: int) -> int:
        length, at = places[bisect_right(places, (position, len(text))) - 1]
        return at + position - length

    def end(position: int) -> int:
        return start(position - 1) + 1 if position else 0

    pointers = tuple(
        replace(
            pointer,
            steps=tuple(replace(s, start=start(s.start), end=end(s.end)) for s in pointer.steps),
            start=start(pointer.start),
            end=end(pointer.end),
            phrase=(start(pointer.phrase[0]), end(pointer.phrase[1])),
        )
        for pointer in citation.pointers
    )
    first, last = start(citation.start), end(citation.end)
    return replace(citation, start=first, end=last, text=text[first:last], pointers=pointers)
