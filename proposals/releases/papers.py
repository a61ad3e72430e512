"""Which release a person is shown: what was published, what was approved, or a draft."""

from dataclasses import dataclass
from datetime import datetime

from governance.papers.dates import LanguageCode
from proposals.draft.derive import draft
from proposals.draft.rows import DraftRows
from proposals.models import Proposal, Release, ReleasedFile
from proposals.models.state import PUBLIC, WAS_APPROVED, State
from proposals.papers.release import ReleasePaper
from proposals.releases.content import changed_since_approval, drafted_paper, stored_paper


@dataclass(frozen=True)
class ShownRelease:
    """A release in one language; `file` is the one that was published, if it was."""

    paper: ReleasePaper
    file: ReleasedFile | None = None


def was_approved(proposal: Proposal, *, rows: DraftRows | None = None) -> bool:
    """Whether what is derived from the rows now is what was approved: papers without DRAFT."""
    if proposal.state not in WAS_APPROVED:
        return False
    return changed_since_approval(proposal, rows=rows) == ()


def shown_release(proposal: Proposal, language: LanguageCode) -> ShownRelease | None:
    """The release as it stands, in a language that the company keeps.

    None in a language that it kept only later. Once published, it is that of the publication; once
    approved, as it was approved. Where something that it prints was changed since, and while it is
    drafted, it is as it is drafted, and says DRAFT.
    """
    if proposal.state in PUBLIC and (released := newest_release(proposal)):
        return of_release(released, language)
    if proposal.state in WAS_APPROVED:
        approval = proposal.approvals.last()
        stands = proposal.state != State.APPROVED or changed_since_approval(proposal) == ()
        if approval is not None and stands:
            paper = stored_paper(approval, language)
            return ShownRelease(paper) if paper else None
    return ShownRelease(drafted_paper(draft(proposal, language)))


def of_release(release: Release, language: LanguageCode) -> ShownRelease | None:
    """A publication in one language; None where it had none."""
    file = release.files.filter(language=language).first()
    paper = stored_paper(release.approval, language)
    return ShownRelease(paper, file) if file and paper else None


def newest_release(proposal: Proposal) -> Release | None:
    return proposal.releases.select_related("approval").last()


def newest_published(proposal: Proposal, at: datetime) -> Release | None:
    """The newest release whose time of publication has come."""
    published = proposal.releases.filter(published_at__lte=at).select_related("approval")
    return published.last()
