"""Who did what with a proposal: its moves and the steps of its draft, each with its difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from governance.models import User
from governance.text.table.build import comparison_table
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals.draft.derive import Draft, draft
from proposals.draft.rows import load_rows
from proposals.draft.rows_at import rows_after_step
from proposals.draft.step_words import records_by_step, step_sentence, text_differences
from proposals.draft.versions import apply_changes
from proposals.models import DraftStep, Proposal
from proposals.views.decorators import get_only, open_proposal
from proposals.workflow.permissions import require
from proposals.workflow.states import MOVES

MOST_SHOWN = 200


@dataclass(frozen=True)
class Event:
    """Who did what with the proposal, when, with which comment; `step` is its key where it is a
    step of the draft.
    """

    done: str
    who: str
    at: datetime
    comment: str = ""
    step: int = 0
    is_undone: bool = False


def history(drafted: Draft, events: Sequence[Event]) -> list[Event]:
    """What was done with the proposal (`events`) and with its draft, in order; of its steps the
    last ones.
    """
    proposal = drafted.proposal
    by_step = records_by_step(proposal)
    steps = proposal.steps.select_related("by", "of", "other").order_by("-pk")[:MOST_SHOWN]
    edited = [
        Event(
            step_sentence(step, by_step, drafted),
            _who(step.by),
            step.at,
            step=step.pk,
            is_undone=step.state != DraftStep.State.STANDING,
        )
        for step in steps
    ]
    # The moves have the time of the database; whatever the clocks say, it was begun first.
    begun, *moved = events
    return [begun, *sorted([*moved, *edited], key=lambda event: event.at)]


@get_only
def moment(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET …/history/12/: what a step changed, and the draft after it beside today's."""
    proposal = open_proposal(request, address)
    require(request.user, "record", proposal)
    step = proposal.steps.select_related("by", "of", "other").filter(pk=pk).first()
    if step is None:
        raise Http404
    language = articles_language(request, proposal.company)
    today = draft(proposal, language, rows=load_rows(proposal))
    by_step = records_by_step(proposal)
    then = apply_changes(
        rows_after_step(today.rows, step.pk, with_decisions=True), language
    ).proposed
    style = proposal.company.house_style(language)
    shown: dict[str, Any] = {
        "proposal": proposal,
        "company": proposal.company,
        "language": language,
        "title": proposal.text_or_other("title", language),
        "event": Event(step_sentence(step, by_step, today), _who(step.by), step.at),
        "differences": list(text_differences(by_step.get(step.pk, ()), today)),
        "is_same": then == today.proposed,
        "table": comparison_table(then, today.proposed, style),
        "present_title": _("The draft after this step"),
        "proposed_title": _("The draft of today"),
    }
    return render(request, "proposals/moment.html", shown)


def _who(user: User) -> str:
    return user.get_full_name() or user.get_username()


def workflow_events(proposal: Proposal) -> list[Event]:
    """The moves alone, in order, after its beginning."""
    begun = Event(_("Begun"), _who(proposal.created_by), proposal.created_at)
    return [
        begun,
        *(
            Event(str(MOVES[one.move].done), _who(one.by), one.at, one.comment)
            for one in proposal.reviews.select_related("by")
        ),
    ]
