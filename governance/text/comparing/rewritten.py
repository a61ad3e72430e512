"""Sentences that were rewritten: several differences that are taken for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from governance.text.comparing.differences import Difference
from governance.text.comparing.marked_words import CLOSING, MarkedWords
from governance.text.language import Language

_KEPT_OF_REST = 2
"""The rest of a sentence goes with a change if it weighs more than so many times what stays."""
_KEPT_BETWEEN = 6
"""The same of a rest that only one side has, and of the scattered words within it that stay."""
_KEPT_OF_SENTENCE = 4
"""A sentence is underlined whole if the words of weight that stay are a quarter of it or less."""


def extend_to_sentence_ends(
    changes: list[Difference], a: Sequence[str], b: Sequence[str], language: Language
) -> list[Difference]:
    """A change in which a sentence ends on one side only takes along what it leaves of the next
    where that is little: those words are not the ones of the sentence before."""
    result: list[Difference] = []
    waiting = changes[::-1]
    while waiting:
        change = waiting.pop()
        ends = [
            (_length_to_last_end(words, language), len(words)) for words in _sides(change, a, b)
        ]
        breaks = [end if end < length else 0 for end, length in ends]
        if breaks.count(0) == 1:
            side = breaks.index(0) ^ 1
            start = (change.a1, change.b1)[side] + breaks[side]
            begun = _BegunSentence(side, (a, b)[side], start)
            rest = _rest_of_sentence(change, waiting, a, b, language)
            if extended := _extended(change, rest, begun, language):
                del waiting[len(waiting) - len(rest.inside) :]
                change = extended
        result.append(change)
    return result


class _BegunSentence(NamedTuple):
    """The sentence that begins within a change on one side (0 old, 1 new), at words[start]."""

    side: int
    words: Sequence[str]
    start: int

    def weight_to(self, ends: tuple[int, int], language: Language) -> int:
        """What its words weigh up to one of two ends, that of its own side."""
        return _weight(self.words[self.start : ends[self.side]], language)


class _Rest(NamedTuple):
    """What stands between a change and the end of the sentence: its other changes, the words that
    stay before the last of these and in all, and where it ends on both sides."""

    inside: list[Difference]
    between: list[str]
    kept: list[str]
    a2: int
    b2: int


def _rest_of_sentence(
    change: Difference,
    following: list[Difference],
    a: Sequence[str],
    b: Sequence[str],
    language: Language,
) -> _Rest:
    """The rest of the sentence behind a change, at most to the next that ends one too.
    `following` are the later changes, the next last."""
    later = [*reversed(following), Difference(len(a), len(a), len(b), len(b))]
    stop = next(
        n
        for n, (before, after) in enumerate(pairwise([change, *later]))
        if n == len(following)
        or any(
            _length_to_last_end(words, language)
            for words in (*_sides(after, a, b), a[before.a2 : after.a1])
        )
    )
    inside = later[:stop]
    last = [change, *inside][-1]
    between = [w for one, other in pairwise([change, *inside]) for w in a[one.a2 : other.a1]]
    stays = list(
        takewhile(lambda word: word not in language.SENTENCE_ENDS, a[last.a2 : later[stop].a1])
    )
    ends = last.a2 + len(stays), last.b2 + len(stays)
    return _Rest(inside, between, [*between, *stays], *ends)


def _extended(
    change: Difference, rest: _Rest, begun: _BegunSentence, language: Language
) -> Difference | None:
    """The change with the rest of the sentence that begins in it, where less than half of that
    stays. Where one side has all words of the other, only with the scattered words between what
    it has besides, if they are few."""
    changes = [change, *rest.inside]
    if all(each.a1 == each.a2 for each in changes) or all(each.b1 == each.b2 for each in changes):
        ends, kept, times = (changes[-1].a2, changes[-1].b2), rest.between, _KEPT_BETWEEN
    else:
        ends, kept, times = (rest.a2, rest.b2), rest.kept, _KEPT_OF_REST
    if times * _weight(kept, language) < begun.weight_to(ends, language):
        return Difference(change.a1, ends[0], change.b1, ends[1])
    return None


def _sides(
    change: Difference, a: Sequence[str], b: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    return a[change.a1 : change.a2], b[change.b1 : change.b2]


def _length_to_last_end(words: Sequence[str], language: Language) -> int:
    """How many words there are up to the last that ends a sentence; 0 where none does. The 。 of
    （…を除く。） ends none."""
    for end in range(len(words), 0, -1):
        if words[end - 1] in language.SENTENCE_ENDS and not CLOSING.keys() & words[end : end + 1]:
            return end
    return 0


def _weight(words: Sequence[str], language: Language) -> int:
    return sum(map(language.word_weight, words))


def merge_rewritten_sentences(
    changes: list[Difference], a: MarkedWords, b: MarkedWords, language: Language
) -> list[Difference]:
    """A sentence of which no more than a quarter stays is one change, but for the signs that it
    begins and ends with on both sides."""
    result: list[Difference] = []
    place = 0
    for a1, a2, b1, b2 in _sentences(changes, a, b, language):
        inside: list[Difference] = []
        while place < len(changes) and changes[place].a2 <= a2 and changes[place].b2 <= b2:
            inside.append(changes[place])
            place += 1
        result += _whole_if_rewritten(inside, a, b, (a1, a2, b1, b2), language)
    return result


def _sentences(
    changes: Sequence[Difference], a: MarkedWords, b: MarkedWords, language: Language
) -> Iterator[tuple[int, int, int, int]]:
    """The sentences and items that end on both sides at the same unchanged place."""
    within = [False] * (len(a.words) + 1)
    for start, end in a.brackets:
        within[start:end] = [True] * (end - start)
    edges = [*changes, Difference(len(a.words), len(a.words), len(b.words), len(b.words))]
    a1 = b1 = i = j = 0
    for change in edges:
        while i < change.a1:
            word = a.words[i]
            is_mark = language.is_list_mark(word)
            if is_mark and (i, j) != (a1, b1):
                yield a1, i, b1, j
                a1, b1 = i, j
            i, j = i + 1, j + 1
            if word in language.SENTENCE_ENDS and not within[i - 1]:
                yield a1, i, b1, j
                a1, b1 = i, j
        i, j = change.a2, change.b2
    yield a1, i, b1, j


def _whole_if_rewritten(
    inside: list[Difference],
    a: MarkedWords,
    b: MarkedWords,
    sentence: tuple[int, int, int, int],
    language: Language,
) -> list[Difference]:
    if not inside:
        return inside
    a1, a2, b1, b2 = sentence
    old, new = (
        sum(_is_content(word, language) for word in words)
        for words in (a.words[a1:a2], b.words[b1:b2])
    )
    changed = sum(
        _is_content(word, language) for change in inside for word in a.words[change.a1 : change.a2]
    )
    kept = old - changed
    if not old or not new or _KEPT_OF_SENTENCE * kept > min(old, new):
        return inside
    if not kept:
        a1, a2, b1, b2 = inside[0].a1, inside[-1].a2, inside[0].b1, inside[-1].b2
    while a1 < inside[0].a1 and not a.words[a1][0].isalnum():
        a1, b1 = a1 + 1, b1 + 1
    while a2 > inside[-1].a2 and not a.words[a2 - 1][0].isalnum():
        a2, b2 = a2 - 1, b2 - 1
    return [Difference(a1, a2, b1, b2)]


def _is_content(word: str, language: Language) -> bool:
    """Whether a word has a meaning of its own, unlike "the", 。, は."""
    return language.word_weight(word) > 1
