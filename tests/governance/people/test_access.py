import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from pytest_django import DjangoAssertNumQueries

from governance.models import Company, User
from governance.people.access import article_for, companies_for, company_for
from tests import rows


def test_companies_are_those_of_the_person(company: Company, legal: User, stranger: User) -> None:
    assert list(companies_for(legal)) == [company]
    assert list(companies_for(stranger)) == [stranger.memberships.get().company]
    assert list(companies_for(AnonymousUser())) == []


def test_a_company_is_shown_to_its_people_alone(
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


def test_an_article_is_shown_to_the_people_of_its_company_alone(
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
