"""Changes that are underlined as one, with the few words that stand unchanged between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from governance.text.comparing.differences import Difference
from governance.text.comparing.marked_words import BRACKET, bracket_pairs
from governance.text.language import Language

_COMMAS = frozenset(",，、")
_HEAVIEST_GAP = 5
"""What stays between two changes and weighs more parts them, however much changed."""
_LIGHT_GAP = 3
"""Beside an insertion or deletion a gap of few words may weigh this much, less their number."""


def merge_over_short_gaps(
    changes: list[Difference], a: Sequence[str], b: Sequence[str], language: Language
) -> list[Difference]:
    """Joins two changes parted only by a few unchanged words within a sentence."""
    result: list[Difference] = []
    for change in changes:
        if result and _are_joined(result[-1], change, a, b, language):
            result[-1] = _joined(result[-1], change)
        else:
            result.append(change)
    return result


def merge_scraps(
    changes: list[Difference], a: Sequence[str], b: Sequence[str], language: Language
) -> list[Difference]:
    """Takes insertions, or deletions, parted by particles alone for one change where it can be
    joined to a change of both sides: nobody underlines _に終了する事業年度_の_うち_最終の_もの_."""
    runs = list(_runs_of_scraps(changes, a, language))
    if len(runs) == len(changes):
        return changes
    result: list[Difference] = []
    for place, scraps in enumerate(runs):
        whole = _joined(scraps[0], scraps[-1])
        pairs = [(run[-1], whole) for run in runs[:place][-1:]]
        pairs += [(whole, run[0]) for run in runs[place + 1 :][:1]]
        is_one_change = any(
            _are_joined(before, after, a, b, language)
            for before, after in pairs
            if not before.is_one_sided and not after.is_one_sided
        )
        result += [whole] if is_one_change else scraps
    return merge_over_short_gaps(result, a, b, language)


def _runs_of_scraps(
    changes: Sequence[Difference], a: Sequence[str], language: Language
) -> Iterator[list[Difference]]:
    """The changes, those of one side that only particles part together."""
    run: list[Difference] = []
    for change in changes:
        if run and not _is_scrap(run[-1], change, a[run[-1].a2 : change.a1], language):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _is_scrap(
    before: Difference, after: Difference, words: Sequence[str], language: Language
) -> bool:
    """Whether two changes are of one and the same side, with a particle or two between them."""
    of_old = before.b1 == before.b2 and after.b1 == after.b2
    of_new = before.a1 == before.a2 and after.a1 == after.a2
    return (of_old or of_new) and all(
        word[0].isalpha() and language.word_weight(word) == 1 for word in words
    )


def _joined(before: Difference, after: Difference) -> Difference:
    return Difference(before.a1, after.a2, before.b1, after.b2)


def _are_joined(
    before: Difference, after: Difference, a: Sequence[str], b: Sequence[str], language: Language
) -> bool:
    """Whether two changes are underlined as one, with what stands between them."""
    between = a[before.a2 : after.a1]
    return (
        not _ends_with_sentence(before, a, b, language)
        and not _has_comma_between(before, after, a, b)
        and not _is_clause_added(before, after, a, b)
        and not _parts_brackets(between)
        and _is_short_gap(between, before, after, language)
    )


def _ends_with_sentence(
    change: Difference, a: Sequence[str], b: Sequence[str], language: Language
) -> bool:
    """Whether a change ends with a sentence on each side that has words of it."""
    last = (*a[change.a1 : change.a2][-1:], *b[change.b1 : change.b2][-1:])
    return language.SENTENCE_ENDS.issuperset(last)


def _has_comma_between(
    before: Difference, after: Difference, a: Sequence[str], b: Sequence[str]
) -> bool:
    """Whether something went and something else came, with a comma at or between them: neither
    side has two changes then."""
    if not before.is_one_sided or not after.is_one_sided:
        return False
    between = (
        *(*a[before.a1 : before.a2], *b[before.b1 : before.b2])[-1:],
        *a[before.a2 : after.a1],
        *(*a[after.a1 : after.a2], *b[after.b1 : after.b2])[:1],
    )
    return not _COMMAS.isdisjoint(between)


def _is_clause_added(
    before: Difference, after: Difference, a: Sequence[str], b: Sequence[str]
) -> bool:
    """Whether one of the changes is a clause that came or went whole, with the comma that parts it
    from what stands between: "twelve Directors" and ", of whom one shall be …"."""
    last_before = (*a[before.a1 : before.a2], *b[before.b1 : before.b2])[-1]
    first_after = (*a[after.a1 : after.a2], *b[after.b1 : after.b2])[0]
    return (before.is_one_sided and last_before in _COMMAS) or (
        after.is_one_sided and first_after in _COMMAS
    )


def _parts_brackets(words: Sequence[str]) -> bool:
    """Whether brackets open or close among the words whose partners stand elsewhere."""
    brackets = [word for word in words if BRACKET.fullmatch(word)]
    return 2 * len(list(bracket_pairs(brackets))) < len(brackets)


def _is_short_gap(
    words: Sequence[str], before: Difference, after: Difference, language: Language
) -> bool:
    """Whether the changes outweigh what stands between them.

    Two insertions, or two deletions, never do; one does where enough changed on the other side
    too. Two words that took the place of two others leave one of weight between them.
    """
    if (before.a1, after.a1) == (before.a2, after.a2):
        return False
    if (before.b1, after.b1) == (before.b2, after.b2):
        return False
    if any(word in language.SENTENCE_ENDS or language.is_list_mark(word) for word in words):
        return False
    weight = sum(map(language.word_weight, words))
    if before.is_one_sided or after.is_one_sided:
        least = min(
            before.a2 - before.a1 + after.a2 - after.a1, before.b2 - before.b1 + after.b2 - after.b1
        )
        return weight <= min(_HEAVIEST_GAP, max(least, _LIGHT_GAP - len(words)))
    if before.size == after.size == 2 and weight > len(words):
        return False
    # A single word may weigh a little more.
    return weight <= _HEAVIEST_GAP and 2 * weight <= before.size + after.size + (len(words) == 1)
