from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from governance.models import Company, Membership, User
from governance.models.role import Role
from governance.people.permissions import (
    may_bring_in,
    may_draft,
    may_record,
    roles_in,
    works_on_drafts,
)


def test_roles_are_read_once(
    company: Company,
    other_company: Company,
    legal: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    Membership.objects.create(user=legal, company=company, role=Role.READER)
    with django_assert_num_queries(1):
        for _ in range(3):
            assert roles_in(legal, company) == {Role.LEGAL_STAFF, Role.READER}
            assert roles_in(legal, other_company) == frozenset()


def test_who_is_not_signed_in_or_no_longer_active_has_no_role(
    company: Company, legal: User
) -> None:
    legal.is_active = False
    assert roles_in(legal, company) == frozenset()
    assert roles_in(AnonymousUser(), company) == frozenset()


def test_what_each_role_allows(
    company: Company, legal: User, secretary: User, reader: User, stranger: User
) -> None:
    allowed = {
        person.username: [
            ask.__name__
            for ask in (may_bring_in, may_draft, may_record, works_on_drafts)
            if ask(person, company)
        ]
        for person in (legal, secretary, reader, stranger)
    }
    assert list(allowed.values()) == [
        ["may_bring_in", "may_draft", "may_record", "works_on_drafts"],
        ["may_record", "works_on_drafts"],
        [],
        [],
    ]
