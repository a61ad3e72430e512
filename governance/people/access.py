"""Fetch by right: what a person may not know of is a 404, the same as what does not exist."""

from typing import Any

from django.http import Http404

from governance.models import Article, Company, CompanyQuerySet, Meeting, Membership
from governance.models.role import Role

LARGEST_KEY = 2**63 - 1


def roles_in(user: Any, company: Company) -> frozenset[Role]:
    """The user's roles in the company, none for a stranger or somebody not signed in.

    All memberships are read in one query and kept on the user object, which lives as long as the
    request.
    """
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    known: dict[int, frozenset[Role]] | None = getattr(user, "roles_by_company", None)
    if known is None:
        known = {}
        for company_id, role in Membership.objects.filter(user=user).values_list(
            "company_id", "role"
        ):
            known[company_id] = known.get(company_id, frozenset()) | {Role(role)}
        user.roles_by_company = known
    return known.get(company.pk, frozenset())


def may_record(user: Any, company: Company) -> bool:
    """Whether the user may put the record right: correct a slip, enter a day that was not known."""
    return not {Role.LEGAL_STAFF, Role.BOARD_SECRETARY}.isdisjoint(roles_in(user, company))


def companies_for(user: Any) -> CompanyQuerySet:
    """The companies that the user belongs to, by code."""
    return Company.objects.of(user)


def company_for(user: Any, code: str) -> Company:
    """The company of that securities code. Http404 unless the user belongs to it."""
    company = companies_for(user).filter(code=_known(code)).first()
    if company is None:
        raise Http404
    return company


def meeting_for(user: Any, code: str, mark: str) -> Meeting:
    """The meeting of that mark, its company with it. Http404 unless the user belongs to the
    company.
    """
    meeting = (
        Meeting.objects.filter(
            company__in=companies_for(user), company__code=_known(code), mark=_known(mark)
        )
        .select_related("company")
        .first()
    )
    if meeting is None:
        raise Http404
    return meeting


def article_for(user: Any, code: str, pk: int) -> Article:
    """The article of that key, its company and part with it. Http404 unless the user belongs to the
    company.
    """
    if not 0 < pk <= LARGEST_KEY:
        raise Http404
    article = (
        Article.objects.filter(company__in=companies_for(user), company__code=_known(code), pk=pk)
        .select_related("company", "part")
        .first()
    )
    if article is None:
        raise Http404
    return article


def _known(text: str) -> str:
    # PostgreSQL has no U+0000 in text; asked for one it fails instead of finding nothing.
    if "\x00" in text:
        raise Http404
    return text
