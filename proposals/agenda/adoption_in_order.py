"""A proposal applied to what others of its meeting have made of the articles.

Its changes name identities, so that numbers and citations follow. Where it overlaps with one that
was adopted before it, a person has decided.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import dropwhile, takewhile

from django.utils.translation import gettext as _

from governance import record
from governance.models import Wording
from governance.models.languages import interface_language
from governance.people.refused import Refused
from proposals.agenda.items import (
    AdoptedItem,
    AgendaItem,
    ProposalOverlap,
    proposal_overlaps,
)
from proposals.draft.operations import anchor_of
from proposals.draft.rows import DraftRows, load_rows, load_rows_of
from proposals.models import Change, Proposal
from proposals.models.insertion_order import InsertionOrder

OrderDecisions = Mapping[int, InsertionOrder]
"""By the key of a change of the later proposal."""


def rows_at_adoption(
    proposal: Proposal, day: date, decisions: OrderDecisions | None = None
) -> DraftRows:
    """The rows of a proposal on the articles as adopted on `day`.

    They are as they were drafted unless proposals of the same meeting were adopted since. Raises
    `Refused` where the proposal overlaps with one of those and nobody has decided. What else has
    changed the articles is left for the record to refuse.
    """
    rows = load_rows(proposal)
    now = tuple(record.articles_as_of(proposal.company, day))
    earlier = adopted_before(proposal, rows, now, day)
    if not earlier:
        return rows
    item = AgendaItem(proposal, rows)
    overlaps = [
        overlap
        for other in earlier
        for overlap in proposal_overlaps(other, item, with_numbers=False)
    ]
    _require_decided(overlaps, decisions or {})
    changes = tuple(
        _behind_earlier_insertion(change, overlaps, decisions or {}, rows, now)
        for change in rows.changes
    )
    return replace(rows, wordings=now, changes=changes, _present={})


def orders_to_decide(proposal: Proposal, day: date) -> list[ProposalOverlap]:
    """Where a person must say, at the adoption on `day`, which of two stands first."""
    rows = load_rows(proposal)
    now = tuple(record.articles_as_of(proposal.company, day))
    item = AgendaItem(proposal, rows)
    return [
        overlap
        for other in adopted_before(proposal, rows, now, day)
        for overlap in proposal_overlaps(other, item, with_numbers=False)
        if overlap.is_place
    ]


def adopted_before(
    proposal: Proposal, rows: DraftRows, now: Sequence[Wording], day: date
) -> list[AgendaItem]:
    """The proposals of the same meeting that have changed the articles since it was drafted, in
    their order; none where something else has, too.
    """
    drafted_on = {row.pk for row in rows.wordings if row.expires_on is None or row.expires_on > day}
    new = [row for row in now if row.pk not in drafted_on]
    gone = Wording.objects.filter(pk__in=drafted_on - {row.pk for row in now})
    made = {row.amendment_id for row in new} | {row.ended_by_id for row in gone}
    found = (
        Proposal.objects.filter(meeting=proposal.meeting_id, amendment__in=made - {None})
        .with_names()
        .order_by("amendment")
    )
    if {each.amendment_id for each in found} != made:
        return []
    return [AdoptedItem(rows.proposal, rows) for rows in load_rows_of(list(found))]


def _require_decided(overlaps: Iterable[ProposalOverlap], decisions: OrderDecisions) -> None:
    undecided = [
        overlap
        for overlap in overlaps
        if overlap.needs_decision
        and not (overlap.is_place and overlap.change is not None and overlap.change.pk in decisions)
    ]
    if not undecided:
        return
    language = interface_language()
    told = " ".join(dict.fromkeys(each.message.in_language(language) for each in undecided))
    if all(each.is_place for each in undecided):
        raise Refused(_("%(where)s Say which stands first.") % {"where": told})
    raise Refused(
        _("%(where)s Enter it as the meeting decided: as amended by the meeting.") % {"where": told}
    )


def _behind_earlier_insertion(
    change: Change,
    overlaps: Iterable[ProposalOverlap],
    decisions: OrderDecisions,
    rows: DraftRows,
    now: Sequence[Wording],
) -> Change:
    """The change, put behind what an earlier proposal put at its place where that was decided."""
    behind = any(
        overlap.is_place
        and overlap.change == change
        and decisions.get(change.pk) is InsertionOrder.BEHIND
        for overlap in overlaps
    )
    last = _last_new_wording_at(change, {row.key for row in rows.wordings}, now) if behind else None
    if last is None:
        return change
    # Another row, since a copy would share what Django keeps of the relations.
    given = {
        field.attname: getattr(change, field.attname) for field in Change._meta.concrete_fields
    }
    return Change(**(given | {"anchor_article_id": last.article_id, "anchor_part_id": None}))


def _last_new_wording_at(
    change: Change, drafted_on: Collection[str], now: Sequence[Wording]
) -> Wording | None:
    """The last of the new articles that stand right behind the place of the change."""
    place, part = anchor_of(change), change.anchor_part
    if part is not None:
        following = [row for row in now if row.part_id == part.pk]
    else:
        following = list(dropwhile(lambda row: row.key != place, now))[1:]
    new = list(takewhile(lambda row: row.key not in drafted_on, following))
    return new[-1] if new else None
