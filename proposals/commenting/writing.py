"""Writing, answering, resolving and reopening comments."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import User
from governance.papers.dates import LanguageCode
from governance.people import audit
from governance.people.refused import Refused, stored_text
from proposals.commenting.subjects import StandingWords, is_subject, standing_words
from proposals.commenting.threads import Thread
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.versions import apply_changes, numbers_version_of
from proposals.models import Comment, Proposal
from proposals.models.comment import LONGEST_COMMENT_TEXT
from proposals.workflow.permissions import require

_AUDITED = {
    "": "comment.answered",
    Comment.Act.RESOLVED: "comment.resolved",
    Comment.Act.REOPENED: "comment.reopened",
}


@dataclass(frozen=True)
class NewComment:
    """What is said of what (see `subjects`); `words` are quoted from it in `language`, and
    `suggestion` is what should stand in their place.
    """

    text: str = ""
    about: str = ""
    language: LanguageCode = "en"
    words: str = ""
    suggestion: str = ""


def add_comment(proposal: Proposal, *, by: User, new: NewComment) -> Comment:
    """Write a comment. Refused where the draft does not have what it is about or what it quotes.

    What the same person says again in the same words is the open comment that is there.
    """
    with proposal_transaction(proposal, by=by, act="comment") as locked:
        comment = _checked(locked, load_rows(locked), new)
        if already := _said_already(comment, by):
            return already
        comment.by = by
        comment.save()
        audit.record("comment.written", by=by, company=locked.company, about=locked.address)
        return comment


def answer_comment(comment: Comment, *, by: User, text: str = "", act: str = "") -> Comment:
    """Answer a comment, and with `act` resolve it or reopen it. What is so already is left so."""
    with proposal_transaction(comment.proposal, by=by, act="comment") as locked:
        text = stored_text(text.strip(), longest=LONGEST_COMMENT_TEXT)
        if not text and not act:
            raise Refused(_("Write an answer."))
        answers = tuple(comment.answers.order_by("pk"))
        is_open = Thread(comment, answers).is_open
        if act and is_open == (act == Comment.Act.REOPENED):
            act = ""  # somebody else was faster
            if not text:
                return answers[-1] if answers else comment
        last = answers[-1] if answers else None
        if last and (last.by_id, last.text, last.act) == (by.pk, text, act):  # sent twice
            return last
        answer = Comment.objects.create(
            proposal=locked, answer_to=comment, text=text, act=act, by=by
        )
        audit.record(_AUDITED[act], by=by, company=locked.company, about=locked.address)
        return answer


@contextmanager
def proposal_transaction(proposal: Proposal, *, by: User, act: str) -> Iterator[Proposal]:
    """The proposal, fetched afresh and locked, for somebody who may do `act` with it now."""
    with transaction.atomic():
        locked = (
            Proposal.objects.select_for_update(of=("self",))
            .select_related("company", "meeting")
            .get(pk=proposal.pk)
        )
        require(by, act, locked)
        yield locked


def _checked(proposal: Proposal, rows: DraftRows, new: NewComment) -> Comment:
    """The comment as it is to be stored."""
    text, words, suggestion = (
        stored_text(one.strip(), longest=LONGEST_COMMENT_TEXT)
        for one in (new.text, new.words, new.suggestion)
    )
    if not text and not suggestion:
        raise Refused(_("Write the comment."))
    if not is_subject(new.about, rows):
        raise Refused(_("The draft does not have what the comment is about any more."))
    several = standing_words(new.about, new.language, rows)
    standing = _quoted(several, words) if words else next(iter(several), None)
    if suggestion:
        _require_suggestable(standing, words, suggestion)
    if standing is None:
        return Comment(proposal=proposal, about=new.about, text=text)
    versions = apply_changes(rows, new.language)
    return Comment(
        proposal=proposal,
        about=new.about,
        language=new.language,
        side=standing.side,
        words=words,
        suggestion=suggestion,
        wording=standing.text,
        numbers_version=numbers_version_of(versions.proposed) if suggestion else "",
        text=text,
    )


def _quoted(several: tuple[StandingWords, ...], words: str) -> StandingWords:
    found = next((one for one in several if one.count(words)), None)
    if found is None:
        raise Refused(
            _("The words quoted do not stand there. Quote them as they are, without the number.")
        )
    return found


def _require_suggestable(standing: StandingWords | None, words: str, suggestion: str) -> None:
    if standing is None or not words:
        raise Refused(_("Quote the words of the article that the suggestion would replace."))
    if standing.side != Comment.Side.PROPOSED:
        raise Refused(_("A wording is suggested for words of the proposed articles alone."))
    if standing.count(words) > 1:
        raise Refused(
            _("The words quoted stand there several times. Quote more, so that one place is meant.")
        )
    if suggestion == words:
        raise Refused(_("The suggestion is what stands there already."))


def _said_already(comment: Comment, by: User) -> Comment | None:
    same = Comment.objects.filter(
        proposal=comment.proposal,
        answer_to=None,
        by=by,
        about=comment.about,
        words=comment.words,
        suggestion=comment.suggestion,
        text=comment.text,
    ).last()
    if same is None or not Thread(same, tuple(same.answers.order_by("pk"))).is_open:
        return None
    return same
