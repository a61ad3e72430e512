"""Taking over a wording that a comment suggests."""

from typing import Any

from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from proposals import editing
from proposals.commenting.subjects import standing_words, words_now
from proposals.commenting.threads import Thread
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.editing.transaction import edit_transaction
from proposals.models import Comment, Proposal


class SuggestionOutdated(Refused):
    """What a suggestion was written for reads otherwise by now, or its numbers have moved."""


def take_suggestion(comment: Comment, *, by: User) -> None:
    """Put the suggested wording in the place of the words that the comment quotes, as an edit that
    is one step, and resolve the comment.

    Raises `SuggestionOutdated` where the wording has changed since the comment was written, or
    where it cites numbers and these have moved.
    """
    with edit_transaction(comment.proposal, by=by, what="suggestion.taken") as locked:
        answers = tuple(comment.answers.order_by("pk"))
        if not comment.suggestion:
            raise Refused(_("This comment suggests no wording."))
        if not Thread(comment, answers).is_open:
            raise Refused(_("This comment is resolved. Reopen it to take its suggestion over."))
        rows = load_rows(locked)
        if words_now(comment, rows).wording_changed:
            raise SuggestionOutdated(
                _("The wording has changed since this was suggested. Both are shown.")
            )
        try:
            _save(locked, rows, comment, by=by)
        except editing.NumbersMoved as moved:
            raise SuggestionOutdated(
                _(
                    "The numbers of the proposed articles have changed since this was suggested,"
                    " and the wording cites some. Write it into the table with the numbers of now."
                )
            ) from moved
        Comment.objects.create(proposal=locked, answer_to=comment, act=Comment.Act.TAKEN, by=by)


def _save(proposal: Proposal, rows: DraftRows, comment: Comment, *, by: User) -> None:
    change = next((one for one in rows.changes if key_of(one) == comment.about), None)
    values = _values(rows, comment)
    common: dict[str, Any] = {"by": by, "numbers_version": comment.numbers_version}
    if change is None:
        editing.add_change(proposal, operation="replace", at=comment.about, **common, **values)
        return
    try:
        editing.save_change(change, version=change.version, **common, **values)
    except editing.NothingChanged:  # it reads as at present again
        editing.remove_change(change, by=by)


def _values(rows: DraftRows, comment: Comment) -> dict[str, Any]:
    """The field that has the words quoted, with the suggestion in their place."""
    language = "ja" if comment.language == "ja" else "en"
    standing = standing_words(comment.about, language, rows)[0]
    name = "caption" if comment.words in standing.caption else "body"
    text = getattr(standing, name).replace(comment.words, comment.suggestion)
    return {f"{name}_{language}": text}
