import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from pytest_django import DjangoAssertNumQueries

from governance.models import Company, Membership, User
from governance.models.role import Role
from governance.people.access import article_for, companies_for, company_for, meeting_for, roles_in
from tests import rows


def test_companies_are_those_of_the_person(company: Company, legal: User, stranger: User) -> None:
    assert list(companies_for(legal)) == [company]
    assert list(companies_for(stranger)) == [stranger.memberships.get().company]
    assert list(companies_for(AnonymousUser())) == []


def test_a_company_is_fetched_by_right(
    company: Company, legal: User, secretary: User, reader: User, stranger: User
) -> None:
    for person in (legal, secretary, reader):
        assert company_for(person, "3774") == company
    for person in (stranger, AnonymousUser()):
        with pytest.raises(Http404):
            company_for(person, "3774")
    for code in ("", "9999", "3774\x00"):
        with pytest.raises(Http404):
            company_for(legal, code)


def test_an_article_is_fetched_by_right(
    company: Company,
    reader: User,
    stranger: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article = rows.article(rows.main_part(company))
    with django_assert_num_queries(1):
        fetched = article_for(reader, "3774", article.pk)
        assert (fetched, fetched.company, fetched.part.kind) == (article, company, "main")
    for person, code, key in (
        (stranger, "3774", article.pk),
        (stranger, "9001", article.pk),
        (reader, "9001", article.pk),
        (reader, "3774", article.pk + 1),
        (reader, "3774", 0),
        (reader, "3774", 10**30),
    ):
        with pytest.raises(Http404):
            article_for(person, code, key)


def test_a_meeting_is_fetched_by_right(company: Company, legal: User, stranger: User) -> None:
    meeting = rows.meeting(company)
    assert meeting_for(legal, "3774", "21") == meeting
    for person, code, mark in ((stranger, "3774", "21"), (legal, "3774", "22")):
        with pytest.raises(Http404):
            meeting_for(person, code, mark)


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
