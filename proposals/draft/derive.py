"""From what is stored to what is shown: the proposed articles, the table, the findings.

Nothing of a draft is stored. `stored` reads the rows in three queries; `draft` derives the rest,
for one language at a time, without a further query.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from governance import record
from governance.models import Wording
from governance.papers.dates import LanguageCode
from governance.text.amending.builder import AmendmentResult, OperationError, amend
from governance.text.amending.operations import START, SUPPLEMENTARY, Anchor
from governance.text.checks import findings_of
from governance.text.citations.consequence import Consequence
from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from governance.text.table.build import comparison_table
from governance.text.table.rows import ComparisonTable
from governance.text.tree.keys import opened_part_key
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.calendar.days import Schedule, check_days, schedule
from proposals.draft import live_numbers
from proposals.draft.checks import check_change, check_present, check_reason, check_title
from proposals.draft.operations import anchor_of, in_order, key_of, operation_of
from proposals.draft.parity import check_parity
from proposals.models import Change, Proposal, Reason

_PLACE_GONE = Message(
    "A change stands at a provision that the present articles no longer have; remove it or make it"
    " anew.",
    "変更の対象または位置とした規定が現行定款にありません。この変更を取り消すか、作り直してください。",
)


@dataclass(frozen=True)
class Stored:
    """The rows of one draft; both languages are derived from the same."""

    proposal: Proposal
    wordings: tuple[Wording, ...]
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    # The present articles of each language, built when first asked for.
    _present: dict[LanguageCode, ArticlesOfIncorporation] = field(
        default_factory=dict, compare=False
    )

    def present(self, language: LanguageCode) -> ArticlesOfIncorporation:
        """The articles as adopted on the proposal's base day."""
        if language not in self._present:
            self._present[language] = record.articles_tree(self.wordings, language)
        return self._present[language]

    def with_unsaved(self, change: Change) -> "Stored":
        """The same rows with `change` in place of the stored one of its key, or added."""
        return replace(self, changes=(*self.without(change).changes, change))

    def without(self, change: Change) -> "Stored":
        """The same rows without `change`."""
        others = tuple(one for one in self.changes if one is not change and one.pk != change.pk)
        return replace(self, changes=others)


@dataclass(frozen=True)
class Sides:
    """What the changes make of the articles of one language; `lost` names those without a place."""

    amended: AmendmentResult
    placed: tuple[Change, ...]
    lost: tuple[Finding, ...]

    @property
    def present(self) -> ArticlesOfIncorporation:
        return self.amended.present

    @property
    def proposed(self) -> ArticlesOfIncorporation:
        return self.amended.proposed


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
    def numbering(self) -> str:
        """The numbering of the proposed articles, to be carried by a form: see `numbering_of`."""
        return numbering_of(self.proposed)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == ERROR)


def stored(proposal: Proposal) -> Stored:
    """The rows behind the draft of `proposal`: wordings, changes, reasons, a query each."""
    return Stored(
        proposal=proposal,
        wordings=tuple(record.articles_as_of(proposal.company, proposal.base_day)),
        changes=tuple(
            Change.objects.filter(proposal=proposal).select_related(
                "target", "anchor_article", "anchor_part", "anchor_change", "reason"
            )
        ),
        reasons=tuple(Reason.objects.filter(proposal=proposal).order_by("position", "pk")),
    )


def draft(
    proposal: Proposal,
    language: LanguageCode,
    *,
    unsaved: Change | None = None,
    rows: Stored | None = None,
) -> Draft:
    """The draft of `proposal` in `language`.

    `unsaved` is taken as if it had been stored, for a preview. `rows` saves the queries where the
    draft is wanted in both languages. Never raises for what is stored: a change whose place has
    gone from the articles is left out and reported.
    """
    rows = rows or stored(proposal)
    if unsaved is not None:
        rows = rows.with_unsaved(unsaved)
    both = sides(rows, language)
    days = schedule(proposal)
    return Draft(
        proposal=proposal,
        language=language,
        present=both.present,
        proposed=both.proposed,
        consequences=both.amended.consequences,
        table=comparison_table(
            both.present,
            both.proposed,
            proposal.company.house_style(language),
            both.amended.moved,
        ),
        findings=(
            *both.lost,
            *_placed_findings(both, rows, language, days),
            *findings_of(both.amended),
            *check_present(both.present),
            *check_title(proposal, language),
            *(one for reason in rows.reasons for one in check_reason(reason, language)),
            *_gone_numbers(rows.reasons, both, language),
            *check_days(days),
        ),
        changes={key_of(change): change for change in both.placed},
        stored_changes=rows.changes,
        reasons=rows.reasons,
        pending=frozenset(
            wording.key for wording in rows.wordings if not wording.is_in_force(proposal.base_day)
        ),
    )


def sides(rows: Stored, language: LanguageCode) -> Sides:
    """Both sides of `rows` in one language: a draft without its table and its checks."""
    present = rows.present(language)
    placed, lost = _placed(rows.changes, present)
    while True:
        try:
            amended = amend(present, [operation_of(change, language) for change in placed])
        except OperationError as error:
            # A place that cannot hold what was put there. The rest of the draft is still shown.
            lost = (*lost, _finding("place-impossible", error.sentence, placed[error.index]))
            placed = (*placed[: error.index], *placed[error.index + 1 :])
        else:
            break
    return Sides(amended=amended, placed=placed, lost=lost)


def numbering_of(articles: ArticlesOfIncorporation) -> str:
    """A digest of which identity bears which number; what is typed as a number is meant in it."""
    numbers = "\n".join(f"{unit.key} {unit.number}" for _part, unit in articles.units())
    return hashlib.sha256(numbers.encode()).hexdigest()[:16]


def typed(
    change: Change, drafted: "Draft | Sides", language: LanguageCode
) -> dict[str, str | None]:
    """The wording of `change` in the numbers of this moment, as a form shows it.

    Keys "caption" and "body". What is stored speaks the numbers of the day it was typed; the
    proposed column always speaks the present ones.
    """
    caption: str | None = getattr(change, f"caption_{language}")
    body: str | None = getattr(change, f"body_{language}")
    provision = drafted.proposed.by_key(key_of(change))
    if provision is None:
        return {"caption": caption, "body": body}
    return {
        "caption": provision.caption if caption else caption,
        "body": provision.body if body else body,
    }


def _placed(
    changes: Iterable[Change], present: ArticlesOfIncorporation
) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """The changes whose target and anchor exist, in order, and a finding for each other one.

    A base day that is moved, or a correction of the record, can take an article from under a
    change.
    """
    known: set[Anchor] = {START, SUPPLEMENTARY}
    known |= {part.key for part in present.parts} | {unit.key for _part, unit in present.units()}
    placed: list[Change] = []
    lost: list[Finding] = []
    for change in in_order(changes):
        key, anchor = key_of(change), anchor_of(change)
        inserts = change.operation == Change.Operation.INSERT
        if (not inserts and key not in known) or (anchor and anchor not in known):
            lost.append(_finding("place-gone", _PLACE_GONE, change))
            continue
        if inserts:
            known |= {key, opened_part_key(key)}
        placed.append(change)
    return tuple(placed), tuple(lost)


def _placed_findings(
    both: Sides, rows: Stored, language: LanguageCode, days: Schedule
) -> Iterator[Finding]:
    """What is wrong with each change, at its address in the proposed articles, in their order."""
    order = {address: place for place, (address, _) in enumerate(both.proposed.addresses())}
    presents = {str(code): rows.present(code) for code in rows.proposal.company.languages}
    found = [
        replace(one, at=both.proposed.address_of(one.key) or "")
        for change in both.placed
        for one in (*check_change(change, language, days), *check_parity(change, presents))
    ]
    yield from sorted(found, key=lambda one: order.get(one.at, len(order)))


def _finding(code: str, message: Message, change: Change) -> Finding:
    return Finding(code, ERROR, "proposed", "", message, key_of(change))


def _gone_numbers(
    reasons: Iterable[Reason], both: Sides, language: LanguageCode
) -> tuple[Finding, ...]:
    return tuple(
        finding
        for reason in reasons
        for finding in live_numbers.findings(
            getattr(reason, f"body_{language}"), both, key=f"reason:{reason.pk}"
        )
    )
