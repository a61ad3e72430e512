from proposals.models.change import Change
from proposals.models.proposal import Proposal, ProposalQuerySet
from proposals.models.reason import Reason
from proposals.models.review import Review

__all__ = ["Change", "Proposal", "ProposalQuerySet", "Reason", "Review"]
