"""An article's history: every wording it has had, and the corrections of the record."""

from dataclasses import dataclass

from governance.models import Article, Wording
from governance.record.wording_change import ChangeKind, change_kind


@dataclass(frozen=True)
class ArticleHistoryEntry:
    """One entry of an article's history: a wording, and what the amendment that made it did to the
    one before.

    "renumbered": the same words under another number; "moved": the same words at another place;
    "amended": other words. `before` is None for the first wording. `corrections` are the rows that
    this one corrects, the oldest first: what they say was never the articles, and they tell by
    whom, when and why they were superseded.
    """

    kind: ChangeKind
    wording: Wording
    before: Wording | None
    corrections: tuple[Wording, ...] = ()


def history_of(article: Article) -> list[ArticleHistoryEntry]:
    """The wordings of the article in order of adoption, each with its corrections. One query.

    A wording that was in force only until a change with a day of its own has a step too, with
    nothing in `as_adopted`. How the article ended, if it did, is in the last wording: its
    `ended_by` or its `expires_on`.
    """
    rows = list(
        article.wordings.in_order_of_adoption().select_related(
            "part", "amendment__meeting", "amendment__company", "ended_by__meeting", "superseded_by"
        )
    )
    for row in rows:
        row.company = article.company  # whose numerals it is written in; no query for each
    by_key = {row.pk: row for row in rows}
    wordings = [row for row in rows if row.superseded_at is None]
    befores: list[Wording | None] = [None, *wordings]
    return [
        ArticleHistoryEntry(
            change_kind(before, wording),
            wording,
            before,
            _corrections(wording, by_key),
        )
        for before, wording in zip(befores, wordings, strict=False)
    ]


def _corrections(wording: Wording, by_key: dict[int, Wording]) -> tuple[Wording, ...]:
    found: list[Wording] = []
    while wording.corrects_id is not None:
        wording = by_key[wording.corrects_id]
        found.append(wording)
    return tuple(reversed(found))
