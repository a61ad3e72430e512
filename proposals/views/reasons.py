"""Writing and ordering the reasons; their article numbers are live."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models.languages import interface_language
from governance.people.refused import Refused
from governance.text.naming import full_title
from governance.text.tree.provision import HEADINGS
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft import live_numbers
from proposals.draft.derive import Sides, Stored, draft, sides, stored
from proposals.draft.operations import key_of
from proposals.forms.draft import ReasonForm, differing, take_version
from proposals.models import Change, Proposal, Reason
from proposals.views.decorators import only_posted, open_to_edit, refusable
from proposals.views.page import printed_reasons
from proposals.views.rows import name_by_key


@refusable
def reasons(request: SignedInRequest, address: str) -> HttpResponse:
    """GET …/reasons/: all reasons in order. POST adds one behind them."""
    return _answer(request, address, None)


@refusable
def reason(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET, POST …/reasons/3/: one of them."""
    return _answer(request, address, pk)


@refusable
@only_posted
def shift(request: SignedInRequest, address: str, pk: int, way: str) -> HttpResponse:
    """POST …/reasons/3/up/ or down/: trade places with its neighbour."""
    found = _stored_reason(request, stored(open_to_edit(request, address)), pk)
    editing.shift_reason(found, by=request.user, up=way == "up")
    return redirect("proposals:reasons", address)


@refusable
@only_posted
def remove(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """POST …/reasons/3/remove/. Refused while it covers changes."""
    rows = stored(open_to_edit(request, address))
    if not _was_removed(rows, pk):  # sent twice, or by two people
        editing.remove_reason(_stored_reason(request, rows, pk), by=request.user)
    return redirect("proposals:reasons", address)


def _answer(request: SignedInRequest, address: str, pk: int | None) -> HttpResponse:
    proposal = open_to_edit(request, address)
    rows = stored(proposal)
    found = None if pk is None else _stored_reason(request, rows, pk)
    language = articles_language(request, proposal.company)
    both = {code: sides(rows, code) for code in proposal.company.languages}
    drafted = draft(proposal, language, rows=rows)
    form = ReasonForm(
        request.POST or None,
        languages=proposal.company.languages,
        changes=[(change, _name(change, both[language])) for change in rows.changes],
        initial={"numbering": drafted.numbering, **_initial(found, both, rows)},
    )
    theirs: list[dict[str, Any]] = []
    previews = request.htmx or "preview" in request.POST
    if request.method == "POST" and form.is_valid() and _numbers_exist(form, both) and not previews:
        try:
            _save(request, proposal, found, form)
        except editing.Conflict as conflict:
            if conflict.stored and not differing(form):  # sent twice
                return _saved(request, address)
            form.add_error(None, conflict.sentence)
            theirs = _theirs(form, conflict, both)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _saved(request, address)
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "language": language,
        "title": proposal.text_or_other("title", language),
        "reasons": printed_reasons(drafted),
        "reason": found,
        "form": form,
        "theirs": theirs,
        "printed": _printed(form, both) if request.method == "POST" or found else [],
        "numbers": _numbers(both[language]),
    }
    if request.htmx:
        return render(request, "proposals/_printed_reason.html", shown)
    status = 422 if request.method == "POST" and not previews else 200
    return render(request, "proposals/reasons.html", shown, status=status)


def _saved(request: SignedInRequest, address: str) -> HttpResponse:
    time = timezone.localtime().strftime("%H:%M")
    messages.success(request, _("Saved %(time)s") % {"time": time})
    return redirect("proposals:reasons", address)


def _stored_reason(request: SignedInRequest, rows: Stored, pk: int) -> Reason:
    """The reason of that key. What is sent for one that somebody has removed is `Refused`."""
    for one in rows.reasons:
        if one.pk == pk:
            return one
    if request.method == "POST" and _was_removed(rows, pk):
        raise Refused(editing.Conflict(None, {}).sentence)
    raise Http404


def _was_removed(rows: Stored, pk: int) -> bool:
    of_this = Reason.history.filter(id=pk, proposal_id=rows.proposal.pk, history_type="-")
    return all(one.pk != pk for one in rows.reasons) and of_this.exists()


def _initial(found: Reason | None, both: dict[Any, Sides], rows: Stored) -> dict[str, Any]:
    """What the form shows first: the text as a person types it, with the numbers of this moment."""
    if found is None:
        return {}
    texts = {
        f"body_{language}": live_numbers.show(found.text("body", language), one)
        for language, one in both.items()
    }
    covered = [str(change.pk) for change in rows.changes if change.reason_id == found.pk]
    return {**texts, "version": found.version, "covers": covered}


def _numbers_exist(form: ReasonForm, both: dict[Any, Sides]) -> bool:
    """Whether every live number names something; told at the field, with the place, where not."""
    for language, one in both.items():
        try:
            live_numbers.store(form.cleaned_data[f"body_{language}"] or "", one)
        except live_numbers.UnknownNumberError as error:
            for place in error.places:
                form.add_error(f"body_{language}", place.message.in_language(interface_language()))
    return form.is_valid()


@transaction.atomic  # the words are saved with what they cover, or neither is
def _save(
    request: SignedInRequest, proposal: Proposal, found: Reason | None, form: ReasonForm
) -> None:
    covers = form.cleaned_data.get("covers", [])
    texts, numbering = form.texts(), form.cleaned_data["numbering"]
    if found is None:
        editing.add_reason(proposal, by=request.user, covers=covers, numbering=numbering, **texts)
        return
    version = form.cleaned_data["version"] or 0
    editing.save_reason(found, by=request.user, version=version, numbering=numbering, **texts)
    editing.cover(found, by=request.user, changes=covers)


def _theirs(
    form: ReasonForm, conflict: editing.Conflict, both: dict[Any, Sides]
) -> list[dict[str, Any]]:
    if conflict.stored is None:
        return []
    take_version(form, conflict.stored.version)
    return [
        {
            "label": form.fields[f"body_{language}"].label,
            "text": live_numbers.show(conflict.stored.text("body", language), one),
        }
        for language, one in both.items()
    ]


def _printed(form: ReasonForm, both: dict[Any, Sides]) -> list[dict[str, Any]]:
    """The reason as it would be printed, by language; unknown numbers stand as they were typed."""
    printed = []
    for language, one in both.items():
        text = str(form[f"body_{language}"].value() or "")
        with suppress(live_numbers.UnknownNumberError):
            text = live_numbers.print_(live_numbers.store(text, one), one, language)
        paragraphs = [line for line in text.splitlines() if line.strip()]
        printed.append({"language": language, "paragraphs": paragraphs})
    return printed


def _numbers(both: Sides) -> dict[str, list[dict[str, str]]]:
    """What a live number can name, on each side, with what is typed for it."""
    return {
        side: [
            {
                "name": full_title(unit, articles),
                "typed": f"{side}:{(articles.address_of(unit.key) or '').removeprefix('article:')}",
            }
            for _part, unit in articles.units()
            if unit.kind not in HEADINGS
        ]
        for side, articles in (("proposed", both.proposed), ("present", both.present))
    }


def _name(change: Change, both: Sides) -> str:
    """A change as the form names it: "Amend: Article 14 (Chairman)"."""
    key = key_of(change)
    name = name_by_key(both, key, first="present")
    return f"{change.get_operation_display()}: {name or key}"
