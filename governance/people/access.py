"""Rows that a person may see. Any other raises `Http404`, as if it did not exist."""

from typing import Any

from django.http import Http404

from governance.models import Article, Company, CompanyQuerySet

LARGEST_KEY = 2**63 - 1


def companies_for(user: Any) -> CompanyQuerySet:
    """The companies that the user belongs to, by code."""
    return Company.objects.of(user)


def company_for(user: Any, code: str) -> Company:
    """The company of that securities code. Http404 unless the user belongs to it."""
    company = companies_for(user).filter(code=_storable(code)).first()
    if company is None:
        raise Http404
    return company


def article_for(user: Any, code: str, pk: int) -> Article:
    """The article of that key, its company and part with it. Http404 unless the user belongs to the
    company.
    """
    if not 0 < pk <= LARGEST_KEY:
        raise Http404
    article = (
        Article.objects.filter(
            company__in=companies_for(user), company__code=_storable(code), pk=pk
        )
        .select_related("company", "part")
        .first()
    )
    if article is None:
        raise Http404
    return article


def _storable(text: str) -> str:
    # PostgreSQL has no U+0000 in text; asked for one it fails instead of finding nothing.
    if "\x00" in text:
        raise Http404
    return text
