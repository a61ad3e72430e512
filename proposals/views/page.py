"""The page of a proposal: all that it shows, gathered from the draft."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.models.languages import ArticlesLanguage
from governance.people.permissions import may_draft, roles_in
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.calendar.days import EFFECT
from proposals.draft import live_numbers
from proposals.draft.board_authority import BOARD_AUTHORITY
from proposals.draft.checks import DATES
from proposals.draft.derive import Draft, draft
from proposals.draft.operations import key_of
from proposals.draft.readiness import Missing, missing_for_review
from proposals.draft.rows import load_rows
from proposals.forms.replacing import ReplaceForm
from proposals.models import Change, DraftStep, Proposal
from proposals.models.state import State
from proposals.releases.papers import was_approved
from proposals.views.change_reviews import returned_links, shown_review
from proposals.views.changed_under import shown_amended_later, shown_changed_under
from proposals.views.citations import shown_uncertain
from proposals.views.consequences import shown_consequences
from proposals.views.decorators import get_only, open_proposal
from proposals.views.explanations import explanations
from proposals.views.findings import counted_warnings, shown_findings
from proposals.views.history import Event, history, workflow_events
from proposals.views.outline import outline
from proposals.views.rows import TableGroup, name_by_key, row_link
from proposals.views.shown_comments import comment_panel, row_tools, threads_for
from proposals.views.splitting import drafts_beside
from proposals.views.table_languages import (
    cells_out_of_step,
    groups_shown,
    page_query,
    shown_drafts,
    shown_languages,
)
from proposals.workflow.change_reviews import returned_changes
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
    missing: tuple[dict[str, str], ...] = ()
    has_form: bool = False
    is_next: bool = False

    @property
    def url(self) -> str:
        return f"proposals:{self.name}"


@get_only
def proposal(request: SignedInRequest, address: str) -> HttpResponse:
    """GET /proposals/3774-21-1/?open=a7: the table, with panels beside it. `open` names provisions
    whose fold is open, parted by commas, `why` one whose row is explained.
    """
    found = open_proposal(request, address)
    language = articles_language(request, found.company)
    rows = load_rows(found)
    drafts: dict[str, Draft] = {
        code: draft(found, code, rows=rows) for code in found.company.languages
    }
    threads = threads_for(request.user, found)
    tools = row_tools(request.user, found, threads)
    unfolded = request.GET.get("open", "").split(",")
    groups = groups_shown(shown_drafts(request, drafts[language]), tools, unfolded=unfolded)
    languages = shown_languages(request, found.company)
    why = request.GET.get("why", "")
    shown = {
        "why": {"key": why, "explanations": explanations(drafts[language], why)} if why else None,
        "title": found.text_or_other("title", language),
        "groups": groups,
        "languages": languages,
        "page_query": page_query(languages),
        "may_download": not refusal(request.user, "download", found),
        **frame(request.user, found, drafts, language),
        **panels(drafts[language], groups),
        **comment_panel(request.user, drafts[language], threads, {one.id for one in groups}),
    }
    return render(request, "proposals/proposal.html", shown)


def frame(
    user: User, proposal: Proposal, drafts: Mapping[str, Draft], language: str
) -> dict[str, Any]:
    """What stands around the table and is no matter of its wording: state, moves, days, history."""
    events = workflow_events(proposal)
    edit_refusal = refusal(user, "edit", proposal)
    could_edit = _could_edit(user, proposal)
    may_see_steps = not refusal(user, "record", proposal)
    states = editing.states_of_steps(proposal) if not edit_refusal else frozenset()
    return {
        "proposal": proposal,
        "company": proposal.company,
        "language": language,
        "may_copy": could_edit,
        "may_split": not edit_refusal and len(drafts[language].stored_changes) > 1,
        "may_join": not edit_refusal and drafts_beside(proposal).exists(),
        "is_draft": not was_approved(proposal),
        "may_edit": not edit_refusal,
        # Who could never edit is not told that they may not now.
        "edit_refusal": edit_refusal if could_edit else "",
        "can_undo": DraftStep.State.STANDING in states,
        "can_redo": DraftStep.State.UNDONE in states,
        "steps": steps(proposal, events),
        "buttons": buttons(user, proposal, drafts, language),
        "events": [*reversed(history(drafts[language], events) if may_see_steps else events)],
        "days": days(proposal),
        "review": shown_review(user, proposal, drafts, language),
        "out_of_step": _cells_out_of_step(drafts[language], language),
    }


def _cells_out_of_step(drafted: Draft, language: str) -> dict[str, Any]:
    """How many cells lack words that the other language has, and the row of the first."""
    found = cells_out_of_step(drafted.rows)
    if not found:
        return {}
    key, own = found[0]
    return {"count": len(found), "row": f"row-{key}" if own == language else f"row-{key}-{own}"}


def panels(drafted: Draft, groups: Collection[TableGroup]) -> dict[str, Any]:
    """What is said beside the table about what stands in it."""
    anchors = {group.id for group in groups}
    entries = outline(drafted, anchors)
    changed_under = shown_changed_under(drafted, anchors)
    amended_later = shown_amended_later(drafted, anchors)
    findings = shown_findings(drafted, anchors, with_acknowledged=True)
    return {
        "draft": drafted,
        "outline": entries,
        "numbers_move": any("→" in entry.number for entry in entries),
        "changed": [entry for entry in entries if entry.mark],
        "reasons": printed_reasons(drafted, anchors),
        "without_reason": changes_without_reason(drafted, anchors),
        "findings": findings,
        "warnings": counted_warnings(findings),
        "consequences": shown_consequences(drafted, anchors, with_newest=True),
        "changed_under": changed_under,
        "amended_later": amended_later,
        "changed_present": len(changed_under) + len(amended_later),
        "uncertain": shown_uncertain(drafted, anchors),
        "replace_form": ReplaceForm(languages=drafted.proposal.company.languages),
    }


def printed_reasons(drafted: Draft, anchors: Collection[str] = ()) -> list[dict[str, Any]]:
    """The reasons as printed, their live numbers with them, and the changes that each covers."""
    language = drafted.language
    return [
        {
            "pk": reason.pk,
            "mark": f"({count})" if language == "en" else f"（{count}）",
            "paragraphs": [
                live_numbers.render(paragraph, drafted, language)
                for paragraph in reason.paragraphs(language)
            ],
            "covers": [
                _named_change(one, drafted, anchors)
                for one in drafted.stored_changes
                if one.reason_id == reason.pk
            ],
        }
        for count, reason in enumerate(drafted.reasons, 1)
    ]


def changes_without_reason(drafted: Draft, anchors: Collection[str] = ()) -> list[dict[str, Any]]:
    """The changes that no reason covers, article by article."""
    return [
        _named_change(one, drafted, anchors)
        for one in drafted.stored_changes
        if one.reason_id is None
    ]


def _named_change(change: Change, drafted: Draft, anchors: Collection[str]) -> dict[str, Any]:
    key = key_of(change)
    return {
        "pk": change.pk,
        "name": name_by_key(drafted, key) or key,
        "url": row_link(key, anchors),
    }


def days(proposal: Proposal) -> list[dict[str, Any]]:
    """The schedule, in the order in which the days come to pass."""
    schedule = proposal.schedule
    return [
        {
            "label": day.verbose_name,
            "day": schedule[day],
            "condition": schedule.condition if day is EFFECT else None,
        }
        for day in schedule.days
    ]


_PRESENT_STEP = {
    State.IN_REVIEW: 1,
    State.APPROVED: 2,
    State.RELEASED: 4,
    State.REJECTED: 4,
    State.ADOPTED: 5,
}


def steps(proposal: Proposal, events: Sequence[Event]) -> list[ProposalStep]:
    """The line of steps: drafting, review, board, release, meeting, in force.

    A step is done by its act, and not because its day has come.
    """
    state = State(proposal.state)
    present = _PRESENT_STEP.get(state, 0)
    is_released = proposal.is_published(timezone.now())
    acts = (present > 0, present > 1, is_released, is_released, bool(proposal.decided_on), False)
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
        ProposalStep(name, day, done=acts[count], present=count == present)
        for count, (name, day) in enumerate(named)
    ]


def buttons(
    user: User, proposal: Proposal, drafts: Mapping[str, Draft], language: str
) -> list[Button]:
    """The moves out of the present state: the next, refused or not, and others where allowed.

    To whom no role in the company ever allows a move, none is shown.
    """
    state = State(proposal.state)
    found: list[Button] = []
    roles = roles_in(user, proposal.company)
    if roles.isdisjoint(move.role for move in MOVES.values()):
        return []
    for name, move in MOVES.items():
        if state not in move.sources or move.role is None:
            continue
        is_next = not found and state != State.APPROVED
        why_not = refusal(user, name, proposal)
        if why_not and not is_next:
            continue
        missing: tuple[dict[str, str], ...] = ()
        if name == "submit" and not why_not:
            several = missing_for_review(proposal, drafts=drafts)
            missing = tuple(shown_missing(one, proposal, language) for one in several)
        elif name == "approve" and not why_not:
            missing = tuple(returned_links(returned_changes(proposal, drafts), drafts[language]))
        found.append(Button(name, str(move.verb), why_not, missing, move.has_form, is_next))
    return found


def shown_missing(one: Missing, proposal: Proposal, language: str) -> dict[str, str]:
    """A sentence that says what is missing, and where it is supplied."""
    names = {
        "reasons": "proposals:reasons",
        DATES: "proposals:dates",
        BOARD_AUTHORITY: "proposals:board_authority",
    }
    if one.where in names:
        url = reverse(names[one.where], args=[proposal.address])
    elif one.where.startswith("reason:"):
        pk = int(one.where.removeprefix("reason:"))
        url = reverse("proposals:reason", args=[proposal.address, pk])
    elif one.where == "changes" or not one.where:
        url = "#table"
    else:
        own = one.language or language
        url = f"?language={own}&open={one.where}#row-{one.where}"
    note = ArticlesLanguage(one.language).label if one.language not in (None, language) else ""
    return {"sentence": one.sentence, "url": url, "note": str(note)}


def _could_edit(user: User, proposal: Proposal) -> bool:
    """Whether the person edits proposals of this company, in whatever state they must be."""
    return may_draft(user, proposal.company)
