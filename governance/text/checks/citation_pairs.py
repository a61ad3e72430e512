"""Which citation of a version stands in the place of which in the version before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.references import shown
from governance.text.citations.resolve import Citation
from governance.text.comparing.align import WordEncoder, align, similarity
from governance.text.language import Language, Pointer
from governance.text.languages import language_for

CitationPair = tuple[Citation, Citation]

# Two lines of provisions that do not continue each other are held to be the same wording, put
# elsewhere, when they are at least so alike.
_ELSEWHERE = 0.8
# Beyond this many comparisons only equal lines are held to be the same.
_MOST = 40_000
# How many characters on either side tell two equal citations of one wording apart.
_AROUND = 24


def citation_pairs(present: CheckedVersion, proposed: CheckedVersion) -> Iterator[CitationPair]:
    """Citations of the present wording with those that stand in their place in the proposed, other
    law and older supplementary provisions left out."""
    olds, news = _by_provision(present.citations), _by_provision(proposed.citations)
    fresh: list[Citation] = []
    for key, found in news.items():
        if proposed.is_old(found[0].at):
            continue
        before = olds.pop(key, None)
        if before is None:
            fresh.extend(found)
        elif before[0].at.lines == found[0].at.lines and len(before) == len(found):
            yield from zip(before, found, strict=True)
        else:
            yield from _aligned(before, found)
    left = [
        citation
        for found in olds.values()
        for citation in found
        if not present.is_old(citation.at) and proposed.articles.by_key(citation.at.key) is None
    ]
    yield from _elsewhere(left, fresh, language_for(present.articles.language))


def _by_provision(found: Sequence[Citation]) -> dict[str, list[Citation]]:
    by_key: dict[str, list[Citation]] = defaultdict(list)
    for citation in found:
        if citation.is_ours:
            by_key[citation.at.key].append(citation)
    return by_key


def _aligned(olds: Sequence[Citation], news: Sequence[Citation]) -> Iterator[CitationPair]:
    """Citations of an amended wording in order: those that mean the same or read the same, at
    least in part, rather where the same words stand around them."""

    def score(i: int, j: int) -> float:
        old, new = olds[i], news[j]
        if _meant(old) == _meant(new) != [] or shown(old) == shown(new):
            return 1.0 + _alike_around(old, new)
        shares = {*_meant(old), *_pointers(old)} & {*_meant(new), *_pointers(new)}
        return 0.5 + _alike_around(old, new) if shares else 0.0

    if len(olds) * len(news) > _MOST:
        yield from _unmoved(olds, news)
        return
    for i, j in align(len(olds), len(news), score, 0.5):
        yield olds[i], news[j]


def _unmoved(olds: Sequence[Citation], news: Sequence[Citation]) -> Iterator[CitationPair]:
    """Of very many citations in one wording those that read the same from either end on."""
    pairs = [*zip(olds, news, strict=False)]
    first = next((count for count, (a, b) in enumerate(pairs) if shown(a) != shown(b)), len(pairs))
    yield from pairs[:first]
    ends = [*zip(reversed(olds[first:]), reversed(news[first:]), strict=False)]
    last = next((count for count, (a, b) in enumerate(ends) if shown(a) != shown(b)), len(ends))
    yield from reversed(ends[:last])


def _pointers(citation: Citation) -> list[object]:
    return [reads(each.pointer) for each in citation.resolved]


def reads(pointer: Pointer) -> tuple[object, ...]:
    """What a pointer says, wherever it stands."""
    steps = tuple((step.kind, step.number) for step in pointer.steps)
    return (steps, pointer.relative, pointer.kind, pointer.count, pointer.part, pointer.is_farthest)


def _alike_around(old: Citation, new: Citation) -> float:
    """How much of the words before and behind two citations agrees, 0 to 1."""
    one, other = old.at.lines[old.line], new.at.lines[new.line]
    behind = zip(one[old.reference.end :], other[new.reference.end :], strict=False)
    before = zip(
        reversed(one[: old.reference.start]), reversed(other[: new.reference.start]), strict=False
    )
    return sum(_agreeing(characters) for characters in (before, behind)) / (2 * _AROUND)


def _agreeing(characters: Iterator[tuple[str, str]]) -> int:
    for count, (one, other) in enumerate(characters):
        if one != other or count == _AROUND:
            return count
    return _AROUND  # to the end of either line


def _elsewhere(
    olds: Sequence[Citation], news: Sequence[Citation], language: Language
) -> Iterator[CitationPair]:
    """Citations of wording that was put into another provision (two articles merged into one)."""
    encoder = WordEncoder(language)
    here, there = _with_line(olds, encoder), _with_line(news, encoder)
    least = _ELSEWHERE if len(here) * len(there) <= _MOST else 1.0
    taken: set[int] = set()
    for text, found in here:
        likeness, place = max(
            (
                (similarity(text, other, least) if least < 1.0 else float(text == other), -j)
                for j, (other, _) in enumerate(there)
                if j not in taken
            ),
            default=(0.0, 0),
        )
        if likeness:
            taken.add(-place)
            yield from _aligned(found, there[-place][1])


def _with_line(found: Sequence[Citation], encoder: WordEncoder) -> list[tuple[str, list[Citation]]]:
    by_line: dict[tuple[str, int], list[Citation]] = defaultdict(list)
    for citation in found:
        by_line[citation.at.key, citation.line].append(citation)
    return [(encoder.encode(each[0].at.lines[each[0].line]), each) for each in by_line.values()]


def _meant(citation: Citation) -> list[str]:
    return [target.key for each in citation.resolved for target in each.targets]
