"""An article's history: what it has said, since when, who decided it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance import record
from governance.models import Amendment, AmendmentReason, Article, Wording
from governance.papers.articles import lines_or_no_text
from governance.people.access import article_for
from governance.people.permissions import may_record
from governance.templatetags.provisions import title_with_part
from governance.text.comparing.span import Span
from governance.text.reading.compose import compose_articles
from governance.text.table.marking import ChangeMarker
from governance.text.table.rows import CellLine, ComparisonTable
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest

Reasons = dict[tuple[int, int | None], AmendmentReason]
"""By amendment, and article or None for what followed from the rest."""


@dataclass(frozen=True)
class ShownCorrection:
    """A row that was wrong, and what put it right."""

    wrong: Wording
    table: ComparisonTable


def article_history(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """GET /3774/articles/14/: what the article has said, the newest wording first."""
    found = article_for(request.user, code, pk)
    language = articles_language(request, found.company)
    steps = record.history_of(found)
    last = steps[-1].wording if steps else None
    reasons = _reasons(found, steps)
    today = found.company.day(timezone.now())
    # What is adopted and not in force does not name what is in force until then.
    in_force = (step.wording for step in steps if step.wording.is_in_force(today))
    named_by = next(in_force, last)
    shown = {
        "company": found.company,
        "language": language,
        "article": found,
        "may_record": may_record(request.user, found.company),
        "today": today,
        "place": _place(found, today, language),
        "name": title_with_part(named_by, language) if named_by else "",
        "last": last,
        "why_ended": _reason_of(reasons, last.ended_by, found) if last and last.ended_by else None,
        "steps": [_shown(step, reasons, language) for step in reversed(steps)],
    }
    return render(request, "governance/article.html", shown)


def _place(article: Article, day: date, language: str) -> str | None:
    """Its address among the articles of the day, None where it is not among them."""
    rows = record.articles_as_of(article.company, day)
    return record.articles_tree(rows, language).address_of(article.key)


def _shown(step: record.ArticleHistoryEntry, reasons: Reasons, language: str) -> dict[str, Any]:
    wording, before = step.wording, step.before
    rows = [*step.corrections, wording]
    return {
        "kind": step.kind,
        "wording": wording,
        "before": before,
        "why": _reason_of(reasons, wording.amendment, wording.article),
        "table": _table(before, wording, language) if before and step.kind == "amended" else None,
        "lines": _lines(step, language),
        "corrections": [
            ShownCorrection(wrong, _table(wrong, right, language))
            for wrong, right in pairwise(rows)
        ],
    }


def _lines(step: record.ArticleHistoryEntry, language: str) -> list[CellLine]:
    """The wording; where only its number is another, that is underlined."""
    provision = record.provision_of(step.wording, language)
    found = list(lines_or_no_text(provision, language))
    mark = provision.label.strip() if step.kind == "renumbered" else ""
    marker = ChangeMarker(step.wording.company.house_style(language))
    for count, line in enumerate(found):
        if mark and line.text.startswith(mark):
            rest = line.text[len(mark) :]
            spans = (*marker.mark_number(mark), *([Span(rest)] if rest else []))
            found[count] = replace(line, spans=spans)
            break
    return found


def _table(before: Wording, after: Wording, language: str) -> ComparisonTable:
    """The change from one wording to the other, as a comparison table shows it."""
    present, proposed = (
        compose_articles(language, [record.provision_of(each, language)], [])
        for each in (before, after)
    )
    return record.table_of(present, proposed, after.company)


def _reasons(found: Article, steps: Iterable[record.ArticleHistoryEntry]) -> Reasons:
    amendments = {step.wording.amendment_id for step in steps}
    amendments |= {step.wording.ended_by_id for step in steps if step.wording.ended_by_id}
    rows = AmendmentReason.objects.filter(
        Q(article=found) | Q(article=None), amendment__in=amendments
    )
    return {(row.amendment_id, row.article_id): row for row in rows}


def _reason_of(reasons: Reasons, amendment: Amendment, article: Article) -> AmendmentReason | None:
    """The reason given for the article, else the one for what followed from the rest."""
    return reasons.get((amendment.pk, article.pk)) or reasons.get((amendment.pk, None))
