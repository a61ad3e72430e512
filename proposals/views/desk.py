"""The comparison table as the place of work: what its script asks for and sends, as JSON.

Each answer that follows an edit has what the page lacks (`table_update`): the page says which
groups of the table it has (`have`, by their digests) and which provisions stand unfolded (`open`).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    JsonResponse,
)
from django.shortcuts import redirect
from django.template.loader import get_template, render_to_string
from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import Draft, draft
from proposals.draft.rows import load_rows
from proposals.models import Proposal
from proposals.views.acts import ACTS
from proposals.views.decorators import open_to_edit, post_only, show_refusals
from proposals.views.edit_page import saved_at
from proposals.views.page import frame, panels
from proposals.views.rows import TableGroup, unfolded_after
from proposals.views.shown_comments import comment_panel, row_tools, threads_for
from proposals.views.table_languages import (
    cell_language,
    groups_shown,
    page_query,
    shown_drafts,
    shown_languages,
)
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import require

Answer = dict[str, Any]

MOST_NAMED = 3
"""Rows that are named, of those that an edit elsewhere has changed."""


def answers_json(view: Callable[..., Answer]) -> Callable[..., HttpResponse]:
    """Answer with JSON; what is refused with the sentence that says why."""

    @wraps(view)
    def wrapper(request: HttpRequest, **place: Any) -> HttpResponse:
        try:
            return JsonResponse(view(request, **place))
        except editing.NumbersMoved as refused:
            return JsonResponse({"sentence": refused.sentence, "numbers_moved": True}, status=409)
        except editing.Conflict as conflict:
            return JsonResponse({"sentence": conflict.sentence, "conflict": True}, status=409)
        except editing.AlreadySaved:
            return JsonResponse({"repeated": True}, status=200)
        except Refused as refused:
            return JsonResponse({"sentence": refused.sentence}, status=422)

    return wrapper


def posts_json(view: Callable[..., Answer]) -> Callable[..., HttpResponse]:
    """The same, for what only a form or the script sends."""
    answering = answers_json(view)

    @wraps(view)
    def wrapper(request: HttpRequest, **place: Any) -> HttpResponse:
        if request.method != "POST":
            proposal_for(request.user, place["address"])
            return HttpResponseNotAllowed(("POST",))
        return answering(request, **place)

    return wrapper


def editable_draft(request: SignedInRequest, address: str) -> Draft:
    """The draft in the language of the row that the request is about, for somebody who may edit it
    now.
    """
    proposal = proposal_for(request.user, address)
    require(request.user, "edit", proposal)
    return _draft_of(request, proposal)


def reload_draft(request: SignedInRequest, proposal: Proposal) -> Draft:
    """The draft as it is stored after an edit, in the same language."""
    proposal.refresh_from_db(fields=["updated_at"])
    return _draft_of(request, proposal)


def _draft_of(request: SignedInRequest, proposal: Proposal) -> Draft:
    language = cell_language(request, proposal.company)
    return draft(proposal, language, rows=load_rows(proposal))


def table_update(request: SignedInRequest, drafted: Draft, *, folding: str = "") -> Answer:
    """What the page needs to show the table of `drafted`: the order of its groups where that is
    another, and the groups that differ. `folding` is the identity of a fold that is opened or
    closed. `stamp` is told by `presence` too, and is another one once somebody saves something.
    """
    have = dict(one.partition(":")[::2] for one in request.POST.get("have", "").split(",") if one)
    unfolded = request.POST.get("open", "").split(",")
    drafts, proposal = shown_drafts(request, drafted), drafted.proposal
    tools = row_tools(request.user, proposal, threads_for(request.user, proposal))
    groups = groups_shown(drafts, tools, unfolded=unfolded)
    if folding:
        unfolded = [*unfolded_after(groups, unfolded, folding)]
        groups = groups_shown(drafts, tools, unfolded=unfolded)
    differing = [group for group in groups if have.get(group.id) != group.digest]
    order = [group.id for group in groups]
    names = [one.name for one in differing if have.get(one.id)]
    return {
        "order": None if order == list(have) else order,
        "groups": _rendered(request, proposal, differing),
        "changed": _changed_rows(names),
        "stamp": proposal.updated_at.isoformat(),
    }


def _rendered(
    request: SignedInRequest, proposal: Proposal, groups: Iterable[TableGroup]
) -> dict[str, str]:
    """Groups of the table as HTML, by their ids."""
    languages = shown_languages(request, proposal.company)
    style = proposal.company.house_style(languages[0])
    shown = {
        "proposal": proposal,
        "language": languages[0],
        "page_query": page_query(languages),
        "may_edit": True,
        "has_tools": True,
        "present_title": style.present_title,
        "proposed_title": style.proposed_title,
    }
    template = get_template("proposals/_table_group.html")
    return {one.id: template.render({**shown, "group": one}, request) for one in groups}


def _changed_rows(names: Sequence[str]) -> str:
    """Which rows that the page had read otherwise, for those who do not see it."""
    told = list(dict.fromkeys(filter(None, names)))
    if not told:
        return ""
    named = ", ".join(told[:MOST_NAMED])
    if len(told) > MOST_NAMED:
        named += _(" and %(count)d more") % {"count": len(told) - MOST_NAMED}
    return _("Rows changed: %(names)s") % {"names": named}


@show_refusals
@post_only
def undo_step(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/undo/: take back the last step."""
    editing.undo(open_to_edit(request, address), by=request.user)
    messages.success(request, saved_at())
    return redirect("proposals:proposal", address)


@show_refusals
@post_only
def redo_step(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/redo/: do again what was undone last."""
    editing.redo(open_to_edit(request, address), by=request.user)
    messages.success(request, saved_at())
    return redirect("proposals:proposal", address)


@show_refusals
@post_only
def restore_underline(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/underlines/: let a line be underlined as it is computed, or (`do=explain`) say why it
    is not.
    """
    proposal, name = open_to_edit(request, address), request.POST.get("name", "")
    if request.POST.get("do") == "explain":
        note = request.POST.get("note", "")
        editing.explain_underline(proposal, by=request.user, name=name, note=note)
    else:
        editing.take_back_underline(proposal, by=request.user, name=name)
    messages.success(request, saved_at())
    return redirect("proposals:proposal", address)


@show_refusals
@post_only
def accept(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/consequences/: accept consequences by their names."""
    proposal = open_to_edit(request, address)
    ACTS["accept"](request, reload_draft(request, proposal))
    messages.success(request, saved_at())
    return redirect("proposals:proposal", address)


@posts_json
def act(request: SignedInRequest, address: str) -> Answer:
    """POST …/table/act/: one thing done at a row (`do`, `key`), or with the whole draft."""
    before = editable_draft(request, address)
    done = ACTS.get(request.POST.get("do", ""))
    if done is None:
        raise Refused(_("The page sent what it cannot have meant; load it again."))
    made = done(request, before)
    after = editable_draft(request, address) if made is not None else before
    said = {"saved": saved_at(), "key": made} if made is not None else {}
    folding = request.POST.get("key", "") if request.POST.get("do") == "fold" else ""
    return {**said, **table_update(request, after, folding=folding)}


@answers_json
def panels_and_bar(request: SignedInRequest, address: str) -> Answer:
    """GET …/table/panels/: the panels and the end of the bar, as the page shows them now."""
    drafted = editable_draft(request, address)
    proposal, language = drafted.proposal, drafted.language
    drafts: dict[str, Draft] = {
        code: drafted if code == language else draft(proposal, code, rows=drafted.rows)
        for code in proposal.company.languages
    }
    unfolded = request.GET.get("open", "").split(",")
    threads = threads_for(request.user, proposal)
    tools = row_tools(request.user, proposal, threads)
    groups = groups_shown(shown_drafts(request, drafted), tools, unfolded=unfolded)
    shown = {
        **frame(request.user, proposal, drafts, language),
        **panels(drafted, groups),
        **comment_panel(request.user, drafted, threads, {one.id for one in groups}),
        "may_download": True,
    }
    return {
        "panels": render_to_string("proposals/_panels.html", shown, request=request),
        "bar": render_to_string("proposals/_bar.html", shown, request=request),
    }


def known_key(drafted: Draft, key: str) -> str:
    """`key` where the draft has a provision of that identity. Http404 for any other."""
    if drafted.proposed.by_key(key) is None and drafted.present.by_key(key) is None:
        raise Http404
    return key
