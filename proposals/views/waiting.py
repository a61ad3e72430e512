"""What waits for a person: proposals to review, returned ones, drafts and their open comments, each
with the one next step and, as links to their cure, what stands in its way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.models import User
from governance.models.languages import interface_language
from governance.papers.dates import LanguageCode
from governance.people.permissions import may_draft
from proposals.commenting import open_comments_of
from proposals.draft.derive import Draft, draft
from proposals.draft.readiness import missing_for_review
from proposals.draft.rows import load_rows
from proposals.models import Proposal
from proposals.models.state import State
from proposals.views.change_reviews import returned_links
from proposals.views.page import shown_missing
from proposals.workflow.change_reviews import returned_changes
from proposals.workflow.permissions import is_author, refusal

MOST_CHECKED = 3
"""Drafts of which the start page says what they lack: the whole draft is derived for that."""
Link = dict[str, str]


@dataclass(frozen=True)
class WaitingProposal:
    """A proposal that waits for a person: why, the next step, and what stands in its way."""

    proposal: Proposal
    why: str
    verb: str
    url: str
    comment: str = ""
    """The word with which it was returned."""
    blockers: tuple[Link, ...] = ()


def waiting_for(user: User) -> list[WaitingProposal]:
    """What waits for the person in all companies, what is to be reviewed first."""
    states = (State.IN_REVIEW, State.RETURNED, State.DRAFTING)
    several = list(
        Proposal.objects.of(user)
        .filter(state__in=states)
        .with_names()
        .prefetch_related("authors")
        .order_by("meeting__date", "number", "pk")
    )
    comments = open_comments_of(several)
    found: list[WaitingProposal] = []
    for state in states:
        for proposal in (one for one in several if one.state == state):
            checked = sum(one.proposal.state == State.DRAFTING for one in found)
            waiting = _waiting(user, proposal, comments.get(proposal.pk, 0))
            if waiting and state == State.DRAFTING and checked < MOST_CHECKED:
                waiting = _checked(waiting)
            found += [waiting] if waiting else []
    return found


def _waiting(user: User, proposal: Proposal, comments: int) -> WaitingProposal | None:
    page = reverse("proposals:proposal", args=[proposal.address])
    open_comments = tuple(_comments_link(proposal, comments))
    if proposal.state == State.IN_REVIEW:
        if refusal(user, "return", proposal):
            return None
        review = reverse("proposals:change_reviews", args=[proposal.address])
        blockers = (*_returned(proposal), *open_comments)
        return WaitingProposal(
            proposal, _("It waits for your review."), _("Review it"), review, blockers=blockers
        )
    if not (may_draft(user, proposal.company) and is_author(user, proposal)):
        return None
    if proposal.state == State.RETURNED:
        last = proposal.reviews.last()
        word = last.comment if last else ""
        why, verb = _("It was returned to you."), _("Reopen and change it")
        return WaitingProposal(proposal, why, verb, page, word, open_comments)
    return WaitingProposal(
        proposal, _("You are drafting it."), _("Go on drafting"), page, blockers=open_comments
    )


def _checked(waiting: WaitingProposal) -> WaitingProposal:
    """With what it lacks to be submitted."""
    proposal = waiting.proposal
    drafts = _drafts(proposal)
    language = next(iter(drafts))
    missing = [
        shown_missing(one, proposal, language)
        for one in missing_for_review(proposal, drafts=drafts)
    ]
    links = tuple({**one, "url": _absolute(waiting.url, one["url"])} for one in missing)
    verb = waiting.verb if links else _("Look at it once more and submit it")
    return WaitingProposal(
        proposal, waiting.why, verb, waiting.url, blockers=(*links, *waiting.blockers)
    )


def _returned(proposal: Proposal) -> Iterator[Link]:
    """The changes that stand returned; what it takes to name them is derived only where some do."""
    if returned := returned_changes(proposal):
        drafted = _drafts(proposal)[_language(proposal)]
        page = reverse("proposals:proposal", args=[proposal.address])
        for one in returned_links(returned, drafted):
            yield {**one, "url": _absolute(page, one["url"])}


def _comments_link(proposal: Proposal, count: int) -> Iterator[Link]:
    if count:
        sentence = ngettext("%(count)d open comment", "%(count)d open comments", count)
        url = reverse("proposals:comments", args=[proposal.address])
        yield {"sentence": sentence % {"count": count}, "url": url, "note": ""}


def _absolute(page: str, url: str) -> str:
    """A link of the page of a proposal as it is followed from elsewhere."""
    return url if url.startswith("/") else f"{page}{url}"


def _drafts(proposal: Proposal) -> dict[LanguageCode, Draft]:
    rows = load_rows(proposal)
    first = _language(proposal)
    languages = sorted(proposal.company.languages, key=lambda code: code != first)
    return {code: draft(proposal, code, rows=rows) for code in languages}


def _language(proposal: Proposal) -> LanguageCode:
    kept, wanted = proposal.company.languages, interface_language()
    return wanted if wanted in kept else kept[0]
