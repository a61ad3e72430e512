"""Drafting the changes: one form for each operation, with the table as it would be."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.db import transaction
from django.forms import ChoiceField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from governance.models.languages import ArticlesLanguage
from governance.papers.lines import lines
from governance.people.refused import Refused
from governance.templatetags.interface import long_date
from governance.text.amending.operations import SUPPLEMENTARY, anchor_named
from governance.text.tree.provision import HEADINGS, Provision
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import Draft, Sides, Stored, draft, sides, stored, typed
from proposals.draft.operations import key_of
from proposals.forms.draft import ChangeForm, Operation, differing, take_version
from proposals.models import Change, Proposal
from proposals.models.change import WORDING
from proposals.views.decorators import open_to_edit, refusable
from proposals.views.page import consequences, findings
from proposals.views.positions import place_of, places
from proposals.views.preview import unsaved
from proposals.views.rows import name_by_key, shown_rows

LONGEST_PREVIEW = 20_000
"""Characters of wording that a preview compares; longer ones are compared when they are saved."""


@dataclass(frozen=True)
class Place:
    """What a form is about: a draft, an operation, the article it is done to, the stored change."""

    rows: Stored
    draft: Draft
    operation: str
    kind: str
    at: str = ""
    change: Change | None = None

    @property
    def proposal(self) -> Proposal:
        return self.rows.proposal

    @property
    def key(self) -> str:
        """The identity that the form is about; "c0" for what is not inserted yet."""
        if self.change:
            return key_of(self.change)
        return self.at or "c0"

    @property
    def name(self) -> str:
        """How it is called now; "" for what is not there yet."""
        return name_by_key(self.draft, self.key, first="present")


@refusable
def insert(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/insert/?after=a7&kind=article: a new article or chapter heading."""
    rows, drafted = _opened(request, address)
    kind = "chapter" if request.GET.get("kind") == "chapter" else "article"
    place = Place(rows, drafted, Operation.INSERT, kind)
    after = request.GET.get("after", "")
    known = {key for _group, choices in places(drafted) for key, _label in choices}
    if after and after not in known:
        if request.method != "POST":
            raise Http404
        after = ""  # The place has gone meanwhile: the form says so, with all that was typed.
    return _answer(request, place, after=after)


@refusable
def replace(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/replace/?at=a14: new words for an article or heading."""
    return _at(request, address, Operation.REPLACE)


@refusable
def delete(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/delete/?at=a14."""
    return _at(request, address, Operation.DELETE)


@refusable
def move(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/changes/move/?at=a14."""
    return _at(request, address, Operation.MOVE)


@refusable
def change(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET, POST …/changes/12/: a change that is in the draft already."""
    rows, drafted = _opened(request, address)
    found = _stored_change(request, rows, pk)
    return _answer(request, Place(rows, drafted, found.operation, found.kind, change=found))


@refusable
def remove(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET, POST …/changes/12/remove/: take a change back."""
    rows, drafted = _opened(request, address)
    if request.method == "POST" and _was_removed(rows, pk):  # sent twice, or by two people
        return redirect("proposals:proposal", address)
    found = _stored_change(request, rows, pk)
    place = Place(rows, drafted, found.operation, found.kind, change=found)
    refusal = ""
    if request.method == "POST":
        try:
            editing.remove_change(found, by=request.user)
        except Refused as refused:
            refusal = refused.sentence
        else:
            return _saved(request, place.proposal, "content")
    after = draft(place.proposal, drafted.language, rows=rows.without(found))
    shown = {
        **_frame(place),
        "rows": shown_rows(after, may_edit=False),
        "draft": after,
        "refusal": refusal,
    }
    return render(request, "proposals/remove.html", shown, status=422 if refusal else 200)


def _opened(request: SignedInRequest, address: str) -> tuple[Stored, Draft]:
    proposal = open_to_edit(request, address)
    rows = stored(proposal)
    language = articles_language(request, proposal.company)
    return rows, draft(proposal, language, rows=rows)


def _stored_change(request: SignedInRequest, rows: Stored, pk: int) -> Change:
    """The change of that key. What is sent for one that somebody has removed is `Refused`."""
    for one in rows.changes:
        if one.pk == pk:
            return one
    if request.method == "POST" and _was_removed(rows, pk):
        raise Refused(editing.Conflict(None, {}).sentence)
    raise Http404


def _was_removed(rows: Stored, pk: int) -> bool:
    of_this = Change.history.filter(id=pk, proposal_id=rows.proposal.pk, history_type="-")
    return all(one.pk != pk for one in rows.changes) and of_this.exists()


def _at(request: SignedInRequest, address: str, operation: str) -> HttpResponse:
    """The form for one operation on the present article ?at=, or the change that it has already.

    What is sent for an article that got its change meanwhile is not thrown away: the form shows
    both, or, where the other change is of another kind, the refusal shows what was typed.
    """
    rows, drafted = _opened(request, address)
    at = request.GET.get("at", "")
    wording = next((one for one in rows.wordings if one.key == at), None)
    if wording is None:
        raise Http404
    made = drafted.changes.get(at)
    if made is None:
        return _answer(request, Place(rows, drafted, operation, wording.kind, at=at))
    if request.method != "POST":
        return redirect("proposals:change", address, made.pk)
    if made.operation != operation:
        raise Refused(_("Somebody has made another change of this article meanwhile."))
    return _answer(request, Place(rows, drafted, operation, wording.kind, change=made))


def _answer(request: SignedInRequest, place: Place, after: str = "") -> HttpResponse:
    """The form: shown, previewed or saved."""
    by_language = {code: sides(place.rows, code) for code in place.proposal.company.languages}
    form = _form(request, place, by_language, after)
    previews = request.htmx or "preview" in request.POST
    conflict = None
    if request.method == "POST" and not previews and form.is_valid():
        try:
            saved = _save(request, place, form)
        except editing.Conflict as raised:
            conflict = raised
            place = _afresh(place, raised)
            by_language = {code: sides(place.rows, code) for code in by_language}
            form = _form(request, place, by_language, after)
            if raised.stored and form.is_valid() and not differing(form):  # sent twice
                return _saved(request, place.proposal, f"row-{place.key}")
            form.add_error(None, raised.sentence)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _saved(request, place.proposal, f"row-{key_of(saved)}")
    shown = {**_frame(place), "form": form, **_preview(place, form)}
    if request.htmx:
        return render(request, "proposals/_preview.html", shown)
    shown["present"] = _present(place, by_language)
    shown["theirs"] = _theirs(form, conflict)
    status = 422 if request.method == "POST" and not previews else 200
    return render(request, "proposals/change.html", shown, status=status)


def _afresh(place: Place, conflict: editing.Conflict) -> Place:
    """The place as it is after somebody else's save, which may have come after it was read."""
    if not isinstance(conflict.stored, Change):
        return place
    key, rows = conflict.stored.pk, stored(place.proposal)
    found = next((one for one in rows.changes if one.pk == key), place.change)
    drafted = draft(place.proposal, place.draft.language, rows=rows)
    return dataclasses.replace(place, rows=rows, draft=drafted, change=found)


def _form(
    request: SignedInRequest, place: Place, by_language: dict[ArticlesLanguage, Sides], after: str
) -> ChangeForm:
    initial = _initial(place, by_language) | {"numbering": place.draft.numbering}
    if place.operation in (Operation.INSERT, Operation.MOVE):
        initial["after"] = place_of(place.draft, place.key) if place.change else after
    stored_change = place.change
    return ChangeForm(
        request.POST or None,
        initial=initial,
        operation=place.operation,
        kind=place.kind,
        languages=place.proposal.company.languages,
        reasons=place.rows.reasons,
        places=places(place.draft, stored_change, place.key),
        names_part=bool(
            stored_change.new_part if stored_change else anchor_named(after) is SUPPLEMENTARY
        ),
    )


def _initial(place: Place, by_language: dict[ArticlesLanguage, Sides]) -> dict[str, Any]:
    """What the form shows first: the wording in the proposed numbers of this moment."""
    initial: dict[str, Any] = {"room": "renumber"}
    if place.change:
        names = ("version", "room", "effective_on", "expires_on")
        initial |= {name: getattr(place.change, name) for name in names}
        initial["reason"] = place.change.reason_id
    for language, both in by_language.items():
        words: dict[str, str | None] = {"caption": None, "body": None}
        if place.change:
            words = typed(place.change, both, language)
            part_title = place.change.text("new_part_title", language)
            initial[f"new_part_title_{language}"] = part_title
        standing = both.proposed.by_key(place.key)
        for name, text in words.items():
            stands = getattr(standing, name) if text is None and standing else text
            initial[f"{name}_{language}"] = stands or ""
    return initial


def _save(request: SignedInRequest, place: Place, form: ChangeForm) -> Change:
    values, after = form.values(), form.cleaned_data.get("after", "")
    numbering = form.cleaned_data["numbering"]
    if place.change is None:
        return editing.add_change(
            place.proposal,
            by=request.user,
            operation=place.operation,
            at=place.at,
            after=after,
            # What is said to stand after Article 7 stands right behind it.
            first=True,
            kind=place.kind,
            numbering=numbering,
            **values,
        )
    version = form.cleaned_data["version"] or 0
    with transaction.atomic():
        saved = editing.save_change(
            place.change, by=request.user, version=version, numbering=numbering, **values
        )
        if after and after != form.initial.get("after"):
            saved = editing.place_change(
                saved, by=request.user, version=saved.version, after=after, first=True
            )
    return saved


def _frame(place: Place) -> dict[str, Any]:
    return {
        "proposal": place.proposal,
        "company": place.proposal.company,
        "language": place.draft.language,
        "operation": place.operation,
        "kind": place.kind,
        "change": place.change,
        "name": place.name,
        "title": place.proposal.text_or_other("title", place.draft.language),
    }


def _preview(place: Place, form: ChangeForm) -> dict[str, Any]:
    """The table with what the form says now; None where there is nothing to show yet."""
    made = unsaved(place.rows, form, at=place.at, change=place.change)
    languages = place.proposal.company.languages
    if any(len(getattr(made, f"body_{one}") or "") > LONGEST_PREVIEW for one in languages):
        return {"previews": [], "too_long": True}
    if not _says_something(made):
        return {"previews": []}
    return {"previews": [_preview_in(language, place, made) for language in languages]}


def _preview_in(language: ArticlesLanguage, place: Place, made: Change) -> dict[str, Any]:
    """The draft with `made` in one language: its own rows first, then all."""
    unsaid = all(getattr(made, name) is None for name in WORDING)
    if made.operation == Operation.REPLACE and unsaid:  # nothing that would be stored
        drafted = draft(place.proposal, language, rows=place.rows.without(made))
    else:
        drafted = draft(place.proposal, language, unsaved=made, rows=place.rows)
    rows = shown_rows(drafted, may_edit=False, current=key_of(made))
    return {
        "language": language,
        "draft": drafted,
        "own": [row for row in rows if row.is_current and row.row and not row.row.is_run],
        "rows": rows,
        "findings": findings(drafted),
        "consequences": consequences(drafted),
    }


def _says_something(change: Change) -> bool:
    """Whether there is anything to show: a place where one is needed, and words."""
    if change.operation in (Operation.REPLACE, Operation.DELETE):
        return True
    anchors = (change.anchor_article_id, change.anchor_part_id, change.anchor_change_id)
    is_placed = change.new_part or any(anchors)
    is_worded = any(getattr(change, name) for name in WORDING)
    return is_placed and (is_worded or change.operation == Operation.MOVE)


def _present(place: Place, by_language: dict[ArticlesLanguage, Sides]) -> dict[str, Any]:
    """The present wording, by language, that stands beside the field."""
    found: dict[str, Provision | None] = {
        language: both.present.by_key(place.key) for language, both in by_language.items()
    }
    return {
        language: {"lines": lines(one), "is_heading": one.kind in HEADINGS}
        for language, one in found.items()
        if one is not None
    }


def _theirs(form: ChangeForm, conflict: editing.Conflict | None) -> list[dict[str, Any]]:
    """What somebody else saved, field by field where it differs from what was typed.

    It is what the form would show first now. The form takes its version.
    """
    if conflict is None or conflict.stored is None:
        return []
    take_version(form, conflict.stored.version)
    return [
        {"label": form.fields[name].label, "text": _in_words(form, name)}
        for name in differing(form)
    ]


def _in_words(form: ChangeForm, name: str) -> str:
    """The first value of a field as a person reads it."""
    field = form.fields[name]
    value = form.get_initial_for_field(field, name)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(field, ChoiceField):
        flat: Any = flatten_choices(cast("Any", field.choices))
        labels = {str(key): str(label) for key, label in flat}
        return labels.get(str(value or ""), "")
    return str(value or "")


def _saved(request: SignedInRequest, proposal: Proposal, anchor: str) -> HttpResponse:
    """Back to the proposal, where it is said quietly."""
    time = timezone.localtime().strftime("%H:%M")
    messages.success(request, _("Saved %(time)s") % {"time": time})
    return redirect(f"{reverse('proposals:proposal', args=[proposal.address])}#{anchor}")
