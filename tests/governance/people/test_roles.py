"""Roles are given by an administrator of the company, never to oneself; each is told."""

import pytest

from governance.models import AuditEntry, Company, Membership, User
from governance.models.role import Role
from governance.people.refused import Refused
from governance.people.roles import give_role, take_role
from tests.people import person


@pytest.fixture
def administrator(company: Company) -> User:
    return person("head", company, Role.ADMINISTRATOR)


def told() -> list[tuple[str, str, str]]:
    lines = AuditEntry.objects.order_by("pk")
    return list(lines.values_list("what", "actor__username", "about"))


def test_an_administrator_gives_and_takes(company, administrator, reader):
    membership = give_role(company, to=reader, role=Role.LEGAL_STAFF, by=administrator)
    assert give_role(company, to=reader, role=Role.LEGAL_STAFF, by=administrator) == membership
    take_role(membership, by=administrator)
    assert list(reader.memberships.values_list("role", flat=True)) == ["reader"]
    assert told() == [
        ("role.given", "head", "reader legal_staff"),
        ("role.taken", "head", "reader legal_staff"),
    ]


def test_nobody_else_does(company, legal, secretary, reader, stranger, administrator):
    superuser = User.objects.create_superuser("superuser")
    membership = Membership.objects.get(user=reader)
    for user in (legal, secretary, reader, stranger, superuser):
        with pytest.raises(Refused, match="Only an administrator"):
            give_role(company, to=administrator, role=Role.READER, by=user)
        with pytest.raises(Refused, match="Only an administrator"):
            take_role(membership, by=user)
    assert told() == []


def test_nobody_changes_their_own_roles(company, administrator):
    with pytest.raises(Refused, match="Nobody changes their own roles"):
        give_role(company, to=administrator, role=Role.BOARD_SECRETARY, by=administrator)
    with pytest.raises(Refused, match="Nobody changes their own roles"):
        take_role(administrator.memberships.get(), by=administrator)
