"""The dates and the titles of a proposal."""

from collections.abc import Mapping
from datetime import date

from governance.models import User
from governance.models.amendment import LONGEST_TITLE
from governance.people.refused import stored_text
from proposals.calendar.days import DAYS
from proposals.editing.transaction import Conflict, edit_transaction, save
from proposals.models import Proposal

DATES = ("base_day", *(day.field for day in DAYS if not day.is_of_meeting))
"""The columns that `set_dates` sets."""


def set_dates(proposal: Proposal, *, by: User, version: int, **days: date | None) -> Proposal:
    """Set the days given by name (`DATES`), None to clear one; those not given stay.

    `version` is that of the proposal as it was shown. TypeError for a name that is no day's.
    """
    if unknown := sorted(set(days) - set(DATES)):
        raise TypeError(f"A proposal has no day named {', '.join(unknown)}.")
    return _set(proposal, by=by, version=version, what="dates.set", values=days)


def set_titles(
    proposal: Proposal, *, by: User, version: int, title_ja: str, title_en: str
) -> Proposal:
    """Set the titles of the agenda item; one of the two may be empty."""
    values = {
        "title_ja": stored_text(title_ja, longest=LONGEST_TITLE).strip(),
        "title_en": stored_text(title_en, longest=LONGEST_TITLE).strip(),
    }
    return _set(proposal, by=by, version=version, what="titles.set", values=values)


def _set(
    proposal: Proposal, *, by: User, version: int, what: str, values: Mapping[str, object]
) -> Proposal:
    with edit_transaction(proposal, by=by, what=what) as locked:
        if locked.version != version:
            raise Conflict(locked, values)
        for name, value in values.items():
            setattr(locked, name, value)
        locked.version += 1
        save(locked, by=by)
        return locked
