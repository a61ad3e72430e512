"""Who may choose a company's house style, and what follows from it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from governance.models import Company, User
from governance.people import audit
from governance.people.permissions import is_administrator
from governance.people.printed_data import tell_printed_data_changed
from governance.people.refused import Refused

ONLY_ADMINISTRATORS = gettext_lazy(
    "Only an administrator of the company may choose its house style."
)


@transaction.atomic
def choose_house_style(
    company: Company, language: str, preset: str, choices: dict[str, Any], *, by: User
) -> list[str]:
    """Store a preset, and what is chosen otherwise than in it, for the tables in a language.

    Returns the addresses of the proposals whose approval it reopened: they were approved with
    another table. Nothing is written where nothing changes. Raises `Refused`.
    """
    if not is_administrator(by, company):
        raise Refused(str(ONLY_ADMINISTRATORS))
    locked = Company.objects.select_for_update(no_key=True).get(pk=company.pk)
    before = (locked.text("house_style", language), locked.house_style_overrides.get(language, {}))
    if before == (preset, choices):
        return []
    setattr(locked, f"house_style_{language}", preset)
    locked.house_style_overrides = {**locked.house_style_overrides, language: choices}
    audit.set_history_user(locked, by=by)
    locked.save()
    audit.record("company.house_style", by=by, company=locked, about=f"{locked.code} {language}")
    return tell_printed_data_changed(locked, by=by)
