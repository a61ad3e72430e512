"""A draft beside the articles of a day, as a paper."""

from dataclasses import replace
from datetime import date

from governance.models.wording import Clock
from governance.papers.comparison import ComparisonPaper, comparison_paper, notes_of_days
from governance.papers.dates import LanguageCode
from governance.papers.vocabulary import state_of_articles
from governance.record.clocks import clock_name
from proposals.draft.comparison_with_day import compare_with_day
from proposals.models import Proposal
from proposals.papers.file_names import draft_file_stem

_COLON = {"en": ": ", "ja": "："}


def comparison_with_day_paper(
    proposal: Proposal, language: LanguageCode, day: date, clock: Clock, *, is_draft: bool
) -> ComparisonPaper:
    """The articles of `day` on the left, what `proposal` makes of its own on the right.

    With `is_draft` it says that it is a draft.
    """
    table = compare_with_day(proposal, language, day, clock)
    title = proposal.text("title", language)
    paper = comparison_paper(
        proposal.company,
        language,
        present=state_of_articles(day, clock, language),
        proposed=_COLON[language].join(filter(None, (table.style.proposed_title, title))),
        table=table,
    )
    notes = notes_of_days(proposal.company, language, [day], clock)
    return replace(paper, notes=notes, is_draft=is_draft)


def file_stem(paper: ComparisonPaper, proposal: Proposal, day: date, clock: Clock) -> str:
    """ "3774-21-1-comparison-2013-06-26-as-adopted-en-DRAFT", without "-DRAFT" once approved."""
    words = (proposal.address, "comparison", str(day), clock_name(clock), paper.language)
    return draft_file_stem(words, paper.is_draft)
