"""Changes still to come: adopted by a day and not yet in force on it, or about to end by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from governance.models import Amendment, Wording
from governance.record.wording_change import WordingChange, change_kind


@dataclass(frozen=True)
class UpcomingChange(WordingChange):
    """What will happen to an article, on which day (None: not known).

    `before` is its wording in force, None for a new one; `after` the one that comes into force,
    None where it ends.
    """

    on: date | None

    @property
    def amendment(self) -> Amendment | None:
        """The amendment that makes it so."""
        if self.kind == "ended" and self.before is not None:
            return self.before.ended_by
        return self.wording.amendment


def upcoming_changes(
    adopted: Iterable[Wording], in_force: Iterable[Wording], day: date
) -> list[UpcomingChange]:
    """The changes still to come on `day`, the soonest first.

    `adopted` and `in_force` are the articles of that day by the two clocks.
    """
    now = {wording.article_id: wording for wording in in_force}
    then = {wording.article_id: wording for wording in adopted}
    found = [_starting(now.get(key), after) for key, after in then.items() if after != now.get(key)]
    found += [_ending(before) for key, before in now.items() if key not in then]
    found += [
        UpcomingChange("expires", wording, None, wording.expires_on)
        for key, wording in now.items()
        if wording.expires_on is not None and wording.expires_on > day and then.get(key) == wording
    ]
    return sorted(found, key=lambda each: (each.on or date.max, _place(each.wording)))


def _starting(before: Wording | None, after: Wording) -> UpcomingChange:
    days = after.in_force
    # Replaced before it came into force by what was adopted later: it was to come all the same.
    on = after.amendment.effective_on if days is None or days.isempty else days.lower
    return UpcomingChange(change_kind(before, after), before, after, on)


def _ending(before: Wording) -> UpcomingChange:
    return UpcomingChange("ended", before, None, before.in_force.upper)


def _place(wording: Wording) -> tuple[int, int]:
    return (wording.part.position, wording.position)
