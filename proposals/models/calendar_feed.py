"""The secret address under which a person's calendar is fetched by other programs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.digests import HexDigest


class CalendarFeed(models.Model):
    """One for a person. Whoever knows the address reads the days; only its digest is stored, so
    that it is shown once and made anew where it is lost.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="calendar_feed",
        verbose_name=_("person"),
    )
    secret_sha256 = HexDigest(_("SHA-256 of the secret"), unique=True)
    created_at = models.DateTimeField(_("made at"), auto_now=True)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self) -> str:
        return str(self.user)
