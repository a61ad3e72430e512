"""What people did, one line for each act."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.models.company import Company


class AuditEntry(models.Model):
    """Who did what, and when: drafts are inside information, so their opening is recorded too.

    Written by `governance.people.audit.record` and only added to: the database refuses to change or
    delete a row, or to truncate the table.
    """

    # Neither is known where somebody fails to sign in under a name that is nobody's.
    company = models.ForeignKey(
        Company,
        on_delete=models.PROTECT,
        null=True,
        related_name="audit_entries",
        verbose_name=_("company"),
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("person"),
    )
    what = models.CharField(
        _("what"), max_length=60, help_text=_("A name such as proposal.opened.")
    )
    about = models.CharField(
        _("about"), max_length=200, blank=True, help_text=_("An address such as 3774-21-1.")
    )
    # The time of the transaction, whatever is given: all that one act writes has one time.
    at = models.DateTimeField(_("at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ("-at", "-pk")
        indexes = [models.Index(name="audit_about", fields=("company", "about", "-at"))]
        constraints = [models.CheckConstraint(name="audit_what", condition=~models.Q(what=""))]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.what} {self.about}".rstrip()
