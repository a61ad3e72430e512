import pytest
from django.db import IntegrityError, transaction

from governance.models import AuditEntry, Company, User
from governance.people import audit


def test_a_line_says_who_did_what_where(company: Company, reader: User) -> None:
    entry = audit.record("proposal.opened", by=reader, company=company, about="3774-21-1")
    kept = AuditEntry.objects.get()
    assert (kept, kept.actor, kept.company, kept.what, kept.about) == (
        entry,
        reader,
        company,
        "proposal.opened",
        "3774-21-1",
    )
    assert kept.at == entry.at


def test_lines_are_only_added(company: Company, reader: User) -> None:
    audit.record("proposal.opened", by=reader, company=company)
    lines = AuditEntry.objects.all()
    with pytest.raises(IntegrityError, match="UPDATE is refused"), transaction.atomic():
        lines.update(what="nothing")
    with pytest.raises(IntegrityError, match="DELETE is refused"), transaction.atomic():
        lines.delete()
    assert [line.what for line in lines] == ["proposal.opened"]
