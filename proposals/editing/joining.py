"""Two drafts of one meeting joined: all of the one goes into the other, and the one ends."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import User
from governance.models.languages import interface_language
from governance.people.refused import Refused
from governance.record.pending_rows import lock_company
from governance.record.refusal import format_day
from governance.text.naming import full_title
from proposals.calendar.days import DAYS, EFFECT
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.editing.copying import RowsToCopy, copy_rows
from proposals.editing.splitting import require_never_released
from proposals.editing.transaction import edit_transaction, name_other_proposal, save
from proposals.models import Proposal
from proposals.models.board_authority import BOARD_FIELDS
from proposals.models.effect_condition import CONDITION_FIELDS
from proposals.workflow import moves
from proposals.workflow.permissions import refusal, require

_OWN_DAYS = [day for day in DAYS if not day.is_of_meeting and day is not EFFECT]


@transaction.atomic
def join_proposals(proposal: Proposal, other: Proposal, *, by: User, at: datetime) -> Proposal:
    """Let a draft take in another of its meeting: changes, reasons, decisions, underlines, days
    that it has not, authors. The other is discarded, or withdrawn where somebody has seen it.

    Raises `Refused`, naming what, where both change one article or their days differ.
    """
    lock_company(proposal.company_id)
    with edit_transaction(proposal, by=by, what="proposal.joined") as locked:
        name_other_proposal(other)
        taken = (
            Proposal.objects.select_for_update(of=("self",))
            .select_related("company", "meeting", "created_by")
            .get(pk=other.pk)
        )
        _require_joinable(locked, taken, by=by)
        rows, others = load_rows(locked), load_rows(taken)
        _require_no_article_of_both(rows, others)
        _take_days(locked, taken, by=by)
        given = RowsToCopy(others.changes, others.reasons, others.decisions, taken.underlines)
        copy_rows(given, into=rows, by=by)
        locked.authors.add(*taken.authors.all(), taken.created_by)
        comment = _("Joined with Proposal No. %(number)d") % {"number": locked.number}
        end = moves.withdraw if refusal(by, "discard", taken) else moves.discard
        end(taken, by=by, at=at, comment=comment)
    return locked


def _require_joinable(proposal: Proposal, other: Proposal, *, by: User) -> None:
    """Raise `Refused` for two that are no drafts of one meeting, or not of one proponent."""
    require(by, "edit", other)
    for one in (proposal, other):
        require_never_released(one)
    if proposal.pk == other.pk or proposal.meeting_id != other.meeting_id:
        raise Refused(_("Two drafts of one meeting are joined."))
    if proposal.proposed_by != other.proposed_by:
        raise Refused(
            _(
                "One is a proposal of the company and the other one of shareholders; the meeting"
                " decides on each by itself."
            )
        )
    waiting = [(one, other) for one in other.waiting_proposals.all()]
    if other.condition_proposal_id == proposal.pk:
        waiting.append((other, proposal))
    for one, awaited in waiting:
        raise Refused(
            _(
                "Proposal No. %(waiting)d takes effect with the adoption of Proposal No."
                " %(awaited)d, which would go. Set another condition first."
            )
            % {"waiting": one.number, "awaited": awaited.number}
        )


def _require_no_article_of_both(rows: DraftRows, others: DraftRows) -> None:
    targets = {one.target_id for one in rows.changes} - {None}
    language = rows.proposal.company.languages[0]
    articles = rows.present(language)
    both = [
        full_title(found, articles) if (found := articles.by_key(key_of(one))) else str(one)
        for one in others.changes
        if one.target_id in targets
    ]
    if both:
        raise Refused(
            _(
                "Both proposals change %(articles)s. Take the change back in one of them, and"
                " write in the other how it is to read."
            )
            % {"articles": ", ".join(both)}
        )


def _take_days(proposal: Proposal, other: Proposal, *, by: User) -> None:
    """Take the days, the condition and the authority of the board that only the other has."""
    if differing := list(_differing(proposal, other)):
        raise Refused(
            _(
                "The two proposals differ: %(what)s. Set the same in both, or give the changes"
                " days of their own."
            )
            % {"what": "; ".join(differing)}
        )
    names = [day.field for day in _OWN_DAYS if getattr(proposal, day.field) is None]
    if not _effect(proposal):
        names += ["effective_on", *CONDITION_FIELDS]
    if not proposal.board_section:
        names += BOARD_FIELDS
    for name in names:
        setattr(proposal, name, getattr(other, name))
    proposal.version += 1
    save(proposal, by=by)


def _differing(proposal: Proposal, other: Proposal) -> Iterator[str]:
    """What both have and have otherwise, in words."""
    days = [("base_day", str(Proposal._meta.get_field("base_day").verbose_name))]
    days += [(day.field, str(day.verbose_name)) for day in _OWN_DAYS]
    said = [
        (name, *(format_day(day) if day else "" for day in _of_both(field, proposal, other)))
        for field, name in days
    ]
    said.append((str(EFFECT.verbose_name), _effect(proposal), _effect(other)))
    for name, one, another in said:
        if one and another and one != another:
            yield _("%(name)s (%(one)s and %(other)s)") % {
                "name": name,
                "one": one,
                "other": another,
            }
    is_of_board = proposal.board_section and other.board_section
    if is_of_board and any(len(set(_of_both(name, proposal, other))) > 1 for name in BOARD_FIELDS):
        yield _("why the board may decide")


def _of_both(name: str, *proposals: Proposal) -> list[Any]:
    return [getattr(each, name) for each in proposals]


def _effect(proposal: Proposal) -> str:
    """When it takes effect, in words; "" where that is not entered."""
    if proposal.effective_on:
        return format_day(proposal.effective_on)
    return proposal.condition.in_language(interface_language()) if proposal.condition else ""
