"""Comments on a draft: written, answered, resolved; a suggested wording taken over.

Each writer is keyword-only, names who acts (`by`), is atomic with the proposal's row locked, and
leaves a line in the audit. All raise `Refused` with a sentence when what is asked may not or cannot
be done, and then have changed nothing.
"""

from proposals.commenting.subjects import WordsNow, is_subject, words_now
from proposals.commenting.suggestions import SuggestionOutdated, take_suggestion
from proposals.commenting.threads import Thread, open_counts, threads_of
from proposals.commenting.writing import NewComment, add_comment, answer_comment

__all__ = [
    "NewComment",
    "SuggestionOutdated",
    "Thread",
    "WordsNow",
    "add_comment",
    "answer_comment",
    "is_subject",
    "open_counts",
    "take_suggestion",
    "threads_of",
    "words_now",
]
