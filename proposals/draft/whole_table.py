"""The table of a draft with nothing left out: for comparisons in full and for marked articles."""

from dataclasses import replace

from governance.text.table import build
from governance.text.table.rows import ComparisonTable
from proposals.draft.derive import Draft
from proposals.draft.underlines import underlined_table


def table_of_whole_articles(draft: Draft) -> ComparisonTable:
    """A row for each provision of either side, word for word, underlines set by hand with it."""
    style = replace(draft.proposal.company.house_style(draft.language), shorten_paragraphs=False)
    moved = draft.versions.amended.moved
    table = build.whole_table(draft.present, draft.proposed, style, moved)
    keys = [unit.key for side in (draft.present, draft.proposed) for _part, unit in side.units()]
    return underlined_table(table, draft.proposal, draft.language, keys).table
