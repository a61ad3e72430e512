"""The changes of a proposal one by one, as they are reviewed: approved, returned, reopened."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals.draft.derive import Draft, draft
from proposals.draft.printed_changes import Drafts
from proposals.draft.rows import load_rows
from proposals.draft.step_words import TextDifference, text_difference
from proposals.models import ChangeReview, Proposal
from proposals.models.change_review import Verdict
from proposals.views.acts import NOT_MEANT
from proposals.views.decorators import open_proposal, show_refusals
from proposals.views.edit_page import saved_at
from proposals.views.rows import name_by_key, row_link
from proposals.workflow.change_reviews import (
    GivenVerdict,
    ReviewedChange,
    mark_changes_seen,
    review_change,
    reviewed_changes,
)
from proposals.workflow.permissions import refusal, require


@show_refusals
def change_reviews(request: SignedInRequest, address: str) -> HttpResponse:
    """GET …/review/: each change with its verdict, and what of it reads otherwise since. POST
    gives a verdict on one (`key`, `shown`, `verdict`, `comment`), or says that all were seen.
    """
    proposal = open_proposal(request, address)
    require(request.user, "read_comments", proposal)
    if request.method == "POST":
        return _given(request, proposal)
    rows, language = load_rows(proposal), articles_language(request, proposal.company)
    drafts: Drafts = {code: draft(proposal, code, rows=rows) for code in proposal.company.languages}
    several = reviewed_changes(proposal, drafts, person=request.user)
    page = reverse("proposals:proposal", args=[address])
    shown = {
        "proposal": proposal,
        "company": proposal.company,
        "language": language,
        "changes": [_shown(one, drafts[language], page) for one in several],
        "counts": counted(several),
        "review_refusal": refusal(request.user, "return", proposal),
        "all_seen": all(one.looked and not one.changed_since_look for one in several),
    }
    return render(request, "proposals/change_reviews.html", shown)


def shown_review(user: User, proposal: Proposal, drafts: Drafts, language: str) -> dict[str, Any]:
    """What the page of a proposal says of the review of its changes; {} for whoever may not see
    it, and while there is none.
    """
    if refusal(user, "read_comments", proposal):
        return {}
    is_begun = ChangeReview.objects.filter(proposal=proposal).exclude(verdict=Verdict.SEEN).exists()
    if not is_begun and refusal(user, "return", proposal):
        return {}
    several = reviewed_changes(proposal, drafts, person=user)
    found = [_shown(one, drafts[language], "") for one in several]
    return {"changes": found, "counts": counted(several)}


def returned_links(changes: Iterable[ReviewedChange], drafted: Draft) -> Iterator[dict[str, str]]:
    """What must be approved before the whole can be, as links to the rows."""
    for one in changes:
        key = one.printed.key
        name = name_by_key(drafted, key) or key
        sentence = _("The change of %(name)s stands returned.") % {"name": name}
        yield {"sentence": sentence, "url": row_link(key, ()), "note": ""}


def counted(changes: Iterable[ReviewedChange]) -> dict[str, int]:
    """How many changes there are, how many stand approved, returned, or were reopened."""
    several = list(changes)
    return {
        "all": len(several),
        "approved": sum(one.is_approved for one in several),
        "returned": sum(one.is_returned for one in several),
        "reopened": sum(one.is_reopened for one in several),
    }


def _given(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    sent = request.POST
    key, verdict = sent.get("key", ""), sent.get("verdict", "")
    if verdict == Verdict.SEEN:
        mark_changes_seen(proposal, by=request.user)
    elif verdict in (Verdict.APPROVED, Verdict.RETURNED):
        given = GivenVerdict(key, Verdict(verdict), sent.get("shown", ""), sent.get("comment", ""))
        review_change(proposal, by=request.user, given=given)
    else:
        require(request.user, "return", proposal)
        raise Refused(str(NOT_MEANT))
    messages.success(request, saved_at())
    page = reverse("proposals:change_reviews", args=[proposal.address])
    return redirect(f"{page}#change-{key}" if key else page)


def _shown(one: ReviewedChange, drafted: Draft, page: str) -> dict[str, Any]:
    key = one.printed.key
    was = (
        one.verdict if one.changed_since_verdict else one.looked if one.changed_since_look else None
    )
    return {
        "reviewed": one,
        "key": key,
        "name": name_by_key(drafted, key) or key,
        "url": page + row_link(key, ()),
        "is_derived": key not in drafted.changes,
        "differences": list(_differences(was, one)) if was else [],
    }


def _differences(was: ChangeReview, one: ReviewedChange) -> Iterator[TextDifference]:
    """The wording then and now, in each language in which it reads otherwise."""
    for code, now in one.printed.content["languages"].items():
        before = was.printed["languages"].get(code, {})
        old, new = (_text(side.get("proposed")) for side in (before, now))
        if old != new:
            yield text_difference("ja" if code == "ja" else "en", old, new)


def _text(words: dict[str, str] | None) -> str:
    names = ("number", "caption", "body")
    return "\n".join(filter(None, ((words or {}).get(name, "") for name in names)))
