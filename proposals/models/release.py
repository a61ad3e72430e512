"""Releases: papers that were made public, as they were."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.constraints import CompositeForeignKey
from governance.models.digests import HexDigest
from governance.models.languages import ArticlesLanguage
from proposals.models.approval import Approval
from proposals.models.proposal import Proposal

LONGEST_RESOLUTION = 200


class Release(models.Model):
    """A publication of what an approval fixed: the act, not the paper.

    `number` counts the releases of a proposal from 1; each after the first is a correction of the
    one before it. Readers see it from `published_at` on. `chain_head` is the hash of all that was
    written of the company until then, `versions` says what made the papers, `certificate` what was
    compared before they were published (`proposals.releases.certificate`). Rows are written by
    `workflow` and only added to.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="releases", verbose_name=_("proposal")
    )
    approval = models.OneToOneField(
        Approval, on_delete=models.PROTECT, related_name="release", verbose_name=_("approval")
    )
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    resolved_on = models.DateField(_("resolution of the board"))
    resolution = models.CharField(
        _("where the resolution is recorded"), max_length=LONGEST_RESOLUTION, blank=True
    )
    published_at = models.DateTimeField(_("time of publication"))
    chain_head = HexDigest(
        _("head of the chain"),
        blank=True,
        help_text=_("What stood in the company's chain when it was released."),
    )
    versions = models.JSONField(_("versions"))
    certificate = models.JSONField(_("certificate of fidelity"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ("proposal", "number")
        constraints = [
            models.UniqueConstraint(name="release_number_once", fields=("proposal", "number")),
            # The target of a composite foreign key: a release corrects one of its own proposal.
            models.UniqueConstraint(name="release_proposal", fields=("id", "proposal")),
            CompositeForeignKey(
                name="release_approval_of_proposal",
                fields=("approval", "proposal"),
                to="proposals.Approval",
                to_fields=("id", "proposal"),
            ),
            CompositeForeignKey(
                name="release_corrects_of_proposal",
                fields=("corrects", "proposal"),
                to="proposals.Release",
                to_fields=("id", "proposal"),
            ),
            models.CheckConstraint(
                name="release_corrects_the_one_before",
                condition=Q(number=1, corrects__isnull=True)
                | Q(number__gt=1, corrects__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.number}"


class ReleasedFile(models.Model):
    """One PDF of a release, to the byte. Rows are only added to."""

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="files", verbose_name=_("release")
    )
    language = models.CharField(_("language"), max_length=2, choices=ArticlesLanguage)
    name = models.CharField(_("name"), max_length=100)
    content = models.BinaryField(_("content"))
    sha256 = HexDigest(_("SHA-256 of the content"))

    class Meta:
        verbose_name = _("file of a release")
        verbose_name_plural = _("files of releases")
        ordering = ("release", "language")
        constraints = [
            models.UniqueConstraint(
                name="released_file_language_once", fields=("release", "language")
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def articles_language(self) -> ArticlesLanguage:
        return ArticlesLanguage(self.language)
