"""What followed from the changes of a draft, the newest first, and what of it was accepted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from governance.text.citations.consequence import BROKEN, LEFT, Consequence
from governance.text.message import Message
from governance.text.tree.keys import unit_key
from proposals.draft.derive import Draft, draft
from proposals.draft.rows_at import rows_before_last_step
from proposals.views.rows import name_by_key, row_link


def reason_places(drafted: Draft) -> dict[str, tuple[str, str]]:
    """The link to each reason and what it is called, by its key, "reason:3"."""
    return {
        f"reason:{reason.pk}": (f"#reason-{reason.pk}", _("Reason (%(count)d)") % {"count": count})
        for count, reason in enumerate(drafted.reasons, 1)
    }


@dataclass(frozen=True)
class ShownConsequence:
    """A citation or a number in a reason, before and after, and why. `key` is the identity of the
    article whose row can be asked about it, "" for a reason.
    """

    key: str
    where: str
    url: str
    before: str
    after: str
    why: Message
    outcome: str
    is_new: bool = False
    """Whether it came with the last step."""

    @property
    def name(self) -> str:
        """What a form says for it, and what is kept of one that was accepted."""
        told = (self.url.partition("#")[2] or self.url, self.before, self.after, self.why.en)
        return sha256(repr(told).encode()).hexdigest()[:16]


def shown_consequences(
    drafted: Draft, anchors: Collection[str] = (), *, with_newest: bool = False
) -> dict[str, list[ShownConsequence]]:
    """What followed: references that had to follow, the newest first (`with_newest`), those of them
    that were accepted, and those left as they are.

    Without a change there is nothing that anything could follow from.
    """
    found: dict[str, list[ShownConsequence]] = {"followed": [], "accepted": [], "left": []}
    if not drafted.changes:
        return found
    earlier = _earlier(drafted) if with_newest else None
    known = {_place(one) for one in _all(earlier or drafted)}
    places = reason_places(drafted)
    shown = [
        _shown(one, drafted, anchors, places, _place(one) not in known) for one in _all(drafted)
    ]
    accepted = {
        one["name"]
        for one in drafted.proposal.accepted_consequences
        if one["language"] == drafted.language
    }
    for each in shown:
        is_accepted = each.name in accepted and each.outcome != BROKEN
        side = "left" if each.outcome in LEFT else "accepted" if is_accepted else "followed"
        found[side].append(each)
    found["followed"].sort(key=lambda one: not one.is_new)
    return found


def _earlier(drafted: Draft) -> Draft | None:
    rows = rows_before_last_step(drafted.rows)
    return draft(drafted.proposal, drafted.language, rows=rows) if rows else None


def _all(drafted: Draft) -> tuple[Consequence, ...]:
    """Those of citations, then those of the numbers in reasons."""
    return (*drafted.consequences, *drafted.reason_consequences)


def _place(one: Consequence) -> tuple[Any, ...]:
    return one.key, one.before, one.after


def _shown(
    one: Consequence,
    drafted: Draft,
    anchors: Collection[str],
    places: Mapping[str, tuple[str, str]],
    is_new: bool,
) -> ShownConsequence:
    key = unit_key(one.key)
    if one.key in places:
        key, (url, where) = "", places[one.key]
    else:
        where, url = name_by_key(drafted, key) or one.at, row_link(key, anchors)
    return ShownConsequence(key, where, url, one.before, one.after, one.why, one.outcome, is_new)
