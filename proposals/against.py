"""A draft beside the articles of a day, whatever its own base day is."""

from datetime import date

from governance import record
from governance.dates import Language
from governance.models.wording import Clock
from governance.text.rows import ComparisonTable
from proposals.drafts import sides, stored
from proposals.models import Proposal


def against_day(proposal: Proposal, language: Language, day: date, clock: Clock) -> ComparisonTable:
    """The articles of the day on the left, what the proposal makes of its own on the right."""
    present = record.value(record.articles_as_of(proposal.company, day, clock=clock), language)
    return record.table_of(present, sides(stored(proposal), language).proposed, proposal.company)
