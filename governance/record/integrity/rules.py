"""The rules of the record, asked of every wording and of the articles of every day."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from governance.models import Amendment, Company, Wording
from governance.models.wording import Clock
from governance.record.articles_of_day import articles_as_of, articles_tree, change_dates


def rule_problems(company: Company) -> Iterator[str]:
    """What of the record of a company breaks its own rules, whoever wrote it."""
    yield from _replacements(company)
    yield from _order_of_amendments(company)
    clocks: tuple[Clock, ...] = ("adopted", "in_force")
    for clock in clocks:
        for day in change_dates(company, clock=clock):
            rows = articles_as_of(company, day, clock=clock)
            for sentence in _articles_of_day(company, rows):
                yield f"{day} ({clock.replace('_', ' ')}): {sentence}"


def _replacements(company: Company) -> Iterator[str]:
    """Each superseded wording has exactly one that was entered in its place, of the same article
    and amendment.
    """
    rows = company.wordings.unfolded()
    by_corrected: dict[int, list[Wording]] = {}
    for row in rows:
        if row.corrects_id is not None:
            by_corrected.setdefault(row.corrects_id, []).append(row)
    for row in rows:
        replacements = by_corrected.get(row.pk, [])
        if (row.superseded_at is not None) != (len(replacements) == 1):
            yield f"Wording {row.pk} is superseded and has {len(replacements)} in its place."
        for other in replacements:
            same = ("article_id", "amendment_id", "adopted_on", "expires_on")
            if any(getattr(row, name) != getattr(other, name) for name in same):
                yield f"Wording {other.pk} stands in the place of {row.pk} and is another's."


def _order_of_amendments(company: Company) -> Iterator[str]:
    in_order = Amendment.objects.filter(company=company).order_by("pk")
    for earlier, later in pairwise(in_order):
        if later.adopted_on < earlier.adopted_on:
            yield f"Amendment {later.pk} was recorded after {earlier.pk} and is older than it."


def _articles_of_day(company: Company, rows: list[Wording]) -> Iterator[str]:
    """One wording an article, one article a number; and the text can be put together."""
    articles = Counter(row.article_id for row in rows)
    yield from (f"Article {key} reads in two ways." for key, n in articles.items() if n > 1)
    numbers = Counter(
        (row.part_id, row.kind, row.number, row.branch) for row in rows if row.number is not None
    )
    for (part, kind, number, branch), count in numbers.items():
        if count > 1:
            yield f"Part {part} has {count} times the {kind} {number}-{branch}."
    for language in company.languages:
        tree = articles_tree(rows, language)
        keys = [unit.key for _part, unit in tree.units()]
        if sorted(keys) != sorted(row.key for row in rows):
            yield f"The {language.label} text lacks provisions that are on record."
