"""The findings of a draft as a reader is told of them, and warnings acknowledged."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language

from governance.text.finding import WARNING, Finding
from governance.text.tree.keys import unit_key
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import commenting
from proposals.draft.board_authority import BOARD_AUTHORITY
from proposals.draft.checks import DATES
from proposals.draft.derive import Draft
from proposals.draft.quoted_words import QuotedWords
from proposals.draft.versions import apply_changes
from proposals.views.consequences import reason_places
from proposals.views.decorators import open_to_edit, post_only, show_refusals
from proposals.views.edit_page import saved_at
from proposals.views.rows import name_by_key, row_link


@show_refusals
@post_only
def acknowledge(request: SignedInRequest, address: str) -> HttpResponse:
    """POST …/findings/?language=en: acknowledge the warning `finding` with a word, or with
    `do=take-back` no longer.
    """
    proposal, finding = open_to_edit(request, address), request.POST.get("finding", "")
    language = articles_language(request, proposal.company)
    if request.POST.get("do") == "take-back":
        commenting.take_back_acknowledgement(proposal, by=request.user, finding=finding)
    else:
        word = request.POST.get("comment", "")
        commenting.acknowledge_warning(
            proposal, by=request.user, language=language, finding=finding, word=word
        )
    messages.success(request, saved_at())
    page = reverse("proposals:proposal", args=[address])
    return redirect(f"{page}?language={language}#panel-findings")


def shown_findings(
    drafted: Draft, anchors: Collection[str] = (), *, with_acknowledged: bool = False
) -> list[dict[str, Any]]:
    """What is wrong with the draft, each with the name of the article where it is and its row, and
    (`with_acknowledged`) of a warning who has acknowledged it.
    """
    address = drafted.proposal.address
    elsewhere = {
        BOARD_AUTHORITY: (reverse("proposals:board_authority", args=[address]), ""),
        DATES: (reverse("proposals:dates", args=[address]), ""),
    }
    elsewhere |= reason_places(drafted)
    is_asked = with_acknowledged and any(one.severity == WARNING for one in drafted.findings)
    acknowledged = commenting.acknowledgements_of(drafted.proposal) if is_asked else {}
    found = []
    for original, one in zip(drafted.findings, findings_for_reader(drafted), strict=True):
        key = unit_key(one.key)
        url, where = elsewhere.get(key) or (row_link(key, anchors), name_by_key(drafted, key))
        message = one.message_in_article if where else one.message
        is_warning = one.severity == WARNING
        digest = commenting.warning_digest(original, drafted.language) if is_warning else ""
        shown = {"finding": one, "url": url, "where": where, "message": message}
        found.append(shown | {"digest": digest, "acknowledged": acknowledged.get(digest)})
    return found


def counted_warnings(findings: Iterable[dict[str, Any]]) -> dict[str, int]:
    """How many warnings there are, and how many of them are acknowledged."""
    warnings = [one for one in findings if one["digest"]]
    return {
        "all": len(warnings),
        "acknowledged": sum(bool(one["acknowledged"]) for one in warnings),
    }


def findings_for_reader(drafted: Draft) -> Iterable[Finding]:
    """The findings, what they quote in the language of the interface where the articles have it."""
    languages = drafted.proposal.company.languages
    reader = next((code for code in languages if code == (get_language() or "")[:2]), None)
    if reader is None or reader == drafted.language or not drafted.findings:
        return drafted.findings
    quoted = QuotedWords(drafted.versions, apply_changes(drafted.rows, reader))
    return map(quoted.translated, drafted.findings)
