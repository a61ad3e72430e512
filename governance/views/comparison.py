"""The articles of two days beside each other."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance import record
from governance.forms.day_selection import TwoDaysForm
from governance.models import Company
from governance.models.languages import interface_language
from governance.papers.comparison import is_changed, notes_of_days
from governance.papers.vocabulary import state_of_articles
from governance.people.access import company_for
from governance.record.clocks import clock_name
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest


def comparison(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/comparison/?present=2013-06-25&proposed=2013-07-01&as=in-force.

    Where no day is given: what the newest change made of the articles. 400 for what is no day, with
    what was typed.
    """
    company = company_for(request.user, code)
    language = articles_language(request, company)
    asked = two_days(request, company)
    shown = {"company": company, "language": language, "form": asked}
    if not asked.is_valid():
        return render(request, "governance/comparison.html", shown, status=400)
    table = record.compare_days(company, language, *asked.days, asked.clock)
    shown |= {
        "table": table,
        "notes": notes_of_days(company, language, asked.days, asked.clock),
        "is_same": not is_changed(table),
        "present_title": state_of_articles(asked.days[0], asked.clock, interface_language()),
        "proposed_title": state_of_articles(asked.days[1], asked.clock, interface_language()),
        "query": asked.query,
    }
    return render(request, "governance/comparison.html", shown)


def two_days(request: SignedInRequest, company: Company) -> TwoDaysForm:
    """What was asked for; a day that was not is today, or the day before the newest change."""
    given = {name: request.GET.get(name, "") for name in ("present", "proposed", "as")}
    form = TwoDaysForm(given)
    if not form.is_valid() or (given["present"] and given["proposed"]):
        return form
    today = company.day(timezone.now())
    proposed = form.cleaned_data["proposed"] or today
    change_dates = [
        each for each in record.change_dates(company, clock=form.clock) if each <= proposed
    ]
    before = change_dates[-1] - timedelta(days=1) if change_dates else proposed
    days = {"present": form.cleaned_data["present"] or before, "proposed": proposed}
    return TwoDaysForm(
        {name: day.isoformat() for name, day in days.items()} | {"as": clock_name(form.clock)}
    )
