"""The comparison table of the articles of two days."""

from dataclasses import replace
from datetime import date

from governance.models import Company
from governance.models.wording import Clock
from governance.record.articles_of_day import articles_as_of, articles_tree
from governance.text.comparing.match import match_below_articles
from governance.text.message import Message
from governance.text.table.build import comparison_table
from governance.text.table.rows import ComparisonTable
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    Number,
    Piece,
    PieceRole,
    Provision,
)

NO_TEXT = Message(
    "(There is no English text on record.)",
    "（和文の記録はありません。）",
)
"""What stands in the place of the words of an article that has none in the language."""


def compare_days(
    company: Company, language: str, present: date, proposed: date, clock: Clock
) -> ComparisonTable:
    """The articles of one day beside those of another, in the company's house style; two queries.

    Articles pair by identity, whatever their numbers are on either day.
    """
    before, after = (
        articles_tree(articles_as_of(company, day, clock=clock), language)
        for day in (present, proposed)
    )
    return table_of(before, after, company)


def table_of(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, company: Company
) -> ComparisonTable:
    """The comparison table of two versions of a company's articles, as the record reads them.

    An article without text in the language says so on either side: its cell would stand empty, as
    if it had said nothing.
    """
    style = company.house_style(present.language)
    before, after = _with_note_where_empty(present), _with_note_where_empty(proposed)
    return comparison_table(before, match_below_articles(before, after), style)


def _with_note_where_empty(articles: ArticlesOfIncorporation) -> ArticlesOfIncorporation:
    pieces = (
        Piece(PieceRole.TEXT, NO_TEXT.in_language(articles.language)),
        Piece(PieceRole.SPACE, "\n"),
    )

    def noted(unit: Provision) -> Provision:
        if unit.kind in HEADINGS or unit.body:
            return unit
        key = f"{unit.key}/paragraph:1"
        paragraph = Provision(Kind.PARAGRAPH, Number(1), pieces, key=key)
        return replace(unit, children=(paragraph,))

    main, *others = (
        replace(part, children=tuple(map(noted, part.children))) for part in articles.parts
    )
    return ArticlesOfIncorporation(articles.language, main, tuple(others))
