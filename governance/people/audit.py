"""Who did it: one line in the audit for each act, and the name in the histories."""

from django.db.models import Model

from governance.models import AuditEntry, Company, User


def record(what: str, *, by: User, company: Company, about: str = "") -> AuditEntry:
    """Record that `by` did `what` ("proposal.opened") in `company`; `about` is an address
    ("3774-21-1").

    Called inside the transaction of the act, so that neither stands without the other.
    """
    return AuditEntry.objects.create(what=what, actor=by, company=company, about=about)


def set_history_user(row: Model, *, by: User) -> None:
    """Let the history row that the next saving or deletion of `row` leaves name `by`.

    simple-history looks here first; by itself it knows who asks only while a page is served.
    """
    vars(row)["_history_user"] = by
