"""Which article cites which: what a reader follows from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from governance.text.citations.ranges import covered
from governance.text.citations.resolve import Citation, citations
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Provision


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A citation of one article or heading in another.

    `at` is the identity of the provision that has the citation, `line` the line of its own wording
    (from 0), `start` and `end` the stretch of it that names the target; `source` and `target` are
    the identities of the article cited from and of the article or heading cited. `within` are
    those that the stretch covers besides: between the ends of a range, told at its second end, or
    the rest of "the preceding two Articles".
    """

    at: str
    line: int
    start: int
    end: int
    source: str
    target: str
    within: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """All that are cited."""
        return (self.target, *self.within)


def cross_references(articles: ArticlesOfIncorporation) -> tuple[CrossReference, ...]:
    """The citations that lead from one article to another, in document order.

    Left out are those of other law, those that name nothing, those that stay in their own article,
    and what supplementary provisions cite outside themselves: they speak in the numbers of their
    own time.
    """
    places = Places(articles)
    return tuple(
        found
        for citation in citations(articles, places)
        if citation.is_ours
        for found in _of(citation, places)
    )


def _of(citation: Citation, places: Places) -> Iterator[CrossReference]:
    part, source = places.path(citation.at.key)[:2]
    before: Provision | None = None
    for each in citation.resolved:
        units = [path[1] for target in each.targets if len(path := places.path(target.key)) > 1]
        units = [unit for unit in units if part is places.articles.main or unit in part.children]
        if not units:
            before = None
            continue
        first, *others = units
        if each.pointer.is_range_end:
            others = [*covered(before, first, places)][1:-1] if before else []
        before = units[-1]
        if first is not source:
            yield CrossReference(
                citation.at.key,
                citation.line,
                each.pointer.start,
                each.pointer.end,
                source.key,
                first.key,
                tuple(unit.key for unit in others if unit is not source),
            )
