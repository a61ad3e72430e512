"""The votes that a general meeting cast on a proposal."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models import Meeting
from governance.models.history import History
from governance.models.languages import InTwoLanguages
from proposals.models.proposal import Proposal
from proposals.models.state import State


class VoteCount(InTwoLanguages):
    """What the extraordinary report says of a resolution; entered once the meeting has decided.

    The numbers are voting rights. `requirement_*` is what the Companies Act and the articles ask of
    the resolution. `left_out_*` says why some of those of shareholders present were
    not counted; empty where all were. Cabinet Office Order on Disclosure of Corporate Affairs,
    Article 19, Paragraph 2, Item 9-2.
    """

    proposal = models.OneToOneField(
        Proposal, on_delete=models.PROTECT, related_name="votes", verbose_name=_("proposal")
    )
    votes_for = models.PositiveBigIntegerField(_("votes for"))
    votes_against = models.PositiveBigIntegerField(_("votes against"))
    abstentions = models.PositiveBigIntegerField(_("abstentions"))
    requirement_ja = models.TextField(_("what the resolution needs, in Japanese"), blank=True)
    requirement_en = models.TextField(_("what the resolution needs, in English"), blank=True)
    left_out_ja = models.TextField(_("why votes were left out, in Japanese"), blank=True)
    left_out_en = models.TextField(_("why votes were left out, in English"), blank=True)

    history = History()

    class Meta:
        verbose_name = _("votes")
        verbose_name_plural = _("votes")

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.votes_for} / {self.votes_against} / {self.abstentions}"

    @property
    def is_short(self) -> bool:
        """Whether fewer than two thirds of the votes entered are for it (Companies Act, 309(2))."""
        entered = self.votes_for + self.votes_against + self.abstentions
        return 3 * self.votes_for < 2 * entered


def why_no_votes(proposal: Proposal) -> str:
    """Why no votes of a meeting can be entered, or ""."""
    if proposal.meeting.kind not in Meeting.GENERAL:
        return gettext("No general meeting votes on this proposal.")
    if proposal.state not in (State.ADOPTED, State.REJECTED):
        return gettext("The meeting has not decided yet.")
    return ""
