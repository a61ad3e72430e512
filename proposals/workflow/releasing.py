"""What an approval and a release store, and what stands in the way of a release."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from governance.models.digests import digest_of_bytes, digest_of_data
from governance.papers.pdf import pdf
from governance.people.refused import Refused, stored_text
from governance.record.integrity import head_of_chain
from governance.record.refusal import format_day
from proposals.models import Approval, Proposal, Release, ReleasedFile, Review
from proposals.models.release import LONGEST_RESOLUTION
from proposals.models.state import State
from proposals.releases.certificate import certify, problems_of
from proposals.releases.content import changed_since_approval, content_of, stored_paper
from proposals.releases.papers import newest_release
from proposals.releases.stored_rows import StoredDifference
from proposals.releases.versions import program_versions


@dataclass(frozen=True)
class Publication:
    """How a release is published: when, and where the board's resolution on it is recorded."""

    published_at: datetime
    """Readers see it from then on; on the day of the announcement, which the papers print."""
    resolution: str = ""
    """Such as "Minutes of the meeting of May 24, 2013, item 3"."""


def save_approval(proposal: Proposal, review: Review) -> Approval:
    """Store all that the approval fixes."""
    content = content_of(proposal)
    return Approval.objects.create(
        proposal=proposal, review=review, content=content, sha256=digest_of_data(content)
    )


def require_publishable(proposal: Proposal, publication: Publication, at: datetime) -> None:
    """Raise `Refused` for what stands in the way of a release of what was approved."""
    require_approved_as_stored(proposal)
    _require_days(proposal, publication, at)
    certificate = certify(proposal.approvals.latest("pk").content)
    if problems := problems_of(certificate):
        raise Refused(
            _("The release does not say faithfully what is changed: %(problems)s")
            % {"problems": " ".join(problems)}
        )


def save_release(
    proposal: Proposal, review: Review, *, publication: Publication, at: datetime
) -> Release:
    """Store the release: its papers to the byte, in every language, and the certificate."""
    approval = proposal.approvals.latest("pk")
    earlier = newest_release(proposal)
    assert proposal.resolved_on is not None  # what is submitted has it
    made = Release.objects.create(
        proposal=proposal,
        approval=approval,
        number=earlier.number + 1 if earlier else 1,
        corrects=earlier,
        resolved_on=proposal.resolved_on,
        resolution=stored_text(publication.resolution.strip(), longest=LONGEST_RESOLUTION),
        published_at=publication.published_at,
        chain_head=head_of_chain(proposal.company_id),
        versions=program_versions(),
        certificate=certify(approval.content),
        by=review.by,
        at=at,
    )
    _save_files(made)
    return made


def _save_files(release: Release) -> None:
    for language in release.proposal.company.languages:
        paper = stored_paper(release.approval, language)
        assert paper is not None  # the languages are among what was approved
        content = pdf(paper)
        ReleasedFile.objects.create(
            release=release,
            language=language,
            name=paper.file_name,
            content=content,
            sha256=digest_of_bytes(content),
        )


def require_approved_as_stored(proposal: Proposal) -> None:
    """Raise `Refused` where what is stored is no longer what was approved, naming each difference.

    What was released and changed only in the company's own particulars or in a day is adopted as
    released: the meeting decides on the words.
    """
    changed = changed_since_approval(proposal)
    if changed is None:
        raise Refused(
            _("It was approved before approvals were stored. Reopen it and have it approved again.")
        )
    if proposal.state == State.RELEASED:
        changed = tuple(each for each in changed if _is_decided_on(each))
    if changed:
        raise Refused(_changed_sentence(changed))


def require_released_as_approved(proposal: Proposal) -> None:
    """Raise `Refused` where a correction of what was released is approved and not released."""
    earlier, approval = newest_release(proposal), proposal.approvals.last()
    if earlier is not None and approval is not None and earlier.approval_id != approval.pk:
        raise Refused(_("The correction of the release is not released yet. Release it first."))


_DECIDED_ON = frozenset({"part", "wording", "change", "reason"})
_COLUMNS_DECIDED_ON = frozenset({"title_ja", "title_en", "base_day", "effective_on"})


def _is_decided_on(difference: StoredDifference) -> bool:
    """Whether the meeting decides on what differs."""
    return difference.table in _DECIDED_ON or (
        difference.table == "proposal" and difference.column in _COLUMNS_DECIDED_ON
    )


def _changed_sentence(changed: tuple[StoredDifference, ...]) -> str:
    what = " ".join(each.sentence for each in changed)
    sentence = _("Since the approval this was changed: %(what)s Have it approved again.")
    return sentence % {"what": what}


def _require_days(proposal: Proposal, publication: Publication, at: datetime) -> None:
    """The days of the act agree with those that the papers print."""
    company = proposal.company
    if proposal.resolved_on and proposal.resolved_on > company.day(at):
        raise Refused(
            _("The board resolves on %(day)s; nothing is released before its resolution.")
            % {"day": format_day(proposal.resolved_on)}
        )
    published_on = company.day(publication.published_at)
    if proposal.announced_on and published_on != proposal.announced_on:
        raise Refused(
            _(
                "The papers say that it is announced on %(printed)s; it cannot be published on"
                " %(day)s. Correct the date of the announcement, or the time of publication."
            )
            % {"printed": format_day(proposal.announced_on), "day": format_day(published_on)}
        )
