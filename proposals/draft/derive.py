"""From what is stored to what is shown: the proposed articles, the table, the findings.

Nothing of a draft is stored. `load_rows` reads the rows in three queries; `draft` derives the rest,
for one language at a time, without a further query.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from governance.papers.dates import LanguageCode
from governance.text import naming
from governance.text.checks import findings_of
from governance.text.citations.consequence import Consequence
from governance.text.finding import ERROR, Finding, PlaceName
from governance.text.message import Message
from governance.text.table.build import comparison_table
from governance.text.table.rows import ComparisonTable
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.calendar.days import Schedule
from proposals.calendar.periods import check_days
from proposals.draft import live_numbers
from proposals.draft.checks import check_change, check_present, check_reason, check_title
from proposals.draft.operations import key_of
from proposals.draft.parity import check_parity
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.versions import PresentAndProposed, apply_changes, numbers_version_of
from proposals.models import Change, Proposal, Reason


@dataclass(frozen=True)
class Draft:
    """A proposal as it stands, in one language.

    `changes` finds a change by the identity it is about, as `key_of` gives it.
    """

    proposal: Proposal
    language: LanguageCode
    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation
    consequences: tuple[Consequence, ...]
    table: ComparisonTable
    findings: tuple[Finding, ...]
    changes: Mapping[str, Change]
    # All that is stored, changes whose place has gone included.
    stored_changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    # Identities of present articles that have been adopted but are not in force on the base day.
    pending: frozenset[str]

    @cached_property
    def numbers_version(self) -> str:
        """Which numbers a form about this draft has shown: see `numbers_version_of`."""
        return numbers_version_of(self.proposed)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == ERROR)


def draft(proposal: Proposal, language: LanguageCode, *, rows: DraftRows | None = None) -> Draft:
    """The draft of `proposal` in `language`.

    `rows` saves the queries where the draft is wanted in both languages, or holds a change that is
    not saved. Never raises for what is stored: a change whose place has gone from the articles is
    left out and reported.
    """
    rows = rows or load_rows(proposal)
    versions = apply_changes(rows, language)
    return Draft(
        proposal=proposal,
        language=language,
        present=versions.present,
        proposed=versions.proposed,
        consequences=versions.amended.consequences,
        table=_table(versions, proposal),
        findings=tuple(_findings(versions, rows, language)),
        changes={key_of(change): change for change in versions.placed},
        stored_changes=rows.changes,
        reasons=rows.reasons,
        pending=_pending(rows),
    )


def _table(versions: PresentAndProposed, proposal: Proposal) -> ComparisonTable:
    style = proposal.company.house_style(versions.proposed.language)
    return comparison_table(versions.present, versions.proposed, style, versions.amended.moved)


def _findings(
    versions: PresentAndProposed, rows: DraftRows, language: LanguageCode
) -> Iterator[Finding]:
    """All that is wrong: places, changes, articles, reasons, days, in this order."""
    days = rows.proposal.schedule
    yield from versions.lost
    yield from _findings_of_changes(versions, rows, language, days)
    yield from findings_of(versions.amended)
    yield from check_present(versions.present)
    yield from check_title(rows.proposal, language)
    yield from _findings_of_reasons(versions, rows.reasons, language)
    yield from check_days(days)


def _pending(rows: DraftRows) -> frozenset[str]:
    day = rows.proposal.base_day
    return frozenset(wording.key for wording in rows.wordings if not wording.is_in_force(day))


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
    if not found:
        return
    order = {address: place for place, (address, _) in enumerate(versions.proposed.addresses())}
    sides = [Places(articles) for articles in (versions.proposed, versions.present)]
    placed = [
        replace(one, at=versions.proposed.address_of(one.key) or "", place=_place(one.key, sides))
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
        found += live_numbers.find_gone(text, versions, key=f"reason:{reason.pk}")
    names = {
        f"reason:{reason.pk}": PlaceName(Message(f"Reason ({count})", f"理由（{count}）"))
        for count, reason in enumerate(reasons, 1)
    }
    for one in found:
        yield replace(one, place=names[one.key])


def _place(key: str, sides: Iterable[Places]) -> PlaceName | None:
    """What the provision of that identity is called in the first version that has it."""
    for places in sides:
        provision = places.articles.by_key(key)
        if provision is not None:
            return PlaceName(naming.name(provision, places))
    return None
