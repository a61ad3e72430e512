"""The articles of a day, and one article of a day."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from governance import record
from governance.forms.day_selection import DayForm
from governance.models.languages import interface_language
from governance.models.wording import Clock
from governance.papers.vocabulary import state_of_articles
from governance.people.access import company_for
from governance.people.permissions import may_bring_in
from governance.record.clocks import clock_name
from governance.templatetags.provisions import title_with_part
from governance.text.citations.cross_references import CrossReference, cross_references
from governance.text.naming import heading
from governance.text.tree.provision import Provision
from governance.views.addressed_articles import AddressedArticles
from governance.views.citation_links import linked_lines
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest


def articles(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/articles/: all articles as adopted by today; with ?on= and ?as= on to a day's."""
    company = company_for(request.user, code)
    today = company.day(timezone.now())
    if "on" not in request.GET and "as" not in request.GET:
        return _page(
            request,
            AddressedArticles.of(company, today, "adopted", articles_language(request, company)),
        )
    form = DayForm(request.GET)
    if form.is_valid():
        on = form.cleaned_data["on"] or today
        path = reverse("governance:articles_on", args=[code, on, form.clock])
        language = request.GET.get("language")
        return redirect(f"{path}?language={language}" if language in company.languages else path)
    articles_of_day = AddressedArticles.of(
        company, today, "adopted", articles_language(request, company)
    )
    return _page(request, articles_of_day, form, status=400)


def articles_on(request: SignedInRequest, code: str, day: date, clock: Clock) -> HttpResponse:
    """GET /3774/articles/2013-06-26/in-force/: the articles of a day, by one of the two clocks."""
    company = company_for(request.user, code)
    return _page(
        request, AddressedArticles.of(company, day, clock, articles_language(request, company))
    )


def article_on(
    request: SignedInRequest, code: str, day: date, clock: Clock, place: str
) -> HttpResponse:
    """GET /3774/articles/2013-06-26/in-force/article:14/: one article of a day, what it cites and
    what cites it.
    """
    company = company_for(request.user, code)
    articles_of_day = AddressedArticles.of(company, day, clock, articles_language(request, company))
    unit = articles_of_day.articles.find(place)
    wording = articles_of_day.by_key.get(unit.key) if unit else None
    if unit is None or wording is None:
        raise Http404
    references = cross_references(articles_of_day.articles)
    own = [each for each in references if each.source == unit.key]
    units = [one for _part, one in articles_of_day.articles.units()]
    at = units.index(unit)
    around = [units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None]
    shown = _shown(articles_of_day) | {
        "name": title_with_part(wording, articles_of_day.language),
        "state": state_of_articles(day, clock, interface_language()),
        "wording": wording,
        "unit": _unit(unit, own, articles_of_day, articles_of_day.url),
        "cites": _links_to(articles_of_day, {key for each in own for key in each.targets}),
        "cited_by": _links_to(articles_of_day, _keys_citing(references, unit)),
        "upcoming_changes": [
            each for each in articles_of_day.upcoming_changes if each.wording.key == unit.key
        ],
        "before": _link(articles_of_day, around[0]),
        "after": _link(articles_of_day, around[1]),
    }
    return render(request, "governance/article_on.html", shown)


def _page(
    request: SignedInRequest,
    articles_of_day: AddressedArticles,
    form: DayForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    company, day = articles_of_day.company, articles_of_day.day
    references = defaultdict(list)
    for each in cross_references(articles_of_day.articles):
        references[each.source].append(each)

    def url_here(key: str) -> str:
        return f"#{key}" if key in articles_of_day.by_key else ""

    change_dates = record.change_dates(company, clock=articles_of_day.clock)
    shown = _shown(articles_of_day) | {
        "form": form or DayForm(initial={"on": day, "as": clock_name(articles_of_day.clock)}),
        "may_bring_in": may_bring_in(request.user, company),
        "parts": [
            {
                "key": part.key,
                "title": heading(part),
                "units": [
                    _unit(unit, references[unit.key], articles_of_day, url_here)
                    for unit in part.children
                ],
            }
            for part in articles_of_day.articles.parts
            if part.children
        ],
        "count": articles_of_day.articles.article_count,
        "earlier": max((each for each in change_dates if each < day), default=None),
        "later": min((each for each in change_dates if each > day), default=None),
        "is_on_record": bool(change_dates or record.change_dates(company)),
        "is_adopted": articles_of_day.is_adopted,
    }
    return render(request, "governance/articles.html", shown, status=status)


def _shown(articles_of_day: AddressedArticles) -> dict[str, Any]:
    return {
        "company": articles_of_day.company,
        "language": articles_of_day.language,
        "day": articles_of_day.day,
        "clock": articles_of_day.clock,
        "written": clock_name(articles_of_day.clock),
        "upcoming_changes": articles_of_day.upcoming_changes,
    }


def _unit(
    provision: Provision,
    references: Iterable[CrossReference],
    articles_of_day: AddressedArticles,
    url_of: Callable[[str], str],
) -> dict[str, object]:
    """An article or chapter heading as the page shows it, its own citations as links."""
    wording = articles_of_day.by_key[provision.key]
    return {
        "provision": provision,
        "wording": wording,
        "url": articles_of_day.url(provision.key),
        "name": title_with_part(wording, articles_of_day.language),
        "lines": linked_lines(provision, references, url_of, articles_of_day.language),
        "is_pending": not wording.is_in_force(articles_of_day.day),
    }


def _keys_citing(references: Iterable[CrossReference], unit: Provision) -> set[str]:
    return {each.source for each in references if unit.key in each.targets}


def _links_to(articles_of_day: AddressedArticles, keys: Collection[str]) -> list[dict[str, str]]:
    """The articles of these identities, in document order."""
    units = (unit for _part, unit in articles_of_day.articles.units() if unit.key in keys)
    return [found for unit in units if (found := _link(articles_of_day, unit))]


def _link(articles_of_day: AddressedArticles, unit: Provision | None) -> dict[str, str] | None:
    if unit is None:
        return None
    name = title_with_part(articles_of_day.by_key[unit.key], articles_of_day.language)
    return {"name": name, "url": articles_of_day.url(unit.key)}
