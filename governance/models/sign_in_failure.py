"""Attempts to sign in that failed, counted for a quarter of an hour."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class SignInFailure(models.Model):
    """A wrong name or password. Deleted when it no longer counts.

    `governance.people.sign_in_limits` does the counting.
    """

    # A digest: people type passwords into the wrong field.
    name = models.CharField(_("digest of the name"), max_length=64)
    address = models.CharField(_("network address"), max_length=64, blank=True)
    # Of a browser with which the account has been signed in to before, and of no other.
    device = models.CharField(_("key of the known device"), max_length=64, blank=True)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("failure to sign in")
        verbose_name_plural = _("failures to sign in")
        indexes: ClassVar = [
            models.Index(name="sign_in_failure_recent", fields=("address", "-at")),
            models.Index(name="sign_in_failure_of_name", fields=("name", "-at")),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.address}"
