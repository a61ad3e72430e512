"""The rows of a draft as they are stored."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from governance import record
from governance.models import Wording
from governance.papers.dates import LanguageCode
from governance.text.citations.decisions import Decision
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.draft.recent import Recent
from proposals.models import Change, DecidedCitation, Proposal, Reason


@dataclass(frozen=True)
class DraftRows:
    """The rows of one draft; both languages are derived from the same."""

    proposal: Proposal
    wordings: tuple[Wording, ...]
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    decisions: tuple[DecidedCitation, ...]
    # The present articles of each language, built when first asked for.
    _present: dict[LanguageCode, ArticlesOfIncorporation] = field(
        default_factory=dict, compare=False
    )
    applied: dict[LanguageCode, Any] = field(default_factory=dict, init=False, compare=False)
    """What `versions.apply_changes` has made of these rows already, by language."""

    def present(self, language: LanguageCode) -> ArticlesOfIncorporation:
        """The articles as adopted on the proposal's base day."""
        if language not in self._present:
            self._present[language] = record.articles_tree(self.wordings, language)
        return self._present[language]

    def decisions_in(self, language: LanguageCode) -> tuple[Decision, ...]:
        """What people decided about citations in one language."""
        return tuple(one.decision for one in self.decisions if one.language == language)

    def with_change(self, change: Change) -> "DraftRows":
        """The same rows with `change` in place of the stored one of its key, or added."""
        return replace(self, changes=(*self.without(change).changes, change))

    def without(self, change: Change) -> "DraftRows":
        """The same rows without `change`."""
        others = tuple(one for one in self.changes if one is not change and one.pk != change.pk)
        return self if len(others) == len(self.changes) else replace(self, changes=others)


_Present = tuple[tuple[Wording, ...], dict[LanguageCode, ArticlesOfIncorporation]]
_presents: Recent[_Present] = Recent(12)
"""The present articles by company, day, and what was recorded of the company until then."""


def load_rows(proposal: Proposal) -> DraftRows:
    """The rows behind the draft of `proposal`: wordings, changes, reasons, decisions on
    citations, a query each; the wordings are asked for once, as long as nothing is recorded.
    """
    return load_rows_of([proposal])[0]


def load_rows_of(proposals: Sequence[Proposal]) -> list[DraftRows]:
    """The rows behind several drafts of one company, in the queries that one takes."""
    if not proposals:
        return []
    changes = Change.objects.select_related(
        "target", "anchor_article", "anchor_part", "anchor_change", "reason"
    )
    several = _by_proposal(changes, proposals)
    reasons = _by_proposal(Reason.objects.order_by("position", "pk"), proposals)
    decisions = _by_proposal(DecidedCitation.objects.select_related("by"), proposals)
    version = record.record_version(proposals[0].company)
    found = []
    for proposal in proposals:
        wordings, trees = _present_of(proposal, version)
        found.append(
            DraftRows(
                proposal=proposal,
                wordings=wordings,
                _present=trees,
                changes=tuple(several[proposal.pk]),
                reasons=tuple(reasons[proposal.pk]),
                decisions=tuple(decisions[proposal.pk]),
            )
        )
    return found


def _by_proposal[Row: (Change, Reason, DecidedCitation)](
    rows: QuerySet[Row], proposals: Sequence[Proposal]
) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows.filter(proposal__in=proposals):
        found[row.proposal_id].append(row)
    return found


def _present_of(proposal: Proposal, record_version: tuple[object, ...]) -> _Present:
    """The articles that a proposal amends, and the trees made of them so far."""
    company, day = proposal.company, proposal.base_day
    if proposal.base_amendment is not None:
        return tuple(record.articles_after(proposal.base_amendment)), {}
    key = (company.pk, company.numerals_ja, day, record_version)
    return _presents.get(key, lambda: (tuple(record.articles_as_of(company, day)), {}))
