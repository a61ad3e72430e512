"""What an amendment makes of the articles whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from governance.models import Wording
from governance.record.article_plan import ArticlePlan


@dataclass(frozen=True)
class AmendmentPlan:
    """What an amendment makes of the articles as adopted before it, `present`.

    All by identity: `articles` are those that stay, `new` the wordings of those that come, with
    their days, `deleted` those that go, each with a day of its own or None for the amendment's.
    """

    present: Mapping[str, Wording]
    articles: Mapping[str, ArticlePlan]
    new: Mapping[str, Wording]
    deleted: Mapping[str, date | None]
