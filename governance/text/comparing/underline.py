"""Two wordings of one line to what a lawyer would underline on either side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from governance.text.comparing.differences import Difference, differences
from governance.text.comparing.gaps import merge_over_short_gaps, merge_scraps
from governance.text.comparing.marked_words import BRACKET, MarkedWords, bracket_pairs
from governance.text.comparing.rewritten import (
    extend_to_sentence_ends,
    merge_rewritten_sentences,
)
from governance.text.comparing.span import Span
from governance.text.language import Language

_STOPS = frozenset(".。;；:：")
_COMMAS = frozenset(",，、")
# How well a passage begins and ends, the best first; other places lose by how closely the words
# at their edges belong together (`Language.binding`, 0 to 3).
_WHOLE_SENTENCE = 7
_PHRASE_BEFORE_COMMA = 6
_PHRASE_WITH_COMMA = 5
_BETWEEN_WORDS = 4
_AT_A_STRAY_COMMA = -1
_STEM = 3
"""How closely a stem and its ending belong together: they are one word."""


def as_one_span(text: str, changed: bool = True) -> tuple[Span, ...]:
    """The text as one span."""
    return (Span(text, changed),) if text else ()


def underline(
    old: str,
    new: str,
    language: Language,
    terms: Collection[str] = (),
    *,
    by_level: bool = False,
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of both sides. Joined, the spans of a side give its text to the letter.

    No span begins or ends inside a word, number, date, citation or term, nor parts a pair of
    brackets; a few unchanged words between two changes are underlined with them; a sentence of
    which hardly anything stays is underlined whole. Spaces count only where nothing else differs.
    `terms` are defined terms of the articles, beside those that the language knows and those
    that the two wordings define themselves. `by_level` where of a citation only the level that
    changed is underlined (前項_第12号_), and not the whole.
    """
    if old == new:
        return as_one_span(old, False), as_one_span(new, False)
    defined = {*language.defined_terms(old), *language.defined_terms(new)}
    terms = {*terms, *(form for term in defined for form in language.term_forms(term))}
    head, tail = _same_sentences(old, new, language)
    tokens = language.tokens_by_level if by_level else language.tokens
    in_tokens = [_as_in_sentence(term, tokens) for term in terms]
    a, b = (MarkedWords(text[head : len(text) - tail], in_tokens, tokens) for text in (old, new))
    changes = _underlined_changes(a, b, language)
    for change in changes:
        a.mark(change.a1, change.a2)
        b.mark(change.b1, change.b2)
    if not changes:
        _mark_beside_spaces(a, b)
    a.close_brackets()
    b.close_brackets()
    first, last = old[:head], old[len(old) - tail :]
    return a.spans(first, last), b.spans(first, last)


def _as_in_sentence(term: str, tokens_of: Callable[[str], list[str]]) -> list[str]:
    """The tokens of a term within a sentence: Members' is one word, no end of a quotation."""
    return tokens_of(f"{term} ")[:-1] if term.endswith(("'", "’")) else tokens_of(term)


def _underlined_changes(a: MarkedWords, b: MarkedWords, language: Language) -> list[Difference]:
    """What differs, as a lawyer would underline it."""
    changes = differences(a.words, b.words, language)
    changes = merge_over_short_gaps(changes, a.words, b.words, language)
    changes = merge_scraps(changes, a.words, b.words, language)
    changes = _slide_to_clause(changes, a.words, b.words, language)
    changes = _include_stems(changes, a.words, b.words, language)
    changes = extend_to_sentence_ends(changes, a.words, b.words, language)
    return merge_rewritten_sentences(changes, a, b, language)


def _same_sentences(old: str, new: str, language: Language) -> tuple[int, int]:
    """How many signs of whole sentences both wordings begin with, and how many they end with.

    What need not be looked at word by word; a sentence within brackets is not parted from them.
    """
    limit = min(len(old), len(new))
    same = _common_head(old, new, limit)
    head = max((match.end() for match in language.SENTENCE_BREAK.finditer(old, 0, same)), default=0)
    if not _is_balanced(old[:head]):
        head = 0
    same = len(old) - _common_head(old[::-1], new[::-1], limit - head)
    shift = len(new) - len(old)
    tail = 0
    for match in language.SENTENCE_BREAK.finditer(old, same):
        if language.SENTENCE_BREAK.match(new, match.start() + shift):
            tail = len(old) - match.end()
            break
    return head, tail if _is_balanced(old[len(old) - tail :]) else 0


def _common_head(old: str, new: str, limit: int) -> int:
    """How many signs two texts share at their beginning, `limit` at most."""
    low = 0
    while low < limit:
        middle = (low + limit + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            limit = middle - 1
    return low


def _is_balanced(text: str) -> bool:
    return len(list(bracket_pairs(signs := BRACKET.findall(text)))) * 2 == len(signs)


def _mark_beside_spaces(a: MarkedWords, b: MarkedWords) -> None:
    """Marks the words beside a space that differs."""
    for i, (old, new) in enumerate(zip(a.gaps(), b.gaps(), strict=True)):
        if old != new:
            for side in (a, b):
                side.mark(max(0, i - 1), min(i + 1, len(side.words)))


# -- what a lawyer underlines


def _slide_to_clause(
    changes: list[Difference], a: Sequence[str], b: Sequence[str], language: Language
) -> list[Difference]:
    """An insertion or deletion that can stand in several places stands where a clause does: in
    "the Board, the Board," either may be the new one, but nobody would underline "Board, the"."""
    result: list[Difference] = []
    for n, change in enumerate(changes):
        if not change.is_one_sided:
            result.append(change)
            continue
        words, start, end = (
            (b, change.b1, change.b2) if change.a1 == change.a2 else (a, change.a1, change.a2)
        )
        before = result[-1] if result else Difference(0, 0, 0, 0)
        after = changes[n + 1] if n + 1 < len(changes) else Difference(len(a), 0, len(b), 0)
        left = min(change.a1 - before.a2, change.b1 - before.b2)
        right = min(after.a1 - change.a2, after.b1 - change.b2)
        steps = [0]
        while -steps[-1] < left and words[start + steps[-1] - 1] == words[end + steps[-1] - 1]:
            steps.append(steps[-1] - 1)
        step = 0
        while step < right and words[start + step] == words[end + step]:
            steps.append(step := step + 1)
        step = max(
            steps, key=lambda step: _boundary_score(words, start + step, end + step, language)
        )
        result.append(
            Difference(change.a1 + step, change.a2 + step, change.b1 + step, change.b2 + step)
        )
    return result


def _boundary_score(words: Sequence[str], start: int, end: int, language: Language) -> int:
    """How well a passage begins and ends: a sentence best, a clause next; a Japanese phrase has
    its comma behind it."""
    before = words[start - 1] if start else "."
    after = words[end] if end < len(words) else "."
    first, last = words[start], words[end - 1]
    if before in _STOPS and last in _STOPS:
        return _WHOLE_SENTENCE
    if before in _COMMAS and last in _COMMAS:
        return _PHRASE_BEFORE_COMMA if last == "、" else _PHRASE_WITH_COMMA
    if first in _COMMAS and (after in _COMMAS | _STOPS or language.is_conjunction(after)):
        return _PHRASE_WITH_COMMA
    if first in _COMMAS | _STOPS or last in _COMMAS | _STOPS:
        return _AT_A_STRAY_COMMA
    bound = language.edge_penalty(before, first) + language.edge_penalty(last, after)
    return _BETWEEN_WORDS - bound


def _include_stems(
    changes: list[Difference], a: Sequence[str], b: Sequence[str], language: Language
) -> list[Difference]:
    """Changes that begin with the ending of a word take its stem along (招集|する), and those that
    end with the mark of an item the mark that stands before them."""
    result: list[Difference] = []
    for n, change in enumerate(changes):
        before = result[-1] if result else Difference(0, 0, 0, 0)
        after = changes[n + 1] if n + 1 < len(changes) else Difference(len(a), 0, len(b), 0)
        result.append(change)
        if change.a1 == before.a2 or change.b1 == before.b2:
            continue  # nothing unchanged stands before it
        stem, following = a[change.a1 - 1], a[change.a2 : after.a1][:1]
        parts = [each for each in (a[change.a1 : change.a2], b[change.b1 : change.b2]) if each]
        ending = any(language.edge_penalty(stem, words[0]) >= _STEM for words in parts)
        if ending or (
            language.is_list_mark(stem) and any(language.is_list_mark(words[-1]) for words in parts)
        ):
            # 選出される, 選出され、承認される: the last ending goes with its stem too.
            end = ending and any(
                language.edge_penalty(parts[-1][-1], word) >= _STEM for word in following
            )
            result[-1] = Difference(change.a1 - 1, change.a2 + end, change.b1 - 1, change.b2 + end)
    return result
