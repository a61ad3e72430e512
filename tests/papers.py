"""Papers of the record, as the tests read them."""

from datetime import date

from governance.models import Company
from governance.models.wording import Clock
from governance.papers.articles import ArticlesPaper, articles_of_day, paper_of
from governance.papers.dates import LanguageCode


def articles_paper(
    company: Company, day: date, clock: Clock, language: LanguageCode
) -> ArticlesPaper:
    """The paper of the articles of a day. `NoArticles` where the record has none."""
    return paper_of(articles_of_day(company, day, clock, language))
