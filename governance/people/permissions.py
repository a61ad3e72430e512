"""Which roles a person has in a company, and what these allow. Everybody who asks, asks here."""

from typing import Any

from governance.models import Company, Membership
from governance.models.role import Role


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


def is_legal_staff(user: Any, company: Company) -> bool:
    return Role.LEGAL_STAFF in roles_in(user, company)


def is_board_secretary(user: Any, company: Company) -> bool:
    return Role.BOARD_SECRETARY in roles_in(user, company)


def is_administrator(user: Any, company: Company) -> bool:
    """Whether the user gives and takes the roles of the company."""
    return Role.ADMINISTRATOR in roles_in(user, company)


def may_read_audit(user: Any, company: Company) -> bool:
    """Whether the user may read and export who did what, and who knew what when."""
    return is_board_secretary(user, company)


def may_bring_in(user: Any, company: Company) -> bool:
    """Whether the user may bring articles of the past into the record."""
    return is_legal_staff(user, company)


def may_record(user: Any, company: Company) -> bool:
    """Whether the user may correct a clerical slip in the record, or enter a day of effect that was
    not known.
    """
    return works_on_drafts(user, company)


def may_draft(user: Any, company: Company) -> bool:
    """Whether the user may begin proposals and edit them."""
    return is_legal_staff(user, company)


def works_on_drafts(user: Any, company: Company) -> bool:
    """Whether the user drafts or reviews: drafts are inside information to everybody else."""
    return is_legal_staff(user, company) or is_board_secretary(user, company)
