"""Two versions of the articles compared: what pairs, is new, gone or amended, and the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from governance.text.checks import check_both
from governance.text.citations.decisions import Decision
from governance.text.comparing.match import match
from governance.text.dates_and_terms import Day
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.table.build import comparison_table
from governance.text.table.house_style import HouseStyle
from governance.text.table.merged_order import same_wording
from governance.text.table.overrides import UnderlineOverride, with_overrides
from governance.text.table.rows import ComparisonTable
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

_UNITS = frozenset({Kind.CHAPTER, Kind.ARTICLE})


@dataclass(frozen=True, slots=True)
class ComparedAddresses:
    """Addresses of what pairs, was inserted, deleted or amended, each in document order."""

    pairs: tuple[tuple[str, str], ...]
    inserted: tuple[str, ...]
    deleted: tuple[str, ...]
    amended: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Comparison:
    """Both versions with shared identities, the table, and what the checks find."""

    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation
    table: ComparisonTable
    findings: tuple[Finding, ...]

    @property
    def units(self) -> ComparedAddresses:
        """Chapters and articles."""
        return compared_addresses(self.present, self.proposed, units=True)

    @property
    def provisions(self) -> ComparedAddresses:
        """What is below articles: sections, paragraphs, items."""
        return compared_addresses(self.present, self.proposed, units=False)


def compare(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    style: HouseStyle,
    on: Day | None = None,
    decisions: Sequence[Decision] = (),
) -> Comparison:
    """Compares two texts as they were read, without any identity known beforehand.

    `on` is the day they are looked at (year, month, day): without it no date has passed.
    `decisions` say whose citations are where the program is unsure, by the identities of the
    present articles.
    """
    matched = match(present, proposed)
    table = comparison_table(present, matched, style)
    return Comparison(present, matched, table, check_both(present, matched, on, decisions))


def with_underlines_by_hand(
    comparison: Comparison, overrides: Iterable[UnderlineOverride]
) -> Comparison:
    """The comparison with these underlines in its table, and a finding for each that is lost."""
    table, lost = with_overrides(comparison.table, overrides)
    sides = {"present": comparison.present, "proposed": comparison.proposed}
    findings = (
        # In a row that omits the wording there is no cell to tell the address.
        replace(each, at=each.at or sides[each.side].address_of(each.key) or "")
        for each in lost
    )
    return replace(comparison, table=table, findings=(*comparison.findings, *findings))


def compared_addresses(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, *, units: bool
) -> ComparedAddresses:
    """The addresses of chapters and articles (`units`), or of everything below them.

    A changed number alone is no amendment; a followed reference is one.
    """
    language = language_for(present.language)
    pairs, amended, deleted = [], [], []
    for address, old in _listed(present, units):
        new = proposed.by_key(old.key)
        if new is None:
            deleted.append(address)
            continue
        pair = (address, proposed.address_of(new.key) or "")
        pairs.append(pair)
        if not same_wording(old, new, language):
            amended.append(pair)
    inserted = [
        address for address, new in _listed(proposed, units) if present.by_key(new.key) is None
    ]
    return ComparedAddresses(tuple(pairs), tuple(inserted), tuple(deleted), tuple(amended))


def _listed(articles: ArticlesOfIncorporation, units: bool) -> Iterator[tuple[str, Provision]]:
    entries: Iterable[tuple[str, Provision]] = articles.addresses()
    for address, provision in entries:
        if provision.kind is not Kind.PART and (provision.kind in _UNITS) is units:
            yield address, provision
