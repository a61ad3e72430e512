"""Invitations of people to a company, each good for one account and for some days."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.models.company import Company
from governance.models.outgoing_mail import OutgoingMail
from governance.models.role import Role


class Invitation(models.Model):
    """To an address, with a role. `governance.people.invitations` writes and answers it."""

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("company")
    )
    email = models.EmailField(_("e-mail address"), max_length=254)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    # Of the secret in the link: whoever reads the table cannot accept it.
    token_digest = models.CharField(_("digest of the link"), max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("invited by"),
    )
    mail = models.ForeignKey(
        OutgoingMail,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("message"),
    )
    invited_at = models.DateTimeField(_("invited at"), db_default=Now(), editable=False)
    ends_at = models.DateTimeField(_("good until"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-invited_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(name="invitation_role", condition=Q(role__in=Role.values))
        ]

    def __str__(self) -> str:
        return f"{self.company.code} {self.email} {self.role}"

    def is_open(self, *, at: datetime) -> bool:
        """Whether it can still be accepted."""
        return self.accepted_by_id is None and self.revoked_at is None and at < self.ends_at
