"""One line in the audit for each act."""

from governance.models import AuditEntry, Company, User


def record(what: str, *, by: User, company: Company, about: str = "") -> AuditEntry:
    """Record that `by` did `what` ("proposal.opened") in `company`; `about` is an address
    ("3774-21-1").

    Called inside the transaction of the act, so that neither stands without the other.
    """
    return AuditEntry.objects.create(what=what, actor=by, company=company, about=about)
