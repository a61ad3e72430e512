"""Whether what was approved, released and adopted stands: what `manage.py verify` asks."""

from collections.abc import Iterator

from governance.models import Company
from governance.models.digests import digest_of_bytes, digest_of_data
from governance.record.integrity import (
    RECORD_TABLES,
    ChainedTable,
    history_problems,
    read_chain,
    row_problems,
    rule_problems,
    unaudited_writes,
)
from governance.record.integrity.chain import ChainReport
from proposals.models import Approval, Proposal, Release, ReleaseTimestamp
from proposals.releases.adopted_words import adoption_problems
from proposals.releases.certificate import certify, problems_of
from proposals.releases.timestamps import timestamp_problems

_OF_PROPOSAL = "(SELECT company_id FROM proposals_proposal WHERE id = stored.proposal_id)"
_OF_RELEASE = (
    "(SELECT proposal.company_id FROM proposals_release release"
    " JOIN proposals_proposal proposal ON proposal.id = release.proposal_id"
    " WHERE release.id = stored.release_id)"
)
PROPOSAL_TABLES = (
    ChainedTable("proposals_proposal"),
    ChainedTable("proposals_change"),
    ChainedTable("proposals_reason", _OF_PROPOSAL),
    ChainedTable("proposals_decidedcitation", _OF_PROPOSAL),
    ChainedTable("proposals_review", _OF_PROPOSAL),
    ChainedTable("proposals_changereview", _OF_PROPOSAL),
    ChainedTable("proposals_comment", _OF_PROPOSAL),
    ChainedTable("proposals_acknowledgement", _OF_PROPOSAL),
    ChainedTable("proposals_approval", _OF_PROPOSAL),
    ChainedTable("proposals_release", _OF_PROPOSAL),
    ChainedTable("proposals_releasedfile", _OF_RELEASE),
    ChainedTable("proposals_releasetimestamp", _OF_RELEASE),
    ChainedTable("proposals_proposal_authors", _OF_PROPOSAL),
    ChainedTable("proposals_historicalproposal", key="history_id", needs_audit=False),
    ChainedTable("proposals_historicalchange", key="history_id", needs_audit=False),
    ChainedTable("proposals_historicalreason", _OF_PROPOSAL, "history_id", needs_audit=False),
    ChainedTable(
        "proposals_historicaldecidedcitation", _OF_PROPOSAL, "history_id", needs_audit=False
    ),
)
TABLES = (*RECORD_TABLES, *PROPOSAL_TABLES)
_WITH_HISTORY = (("proposals_proposal", "company_id"), ("proposals_change", "company_id"))


def verify_company(company: Company) -> ChainReport:
    """All that is known of a company computed again: chain, rows, history, rules, certificates,
    files. What does not hold is in `problems`, in English.
    """
    report = read_chain(company.pk)
    report.problems += row_problems(report, TABLES)
    report.problems += unaudited_writes(report, TABLES)
    report.problems += history_problems(company.pk)
    report.problems += history_problems(company.pk, _WITH_HISTORY)
    report.problems += rule_problems(company)
    for proposal in Proposal.objects.filter(company=company).with_names():
        report.problems += [f"{proposal.address}: {one}" for one in proposal_problems(proposal)]
        report.problems += [
            f"{proposal.address}: the chain no longer has the head that release {release.number}"
            " names; what was written before it was rewritten."
            for release in proposal.releases.all()
            if release.chain_head and release.chain_head not in report.hashes
        ]
        report.problems += [
            f"{proposal.address}: the chain no longer has the head that the time-stamp of release"
            f" {one.release.number} is of; what was written before it was rewritten."
            for one in ReleaseTimestamp.objects.filter(release__proposal=proposal)
            if one.chain_head not in report.hashes
        ]
    return report


def proposal_problems(proposal: Proposal) -> Iterator[str]:
    """What of a proposal's approvals, releases and adoption does not hold."""
    for approval in proposal.approvals.all():
        yield from _approval_problems(approval)
    releases = proposal.releases.select_related("approval", "timestamp").prefetch_related("files")
    for release in releases:
        yield from _release_problems(release)
        if hasattr(release, "timestamp"):
            yield from timestamp_problems(release.timestamp)
    last = proposal.reviews.last()
    if proposal.state != (last.to_state if last else "drafting"):
        yield f"Its state is {proposal.state}, and its last review does not say so."
    yield from adoption_problems(proposal)


def _approval_problems(approval: Approval) -> Iterator[str]:
    if digest_of_data(approval.content) != approval.sha256:
        yield f"What approval {approval.pk} fixed is not what is stored."


def _release_problems(release: Release) -> Iterator[str]:
    for file in release.files.all():
        if digest_of_bytes(bytes(file.content)) != file.sha256:
            yield f"{file.name} of release {release.number} is not the file that was published."
    again = certify(release.approval.content)
    for problem in problems_of(again):
        yield f"Release {release.number}: {problem}"
    if again != release.certificate:
        yield f"The certificate of release {release.number} is not the one that it was given."
