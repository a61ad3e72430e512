"""What an approval fixed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.constraints import CompositeForeignKey
from governance.models.digests import HexDigest
from proposals.models.proposal import Proposal
from proposals.models.review import Review


class Approval(models.Model):
    """All that a proposal's papers are made of and print, as it was when somebody approved it.

    `content` is made and read by `proposals.releases.content`; `sha256` is that of the content.
    Rows are written by `workflow` and only added to: the database refuses to change or delete one.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="approvals", verbose_name=_("proposal")
    )
    review = models.OneToOneField(
        Review, on_delete=models.PROTECT, related_name="approval", verbose_name=_("review")
    )
    content = models.JSONField(_("content"))
    sha256 = HexDigest(_("SHA-256 of the content"))

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ("pk",)
        constraints = [
            # The target of a composite foreign key: a release names an approval of its proposal.
            models.UniqueConstraint(name="approval_proposal", fields=("id", "proposal")),
            CompositeForeignKey(
                name="approval_review_of_proposal",
                fields=("review", "proposal"),
                to="proposals.Review",
                to_fields=("id", "proposal"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.sha256[:12]}"
