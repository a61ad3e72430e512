from proposals.models.acknowledgement import Acknowledgement
from proposals.models.approval import Approval
from proposals.models.calendar_feed import CalendarFeed
from proposals.models.change import Change
from proposals.models.change_review import ChangeReview
from proposals.models.comment import Comment
from proposals.models.decided_citation import DecidedCitation
from proposals.models.presence import CellPresence
from proposals.models.proposal import Proposal, ProposalQuerySet
from proposals.models.reason import Reason
from proposals.models.release import Release, ReleasedFile
from proposals.models.release_timestamp import ReleaseTimestamp
from proposals.models.review import Review
from proposals.models.step import DraftStep
from proposals.models.vote_count import VoteCount

__all__ = [
    "Acknowledgement",
    "Approval",
    "CalendarFeed",
    "CellPresence",
    "Change",
    "ChangeReview",
    "Comment",
    "DecidedCitation",
    "DraftStep",
    "Proposal",
    "ProposalQuerySet",
    "Reason",
    "Release",
    "ReleaseTimestamp",
    "ReleasedFile",
    "Review",
    "VoteCount",
]
