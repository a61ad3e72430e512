"""Comments on a draft: written, answered, resolved; a suggested wording taken over; warnings
acknowledged with a word.

Each writer is keyword-only, names who acts (`by`), is atomic with the proposal's row locked, and
leaves a line in the audit. All raise `Refused` with a sentence when what is asked may not or cannot
be done, and then have changed nothing.
"""

from proposals.commenting.subjects import WordsNow, is_subject, words_now
from proposals.commenting.suggestions import SuggestionOutdated, take_suggestion
from proposals.commenting.threads import Thread, open_comments_of, open_counts, threads_of
from proposals.commenting.warnings import (
    acknowledge_warning,
    acknowledgements_of,
    take_back_acknowledgement,
    warning_digest,
)
from proposals.commenting.writing import NewComment, add_comment, answer_comment

__all__ = [
    "NewComment",
    "SuggestionOutdated",
    "Thread",
    "WordsNow",
    "acknowledge_warning",
    "acknowledgements_of",
    "add_comment",
    "answer_comment",
    "is_subject",
    "open_comments_of",
    "open_counts",
    "take_back_acknowledgement",
    "take_suggestion",
    "threads_of",
    "warning_digest",
    "words_now",
]
