"""Who did it: one line in the audit for each act, and the name in the histories."""

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from governance.models import AuditEntry, Company, User

SAME_ACT = timedelta(minutes=10)
"""What a person repeats within this time is one act, where `record_once` says so."""


def record(what: str, *, by: User, company: Company, about: str = "") -> AuditEntry:
    """Record that `by` did `what` ("proposal.opened") in `company`; `about` is an address
    ("3774-21-1").

    Called inside the transaction of the act, so that neither stands without the other.
    """
    return AuditEntry.objects.create(what=what, actor=by, company=company, about=about)


def record_once(what: str, *, by: User, company: Company, about: str = "") -> None:
    """The same, unless the person did it just before: a preview follows every key."""
    lines = AuditEntry.objects.filter(what=what, actor=by, company=company, about=about)
    if not lines.filter(at__gt=timezone.now() - SAME_ACT).exists():
        record(what, by=by, company=company, about=about)


def record_of_person(what: str, *, person: User | None, by: User | None, about: str = "") -> None:
    """Record what concerns a person in whatever company: a line in each that the person belongs
    to, or in none where that is nobody's. `person` is None for a name that nobody has.
    """
    companies = set(person.memberships.values_list("company", flat=True)) if person else set()
    for company in companies or (None,):
        AuditEntry.objects.create(what=what, actor=by, company_id=company, about=about)


def set_history_user(row: Model, *, by: User) -> None:
    """Let the history row that the next saving or deletion of `row` leaves name `by`.

    simple-history looks here first; by itself it knows who asks only while a page is served.
    """
    vars(row)["_history_user"] = by
