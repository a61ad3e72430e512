"""Drafts made by hand for the tests of pages."""

from datetime import UTC, datetime
from typing import Any

from django.test import Client

from governance.models import Article, User
from proposals import editing
from proposals.models import Change, Proposal, Reason

NOW = datetime(2013, 5, 20, 3, 0, tzinfo=UTC)
CHAIR = "The Chair shall chair a general meeting.\n2 The preceding paragraph applies."


def add(proposal: Proposal, by: User, after: str, caption: str = "Seal", **given: Any) -> Change:
    """A new article right behind `after`."""
    words = {"caption_en": caption, "body_en": "The Company has a seal."}
    return editing.add_change(
        proposal, by=by, operation="insert", after=after, first=True, **(words | given)
    )


def amend(proposal: Proposal, by: User, article: Article, body: str = CHAIR) -> Change:
    return editing.add_change(
        proposal, by=by, operation="replace", at=f"a{article.pk}", body_en=body
    )


def reason(proposal: Proposal, by: User, text: str = "To be flexible.", **given: Any) -> Reason:
    return editing.add_reason(proposal, by=by, body_en=text, **given)


def complete(proposal: Proposal, by: User) -> None:
    """All that is needed to be submitted: a change, and a reason that covers every change."""
    if not proposal.changes.exists():
        chair = Article.objects.get(wordings__caption_en="Chairman")
        amend(proposal, by, chair)
    reason(proposal, by, covers=list(proposal.changes.all()))


def form_of(client: Client, path: str) -> dict[str, Any]:
    """What a browser would send back: the form's own values."""
    form = client.get(path).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def errors(answer: Any) -> dict[str, list[str]]:
    return {name: list(told) for name, told in answer.context["form"].errors.items()}
