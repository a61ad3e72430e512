"""The articles of a day as the pages ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from governance import record
from governance.clocks import CLOCKS
from governance.models import Company, Wording
from governance.models.wording import Clock
from governance.text.provision import ArticlesOfIncorporation


@dataclass(frozen=True)
class Reading:
    """The articles of a company on a day by one clock, in one language, and what is coming."""

    company: Company
    day: date
    clock: Clock
    language: str
    wordings: Mapping[str, Wording]
    articles: ArticlesOfIncorporation
    coming: list[record.Coming]
    is_adopted: bool
    """Whether there are articles as adopted on the day, in force or not."""

    @classmethod
    def of(cls, company: Company, day: date, clock: Clock, language: str) -> "Reading":
        """Two queries: both clocks are read, since what is coming is told by the other."""
        both = {each: record.articles_as_of(company, day, clock=each) for each in CLOCKS.values()}
        rows = both[clock]
        coming = record.coming(both["adopted"], both["in_force"], day)
        by_key = {row.key: row for row in rows}
        articles = record.value(rows, language)
        is_adopted = bool(both["adopted"])
        return cls(company, day, clock, language, by_key, articles, coming, is_adopted)

    def url(self, key: str) -> str:
        """The address of the article, or heading, of that identity on this day; "" for none."""
        place = self.articles.address_of(key)
        if place is None:
            return ""
        return reverse("governance:article_on", args=[*self.place, place])

    @property
    def place(self) -> tuple[str, date, Clock]:
        return self.company.code, self.day, self.clock
