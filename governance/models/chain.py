"""The chain: an entry for each row of the record that was ever entered, changed or deleted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.digests import HexDigest


class ChainEntry(models.Model):
    """What was done to one row, bound to the entry before by its hash.

    Written by the database alone, at the end of the transaction that wrote the row, and only added
    to. `content_sha256` is that of the row's `columns`; `sha256` that of the whole entry and of the
    `sha256` before it: nothing can be changed without changing all that follows.
    `governance.record.integrity` computes both again.
    """

    class Operation(models.TextChoices):
        INSERT = "INSERT", _("entered")
        UPDATE = "UPDATE", _("changed")
        DELETE = "DELETE", _("deleted")
        FOUND = "FOUND", _("found when the chain began")

    # No foreign key: the chain outlasts what it tells of. 0 is the installation's own chain.
    chain = models.BigIntegerField(_("company"), help_text=_("0 for the installation."))
    position = models.BigIntegerField(_("position"))
    at = models.DateTimeField(_("at"))
    transaction = models.BigIntegerField(_("transaction"))
    table = models.CharField(_("table"), max_length=63)
    row = models.BigIntegerField(_("row"))
    operation = models.CharField(_("what was done"), max_length=6, choices=Operation)
    columns = models.TextField(_("columns"))
    content_sha256 = HexDigest(_("SHA-256 of the row"))
    sha256 = HexDigest(_("SHA-256"))

    class Meta:
        verbose_name = _("entry of the chain")
        verbose_name_plural = _("entries of the chain")
        ordering = ("chain", "position")
        constraints = [
            models.UniqueConstraint(name="chain_position_once", fields=("chain", "position"))
        ]
        indexes = [models.Index(name="chain_of_row", fields=("table", "row", "-position"))]

    def __str__(self) -> str:
        return f"{self.chain}/{self.position} {self.sha256[:12]}"
