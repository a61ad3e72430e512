"""Time of a search over many wordings: python -m tests.benchmarks.search [WORDINGS]

Makes a scratch database with 100 companies that have together so many wordings (50,000) in both
languages: the articles of the second demonstration company, told over with other words put in. It
measures what a page asks for (`found_articles`, then `lives_of` for its twenty articles, then the
marks) within 3 companies and within all; the same condition without the folded columns; and what an
index over pairs of characters would answer, which the program does not have. Then it drops the
database.
"""

import os
import random
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.db.backends.postgresql.psycopg_any import DateRange  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from governance.models import Amendment, Article, Company, Part, Wording  # noqa: E402
from governance.models.languages import ArticlesLanguage  # noqa: E402
from governance.search import Question, article_results, found_articles, marked_lines, words_of  # noqa: E402
from proposals.demo import data_of  # noqa: E402

COMPANIES = 100
VERSIONS = 10
"""Wordings of each article: one in force, the others before it."""
QUERIES = (
    "社債",
    "監査",
    "会",
    "電子公告 取締役会",
    "director",
    '"accounting auditor"',
    "zzz",
    "4711",
)
PUT_IN = {
    "ja": ("社債、", "監査等委員会、", "新株予約権、", "株主総会参考書類、", "電子公告、"),
    "en": ("corporate bonds ", "share options ", "the audit committee ", "electronic notice "),
}
FIRST = date(2000, 6, 28)
NOW = datetime(2026, 6, 26, 3, tzinfo=UTC)


def bodies(language: str) -> list[str]:
    """What the articles of the demonstration company say."""
    mark = r"(?m)^第[0-9０-９]+条　" if language == "ja" else r"(?m)^Article \d+\.\s"
    return [body.strip() for body in re.split(mark, data_of("9990")["articles"][language])[1:]]


def told_over(body: str, language: str, chance: random.Random) -> str:
    """The body with three phrases put in and a number that nothing else has."""
    parts = re.split(r"(?<=、)" if language == "ja" else r"(?<=, )", body)
    for _ in range(3):
        parts.insert(chance.randrange(len(parts)), chance.choice(PUT_IN[language]))
    return f"{''.join(parts)} {chance.randrange(10**6)}"


def fill(wordings: int) -> None:
    chance = random.Random(1)
    texts = {language: bodies(language) for language in ArticlesLanguage.values}
    count = min(map(len, texts.values()))
    for place in range(COMPANIES):
        company = Company.objects.create(code=f"{1000 + place}", name_ja="例", name_en="Example")
        part = Part.objects.create(company=company, kind="main")
        made = [
            Amendment.objects.create(
                company=company,
                decided_by="import",
                adopted_on=date(FIRST.year + version, 6, 28),
                effective_on=date(FIRST.year + version, 6, 28),
            )
            for version in range(VERSIONS)
        ]
        several = wordings // COMPANIES // VERSIONS
        articles = Article.objects.bulk_create(
            Article(company=company, part=part) for _ in range(several)
        )
        Wording.objects.bulk_create(
            _wording(article, number, made, version, texts, count, chance)
            for number, article in enumerate(articles, 1)
            for version in range(VERSIONS)
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE governance_wording")


def _wording(
    article: Article,
    number: int,
    made: list[Amendment],
    version: int,
    texts: dict[str, list[str]],
    count: int,
    chance: random.Random,
) -> Wording:
    by, then = made[version], made[version + 1] if version + 1 < len(made) else None
    said = {
        f"body_{language}": told_over(several[number % count], language, chance)
        for language, several in texts.items()
    }
    return Wording(
        article=article,
        company_id=article.company_id,
        part_id=article.part_id,
        number=number,
        position=number,
        caption_ja="見出し",
        caption_en="Caption",
        amendment=by,
        adopted_on=by.adopted_on,
        in_force=DateRange(by.adopted_on, then and then.adopted_on),
        ended_by=then,
        ended_on=then and then.adopted_on,
        **said,
    )


def took(run: Callable[[], object], times: int = 5) -> float:
    """Milliseconds, the median of several."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def told(what: str, *figures: object) -> None:
    print(f"{what:44}" + "".join(f"{figure:>14}" for figure in figures))


def measure(companies: list[Company]) -> None:
    for query in QUERIES:
        words = words_of(query)
        asked = Question(words, companies, tuple(ArticlesLanguage), NOW)
        found = found_articles(asked)
        page = article_results(found[:20], asked)

        def mark(page=page, words=words) -> None:
            for life in page:
                for one in life.found:
                    for language in one.languages:
                        marked_lines(one.wording.text("body", language), words)

        told(
            f"{query} in {len(companies)} companies",
            sum(each.wordings for each in found),
            f"{took(lambda asked=asked: found_articles(asked)):.1f}",
            f"{took(lambda found=found, asked=asked: article_results(found[:20], asked)):.1f}",
            f"{took(mark):.1f}",
        )


def measure_peers(companies: list[Company]) -> None:
    """Plain conditions: stored, folded for each question, and by an index over pairs."""
    keys = [company.pk for company in companies]
    stored = "strpos(folded_ja, %s) > 0 OR strpos(folded_en, %s) > 0"
    anew = stored.replace("folded_ja", "governance_folded(caption_ja, body_ja)").replace(
        "folded_en", "governance_folded(caption_en, body_en)"
    )
    for query in ("社債", "会", "director", "zzz", "4711"):
        pairs = [query[at : at + 2] for at in range(len(query) - 1)]
        ways = {
            "stored": (stored, [query, query]),
            "folded anew": (anew, [query, query]),
            "pairs": (
                " OR ".join(
                    f"(pairs(folded_{each}) @> %s::text[] AND strpos(folded_{each}, %s) > 0)"
                    for each in ("ja", "en")
                ),
                [pairs, query, pairs, query],
            ),
        }
        times = [f"{took(lambda way=way: count(keys, *way), 3):.1f}" for way in ways.values()]
        told(f"{query} in {len(companies)} companies", *times)


def count(keys: list[int], condition: str, values: list[object]) -> int:
    with connection.cursor() as cursor:
        sql = (
            f"SELECT count(*) FROM governance_wording WHERE company_id = ANY(%s) AND ({condition})"  # noqa: S608
        )
        cursor.execute(sql, [keys, *values])
        return int(cursor.fetchone()[0])


def index_pairs() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION pairs(said text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT"
            " PARALLEL SAFE RETURN (SELECT coalesce(array_agg(DISTINCT substr(said, at, 2)), '{}')"
            " FROM generate_series(1, length(said) - 1) AS at)"
        )
        for language in ArticlesLanguage.values:
            start = time.perf_counter()
            cursor.execute(
                f"CREATE INDEX pairs_{language} ON governance_wording"
                f" USING gin (pairs(folded_{language}))"
            )
            cursor.execute(f"SELECT pg_size_pretty(pg_relation_size('pairs_{language}'))")
            told(f"index {language}", f"{time.perf_counter() - start:.0f} s", cursor.fetchone()[0])
        cursor.execute("ANALYZE governance_wording")


def main() -> None:
    wordings = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        start = time.perf_counter()
        fill(wordings)
        companies = list(Company.objects.order_by("code"))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*), avg(length(body_ja))::int, avg(length(body_en))::int,"
                " pg_size_pretty(pg_total_relation_size('governance_wording'))"
                " FROM governance_wording"
            )
            told("wordings, characters ja, en, size", *cursor.fetchone())
        told("filled in", f"{time.perf_counter() - start:.0f} s")
        for several in (companies[:3], companies):
            told("a page, ms", "wordings", "found", "lives", "marked")
            measure(several)
        index_pairs()
        for several in (companies[:3], companies):
            told("a condition, ms", "stored", "folded anew", "pairs")
            measure_peers(several)
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
