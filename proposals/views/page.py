"""The page of a proposal: all that it shows, gathered from the draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.text.citations.consequence import LEFT, Consequence
from governance.text.tree.keys import unit_key
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals.calendar.days import DAYS
from proposals.draft import live_numbers
from proposals.draft.derive import Draft, draft
from proposals.draft.readiness import missing_for_review
from proposals.draft.rows import load_rows
from proposals.models import Proposal
from proposals.models.state import CLEARED, State
from proposals.views.decorators import get_only, open_proposal
from proposals.views.outline import outline
from proposals.views.rows import name_by_key, shown_rows
from proposals.workflow.permissions import refusal
from proposals.workflow.states import MOVES


@dataclass(frozen=True)
class ProposalStep:
    """A step on a proposal's way, with its day where there is one."""

    name: str
    day: date | None
    done: bool
    present: bool


@dataclass(frozen=True)
class Button:
    """A move as a button, with its refusal in words, and what must be done before."""

    name: str
    verb: str
    refusal: str
    missing: Sequence[str] = ()
    has_form: bool = False
    is_next: bool = False

    @property
    def url(self) -> str:
        return f"proposals:{self.name}"


@dataclass(frozen=True)
class Event:
    """Who did what with the proposal, when, and with which comment."""

    done: str
    who: str
    at: datetime
    comment: str = ""


@get_only
def proposal(request: SignedInRequest, address: str) -> HttpResponse:
    """GET /proposals/3774-21-1/: reasons, table, schedule; findings and history in the margin."""
    found = open_proposal(request, address)
    language = articles_language(request, found.company)
    rows = load_rows(found)
    drafts: dict[str, Draft] = {
        code: draft(found, code, rows=rows) for code in found.company.languages
    }
    drafted = drafts[language]
    edit_refusal = refusal(request.user, "edit", found)
    events = history(found)
    entries = outline(drafted)
    shown = {
        "proposal": found,
        "company": found.company,
        "language": language,
        "title": found.text_or_other("title", language),
        "is_draft": found.state not in CLEARED,
        "draft": drafted,
        "may_edit": not edit_refusal,
        "edit_refusal": edit_refusal,
        "rows": shown_rows(drafted, may_edit=not edit_refusal),
        "outline": entries,
        "numbers_move": any("→" in entry.number for entry in entries),
        "reasons": printed_reasons(drafted),
        "findings": shown_findings(drafted),
        "consequences": shown_consequences(drafted),
        "steps": steps(found, events),
        "buttons": buttons(request.user, found, drafts),
        "may_download": not refusal(request.user, "download", found),
        "events": [*reversed(events)],
        "days": days(found),
    }
    return render(request, "proposals/proposal.html", shown)


def printed_reasons(drafted: Draft) -> list[dict[str, Any]]:
    """The reasons as printed, their live numbers with them."""
    language = drafted.language
    return [
        {
            "pk": reason.pk,
            "mark": f"({count})" if language == "en" else f"（{count}）",
            "paragraphs": [
                live_numbers.render(paragraph, drafted, language)
                for paragraph in reason.paragraphs(language)
            ],
        }
        for count, reason in enumerate(drafted.reasons, 1)
    ]


def shown_findings(drafted: Draft) -> list[dict[str, Any]]:
    """What is wrong with the draft, each with the name of the article where it is."""
    reasons = {
        f"reason:{reason.pk}": (f"reason-{reason.pk}", _("Reason (%(count)d)") % {"count": count})
        for count, reason in enumerate(drafted.reasons, 1)
    }
    found = []
    for one in drafted.findings:
        key = unit_key(one.key)
        anchor, where = reasons.get(key) or (f"row-{key}", name_by_key(drafted, key))
        message = one.message_in_article if where else one.message
        found.append({"finding": one, "anchor": anchor, "where": where, "message": message})
    return found


def shown_consequences(drafted: Draft) -> dict[str, list[dict[str, Any]]]:
    """What followed from the changes: references that had to follow, and those left as they are."""
    found: dict[str, list[dict[str, Any]]] = {"followed": [], "left": []}
    for one in drafted.consequences:
        side = "left" if one.outcome in LEFT else "followed"
        found[side].append({"where": _name_of_place(drafted, one), "consequence": one})
    return found


def _name_of_place(drafted: Draft, consequence: Consequence) -> str:
    return name_by_key(drafted, unit_key(consequence.key)) or consequence.at


def days(proposal: Proposal) -> list[dict[str, Any]]:
    """The schedule, in the order in which the days come to pass."""
    schedule = proposal.schedule
    return [{"label": day.verbose_name, "day": schedule[day]} for day in DAYS]


def history(proposal: Proposal) -> list[Event]:
    """What was done with the proposal, in order."""
    begun = Event(_("Begun"), _who(proposal.created_by), proposal.created_at)
    moved = [
        Event(str(MOVES[one.move].done), _who(one.by), one.at, one.comment)
        for one in proposal.reviews.select_related("by")
    ]
    return [begun, *moved]


def _who(user: User) -> str:
    return user.get_full_name() or user.get_username()


def steps(proposal: Proposal, events: Sequence[Event]) -> list[ProposalStep]:
    """The line of steps: drafting, review, board, release, meeting, in force."""
    state = State(proposal.state)
    present = {State.IN_REVIEW: 1, State.APPROVED: 2, State.ADOPTED: 5}.get(state, 0)
    # An adoption comes after the approval.
    last = events[-2] if state == State.ADOPTED else events[-1]
    reviewed = timezone.localdate(last.at) if present else None
    adopted = proposal.amendment
    named = [
        (_("Drafting"), timezone.localdate(proposal.created_at)),
        (_("Review"), reviewed),
        (_("Board"), proposal.resolved_on),
        (_("Release"), proposal.announced_on),
        (_("Meeting"), adopted.adopted_on if adopted else proposal.meeting.date),
        (_("In force"), proposal.effective_on),
    ]
    return [
        ProposalStep(name, day, done=count < present, present=count == present)
        for count, (name, day) in enumerate(named)
    ]


def buttons(user: User, proposal: Proposal, drafts: Mapping[str, Draft]) -> list[Button]:
    """The moves out of the present state: the next, refused or not, and others where allowed."""
    state = State(proposal.state)
    found: list[Button] = []
    for name, move in MOVES.items():
        if state not in move.sources:
            continue
        is_next = not found and state != State.APPROVED
        why_not = refusal(user, name, proposal)
        if why_not and not is_next:
            continue
        missing = (
            missing_for_review(proposal, drafts=drafts) if name == "submit" and not why_not else ()
        )
        has_form = move.needs_comment or name == "adopt"
        found.append(Button(name, str(move.verb), why_not, missing, has_form, is_next))
    return found
