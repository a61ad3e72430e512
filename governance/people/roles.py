"""Giving and taking roles: done by an administrator of the company, and never to oneself."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Company, Membership, User
from governance.models.role import Role
from governance.people import audit
from governance.people.permissions import is_administrator
from governance.people.refused import Refused

ONLY_ADMINISTRATORS = gettext_lazy("Only an administrator of the company may give and take roles.")


@transaction.atomic
def give_role(company: Company, *, to: User, role: Role, by: User) -> Membership:
    """Give somebody a role in the company. What they have already stays. Raises `Refused`."""
    _require(company, to, by)
    found = Membership.objects.filter(company=company, user=to, role=role).first()
    if found is not None:
        return found
    membership = Membership(company=company, user=to, role=role)
    audit.set_history_user(membership, by=by)
    membership.save()
    audit.record("role.given", by=by, company=company, about=f"{to.get_username()} {role}")
    return membership


@transaction.atomic
def take_role(membership: Membership, *, by: User) -> None:
    """Take a role away again. Raises `Refused`, also for the last administrator's."""
    company = Company.objects.select_for_update(no_key=True).get(pk=membership.company_id)
    _require(company, membership.user, by)
    about = f"{membership.user.get_username()} {membership.role}"
    audit.set_history_user(membership, by=by)
    membership.delete()
    audit.record("role.taken", by=by, company=company, about=about)


@transaction.atomic
def take_all_roles(company: Company, person: User, *, by: User) -> None:
    """Somebody leaves: all their roles in the company are taken. Their name stays where they have
    done anything. Raises `Refused`.
    """
    for membership in Membership.objects.filter(company=company, user=person):
        take_role(membership, by=by)
    audit.record("person.left", by=by, company=company, about=person.get_username())


def _require(company: Company, whose: User, by: User) -> None:
    if not is_administrator(by, company):
        raise Refused(str(ONLY_ADMINISTRATORS))
    if whose.pk == by.pk:
        raise Refused(
            _("Nobody changes their own roles; another administrator of the company can.")
        )
