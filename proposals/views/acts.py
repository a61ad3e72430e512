"""What is done at a row of the comparison table, by the name that the page gives it."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from governance.people.refused import Refused
from governance.text.tree.keys import unit_key
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.derive import Draft
from proposals.models import Change
from proposals.models.decided_citation import DecidedOwner

NOT_MEANT = _("The page sent what it cannot have meant; load it again.")
LONGEST_NAME = 16
"""Of a consequence, as `ShownConsequence.name` gives it."""


def _sync(_request: SignedInRequest, _before: Draft) -> None:
    """Nothing is done: the page is brought up to date."""


def _undo(request: SignedInRequest, before: Draft) -> str:
    editing.undo(before.proposal, by=request.user)
    return ""


def _redo(request: SignedInRequest, before: Draft) -> str:
    editing.redo(before.proposal, by=request.user)
    return ""


def _delete(request: SignedInRequest, before: Draft) -> str:
    key = request.POST.get("key", "")
    keep = request.POST.get("numbering") == "keep"
    editing.delete_provision(before.proposal, by=request.user, key=key, keep_number=keep)
    return key


def _remove_change(request: SignedInRequest, before: Draft) -> str:
    key = request.POST.get("key", "")
    if change := before.changes.get(key):
        editing.remove_change(change, by=request.user)
    return key


def _underline(request: SignedInRequest, before: Draft) -> str:
    sent = request.POST
    places = [sent.get(name, "") for name in ("place", "start", "end")]
    if not all(one.isascii() and one.isdecimal() and len(one) < 7 for one in places):
        raise Refused(str(NOT_MEANT))
    place, start, end = map(int, places)
    words = editing.SelectedWords(
        key=sent.get("key", ""),
        side=sent.get("side", ""),
        place=place,
        text=sent.get("text", ""),
        start=start,
        end=end,
        is_underlined=sent.get("underlined") == "yes",
        note=sent.get("note", ""),
    )
    editing.underline_words(before.proposal, by=request.user, language=before.language, words=words)
    return sent.get("key", "")


def _remove_underline(request: SignedInRequest, before: Draft) -> str:
    name = request.POST.get("name", "")
    editing.take_back_underline(before.proposal, by=request.user, name=name)
    return ""


def _explain_underline(request: SignedInRequest, before: Draft) -> str:
    name, note = request.POST.get("name", ""), request.POST.get("note", "")
    editing.explain_underline(before.proposal, by=request.user, name=name, note=note)
    return ""


def _numbering(request: SignedInRequest, before: Draft) -> str:
    key, numbering = request.POST.get("key", ""), request.POST.get("numbering", "")
    change = before.changes.get(key)
    if change is None or numbering not in Change.Numbering.values:
        raise Refused(str(NOT_MEANT))
    editing.save_change(change, by=request.user, version=change.version, numbering=numbering)
    return key


def _reword(request: SignedInRequest, before: Draft) -> str:
    citation, style = request.POST.get("citation", ""), request.POST.get("style", "")
    editing.reword_citation(
        before.proposal, by=request.user, language=before.language, citation=citation, style=style
    )
    return unit_key(citation.partition("@")[0])


def _separate(request: SignedInRequest, before: Draft) -> str:
    key = request.POST.get("key", "")
    editing.separate_pair(before.proposal, by=request.user, key=key)
    return key


def _join(request: SignedInRequest, before: Draft) -> str:
    new, deleted = request.POST.get("new", ""), request.POST.get("deleted", "")
    editing.join_pair(before.proposal, by=request.user, new=new, deleted=deleted)
    return deleted


def _whose(request: SignedInRequest, before: Draft) -> str:
    name, whose = request.POST.get("name", ""), request.POST.get("whose", "")
    if whose not in ("", *DecidedOwner.values):
        raise Refused(str(NOT_MEANT))
    editing.decide_citation(
        before.proposal, by=request.user, language=before.language, name=name, whose=whose
    )
    return ""


def _accept(request: SignedInRequest, before: Draft) -> str:
    names = [one for one in request.POST.get("names", "").split(",") if one]
    if not names or any(len(one) > LONGEST_NAME for one in names):
        raise Refused(str(NOT_MEANT))
    editing.accept_consequences(
        before.proposal, by=request.user, language=before.language, names=names
    )
    return ""


ACTS: dict[str, Callable[[SignedInRequest, Draft], str | None]] = {
    "sync": _sync,
    "fold": _sync,
    "undo": _undo,
    "redo": _redo,
    "delete": _delete,
    "take-back": _remove_change,
    "underline": _underline,
    "take-back-underline": _remove_underline,
    "explain-underline": _explain_underline,
    "numbering": _numbering,
    "reword": _reword,
    "separate": _separate,
    "join": _join,
    "whose": _whose,
    "accept": _accept,
}
