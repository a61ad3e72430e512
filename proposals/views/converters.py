"""What may stand in the address of a proposal's page; anything else is a 404."""

from governance.models.company import CODE
from governance.models.meeting import SLUG
from proposals.papers.kinds import KINDS, WRITERS


class ProposalAddress:
    """The address of a proposal: 3774-21-1."""

    regex = f"{CODE}-{SLUG}-[1-9][0-9]{{0,2}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Direction(ProposalAddress):
    """Which neighbour a reason changes places with."""

    regex = "up|down"


class PaperKindName(ProposalAddress):
    """Which paper of a proposal: agenda-item."""

    regex = "|".join(KINDS)


class PaperEnding(ProposalAddress):
    """In which format a paper is taken away."""

    regex = "|".join(WRITERS)
