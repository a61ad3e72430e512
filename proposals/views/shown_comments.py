"""Comments as they are shown beside a draft: what each is about, and what became of its words."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _

from governance.models import User
from governance.models.languages import interface_language
from proposals.commenting import Thread, open_counts, threads_of, words_now
from proposals.commenting.subjects import DAY, REASON
from proposals.draft.derive import Draft
from proposals.draft.step_words import text_difference
from proposals.models import Proposal
from proposals.views.consequences import reason_places
from proposals.views.rows import RowTools, name_by_key, row_link
from proposals.workflow.permissions import refusal


def threads_for(user: User, proposal: Proposal) -> tuple[Thread, ...] | None:
    """The comments on a proposal; None for whoever may not see them."""
    return None if refusal(user, "read_comments", proposal) else threads_of(proposal)


def comment_panel(
    user: User, drafted: Draft, threads: Iterable[Thread] | None, anchors: Collection[str]
) -> dict[str, Any]:
    """What the page of a proposal says of its comments: the open ones, and whether the person may
    write one.
    """
    several = list(threads or ())
    found = [one for one in several if one.is_open]
    return {
        "may_see_comments": threads is not None,
        "may_comment": not refusal(user, "comment", drafted.proposal),
        "has_tools": not all(refusal(user, act, drafted.proposal) for act in ("edit", "comment")),
        "comments": len(several),
        "open_comments": shown_threads(found, drafted, anchors),
    }


def row_tools(user: User, proposal: Proposal, threads: Iterable[Thread] | None) -> RowTools:
    """What the person may do at the rows of the table."""
    return RowTools(
        may_edit=not refusal(user, "edit", proposal),
        may_comment=not refusal(user, "comment", proposal),
        comments=open_counts(threads or ()),
    )


def shown_threads(
    threads: Iterable[Thread], drafted: Draft, anchors: Collection[str] = (), *, page: str = ""
) -> list[dict[str, Any]]:
    """Each with the name of what it is about, its link on the page at `page`, and, where its words
    read otherwise now, the difference.
    """
    return [_shown(one, drafted, anchors, page) for one in threads]


def subject_name(about: str, drafted: Draft) -> str:
    """What `about` is called now, "" for what the draft no longer has."""
    if not about:
        return _("The whole proposal")
    if about.startswith(REASON):
        return reason_places(drafted).get(about, ("", ""))[1]
    if about.startswith(DAY):
        days = {day.field: day for day in drafted.proposal.schedule.days}
        day = days.get(about.removeprefix(DAY))
        return day.label.in_language(interface_language()) if day else ""
    return name_by_key(drafted, about)


def _shown(thread: Thread, drafted: Draft, anchors: Collection[str], page: str) -> dict[str, Any]:
    comment = thread.comment
    now = words_now(comment, drafted.rows)
    is_needed = comment.suggestion or now.words_are_gone
    difference = (
        text_difference("ja" if comment.language == "ja" else "en", comment.wording, now.wording)
        if is_needed and now.wording_changed and not now.place_is_gone
        else None
    )
    return {
        "thread": thread,
        "comment": comment,
        "where": subject_name(comment.about, drafted),
        "is_provision": bool(comment.about) and ":" not in comment.about,
        "url": page + _link(comment.about, drafted, anchors),
        "now": now,
        "difference": difference,
        "was": [line for line in comment.wording.split("\n") if line],
    }


def _link(about: str, drafted: Draft, anchors: Collection[str]) -> str:
    if not about:
        return ""
    if about.startswith(REASON):
        return reason_places(drafted).get(about, ("#panel-reasons", ""))[0]
    if about.startswith(DAY):
        return "#panel-schedule"
    return row_link(about, anchors)
