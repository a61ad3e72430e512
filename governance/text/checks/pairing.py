"""The change from one version to the next, and which citation stands in the place of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from governance.text.checks.references import shown
from governance.text.checks.subject import Subject
from governance.text.citations.resolve import Citation
from governance.text.comparing.align import WordEncoder, align, similarity
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.language import Pointer
from governance.text.languages import language_for
from governance.text.tree.provision import Provision

Pair = tuple[Citation, Citation]

# Two lines of provisions that do not continue each other are held to be the same wording, put
# elsewhere, when they are at least so alike.
_ELSEWHERE = 0.8
# Beyond this many comparisons only equal lines are held to be the same.
_MOST = 40_000
# A provision that is gone lives on in one that is new and says most of the same.
_LIVES_ON = 0.6
# How many signs on either side tell two equal citations of one wording apart.
_AROUND = 24


@dataclass(frozen=True)
class Change:
    """A version of the articles as the change of the one before, identities shared."""

    present: Subject
    proposed: Subject

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Citations of the present wording with those that stand in their place in the proposed,
        other law and older supplementary provisions left out."""
        return tuple(_pairs(self))

    def now(self, provision: Provision) -> Provision | None:
        """What a present provision is in the proposed articles; where its wording was put into
        another, that place. None when it is gone or a deleted placeholder."""
        if provision.key not in self._now:
            self._now[provision.key] = self._looked_up(provision)
        return self._now[provision.key]

    @cached_property
    def _now(self) -> dict[str, Provision | None]:
        """What was asked for already: the same article is cited again and again."""
        return {}

    def _looked_up(self, provision: Provision) -> Provision | None:
        articles = self.proposed.articles
        now = articles.by_key(provision.key)
        if now is not None:
            return (
                None
                if is_deleted_placeholder(now) and not is_deleted_placeholder(provision)
                else now
            )
        kept = [each for child in provision.children if (each := articles.by_key(child.key))]
        if len(kept) == 1:
            return kept[0]
        holders = {holder.key: holder for each in kept if (holder := articles.parent_of(each.key))}
        return next(iter(holders.values())) if len(holders) == 1 else self._lives_on(provision)

    def _lives_on(self, provision: Provision) -> Provision | None:
        """The new provision that says most of what one that is gone said."""
        text = self._encoder.encode(_wording(provision))
        likeness, place = max(
            (
                (similarity(text, other, _LIVES_ON), -place)
                for place, (_, other) in enumerate(self._fresh)
            ),
            default=(0.0, 0),
        )
        return self._fresh[-place][0] if likeness else None

    @cached_property
    def _encoder(self) -> WordEncoder:
        return WordEncoder(language_for(self.present.articles.language))

    @cached_property
    def _fresh(self) -> list[tuple[Provision, str]]:
        """The provisions that continue none, narrow ones too, with their wording encoded."""
        return [
            (each, self._encoder.encode(_wording(each)))
            for each in self.proposed.articles.walk()
            if self.present.articles.by_key(each.key) is None and _wording(each)
        ]


def _pairs(change: Change) -> Iterator[Pair]:
    olds, news = _by_provision(change.present.citations), _by_provision(change.proposed.citations)
    fresh: list[Citation] = []
    for key, found in news.items():
        if change.proposed.is_old(found[0].at):
            continue
        before = olds.pop(key, None)
        if before is None:
            fresh.extend(found)
        elif before[0].at.lines == found[0].at.lines:
            yield from zip(before, found, strict=True)
        else:
            yield from _aligned(before, found)
    left = [
        citation
        for found in olds.values()
        for citation in found
        if not change.present.is_old(citation.at)
        and change.proposed.articles.by_key(citation.at.key) is None
    ]
    yield from _elsewhere(left, fresh, change)


def _by_provision(found: Sequence[Citation]) -> dict[str, list[Citation]]:
    by_key: dict[str, list[Citation]] = defaultdict(list)
    for citation in found:
        if citation.is_ours:
            by_key[citation.at.key].append(citation)
    return by_key


def _aligned(olds: Sequence[Citation], news: Sequence[Citation]) -> Iterator[Pair]:
    """Citations of an amended wording in order: those that mean the same or read the same, at
    least in part, rather where the same words stand around them."""

    def worth(i: int, j: int) -> float:
        old, new = olds[i], news[j]
        if _meant(old) == _meant(new) != [] or shown(old) == shown(new):
            return 1.0 + _alike_around(old, new)
        shares = {*_meant(old), *_pointers(old)} & {*_meant(new), *_pointers(new)}
        return 0.5 + _alike_around(old, new) if shares else 0.0

    if len(olds) * len(news) > _MOST:
        yield from _unmoved(olds, news)
        return
    for i, j in align(len(olds), len(news), worth, 0.5):
        yield olds[i], news[j]


def _unmoved(olds: Sequence[Citation], news: Sequence[Citation]) -> Iterator[Pair]:
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
    return sum(_agreeing(signs) for signs in (before, behind)) / (2 * _AROUND)


def _agreeing(signs: Iterator[tuple[str, str]]) -> int:
    for count, (one, other) in enumerate(signs):
        if one != other or count == _AROUND:
            return count
    return _AROUND  # to the end of either line


def _elsewhere(
    olds: Sequence[Citation], news: Sequence[Citation], change: Change
) -> Iterator[Pair]:
    """Citations of wording that was put into another provision (two articles merged into one)."""
    encoder = WordEncoder(language_for(change.present.articles.language))
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


def _wording(provision: Provision) -> str:
    return "\n".join(line for each in provision.walk() for line in each.lines)
