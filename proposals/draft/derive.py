"""From what is stored to what is shown: the proposed articles, the table, the findings.

Nothing of a draft is stored. `load_rows` reads the rows in four queries; `draft` derives the rest,
for one language at a time, without a further query.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from governance.papers.dates import LanguageCode
from governance.text.amending.builder import AmendmentResult
from governance.text.checks import findings_of, findings_of_present
from governance.text.citations.consequence import Consequence
from governance.text.finding import ERROR, Finding, PlaceName
from governance.text.message import Message
from governance.text.table.build import comparison_table, terms_of
from governance.text.table.rows import ComparisonTable
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.calendar.days import Schedule
from proposals.calendar.periods import check_days
from proposals.draft import live_numbers
from proposals.draft.board_authority import check_board_authority
from proposals.draft.changed_under import check_changed_under
from proposals.draft.checks import (
    check_change,
    check_condition,
    check_present,
    check_reason,
    check_title,
)
from proposals.draft.operations import key_of
from proposals.draft.parity import check_parity
from proposals.draft.place_names import place_name
from proposals.draft.reason_numbers import moved_numbers
from proposals.draft.recent import Recent
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.underlines import UnderlinedTable, underlined_table
from proposals.draft.versions import PresentAndProposed, apply_changes, numbers_version_of
from proposals.models import Change, Proposal, Reason


@dataclass(frozen=True)
class Draft:
    """A proposal as it stands, in one language; what is not asked for is not derived."""

    rows: DraftRows
    versions: PresentAndProposed
    language: LanguageCode

    @property
    def proposal(self) -> Proposal:
        return self.rows.proposal

    @property
    def present(self) -> ArticlesOfIncorporation:
        return self.versions.present

    @property
    def proposed(self) -> ArticlesOfIncorporation:
        return self.versions.proposed

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        return self.versions.amended.consequences

    @cached_property
    def reason_consequences(self) -> tuple[Consequence, ...]:
        """The numbers in reasons that moved; `at` and `key` are that of the reason, "reason:3"."""
        return tuple(moved_numbers(self.reasons, self.versions, self.language))

    @property
    def stored_changes(self) -> tuple[Change, ...]:
        """All that is stored, changes whose place has gone included."""
        return self.rows.changes

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.rows.reasons

    @cached_property
    def changes(self) -> Mapping[str, Change]:
        """The changes by the identities that they are about, as `key_of` gives them."""
        return {key_of(change): change for change in self.versions.placed}

    @property
    def table(self) -> ComparisonTable:
        """The table as it is printed, underlines set by hand with it."""
        return self.underlined.table

    @cached_property
    def underlined(self) -> UnderlinedTable:
        keys = [unit.key for side in (self.present, self.proposed) for _part, unit in side.units()]
        return underlined_table(self._computed_table, self.proposal, self.language, keys)

    @property
    def _computed_table(self) -> ComparisonTable:
        style = self.proposal.company.house_style(self.language)
        amended = self.versions.amended

        def made() -> ComparisonTable:
            return comparison_table(self.present, self.proposed, style, amended.moved)

        return _tables.get(style, made, amended)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms that either version defines."""

        def made() -> frozenset[str]:
            return terms_of(self.present) | terms_of(self.proposed)

        return _terms.get((), made, self.versions.amended)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        found = _findings(self.versions, self.rows, self.language)
        return (*found, *self.underlined.lost)

    @cached_property
    def pending(self) -> frozenset[str]:
        """Identities of present articles that have been adopted but are not in force on the base
        day.
        """
        day = self.proposal.base_day
        return frozenset(one.key for one in self.rows.wordings if not one.is_in_force(day))

    @cached_property
    def numbers_version(self) -> str:
        """Which numbers a form about this draft has shown: see `numbers_version_of`."""
        return numbers_version_of(self.proposed)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == ERROR)


_tables: Recent[ComparisonTable] = Recent(16)
_terms: Recent[frozenset[str]] = Recent(16)
_findings_of_text: Recent[tuple[Finding, ...]] = Recent(16)
_findings_of_present: Recent[tuple[Finding, ...]] = Recent(8)


def draft(proposal: Proposal, language: LanguageCode, *, rows: DraftRows | None = None) -> Draft:
    """The draft of `proposal` in `language`.

    `rows` saves the queries where the draft is wanted in both languages, or holds a change that is
    not saved. Never raises for what is stored: a change whose place has gone from the articles is
    left out and reported.
    """
    rows = rows or load_rows(proposal)
    return Draft(rows, apply_changes(rows, language), language)


def _findings(
    versions: PresentAndProposed, rows: DraftRows, language: LanguageCode
) -> Iterator[Finding]:
    """All that is wrong: places, changes, articles, reasons, days, who decides, in this order."""
    days = rows.proposal.schedule
    yield from versions.lost
    yield from _findings_of_changes(versions, rows, language, days)
    amended = versions.amended
    yield from _findings_of_text.get((), lambda: _findings_of_amended(amended), amended)
    yield from check_present(versions.present)
    yield from check_title(rows.proposal, language)
    yield from _findings_of_reasons(versions, rows.reasons, language)
    yield from check_days(days)
    yield from check_condition(rows.proposal, language)
    yield from check_board_authority(rows.proposal, versions)


def _findings_of_amended(amended: AmendmentResult) -> tuple[Finding, ...]:
    present = _findings_of_present.get(
        amended.decisions, lambda: findings_of_present(amended), amended.present
    )
    return findings_of(amended, present=present)


def _findings_of_changes(
    versions: PresentAndProposed, rows: DraftRows, language: LanguageCode, days: Schedule
) -> Iterator[Finding]:
    """What is wrong with each change, at its address in the proposed articles, in their order."""
    presents = {str(code): rows.present(code) for code in rows.proposal.company.languages}
    found = [
        one
        for change in versions.placed
        for one in (*check_change(change, language, days), *check_parity(change, presents))
    ]
    found += check_changed_under(rows)
    if not found:
        return
    order = {address: place for place, (address, _) in enumerate(versions.proposed.addresses())}
    sides = [Places(articles) for articles in (versions.proposed, versions.present)]
    placed = [
        replace(
            one, at=versions.proposed.address_of(one.key) or "", place=place_name(one.key, sides)
        )
        for one in found
    ]
    yield from sorted(placed, key=lambda one: order.get(one.at, len(order)))


def _findings_of_reasons(
    versions: PresentAndProposed, reasons: Sequence[Reason], language: LanguageCode
) -> Iterator[Finding]:
    """Reasons without words, then live numbers that name nothing any more."""
    found = [one for reason in reasons for one in check_reason(reason, language)]
    for reason in reasons:
        text = getattr(reason, f"body_{language}")
        found += live_numbers.find_lost_numbers(text, versions, key=f"reason:{reason.pk}")
    names = {
        f"reason:{reason.pk}": PlaceName(Message(f"Reason ({count})", f"理由（{count}）"))
        for count, reason in enumerate(reasons, 1)
    }
    for one in found:
        yield replace(one, place=names[one.key])
