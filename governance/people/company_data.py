"""Who may change a company's own data, and what follows from it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from governance.models import Company, User
from governance.people import audit
from governance.people.permissions import is_administrator
from governance.people.printed_data import tell_printed_data_changed
from governance.people.refused import Refused

ONLY_ADMINISTRATORS = gettext_lazy("Only an administrator of the company may change its data.")


class ChangedMeanwhile(Exception):
    """Somebody else has saved the company's data since the form was opened."""

    def __init__(self, company: Company) -> None:
        super().__init__(company.code)
        self.company = company


def data_version(company: Company) -> str:
    """Another one as soon as anything of the company is saved."""
    return str(company.history.latest().pk)


@transaction.atomic
def change_company(
    company: Company, changed: dict[str, Any], *, version: str, by: User
) -> list[str]:
    """Store the values that changed, by the names of their columns.

    Returns the addresses of the proposals that were reopened, since they were approved with what
    stood there before. Nothing is written where nothing changes. Raises `Refused`, and
    `ChangedMeanwhile` where the company's data are no longer of that version.
    """
    if not is_administrator(by, company):
        raise Refused(str(ONLY_ADMINISTRATORS))
    locked = Company.objects.select_for_update(no_key=True).get(pk=company.pk)
    if data_version(locked) != version:
        raise ChangedMeanwhile(locked)
    if not changed:
        return []
    for name, value in changed.items():
        setattr(locked, name, value)
    audit.set_history_user(locked, by=by)
    locked.save()
    audit.record("company.changed", by=by, company=locked, about=str(locked)[:200])
    return tell_printed_data_changed(locked, by=by)
