"""The amendments of a company, each with the articles it changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from governance.models import Amendment, AmendmentReason, Company, Wording
from governance.record.wording_change import WordingChange, change_kind


@dataclass(frozen=True)
class TimelineEntry:
    """An amendment, what it did to each article in document order, and why."""

    amendment: Amendment
    changes: tuple[WordingChange, ...]
    reasons: tuple[AmendmentReason, ...]
    """One for each reason, whatever the count of the articles that it covers."""


def timeline(company: Company) -> list[TimelineEntry]:
    """The amendments of the company, the newest first; three queries."""
    amendments = company.amendments.select_related("meeting__company").prefetch_related("reasons")
    rows = company.wordings.recorded().in_order_of_adoption().select_related("part")
    changes = _changes_by_amendment(rows)
    return [
        TimelineEntry(
            each, tuple(sorted(changes[each.pk], key=_place)), _each_once(each.reasons.all())
        )
        for each in amendments
    ]


def _changes_by_amendment(rows: Iterable[Wording]) -> dict[int, list[WordingChange]]:
    """By amendment, what it did to each article."""
    rows_by_article: dict[int, list[Wording]] = defaultdict(list)
    for row in rows:
        # What an amendment both makes and ends is in force in the meantime, and never as adopted.
        if row.ended_by_id != row.amendment_id:
            rows_by_article[row.article_id].append(row)
    found: dict[int, list[WordingChange]] = defaultdict(list)
    for wordings in rows_by_article.values():
        befores: list[Wording | None] = [None, *wordings]
        for before, after in zip(befores, wordings, strict=False):
            found[after.amendment_id].append(
                WordingChange(change_kind(before, after), before, after)
            )
        if (last := wordings[-1]).ended_by_id is not None:
            found[last.ended_by_id].append(WordingChange("ended", last, None))
    return found


def _place(change: WordingChange) -> tuple[int, int, int]:
    wording = change.wording
    return (wording.part.position, wording.position, wording.pk)


def _each_once(reasons: Iterable[AmendmentReason]) -> tuple[AmendmentReason, ...]:
    return tuple({each.position: each for each in reasons}.values())
