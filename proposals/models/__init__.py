from proposals.models.change import Change
from proposals.models.decided_citation import DecidedCitation
from proposals.models.proposal import Proposal, ProposalQuerySet
from proposals.models.reason import Reason
from proposals.models.review import Review
from proposals.models.step import DraftStep

__all__ = [
    "Change",
    "DecidedCitation",
    "DraftStep",
    "Proposal",
    "ProposalQuerySet",
    "Reason",
    "Review",
]
