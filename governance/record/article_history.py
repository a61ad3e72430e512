"""An article's history: every wording it has had, and the corrections of the record."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.models import Article, Company, Wording
from governance.models.wording import WordingQuerySet
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
    return _entries_of(_loaded(article.wordings.in_order_of_adoption(), article.company))


def histories_of(company: Company) -> dict[int, list[ArticleHistoryEntry]]:
    """The same of every article of the company, by its primary key. One query."""
    by_article: dict[int, list[Wording]] = {}
    for row in _loaded(company.wordings.in_order_of_adoption(), company):
        by_article.setdefault(row.article_id, []).append(row)
    return {article: _entries_of(rows) for article, rows in by_article.items()}


def _loaded(rows: WordingQuerySet, company: Company) -> list[Wording]:
    found = list(
        rows.select_related(
            "part", "amendment__meeting", "amendment__company", "ended_by__meeting", "superseded_by"
        )
    )
    for row in found:
        row.company = company  # whose numerals it is written in; no query for each
    return found


def _entries_of(rows: Sequence[Wording]) -> list[ArticleHistoryEntry]:
    """The entries of one article, whose rows these are."""
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
