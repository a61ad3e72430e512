"""The changes of a draft: one page for each operation, with the table as it would be."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.rows import load_rows
from proposals.forms.changes import Operation
from proposals.models import Change
from proposals.views.change_page import ChangePage
from proposals.views.decorators import open_to_edit, show_refusals
from proposals.views.edit_page import answer, redirect_with_message
from proposals.views.positions import place_choices
from proposals.views.rows import printed_groups
from proposals.views.stored import stored_row, was_removed


@show_refusals
def insert(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/insert/?after=a7&kind=article: a new article or chapter heading."""
    kind = "chapter" if request.GET.get("kind") == "chapter" else "article"
    after = request.GET.get("after", "")
    page = _change_page(request, address, Operation.INSERT, kind)
    known = {key for _group, choices in place_choices(page.draft) for key, _label in choices}
    if after and after not in known:
        if request.method != "POST":
            raise Http404
        after = ""  # The place has gone meanwhile: the form says so, with all that was typed.
    return answer(page.about(after=after))


@show_refusals
def replace(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/replace/?at=a14: new words for an article or heading."""
    return _operation_form(request, address, Operation.REPLACE)


@show_refusals
def delete(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/delete/?at=a14."""
    return _operation_form(request, address, Operation.DELETE)


@show_refusals
def move(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/move/?at=a14."""
    return _operation_form(request, address, Operation.MOVE)


@show_refusals
def edit(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET, POST …/changes/12/: a change that is in the draft already."""
    page = _change_page(request, address)
    return answer(page.about_change(_stored_change(page, pk)))


@show_refusals
def remove(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET, POST …/changes/12/remove/: take a change back."""
    page = _change_page(request, address)
    if request.method == "POST" and was_removed(page.proposal, page.rows.changes, pk, Change):
        return redirect("proposals:proposal", address)  # sent twice, or by two people
    found = _stored_change(page, pk)
    page, refusal = page.about_change(found), ""
    if request.method == "POST":
        try:
            editing.remove_change(found, by=request.user)
        except Refused as refused:
            refusal = refused.sentence
        else:
            return redirect_with_message(page, page.address_of("content"))
    without = draft(page.proposal, page.draft.language, rows=page.rows.without(found))
    shown = {
        **page.heading(),
        "groups": printed_groups(without),
        "draft": without,
        "refusal": refusal,
    }
    return render(request, "proposals/remove.html", shown, status=422 if refusal else 200)


def _change_page(
    request: SignedInRequest, address: str, operation: str = "", kind: str = "article"
) -> ChangePage:
    proposal = open_to_edit(request, address)
    rows = load_rows(proposal)
    drafted = draft(proposal, articles_language(request, proposal.company), rows=rows)
    return ChangePage(request, rows, drafted, operation, kind)


def _operation_form(request: SignedInRequest, address: str, operation: str) -> HttpResponse:
    """The form for one operation on the present article ?at=, or the change that it has already.

    What is sent for an article that got its change meanwhile is not thrown away: the form shows
    both, or, where the other change is of another kind, the refusal shows what was typed.
    """
    page = _change_page(request, address, operation)
    at = request.GET.get("at", "")
    wording = next((one for one in page.rows.wordings if one.key == at), None)
    if wording is None:
        raise Http404
    made = page.draft.changes.get(at)
    if made is None:
        return answer(page.about(kind=wording.kind, at=at))
    if request.method != "POST":
        return redirect("proposals:change", address, made.pk)
    if Operation.DELETE in (made.operation, operation) and made.operation != operation:
        raise Refused(_("Somebody has made another change of this article meanwhile."))
    return answer(page.about_change(made))


def _stored_change(page: ChangePage, pk: int) -> Change:
    return stored_row(page.request, page.proposal, page.rows.changes, pk, Change)
