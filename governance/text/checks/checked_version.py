"""What a check looks at: one version of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from governance.text.checks.severity import SEVERITIES
from governance.text.citations.cite import Edit
from governance.text.citations.decisions import Decision
from governance.text.citations.resolve import Citation, citations
from governance.text.dates_and_terms import Day
from governance.text.finding import Finding, Fix, PlaceName
from governance.text.message import Message
from governance.text.naming import name, name_below
from governance.text.reading.write import usual_digits
from governance.text.tree.number import Digits
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Provision


@dataclass(frozen=True, slots=True)
class WordingLine:
    """A line of wording: line `index` (from 0) of the own wording of `provision`."""

    provision: Provision
    index: int
    text: str


@dataclass(frozen=True)
class CheckedVersion:
    """One version of the articles, on one side of a comparison.

    `on` is the day they are looked at, where one is given; `before` the version they come after,
    by which new supplementary provisions are told from old; `decisions` whose citations are where
    a person decided it. What several checks ask for is looked up once.
    """

    articles: ArticlesOfIncorporation
    side: str
    on: Day | None = None
    before: ArticlesOfIncorporation | None = None
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def places(self) -> Places:
        return Places(self.articles)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citations(self.articles, self.places, self.decisions))

    @cached_property
    def lines(self) -> tuple[WordingLine, ...]:
        """Every line of wording in document order; what stands before the first article is a
        title or a preamble and is left out."""
        return tuple(
            WordingLine(provision, index, text)
            for provision in self.articles.walk()
            if provision is not self.articles.main
            for index, text in enumerate(provision.lines)
        )

    @cached_property
    def digits(self) -> Digits:
        return usual_digits(self.articles)

    @cached_property
    def _old(self) -> frozenset[str]:
        old_parts = [part for part in self.articles.supplementary if self._stood_before(part)]
        old_units = (
            each.key
            for part in old_parts
            for unit in part.children
            if self._stood_before(unit)
            for each in unit.walk()
        )
        return frozenset((*old_units, *(part.key for part in old_parts)))

    def _stood_before(self, provision: Provision) -> bool:
        return self.before is None or self.before.by_key(provision.key) is not None

    def is_old(self, provision: Provision) -> bool:
        """Whether it stands in a supplementary provision of an earlier day, which speaks of the
        articles as they were then. Where no version before is known, all of them are."""
        return provision.key in self._old

    def found(
        self,
        code: str,
        at: Provision,
        statement: Message,
        about: tuple[str, ...] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """A finding at a provision, of the severity of its code."""
        address = self.articles.address_of(at.key) or ""
        severity = SEVERITIES[code]
        return self.placed(
            Finding(code, severity, self.side, address, statement, at.key, fix, about)
        )

    def placed(self, finding: Finding) -> Finding:
        """A finding with the name of its place."""
        at = self.articles.by_key(finding.key)
        assert at is not None  # a finding is about a provision
        place = PlaceName(name(at, self.places), name_below(at, self.places))
        return replace(finding, place=place)

    def fix(self, line: WordingLine, edits: Sequence[Edit]) -> Fix:
        """The line with edits that do not overlap."""
        text = line.text
        for edit in sorted(set(edits), key=lambda each: each.start, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return Fix(self.articles.address_of(line.provision.key) or "", line.text, text)
