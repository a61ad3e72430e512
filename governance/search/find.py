"""The articles whose present or past wordings say what is asked for: all of them and no others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Count, DateField, IntegerField, Min, Q, Value, When
from django.db.models.expressions import Combinable

from governance.models import Company, Wording
from governance.models.languages import ArticlesLanguage

WordingStatus = Literal["present", "upcoming", "past"]
"""What a wording is on a day: law, adopted and not in force yet, or no longer law."""


@dataclass(frozen=True)
class Question:
    """What is asked for: folded words, all of which have to stand in one wording in one language.

    `languages` are those to look in; `companies` those that the person may read; `now` (aware)
    decides what is past, by each company's own day.
    """

    words: tuple[str, ...]
    companies: Sequence[Company]
    languages: tuple[ArticlesLanguage, ...]
    now: datetime
    with_past: bool = True


@dataclass(frozen=True)
class FoundArticle:
    """An article with hits: how many of its wordings have some, whether all of those are past."""

    article_id: int
    wordings: int
    is_past: bool


@dataclass(frozen=True)
class FoundWording:
    """A wording with hits, and the languages that have them, the authoritative one first."""

    wording: Wording
    status: WordingStatus
    languages: tuple[ArticlesLanguage, ...]


@dataclass(frozen=True)
class ArticleResult:
    """An article: the wording that it is named by, and those with hits, the newest first.

    It is named by its present wording; by the one to come where it is new; by its last one where it
    is no more (`status` "past").
    """

    company: Company
    named_by: Wording
    status: WordingStatus
    found: tuple[FoundWording, ...]


def found_articles(question: Question) -> list[FoundArticle]:
    """Every article with hits: by the company's code, what stands before what is past, then as in
    the document. One query, none without words.

    Rows that a correction superseded are not looked at: what they say was never the articles.
    """
    if not question.words:
        return []
    hits = (
        Wording.objects.recorded()
        .filter(_has_all_words(question), company__in=question.companies)
        .annotate(past=Case(When(_is_past(question), then=1), default=0))
    )
    if not question.with_past:
        hits = hits.filter(past=0)
    newest_first = ("past", "-adopted_on", "-amendment_id", "-pk")
    rows = (
        hits.values("article_id")
        .annotate(
            wordings=Count("pk"),
            all_past=Min("past", output_field=IntegerField()),
            # An article that was moved stands where its newest wording with a hit does.
            places=ArrayAgg("position", order_by=newest_first),
        )
        .order_by("company__code", "all_past", "part__position", "places", "article_id")
        .values_list("article_id", "wordings", "all_past")
    )
    return [FoundArticle(article, count, bool(past)) for article, count, past in rows]


def article_results(articles: Iterable[FoundArticle], question: Question) -> list[ArticleResult]:
    """The wordings with hits of these articles, in the same order. One query."""
    keys = [each.article_id for each in articles]
    companies = {company.pk: company for company in question.companies}
    rows: dict[int, list[Wording]] = {key: [] for key in keys}
    wordings = Wording.objects.recorded().filter(article__in=keys, company__in=question.companies)
    for row in wordings.in_order_of_adoption().defer(None).select_related("part", "amendment"):
        row.company = companies[row.company_id]
        rows[row.article_id].append(row)
    return [_result(several[::-1], question) for several in rows.values() if several]


def wording_status(wording: Wording, today: date) -> WordingStatus:
    """What the wording is on the day: upcoming while it is adopted and its day is not known."""
    days = wording.in_force
    if days is None:
        is_over = wording.as_adopted.isempty or (wording.as_adopted.upper or date.max) <= today
        return "past" if is_over else "upcoming"
    if days.isempty or (days.upper or date.max) <= today:
        return "past"
    return "present" if today in days else "upcoming"


def _result(newest_first: list[Wording], question: Question) -> ArticleResult:
    company = newest_first[0].company
    today = company.day(question.now)
    statuses = [(wording, wording_status(wording, today)) for wording in newest_first]
    named_by, named_as = next(
        (each for wanted in ("present", "upcoming") for each in statuses if each[1] == wanted),
        statuses[0],
    )
    found = [
        FoundWording(wording, as_of_today, languages)
        for wording, as_of_today in statuses
        if (languages := _languages_with_hits(wording, question))
        and (question.with_past or as_of_today != "past")
    ]
    return ArticleResult(company, named_by, named_as, tuple(found))


def _languages_with_hits(wording: Wording, question: Question) -> tuple[ArticlesLanguage, ...]:
    first = wording.company.authoritative_language
    return tuple(
        language
        for language in sorted(question.languages, key=lambda language: language != first)
        if all(word in wording.text("folded", language) for word in question.words)
    )


def _has_all_words(question: Question) -> Q:
    """All words in one of the languages; Django takes % and _ for what they are."""
    either = Q()
    for language in question.languages:
        either |= Q(*(Q((f"folded_{language}__contains", word)) for word in question.words))
    return either


def _is_past(question: Question) -> Q:
    """`wording_status` "past", asked of the database."""
    today = _today(question)
    return (
        Q(in_force__isempty=True)
        | Q(in_force__endswith__lte=today)
        | Q(in_force__isnull=True, as_adopted__isempty=True)
        | Q(in_force__isnull=True, as_adopted__endswith__lte=today)
    )


def _today(question: Question) -> Combinable:
    """The day that it is where the company of a row is."""
    by_day: dict[date, list[int]] = {}
    for company in question.companies:
        by_day.setdefault(company.day(question.now), []).append(company.pk)
    return Case(
        *(When(company__in=keys, then=Value(day)) for day, keys in by_day.items()),
        output_field=DateField(),
    )
