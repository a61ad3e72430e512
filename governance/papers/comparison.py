"""Two states of the articles side by side: all that the paper prints, as one value that PDF and
Word file share.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from governance.models import Company
from governance.models.wording import Clock
from governance.papers.articles import unknown_day_notes
from governance.papers.dates import LanguageCode
from governance.papers.vocabulary import VOCABULARY, state_of_articles
from governance.text.table.rows import ComparisonTable


@dataclass(frozen=True)
class ComparisonPaper:
    """All that a comparison prints. Text only; what lays it out marks it up."""

    language: LanguageCode
    title: str
    """Of the file; `heading` is what stands above the table."""
    heading: str
    company: str
    present_label: str
    """What stands on the left: "As in force on Tuesday, June 25, 2013"; the head of its column."""
    proposed_label: str
    table: ComparisonTable
    alike: str
    """The sentence that says so where nothing differs; else ""."""
    notes: tuple[str, ...] = ()
    """What is compared as adopted, its day of effect unknown."""
    is_draft: bool = False
    label: str = ""
    """Above the heading: "Attachment"."""
    file_stem: str = ""
    """The name of the file without its ending, where the paper knows it."""

    template = "paper/_comparison.html"

    @property
    def subject(self) -> str:
        """With the company's name, the running head of the later pages."""
        return self.heading

    @property
    def draft_mark(self) -> str:
        """On every page, until what is compared may be known."""
        return VOCABULARY[self.language].DRAFT if self.is_draft else ""


def comparison_paper(
    company: Company,
    language: LanguageCode,
    *,
    present: str,
    proposed: str,
    table: ComparisonTable,
) -> ComparisonPaper:
    """The comparison of two states of the articles of `company`, in a language that it keeps.

    `present` and `proposed` say what is compared (`state_of_articles` for a day) and head the
    columns in place of the titles of the house style, which speak of a proposal.
    """
    words, name = VOCABULARY[language], company.text("name", language)
    style = replace(table.style, present_title=present, proposed_title=proposed, title="")
    return ComparisonPaper(
        language=language,
        title=words.comparison_of(name),
        heading=words.COMPARISON,
        company=name,
        present_label=present,
        proposed_label=proposed,
        table=replace(table, style=style),
        alike="" if is_changed(table) else words.ALIKE,
    )


def notes_of_days(
    company: Company, language: LanguageCode, days: Iterable[date], clock: Clock
) -> tuple[str, ...]:
    """What is read as adopted on each of the days, its day of effect unknown: a sentence each."""
    return tuple(
        VOCABULARY[language].note_of(state_of_articles(day, clock, language), note)
        for day in days
        for note in unknown_day_notes(company, language, day, clock)
    )


def is_changed(table: ComparisonTable) -> bool:
    """Whether any row shows a change, if only of a number or of a place."""
    return any(row.kind not in ("unchanged", "chapter") for row in table.rows) or any(
        span.changed
        for row in table.rows
        for cell in (row.present, row.proposed)
        for line in cell.lines
        for span in line.spans
    )
