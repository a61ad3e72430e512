"""What is said of a proposal besides its changes and reasons: days, titles, who may decide."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from governance.models import User
from governance.models.amendment import LONGEST_TITLE
from governance.people.refused import Refused, stored_text
from proposals.calendar.days import DAYS
from proposals.editing.transaction import Conflict, edit_transaction, save
from proposals.models import Proposal
from proposals.models.board_authority import BOARD_FIELDS
from proposals.models.effect_condition import CONDITION_FIELDS, LONGEST_CONDITION, EffectCondition
from proposals.models.proposal import LONGEST_OPINION

DATES = ("base_day", *(day.field for day in DAYS if not day.is_of_meeting))
"""The days that `set_dates` sets."""
TEXTS = {
    "title_ja": LONGEST_TITLE,
    "title_en": LONGEST_TITLE,
    "opinion_ja": LONGEST_OPINION,
    "opinion_en": LONGEST_OPINION,
}
"""All that `set_titles` sets, and how long each may be."""
SCHEDULED = (*DATES, *CONDITION_FIELDS)
"""All that `set_dates` sets."""


def set_dates(
    proposal: Proposal, *, by: User, version: int, **days: date | str | Proposal | None
) -> Proposal:
    """Set the days given by name, None to clear one, and the condition of the effect
    (`SCHEDULED`); those not given stay.

    `version` is that of the proposal as it was shown. TypeError for a name that is none of these.
    """
    if unknown := sorted(set(days) - set(SCHEDULED)):
        raise TypeError(f"A proposal has no day named {', '.join(unknown)}.")
    values = {
        name: stored_text(value, longest=LONGEST_CONDITION).strip()
        if isinstance(value, str)
        else value
        for name, value in days.items()
    }
    if isinstance(other := values.get("condition_proposal"), Proposal):
        _require_no_circle(proposal, other)
    return _set(proposal, by=by, version=version, what="dates.set", values=values)


def set_board_authority(
    proposal: Proposal, *, by: User, version: int, **values: str | int | bool | None
) -> Proposal:
    """State what lets the board decide alone, by name (`BOARD_FIELDS`)."""
    if unknown := sorted(set(values) - set(BOARD_FIELDS)):
        raise TypeError(f"There is nothing named {', '.join(unknown)}.")
    return _set(proposal, by=by, version=version, what="board_authority.set", values=values)


def _require_no_circle(proposal: Proposal, other: Proposal) -> None:
    """A condition that waits for itself is never met."""
    following: EffectCondition | None = other
    seen: set[int] = set()
    while following is not None and following.pk not in seen:
        if following.pk == proposal.pk:
            raise Refused(
                _(
                    "Proposal %(number)d waits for this one already, itself or through another: a"
                    " condition that waits for itself is never met."
                )
                % {"number": other.number}
                if other.pk != proposal.pk
                else _("A proposal cannot wait for its own adoption.")
            )
        seen.add(following.pk)
        following = following.condition_proposal


def set_titles(proposal: Proposal, *, by: User, version: int, **texts: str) -> Proposal:
    """Set the titles of the agenda item, one of which may be empty, and the opinion of the board on
    a proposal of shareholders; those not given stay (`TEXTS`).
    """
    if unknown := sorted(set(texts) - set(TEXTS)):
        raise TypeError(f"A proposal has no text named {', '.join(unknown)}.")
    values = {name: stored_text(text, longest=TEXTS[name]).strip() for name, text in texts.items()}
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
