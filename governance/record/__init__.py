"""The record: the articles of any day, and the amendments that made them."""

from governance.people.refused import Refused
from governance.record.adopting import adopt
from governance.record.adoption import (
    AdoptedReason,
    Adoption,
    NewPart,
    OwnDays,
    ProposedProvision,
    Words,
    provisions_of,
    unchanged_provisions,
)
from governance.record.article_history import ArticleHistoryEntry, histories_of, history_of
from governance.record.articles_of_day import (
    articles_after,
    articles_as_of,
    articles_tree,
    change_dates,
    provision_of,
    record_version,
)
from governance.record.comparison import NO_TEXT, compare_days, table_of
from governance.record.correcting import correct
from governance.record.day_of_effect import set_day_of_effect
from governance.record.same_words import SameWords, wordings_with_same_words
from governance.record.timeline import TimelineEntry, timeline
from governance.record.upcoming_changes import UpcomingChange, upcoming_changes
from governance.record.wording_change import WordingChange

__all__ = [
    "NO_TEXT",
    "AdoptedReason",
    "Adoption",
    "ArticleHistoryEntry",
    "NewPart",
    "OwnDays",
    "ProposedProvision",
    "Refused",
    "SameWords",
    "TimelineEntry",
    "UpcomingChange",
    "WordingChange",
    "Words",
    "adopt",
    "articles_after",
    "articles_as_of",
    "articles_tree",
    "change_dates",
    "compare_days",
    "correct",
    "histories_of",
    "history_of",
    "provision_of",
    "provisions_of",
    "record_version",
    "set_day_of_effect",
    "table_of",
    "timeline",
    "unchanged_provisions",
    "upcoming_changes",
    "wordings_with_same_words",
]
