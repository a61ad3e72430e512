"""The comparison table of the articles of two days."""

from datetime import date

from governance.models import Company
from governance.models.wording import Clock
from governance.record.reading import articles_as_of, value
from governance.text.matching import continuing
from governance.text.provision import ArticlesOfIncorporation
from governance.text.rows import ComparisonTable
from governance.text.table import comparison_table


def compare_days(
    company: Company, language: str, present: date, proposed: date, clock: Clock
) -> ComparisonTable:
    """The articles of one day beside those of another, in the company's house style; two queries.

    Articles pair by identity, whatever their numbers are on either day.
    """
    before, after = (
        value(articles_as_of(company, day, clock=clock), language) for day in (present, proposed)
    )
    return table_of(before, after, company)


def table_of(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, company: Company
) -> ComparisonTable:
    """The comparison table of two versions of a company's articles, as the record reads them."""
    style = company.house_style(present.language)
    return comparison_table(present, continuing(present, proposed), style)
