"""Time-stamps of releases, given by an authority that the site configures (RFC 3161)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.digests import HexDigest
from proposals.models.release import Release

LONGEST_AUTHORITY = 500


class ReleaseTimestamp(models.Model):
    """What an authority signed of a release: that `chain_head` existed at `stamped_at`.

    `chain_head` is the hash of all that was written of the company until then, the release with it;
    `response` is the authority's answer to the byte. Rows are only added to.
    """

    release = models.OneToOneField(
        Release, on_delete=models.PROTECT, related_name="timestamp", verbose_name=_("release")
    )
    authority = models.CharField(_("authority"), max_length=LONGEST_AUTHORITY)
    chain_head = HexDigest(_("head of the chain"))
    response = models.BinaryField(_("answer of the authority"))
    stamped_at = models.DateTimeField(_("time-stamped at"))
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("time-stamp of a release")
        verbose_name_plural = _("time-stamps of releases")

    def __str__(self) -> str:
        return f"{self.release_id} {self.stamped_at:%Y-%m-%d %H:%M:%S}"
