"""The rows of a draft as they are stored."""

from dataclasses import dataclass, field, replace
from typing import Any

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
    wordings, trees = _present_of(proposal)
    return DraftRows(
        proposal=proposal,
        wordings=wordings,
        _present=trees,
        changes=tuple(
            Change.objects.filter(proposal=proposal).select_related(
                "target", "anchor_article", "anchor_part", "anchor_change", "reason"
            )
        ),
        reasons=tuple(Reason.objects.filter(proposal=proposal).order_by("position", "pk")),
        decisions=tuple(DecidedCitation.objects.filter(proposal=proposal).select_related("by")),
    )


def _present_of(proposal: Proposal) -> _Present:
    """The articles that a proposal amends, and the trees made of them so far."""
    company, day = proposal.company, proposal.base_day
    if proposal.base_amendment is not None:
        return tuple(record.articles_after(proposal.base_amendment)), {}
    key = (company.pk, company.numerals_ja, day, record.record_version(company))
    return _presents.get(key, lambda: (tuple(record.articles_as_of(company, day)), {}))
