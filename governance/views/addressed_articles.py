"""The articles of a day as the pages ask for them."""

from datetime import date
from functools import cached_property

from django.urls import reverse

from governance.models import Wording
from governance.models.wording import Clock
from governance.papers.articles import ArticlesOfDay


class AddressedArticles(ArticlesOfDay):
    """The articles of a day, each at an address."""

    @cached_property
    def by_key(self) -> dict[str, Wording]:
        return {wording.key: wording for wording in self.wordings}

    def url(self, key: str) -> str:
        """The address of the article, or heading, of that identity on this day; "" for none."""
        place = self.articles.address_of(key)
        if place is None:
            return ""
        return reverse("governance:article_on", args=[*self.place, place])

    @property
    def place(self) -> tuple[str, date, Clock]:
        return self.company.code, self.day, self.clock
