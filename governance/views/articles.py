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
from governance.models import Wording
from governance.models.languages import interface_language
from governance.models.wording import Clock
from governance.papers.vocabulary import state_of_articles
from governance.people.access import company_for
from governance.people.permissions import may_bring_in
from governance.record.clocks import clock_name
from governance.templatetags.provisions import named
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
    reading = AddressedArticles.of(company, today, "adopted", articles_language(request, company))
    return _page(request, reading, form, status=400)


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
    reading = AddressedArticles.of(company, day, clock, articles_language(request, company))
    unit = reading.articles.find(place)
    wording = reading.by_key.get(unit.key) if unit else None
    if unit is None or wording is None:
        raise Http404
    references = cross_references(reading.articles)
    own = [each for each in references if each.source == unit.key]
    units = [one for _part, one in reading.articles.units()]
    at = units.index(unit)
    around = [units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None]
    shown = _shown(reading) | {
        "name": named(wording, reading.language),
        "state": state_of_articles(day, clock, interface_language()),
        "wording": wording,
        "unit": _unit(unit, own, reading, reading.url),
        "cites": _named(reading, {key for each in own for key in each.targets}),
        "cited_by": _named(reading, _citing(references, unit)),
        "upcoming_changes": [
            each for each in reading.upcoming_changes if each.wording.key == unit.key
        ],
        "before": _link(reading, around[0]),
        "after": _link(reading, around[1]),
    }
    return render(request, "governance/article_on.html", shown)


def _page(
    request: SignedInRequest,
    reading: AddressedArticles,
    form: DayForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    company, day = reading.company, reading.day
    references = defaultdict(list)
    for each in cross_references(reading.articles):
        references[each.source].append(each)

    def url_here(key: str) -> str:
        return f"#{key}" if key in reading.by_key else ""

    turns = record.change_dates(company, clock=reading.clock)
    shown = _shown(reading) | {
        "form": form or DayForm(initial={"on": day, "as": clock_name(reading.clock)}),
        "may_bring_in": may_bring_in(request.user, company),
        "parts": [
            {
                "key": part.key,
                "title": heading(part),
                "units": [
                    _unit(unit, references[unit.key], reading, url_here) for unit in part.children
                ],
            }
            for part in reading.articles.parts
            if part.children
        ],
        "count": sum(row.kind == Wording.Kind.ARTICLE for row in reading.wordings),
        "earlier": max((turn for turn in turns if turn < day), default=None),
        "later": min((turn for turn in turns if turn > day), default=None),
        "is_on_record": bool(turns or record.change_dates(company)),
        "is_adopted": reading.is_adopted,
    }
    return render(request, "governance/articles.html", shown, status=status)


def _shown(reading: AddressedArticles) -> dict[str, Any]:
    return {
        "company": reading.company,
        "language": reading.language,
        "day": reading.day,
        "clock": reading.clock,
        "written": clock_name(reading.clock),
        "upcoming_changes": reading.upcoming_changes,
    }


def _unit(
    provision: Provision,
    references: Iterable[CrossReference],
    reading: AddressedArticles,
    url_of: Callable[[str], str],
) -> dict[str, object]:
    """An article or chapter heading as the page shows it, its own citations as links."""
    wording = reading.by_key[provision.key]
    return {
        "provision": provision,
        "wording": wording,
        "url": reading.url(provision.key),
        "name": named(wording, reading.language),
        "lines": linked_lines(provision, references, url_of, reading.language),
        "is_pending": not wording.is_in_force(reading.day)
        and not record.is_imported_without_start(wording),
    }


def _citing(references: Iterable[CrossReference], unit: Provision) -> set[str]:
    return {each.source for each in references if unit.key in each.targets}


def _named(reading: AddressedArticles, keys: Collection[str]) -> list[dict[str, str]]:
    """The articles of these identities, in document order."""
    units = (unit for _part, unit in reading.articles.units() if unit.key in keys)
    return [found for unit in units if (found := _link(reading, unit))]


def _link(reading: AddressedArticles, unit: Provision | None) -> dict[str, str] | None:
    if unit is None:
        return None
    name = named(reading.by_key[unit.key], reading.language)
    return {"name": name, "url": reading.url(unit.key)}
