"""Which citations, one after another, are one: ranges, and lists that share their wider level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from governance.text.brackets import Brackets
from governance.text.english.steps import AND, SPACE, THROUGH
from governance.text.english.vocabulary import LEVEL_WORD, ORDINAL_WORD, is_narrower
from governance.text.language import FoundCitation, Pointer, Step
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

_LONGEST = 100  # pointers in one citation, so that no text takes long
_CLOSE_AND = pattern(rf"{SPACE}*+,{SPACE}*+|{SPACE}++(?:and/or|and|or|nor){SPACE}++")
_COMMA = pattern(rf"{SPACE}*+,{SPACE}*+")
_MOVED_FROM = pattern(r"\b(?:renumbered|moved|changed|amended|transferred)\s+from\s*\Z", re.I)
_THEREOF = pattern(r"\s+thereof\b", re.I)


_LONGEST_BRACKET = 250
# What may stand between a citation and the document that has it.
_SUFFIX = pattern(
    rf"""
    (?:
    (?:\s*+,)?\s*+\(?inclusive\)?,?                                    # Articles 8 to 13, inclusive
  | \s++(?:et\s++seqq?\.?|ff?\.|ff\b)                                  # et seq., ff.
  | \s++and\s++(?:the\s++)?(?:following|seq\.?|subsequent)(?:\s++(?:articles|sections))?
  | ,?\s++(?:each|every|any|all)\s++(?:of\s++the\s++)?{LEVEL_WORD}s?         # , each Item
  | ,?\s++(?:the\s++)?{ORDINAL_WORD}\s++(?:sub-?)?(?:paragraph|item|indent)    # , first paragraph
  | ,?\s++(?:the\s++)?(?:proviso|main\s++clause|(?:former|latter)\s++(?:part|half)
      |(?:first|second|third|last)\s++(?:sentence|clause))             # , main clause
  | \s*+[(（](?:[^()（）]|[(（][^()（）]{{0,80}}[)）]){{0,{_LONGEST_BRACKET}}}[)）]     # (Chairman)
    ){{0,3}}
    """,
    re.I | re.X,
)


def behind_suffix(text: str, end: int) -> int:
    """Where the words end that may stand between a citation and what it is of."""
    match = _SUFFIX.match(text, end)
    return match.end() if match else end


def joined_citations(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """The citations with those joined that only together say what they cite.

    "Article 8 through Article 13", "Article 9, Paragraph 2 and Paragraph 3" (of Article 9 too),
    "Paragraph 1 and Paragraph 2 of the preceding Article", "Article 9 and Paragraph 2 thereof",
    "Article 9 (excluding Paragraph 2)", "Article 9 (Chairman), Paragraph 2".
    """
    return _past_brackets(text, _shared_behind(text, _shared_before(text, found)))


def _past_brackets(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """Those that stand in the brackets behind another, or go on with it behind them, below it."""
    result = list(found)
    if len(found) < 2:
        return result
    brackets = Brackets(text, [(each.start, each.end) for each in found])
    for place, each in enumerate(found):
        before = brackets.before[place]
        if before is not None and (
            brackets.holds(found[before].end, each.start)
            or _goes_on(brackets.behind(found[before].end, each.start))
        ):
            result[place] = _below(found[before], each, (each.start, each.start), each.end, text)
    return result


def _goes_on(between: str | None) -> bool:
    if between is None:
        return False
    return between.isspace() or bool(AND.fullmatch(between) or THROUGH.fullmatch(between))


def _shared_before(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """From the left: the ends of ranges, further numbers below what was cited, "thereof"."""
    result: list[FoundCitation] = []
    for reference in found:
        before = result[-1] if result else None
        if before is None or len(before.pointers) > _LONGEST:
            result.append(reference)
        elif pointers := _continued(text, before, reference) or _through(text, before, reference):
            result[-1] = _joined(text, before, reference, (*before.pointers, *pointers))
        else:
            result.append(_thereof(text, before, reference))
    return result


def _joined(
    text: str, first: FoundCitation, last: FoundCitation, pointers: tuple[Pointer, ...]
) -> FoundCitation:
    return FoundCitation(first.start, last.end, text[first.start : last.end], pointers)


def _continued(text: str, before: FoundCitation, after: FoundCitation) -> tuple[Pointer, ...]:
    """The pointers of `after` where it goes on with the range or the list of `before`."""
    last, first = before.pointers[-1], after.pointers[0]
    if first.relative or first.part or not first.steps:
        return ()
    place = _place(last.steps, first.steps[0])
    if place is None:
        return ()
    between = (before.end, after.start)
    through = bool(THROUGH.fullmatch(text, *between)) and not _MOVED_FROM.search(
        text, max(0, before.start - 20), before.start
    )
    if not through and not (
        AND.fullmatch(text, *between) and (place or last.relative) and _is_descending(last)
    ):
        return ()
    return tuple(
        replace(
            last,
            steps=(*last.steps[:place], *pointer.steps),
            is_range_end=pointer.is_range_end or (through and i == 0),
            start=pointer.start,
            end=pointer.end,
        )
        for i, pointer in enumerate(after.pointers)
    )


def _through(text: str, before: FoundCitation, after: FoundCitation) -> tuple[Pointer, ...]:
    """The pointers of `after` where it ends a range that one of the two gives in words: "Chapter I
    through the preceding Chapter", "the following Article to Article 9"."""
    first, last = before.pointers[-1], after.pointers[0]
    is_in_words = (first.relative or last.relative) and "same" not in (
        first.relative,
        last.relative,
    )
    if not is_in_words or first.part or last.part or _narrowest(first) is not _narrowest(last):
        return ()
    if not THROUGH.fullmatch(text, before.end, after.start) or _MOVED_FROM.search(
        text, max(0, before.start - 20), before.start
    ):
        return ()
    return (replace(last, is_range_end=True), *after.pointers[1:])


def _narrowest(pointer: Pointer) -> Kind | None:
    return pointer.steps[-1].kind if pointer.steps else pointer.kind


def _place(steps: Sequence[Step], step: Step) -> int | None:
    """Where among the steps one of the same kind stands."""
    return next((i for i, each in enumerate(steps) if each.kind is step.kind), None)


def _is_descending(pointer: Pointer) -> bool:
    """Whether it is written from the widest: "Item 1 of Paragraph 2" is complete where it ends."""
    starts = [step.start for step in pointer.steps]
    if pointer.relative:
        starts.insert(0, pointer.phrase[0])
    return all(a < b for a, b in pairwise(starts))


def _thereof(text: str, before: FoundCitation, reference: FoundCitation) -> FoundCitation:
    """ "Paragraph 2 thereof": of the narrowest wider thing that was cited before it."""
    match = _THEREOF.match(text, reference.end)
    return _below(before, reference, match.span(), match.end(), text) if match else reference


def _below(
    before: FoundCitation, reference: FoundCitation, phrase: tuple[int, int], end: int, text: str
) -> FoundCitation:
    """The citation as one below the narrowest wider thing that was cited before it."""
    last, first = before.pointers[-1], reference.pointers[0]
    if first.relative or not first.steps:
        return reference
    above = [last.kind] if last.kind else []
    above += [step.kind for step in last.steps]
    wider = [kind for kind in above if is_narrower(first.steps[0].kind, kind)]
    if not wider:
        return reference
    pointers = tuple(
        replace(each, relative="same", kind=wider[-1], phrase=phrase) for each in reference.pointers
    )
    return FoundCitation(reference.start, end, text[reference.start : end], pointers)


def _shared_behind(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """From the right: "Paragraph 1 and Paragraph 2 of Article 9" are both of Article 9."""
    result: list[FoundCitation] = []
    for i in range(len(found) - 1, -1, -1):
        reference = found[i]
        after = result[-1] if result else None
        comma_before = i > 0 and bool(_COMMA.fullmatch(text, found[i - 1].end, reference.start))
        is_short = after is not None and len(after.pointers) <= _LONGEST
        if after and is_short and (pointers := _distributed(text, reference, after, comma_before)):
            result[-1] = _joined(text, reference, after, (*pointers, *after.pointers))
        else:
            result.append(reference)
    return result[::-1]


def _distributed(
    text: str, before: FoundCitation, after: FoundCitation, comma_before: bool
) -> tuple[Pointer, ...]:
    """The pointers of `before`, below what `after` is said to be of."""
    first, wide = before.pointers[0], after.pointers[0]
    if first.relative or first.part or not first.steps:
        return ()
    between = (before.end, after.start)
    joins = _CLOSE_AND.fullmatch(text, *between) or (comma_before and AND.fullmatch(text, *between))
    place = _place(wide.steps, first.steps[0])
    if not joins or place is None or _is_descending(wide):
        return ()
    # The level that both have must be the one that `after` begins with.
    if wide.steps[place].start != min(step.start for step in wide.steps):
        return ()
    return tuple(
        replace(
            wide,
            steps=(*wide.steps[:place], *each.steps),
            start=each.start,
            end=each.end,
            is_range_end=each.is_range_end,
        )
        for each in before.pointers
    )


_IN_ORDER = pattern(r"\brespectively\b|\bin\s++(?:this|that|the\s++following)\s++order\b", re.I)


def keeps_order(text: str) -> bool:
    """Whether the order of a list counts in a line: "Articles 2 and 3, respectively"."""
    return bool(_IN_ORDER.search(text))


_RANGE_WORD = pattern(
    rf"\b{LEVEL_WORD}s?\s++[0-9IVXLC.()-]++\s++(?P<word>through|to)\s++(?=[0-9IVXLC(])", re.I
)


def usual_words(text: str) -> Callable[[str], str]:
    """How a text writes what is made for it: "Articles 1 to 3" where its ranges rather read so."""
    words = Counter(match["word"].lower() for match in _RANGE_WORD.finditer(text))
    if words["to"] <= words["through"]:
        return lambda made: made
    return lambda made: made.replace(" through ", " to ")


def begins_with_number(words: str) -> bool:
    """Whether cited words begin with a number: "25", not "Article 25"."""
    return words[:1].isnumeric()


_PLURAL = pattern(
    rf"(?:\b{LEVEL_WORD}(?P<word>s)|\b(?:ch|art|sec|para|par|cl)(?P<short>s)\.?|§(?P<sign>§))\s*+\Z",
    re.I,
)
_VERB = pattern(r"\s+(?P<verb>apply|are|have|do|were|govern|provide)\b")
_VERBS_OF_ONE = {"are": "is", "have": "has", "do": "does", "were": "was", "apply": "applies"}
_BEGINS_SENTENCE = pattern(r"(?:\A|[.;:]\s+)\Z")
_ALL_OF_THEM = pattern(r"(?:each|any|all|every|every\s+one|either|any\s+one)(?:\s+of)?\s+\Z", re.I)
_PLURAL_BEHIND = pattern(rf"(?P<level>{LEVEL_WORD})s\Z", re.I)


def end_of_range(text: str, end: int) -> int:  # noqa: ARG001
    """Where a range ends whose last number ends there: no word stands behind it."""
    return end


def in_singular(text: str, start: int, number: int, end: int) -> list[tuple[int, int, str]]:
    """What "Articles 3 to 5 apply" changes where one of them is left: where it begins and ends, and
    how it reads then. The citation stands at text[start:end], its first number at `number`; a verb
    is changed only where the citation begins the sentence, since it may be that of another noun."""
    found = []
    if match := _PLURAL.search(text, start, number):
        found.append((*match.span(match.lastgroup or 0), ""))
    verb = _VERB.match(text, end)
    if verb and _BEGINS_SENTENCE.search(text, 0, start):
        one = _VERBS_OF_ONE.get(verb["verb"], verb["verb"] + "s")
        found.append((*verb.span("verb"), one))
    return found


def one_before(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """What "each of the preceding items", text[start:end] the relative words, is written as where
    one stands before it: "the preceding item". Where it begins and ends, and how it reads then."""
    words = text[start:end]
    before = _ALL_OF_THEM.search(text, max(0, start - 20), start)
    match = _PLURAL_BEHIND.search(words)
    if match is None and before is None:
        return None
    one = words[: match.end() - 1] if match else words
    if not one.lower().startswith("the "):
        one = f"the {one[0].lower()}{one[1:]}"
    begins = before.start() if before else start
    return (begins, end, one[0].upper() + one[1:] if text[begins].isupper() else one)
