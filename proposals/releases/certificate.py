"""The certificate of fidelity: that a release says all that is changed, and nothing else.

The stored operations are applied to the stored present text once more. Every provision of either
side must stand in the table: printed to the letter, or left out because it reads alike on both
sides but for its number. What was drafted, derived or rendered is not believed; only what is stored
is looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from governance.models.digests import digest_of_bytes
from governance.papers.dates import LanguageCode
from governance.text.amending.builder import AmendmentResult, amend
from governance.text.table.build import comparison_table
from governance.text.table.overrides import UnderlineOverride, with_overrides
from governance.text.table.rows import Cell, ComparisonTable
from governance.text.tree.keys import unit_key
from governance.text.tree.provision import ArticlesOfIncorporation, Provision
from proposals.papers.paper_data import from_data, to_data
from proposals.papers.release import ReleasePaper
from proposals.releases.content import (
    Content,
    stored_decisions,
    stored_operations,
    stored_overrides,
    stored_present,
)


@dataclass(frozen=True)
class LanguageCertificate:
    """What was compared in one language, and what of it does not hold: `problems`, in English."""

    present_sha256: str
    proposed_sha256: str
    provisions: int
    """Articles and chapter headings of either side, each counted once."""
    printed: int
    omitted: int
    """Left out of the table, each compared and found alike on both sides."""
    problems: tuple[str, ...] = field(default=())


def certify(content: Content) -> dict[str, Any]:
    """The certificate of what an approval fixed, by language, as plain data."""
    return {
        language: to_data(certify_language(content, language)) for language in content["papers"]
    }


def problems_of(certificate: dict[str, Any]) -> list[str]:
    """All that does not hold; none for a good certificate."""
    return [problem for one in certificate.values() for problem in one["problems"]]


def certify_language(content: Content, language: LanguageCode) -> LanguageCertificate:
    paper = from_data(ReleasePaper, content["papers"][language])
    present = stored_present(content, language)
    applied = amend(
        present, stored_operations(content, language), stored_decisions(content, language)
    )
    comparison = _Comparison(present, applied.proposed, paper.table)
    return LanguageCertificate(
        present_sha256=_digest(present),
        proposed_sha256=_digest(applied.proposed),
        provisions=len(comparison.keys),
        printed=len(comparison.keys - comparison.omitted),
        omitted=len(comparison.omitted),
        problems=(
            *_other_words(content, present),
            *_other_table(paper, applied, stored_overrides(content, language)),
            *comparison.problems(),
        ),
    )


def _digest(articles: ArticlesOfIncorporation) -> str:
    return digest_of_bytes("".join(part.written() for part in articles.parts).encode())


def _other_words(content: Content, present: ArticlesOfIncorporation) -> Iterator[str]:
    """The present text is that of the wordings of the record, each whole."""
    language, wordings = present.language, content["rows"]["wording"]
    for _part, unit in present.units():
        stored = wordings.get(unit.key, {})
        said = (stored.get(f"caption_{language}", ""), stored.get(f"body_{language}", ""))
        if tuple(map(_without_spaces, said)) != (
            _without_spaces(unit.caption),
            _without_spaces(unit.body),
        ):
            yield f"{present.address_of(unit.key)} is not what the record says."
    if missing := wordings.keys() - {unit.key for _part, unit in present.units()}:
        yield f"The present text lacks {', '.join(sorted(missing))}."


def _other_table(
    paper: ReleasePaper, applied: AmendmentResult, by_hand: Iterable[UnderlineOverride]
) -> Iterator[str]:
    style = paper.table.style
    computed = comparison_table(applied.present, applied.proposed, style, applied.moved)
    again, _lost = with_overrides(computed, by_hand)
    if to_data(again) != to_data(paper.table):
        yield "The operations, applied again, give another table than the one released."


@dataclass(frozen=True)
class _Comparison:
    """The two texts, and the table that says how they differ."""

    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation
    table: ComparisonTable

    @property
    def keys(self) -> set[str]:
        return {unit.key for side in (self.present, self.proposed) for _part, unit in side.units()}

    @property
    def omitted(self) -> set[str]:
        """The provisions that the table prints nothing of but the number, if that."""
        return {
            unit_key(key)
            for row in self.table.rows
            if row.is_run or not row.shown
            for key in (*row.present.keys, *row.proposed.keys)
        } - self._printed_keys

    @property
    def _printed_keys(self) -> set[str]:
        return {
            unit_key(key)
            for row in self.table.rows
            if row.shown and not row.is_run
            for key in (*row.present.keys, *row.proposed.keys)
        }

    def problems(self) -> Iterator[str]:
        yield from self._not_in_the_table()
        omitted = self.omitted
        for key in sorted(omitted):
            before, after = self.present.by_key(key), self.proposed.by_key(key)
            if before is None or after is None or not _has_same_text(before, after):
                yield f"{self._name(key)} is left out of the table and does not read alike."
        printed = self.keys - omitted
        yield from self._not_printed(printed, self.present, "present")
        yield from self._not_printed(printed, self.proposed, "proposed")

    def _not_in_the_table(self) -> Iterator[str]:
        """A provision stands once in its column, or in several rows that are one article's."""
        for side, articles in (("present", self.present), ("proposed", self.proposed)):
            rows = Counter(
                key
                for row in self.table.rows
                for key in {unit_key(each) for each in getattr(row, side).keys}
            )
            for _part, unit in articles.units():
                if not rows[unit.key]:
                    yield f"{self._name(unit.key)} is in no row of the {side} column."
            known = {unit.key for _part, unit in articles.units()}
            for key in sorted(set(rows) - known):
                yield f"The {side} column has {key}, which is no provision of that text."

    def _not_printed(
        self, printed: set[str], articles: ArticlesOfIncorporation, side: str
    ) -> Iterator[str]:
        """Each line of what is printed stands in its cell, or is left out and alike on both
        sides.
        """
        cells: dict[str, str] = defaultdict(str)
        for row in self.table.rows:
            cell: Cell = getattr(row, side)
            for key in {unit_key(each) for each in cell.keys}:
                cells[key] += _text_without_spaces(cell)
        others = self.proposed if side == "present" else self.present
        for _part, unit in articles.units():
            if unit.key not in printed:
                continue
            other = others.by_key(unit.key)
            same = set() if other is None else set(_lines(other))
            for line in _lines(unit):
                if line not in cells[unit.key] and line not in same:
                    yield f"{self._name(unit.key)}: the {side} column lacks “{line}”."

    def _name(self, key: str) -> str:
        for articles in (self.present, self.proposed):
            if address := articles.address_of(key):
                return address
        return key


def _has_same_text(before: Provision, after: Provision) -> bool:
    return (before.kind, before.caption, before.body) == (after.kind, after.caption, after.body)


def _lines(unit: Provision) -> list[str]:
    """Its lines of wording and its caption, without space."""
    lines = [unit.caption, *unit.body.splitlines()]
    return [joined for line in lines if (joined := _without_spaces(line))]


def _text_without_spaces(cell: Cell) -> str:
    return "".join(_without_spaces(line.text) for line in cell.lines)


def _without_spaces(text: str) -> str:
    """The text without space."""
    return "".join(text.split())
