"""The articles as a draft would leave them, its changes underlined."""

from collections.abc import Iterator

from governance.papers.marked_articles import MarkedArticlesPaper, MarkedUnit
from governance.papers.vocabulary import VOCABULARY, joined
from governance.text import naming
from governance.text.tree.provision import HEADINGS
from proposals.draft.derive import Draft
from proposals.draft.whole_table import table_of_whole_articles
from proposals.papers.facts import facts
from proposals.papers.file_names import draft_file_stem
from proposals.papers.words import WORDS


def proposed_articles(draft: Draft, *, is_draft: bool = True) -> MarkedArticlesPaper:
    """Each provision of the proposed articles, in the words and underlines of the table."""
    told, words = facts(draft.proposal, draft.language), WORDS[draft.language]
    return MarkedArticlesPaper(
        language=draft.language,
        title=joined((words.PROPOSED_ARTICLES, told.company["name"]), draft.language),
        heading=VOCABULARY[draft.language].ARTICLES_HEADING,
        company=told.company["name"],
        state=words.PROPOSED_ARTICLES,
        note=words.CHANGES_UNDERLINED,
        units=tuple(_units(draft)),
        file_stem=draft_file_stem(
            [draft.proposal.address, "proposed-articles", draft.language], is_draft
        ),
        is_draft=is_draft,
    )


def _units(draft: Draft) -> Iterator[MarkedUnit]:
    level = 2
    for row in table_of_whole_articles(draft).rows:
        if not row.proposed.keys:
            continue
        unit = draft.proposed.by_key(row.proposed.keys[0])
        assert unit is not None  # the table is made of the proposed articles
        is_heading = unit.kind in HEADINGS
        yield MarkedUnit(
            name=naming.title_with_caption(unit, draft.language),
            level=2 if is_heading else level,
            is_heading=is_heading,
            lines=row.proposed.lines,
        )
        level = 3 if is_heading else level
