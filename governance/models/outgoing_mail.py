"""Messages to people, kept whether or not a mail server took them."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.models.company import Company


class OutgoingMail(models.Model):
    """A message to one address. `governance.people.mail` writes and sends it.

    Its text is forgotten once a server took it: links in it let somebody in.
    """

    recipient = models.EmailField(_("to"), max_length=254)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    # Where an administrator of a company sent it: theirs to see.
    company = models.ForeignKey(
        Company,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outgoing_mail",
        verbose_name=_("company"),
    )
    written_at = models.DateTimeField(_("written at"), db_default=Now(), editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts to send"), default=0)
    error = models.CharField(_("what the mail server said"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        ordering = ("-written_at", "-pk")
        indexes = [
            models.Index(
                name="outgoing_mail_unsent", fields=("id",), condition=models.Q(sent_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.written_at:%Y-%m-%d %H:%M} {self.recipient} {self.subject}"
