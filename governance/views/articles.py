"""The articles as they stand, and the amendment history of one of them."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance import record
from governance.access import article_for, company_for, roles_in
from governance.models import Amendment, Wording
from governance.papers.lines import heading, lines, lines_of_change, name_of
from governance.roles import Role
from governance.text.provision import Provision
from governance.text.rows import Line
from governance.views.languages import law_language
from governance.views.request import Request


def articles(request: Request, code: str) -> HttpResponse:
    """GET /3774/articles/: all articles as adopted by today; what is not in force yet is marked."""
    company = company_for(request.user, code)
    language = law_language(request, company)
    today = company.day(timezone.now())
    wordings = record.articles_as_of(company, today)
    value = record.value(wordings, language)
    by_key = {wording.key: wording for wording in wordings}
    shown = {
        "company": company,
        "language": language,
        "today": today,
        "may_bring_in": Role.LEGAL_STAFF in roles_in(request.user, company),
        "parts": [
            {
                "key": part.key,
                "title": heading(part),
                "units": [_unit(unit, by_key[unit.key], today) for unit in part.children],
            }
            for part in value.parts
            if part.children
        ],
        "count": sum(wording.kind == Wording.Kind.ARTICLE for wording in wordings),
    }
    return render(request, "governance/articles.html", shown)


def article(request: Request, code: str, pk: int) -> HttpResponse:
    """GET /3774/articles/14/: what the article has said, the newest wording first."""
    found = article_for(request.user, code, pk)
    language = law_language(request, found.company)
    steps = record.history_of(found)
    shown = {
        "company": found.company,
        "language": language,
        "article": found,
        "name": name_of(record.provision_of(steps[-1].wording, language)) if steps else "",
        "steps": [
            {
                "kind": step.kind,
                "wording": step.wording,
                "before": step.before,
                "lines": lines_of_change(step, language, found.company.house_style(language)),
            }
            for step in reversed(steps)
        ],
    }
    return render(request, "governance/article.html", shown)


def _unit(provision: Provision, wording: Wording, today: date) -> dict[str, object]:
    """An article or chapter heading as the page shows it."""
    shown: tuple[Line, ...] = lines(provision)
    return {
        "provision": provision,
        "wording": wording,
        "lines": shown,
        "is_pending": not wording.is_in_force(today) and not _is_imported_undated(wording),
    }


def _is_imported_undated(wording: Wording) -> bool:
    # What was there when the articles were taken over stands, since whenever it may be.
    return wording.in_force is None and wording.amendment.decided_by == Amendment.DecidedBy.IMPORT
