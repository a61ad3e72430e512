"""A cell of the table that somebody writes in: opened, drawn while it is typed, saved."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.text.amending.operations import anchor_named
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.tree.provision import HEADINGS, Kind, PieceRole, Provision
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import Draft
from proposals.draft.label_lists import label_lists, with_line_added
from proposals.draft.typed_words import typed_words
from proposals.forms.changes import ChangeForm, Operation
from proposals.models import Change
from proposals.views.change_page import ChangePage
from proposals.views.desk import (
    Answer,
    answers_json,
    editable_draft,
    known_key,
    posts_json,
    reload_draft,
    table_update,
)
from proposals.views.edit_page import saved_at
from proposals.views.explanations import explanations
from proposals.views.insertions import insertions
from proposals.views.rows import name_by_key
from proposals.views.table_languages import shown_languages

LONGEST_DRAWN = 20_000
"""Characters of wording that are compared while they are typed; longer ones once they are saved."""
FIELDS = ("after", "numbering", "reason", "effective_on", "expires_on")
"""What of a change is decided in the strip under its row."""


@answers_json
def cell(request: SignedInRequest, address: str) -> Answer:
    """GET …/table/cell/?key=a14, or ?after=a7&kind=article for one that is to be inserted: its
    words, how its paragraphs and items are labelled, and the strip under it. With `add`, a
    paragraph, an item, or vacant, also the words with what is added.
    """
    drafted = editable_draft(request, address)
    key, after = request.GET.get("key", ""), request.GET.get("after", "")
    if key:
        known_key(drafted, key)
    elif isinstance(anchor_named(after), str):
        known_key(drafted, after)
    kind = "chapter" if request.GET.get("kind") == "chapter" else "article"
    answer = _cell(request, drafted, key, kind=kind)
    standing = drafted.proposed.by_key(key)
    if standing is None:
        shown = {"insertions": insertions(drafted, after, kind)}
        strip = render_to_string("proposals/_insert_strip.html", shown, request=request)
        return {**answer, "strip": strip}
    return {**answer, **_added(standing, request.GET.get("add", ""), drafted)}


@posts_json
def draw(request: SignedInRequest, address: str) -> Answer:
    """POST …/table/draw/: where the words typed so far are underlined; nothing is saved."""
    return _drawn(editable_draft(request, address), request.POST.get("key", ""), request)


@posts_json
def save_cell(request: SignedInRequest, address: str) -> Answer:
    """POST …/table/words/: save the words of a cell, and bring the rest of the table after them."""
    before = editable_draft(request, address)
    sent = request.POST
    given = {
        f"{name}_{before.language}": sent[name] for name in ("caption", "body") if name in sent
    }
    change = editing.save_words(
        before.proposal,
        by=request.user,
        cell=editing.CellToSave(
            key=sent.get("key", ""),
            version=_number(sent.get("version")),
            after=sent.get("after", ""),
            kind=sent.get("kind", "article"),
        ),
        visit=_visit(request),
        numbers_version=sent.get("numbers_version", ""),
        **given,
    )
    after = reload_draft(request, before.proposal)
    key = change_key(change) if change else sent.get("key", "")
    row = row_id(request, after, key)
    made = {"strip": _strip(request, after, key)} if change and not sent.get("key") else {}
    return {
        **made,
        "saved": saved_at(),
        "key": key,
        "version": change.version if change else 0,
        "numbers_version": after.numbers_version,
        **_drawn(after, key, request),
        "row": row,
        **table_update(request, after),
    }


@answers_json
def strip(request: SignedInRequest, address: str) -> Answer:
    """GET …/table/strip/?key=a14&do=move: what can be decided about the change of a row;
    with `do=why`, why the row reads as it does.
    """
    drafted = editable_draft(request, address)
    key = known_key(drafted, request.GET.get("key", ""))
    if request.GET.get("do") != "why":
        return {"strip": _strip(request, drafted, key)}
    shown = {"explanations": explanations(drafted, key), "language": drafted.language}
    return {"strip": render_to_string("proposals/_why_strip.html", shown, request=request)}


@posts_json
def decide(request: SignedInRequest, address: str) -> Answer:
    """POST …/table/decide/: a field of the strip: place, numbering, reason, a day."""
    before = editable_draft(request, address)
    key = known_key(before, request.POST.get("key", ""))
    page = _page(request, before, key)
    form = page.form()
    form.is_valid()
    names = [name for name in FIELDS if name in request.POST and name in form.fields]
    if wrong := [str(told) for name in names for told in form.errors.get(name, ())]:
        raise Refused(" ".join(wrong))
    given: dict[str, Any] = {name: form.cleaned_data[name] for name in names}
    if given.get("after"):
        given["first"] = True
    try:
        _decide(request, page, key, given)
    except editing.NothingChanged:
        if page.change:
            editing.remove_change(page.change, by=request.user)
    after = reload_draft(request, before.proposal)
    change = after.changes.get(key)
    return {
        "saved": saved_at(),
        "key": key,
        "version": change.version if change else 0,
        "numbers_version": after.numbers_version,
        **table_update(request, after),
    }


def row_id(request: SignedInRequest, drafted: Draft, key: str) -> str:
    """The id of the row of `key` in the language of `drafted`, on the page of `request`."""
    is_first = drafted.language == shown_languages(request, drafted.proposal.company)[0]
    return f"row-{key}" if is_first else f"row-{key}-{drafted.language}"


def change_key(change: Change) -> str:
    return change.key if change.operation == Operation.INSERT else f"a{change.target_id}"


def _decide(request: SignedInRequest, page: ChangePage, key: str, given: dict[str, Any]) -> None:
    by = request.user
    if page.change:
        editing.save_change(page.change, by=by, version=page.change.version, **given)
    elif given:
        operation = Operation.MOVE if given.get("after") else Operation.REPLACE
        editing.add_change(page.proposal, by=by, operation=operation, at=key, **given)


def _cell(request: SignedInRequest, drafted: Draft, key: str, *, kind: str) -> Answer:
    standing = drafted.proposed.by_key(key)
    if key and standing is None:
        raise Refused(_("What is deleted has no words to write; take the deletion back first."))
    change = drafted.changes.get(key)
    is_heading = standing.kind in HEADINGS if standing else kind == "chapter"
    head = _head(standing, drafted)
    shown = {
        "key": key,
        "language": drafted.language,
        "name": name_by_key(drafted, key),
        "is_heading": is_heading,
        **head,
    }
    answer: Answer = {
        "lead": head["lead"],
        "html": render_to_string("proposals/_cell.html", shown, request=request),
        "caption": standing.caption if standing else "",
        "body": standing.body if standing else "",
        "lists": [] if is_heading else label_lists(standing, drafted.present),
        "version": change.version if change else 0,
        "numbers_version": drafted.numbers_version,
        "inserted": drafted.table.style.inserted_label,
    }
    if key:
        answer["strip"] = _strip(request, drafted, key)
        answer |= _ranges(drafted, key, answer["caption"], answer["body"], request)
    return answer


def _added(standing: Provision, kind: str, drafted: Draft) -> Answer:
    """The words with what is added to them: a paragraph, an item; in the place of a vacant number
    those that are still to be written.
    """
    added = {"paragraph": Kind.PARAGRAPH, "item": Kind.ITEM}.get(kind)
    if added and standing.kind not in HEADINGS:
        return {"added": with_line_added(standing, added, drafted.present)}
    return {"added": ""} if kind == "vacant" and is_deleted_placeholder(standing) else {}


def _head(standing: Provision | None, drafted: Draft) -> dict[str, str]:
    """The label and the brackets of the caption, as the row shows them; `lead` is the label where
    the wording begins on its line.
    """
    captioned = (
        one
        for _part, one in drafted.present.units()
        if one.caption and one.label and one.kind not in HEADINGS
    )
    example = standing if standing and standing.caption else next(captioned, None)
    opening, _caption, closing = _caption_piece(example).partition(
        example.caption if example else " "
    )
    label = standing.label if standing else ""
    pieces = standing.pieces if standing else ()
    behind = pieces[-1].text if pieces and pieces[-1].role is PieceRole.SPACE else ""
    lead = f"{label}{behind}" if label and behind and "\n" not in behind else ""
    return {"label": label, "lead": lead, "opening": opening, "closing": closing}


def _caption_piece(provision: Provision | None) -> str:
    """The caption as written, with its brackets."""
    pieces = provision.pieces if provision else ()
    return next((one.text for one in pieces if one.role is PieceRole.CAPTION), "")


def _drawn(drafted: Draft, key: str, request: SignedInRequest) -> Answer:
    caption, body = request.POST.get("caption", ""), request.POST.get("body", "")
    return _ranges(drafted, key, caption, body, request)


def _ranges(drafted: Draft, key: str, caption: str, body: str, request: SignedInRequest) -> Answer:
    """Where words are underlined, and the left cell, which is underlined against them."""
    if len(body) > LONGEST_DRAWN:
        return {"ranges": None}
    typed = typed_words(drafted, key, caption=caption, body=body)
    if typed is None:
        return {"ranges": None}
    present = render_to_string(
        "_lines.html", {"lines": typed.row.present.lines, "element": "del"}, request=request
    )
    return {"ranges": {"caption": typed.caption, "lines": typed.lines}, "present": present}


def _page(request: SignedInRequest, drafted: Draft, key: str) -> ChangePage:
    """The form about the provision of `key` that the strip shows a part of."""
    change = drafted.changes.get(key)
    standing = drafted.present.by_key(key) or drafted.proposed.by_key(key)
    if standing is None:
        raise Http404
    kind = "chapter" if standing.kind in HEADINGS else "article"
    operation = change.operation if change else Operation.REPLACE
    page = ChangePage(request, drafted.rows, drafted, operation, kind)
    if change:
        return page.about_change(change)
    return page.about(at=key)


def _strip(request: SignedInRequest, drafted: Draft, key: str) -> str:
    page = _page(request, drafted, key)
    form: ChangeForm = page.form()
    is_moving = request.GET.get("do") == "move"
    names = [
        name
        for name in FIELDS
        if name in form.fields
        and (name != "after" or is_moving or page.operation == Operation.MOVE)
    ]
    shown = {"fields": [form[name] for name in names], "key": key, "change": page.change}
    return render_to_string("proposals/_strip.html", shown, request=request)


def _visit(request: SignedInRequest) -> editing.Visit:
    """The visit that the page has named."""
    try:
        name = str(UUID(request.POST.get("visit", "")))
    except ValueError as wrong:
        raise Refused(_("The page sent what it cannot have meant; load it again.")) from wrong
    return editing.Visit(name, _number(request.POST.get("sending")))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0
