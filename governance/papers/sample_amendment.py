"""An amendment that nobody proposes: a company's own articles, to show a house style on."""

from collections.abc import Sequence

from governance.text.amending.builder import amend
from governance.text.amending.operations import Delete, Insert, Operation, Replace
from governance.text.table.build import comparison_table
from governance.text.table.house_style import HouseStyle
from governance.text.table.rows import ComparisonTable
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

FEWEST_ARTICLES = 4


def sample_table(present: ArticlesOfIncorporation, style: HouseStyle) -> ComparisonTable | None:
    """A table in which an article is amended, one deleted and one new, so that numbers move and
    articles are left out between them. None where there are too few articles for it.
    """
    articles = [unit for _part, unit in present.units() if unit.kind is Kind.ARTICLE]
    if len(articles) < FEWEST_ARTICLES:
        return None
    result = amend(present, _operations(articles))
    return comparison_table(result.present, result.proposed, style, result.moved)


def _operations(articles: Sequence[Provision]) -> list[Operation]:
    quarter = len(articles) // 4
    amended, gone, before_new = (articles[place * quarter] for place in (1, 2, 3))
    added = Insert("sample", after=before_new.key, caption=gone.caption, body=gone.body)
    return [Replace(amended.key, body=_other_words(amended)), Delete(gone.key), added]


def _other_words(article: Provision) -> str:
    """The wording of an article without its last line; with its first line twice for one alone."""
    lines = article.body.splitlines()
    return "\n".join(lines[:-1] if len(lines) > 1 else lines * 2)
