"""The comparison table alone (別紙): before adoption as proposed, after it as adopted."""

from dataclasses import replace

from governance.papers.comparison import ComparisonPaper, is_changed
from governance.papers.vocabulary import VOCABULARY, joined
from governance.text.table.rows import ComparisonTable
from proposals.draft.derive import Draft
from proposals.draft.whole_table import table_of_whole_articles
from proposals.models.state import State
from proposals.papers.facts import facts
from proposals.papers.file_names import draft_file_stem
from proposals.papers.words import WORDS


def attachment(draft: Draft, *, is_draft: bool = True) -> ComparisonPaper:
    """The table of the release, under the heading of an attachment."""
    return _paper(draft, draft.table, "attachment", is_draft=is_draft)


def whole_comparison(draft: Draft, *, is_draft: bool = True) -> ComparisonPaper:
    """The same with every provision that stays as it is, in full."""
    return _paper(draft, table_of_whole_articles(draft), "whole-comparison", is_draft=is_draft)


def _paper(draft: Draft, table: ComparisonTable, name: str, *, is_draft: bool) -> ComparisonPaper:
    told, words = facts(draft.proposal, draft.language), WORDS[draft.language]
    style = replace(titled_by_outcome(draft, table).style, title="")
    heading = table.style.title or VOCABULARY[draft.language].COMPARISON
    return ComparisonPaper(
        language=draft.language,
        title=joined((heading, told.company["name"]), draft.language),
        label=words.ATTACHMENT,
        heading=heading,
        company=told.company["name"],
        present_label=style.present_title,
        proposed_label=style.proposed_title,
        table=replace(table, style=style),
        alike="" if is_changed(table) else VOCABULARY[draft.language].ALIKE,
        is_draft=is_draft,
        file_stem=draft_file_stem([draft.proposal.address, name, draft.language], is_draft),
    )


def titled_by_outcome(draft: Draft, table: ComparisonTable) -> ComparisonTable:
    """The table with columns of before and after the amendment, once that is adopted."""
    if draft.proposal.state != State.ADOPTED:
        return table
    words = WORDS[draft.language]
    style = replace(
        table.style, present_title=words.BEFORE_AMENDMENT, proposed_title=words.AFTER_AMENDMENT
    )
    return replace(table, style=style)
