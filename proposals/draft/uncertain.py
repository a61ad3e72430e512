"""The citations of a draft of which a person decides whether they are of these articles."""

from dataclasses import dataclass
from hashlib import sha256

from governance.papers.dates import LanguageCode
from governance.text.checks.decidable import DecidableCitation, decidable_citations
from proposals.draft.rows import DraftRows
from proposals.draft.versions import apply_changes
from proposals.models import DecidedCitation


@dataclass(frozen=True)
class UncertainCitation:
    """One of them, with the decision where there is one. `name` is what a form says for it."""

    citation: DecidableCitation
    decision: DecidedCitation | None

    @property
    def name(self) -> str:
        one = self.citation
        return sha256(repr((one.at, one.line, one.citation)).encode()).hexdigest()[:16]


def uncertain_citations(rows: DraftRows, language: LanguageCode) -> tuple[UncertainCitation, ...]:
    """Those in the proposed articles of one language, in document order."""
    decided = {
        (one.at, one.line, one.citation): one for one in rows.decisions if one.language == language
    }
    return tuple(
        UncertainCitation(one, decided.get((one.at, one.line, one.citation)))
        for one in decidable_citations(apply_changes(rows, language).amended)
    )
