"""Deciding on changes whose present wording is another than when they were written."""

from collections.abc import Collection
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from governance.text.tree.keys import ArticleKey
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.changed_under import amended_later, changed_under
from proposals.draft.derive import Draft
from proposals.draft.operations import key_of
from proposals.draft.rows import load_rows
from proposals.draft.step_words import text_difference
from proposals.models import Change
from proposals.views.decorators import open_to_edit, post_only, show_refusals
from proposals.views.positions import place_choices
from proposals.views.rows import name_by_key, row_link
from proposals.views.stored import stored_row


@show_refusals
@post_only
def decide_changed(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """POST …/changes/3/decide/: keep the change over the wording `over`, insert its words as a new
    article `after` another, or take it back.
    """
    rows = load_rows(open_to_edit(request, address))
    change = stored_row(request, rows.proposal, rows.changes, pk, Change)
    if request.POST.get("do") == "take-back":
        editing.remove_change(change, by=request.user)
    elif request.POST.get("do") == "insert":
        editing.insert_as_new(change, by=request.user, after=request.POST.get("after", ""))
    else:
        over = request.POST.get("over", "")
        number = int(over) if over.isascii() and over.isdecimal() else 0
        editing.keep_change(change, by=request.user, over=number)
    return redirect(reverse("proposals:proposal", args=[address]) + "#panel-changed-under")


def shown_changed_under(drafted: Draft, anchors: Collection[str] = ()) -> list[dict[str, Any]]:
    """Each with what became of the present wording, and the words of the change itself."""
    code = drafted.language
    found = changed_under(drafted.rows)
    has_lost = any(one.now is None and one.change.gives_words for one in found)
    places = place_choices(drafted) if has_lost else ()
    return [
        {
            "change": one.change,
            "name": name_by_key(drafted, key_of(one.change), first="present")
            or one.was.text_or_other("caption", code),
            "url": row_link(key_of(one.change), anchors),
            "over": one.now.pk if one.now else "",
            "difference": text_difference(
                code, _words(one.was, code), _words(one.now, code) if one.now else ""
            ),
            "own": [line for line in _words(one.change, code).split("\n") if line],
            "places": places if one.now is None and one.change.gives_words else (),
        }
        for one in found
    ]


def shown_amended_later(drafted: Draft, anchors: Collection[str] = ()) -> list[dict[str, Any]]:
    """The articles of the draft's changes that were amended again since, and when."""
    return [
        {
            "name": name_by_key(drafted, key, first="present"),
            "url": row_link(key, anchors),
            "day": one.ended_on,
        }
        for one in amended_later(drafted.rows)
        for key in [str(ArticleKey(one.article_id))]
    ]


def _words(row: Any, code: str) -> str:
    texts = (getattr(row, f"{name}_{code}") for name in ("caption", "body"))
    return "\n".join(text for text in texts if text)
