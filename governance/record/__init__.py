"""The record: what the articles said on a day, and how they came to say it."""

from governance.record.adopting import adopt
from governance.record.adoption import (
    AdoptedReason,
    Adoption,
    NewPart,
    OwnDays,
    ProposedProvision,
    Words,
    provisions_of,
    standing,
)
from governance.record.article_history import Step, history_of
from governance.record.articles_of_day import articles_as_of, provision_of, turns, value
from governance.record.comparison import NO_TEXT, compare_days, table_of
from governance.record.correcting import correct
from governance.record.day_of_effect import set_start
from governance.record.refusal import Refused
from governance.record.timeline import Entry, timeline
from governance.record.upcoming_changes import Coming, coming, is_of_old
from governance.record.wording_change import Touch

__all__ = [
    "NO_TEXT",
    "AdoptedReason",
    "Adoption",
    "Coming",
    "Entry",
    "NewPart",
    "OwnDays",
    "ProposedProvision",
    "Refused",
    "Step",
    "Touch",
    "Words",
    "adopt",
    "articles_as_of",
    "coming",
    "compare_days",
    "correct",
    "history_of",
    "is_of_old",
    "provision_of",
    "provisions_of",
    "set_start",
    "standing",
    "table_of",
    "timeline",
    "turns",
    "value",
]
