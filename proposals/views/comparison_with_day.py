"""A draft beside the articles of a day."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.forms.day_selection import DayForm
from governance.models import Company
from governance.models.languages import interface_language
from governance.papers.comparison import is_changed, notes_of_days
from governance.papers.vocabulary import state_of_articles
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals.draft.comparison_with_day import compare_with_day
from proposals.releases.papers import was_approved
from proposals.views.decorators import get_only, open_proposal


@get_only
def comparison_with_day(request: SignedInRequest, address: str) -> HttpResponse:
    """GET /proposals/3774-21-1/comparison/?on=2013-06-25&as=in-force; without a day, today's.

    400 for what is no day, with what was typed.
    """
    proposal = open_proposal(request, address)
    company = proposal.company
    language = articles_language(request, company)
    form = day_form(request, company)
    shown = {
        "proposal": proposal,
        "company": company,
        "language": language,
        "title": proposal.text_or_other("title", language),
        "is_draft": not was_approved(proposal),
        "form": form,
    }
    if not form.is_valid():
        return render(request, "proposals/comparison.html", shown, status=400)
    day = form.cleaned_data["on"] or company.day(timezone.now())
    table = compare_with_day(proposal, language, day, form.clock)
    shown |= {
        "table": table,
        "notes": notes_of_days(company, language, [day], form.clock),
        "is_same": not is_changed(table),
        "present_title": state_of_articles(day, form.clock, interface_language()),
        "proposed_title": _("As proposed"),
        "query": form.query,
    }
    return render(request, "proposals/comparison.html", shown)


def day_form(request: SignedInRequest, company: Company) -> DayForm:
    """Which day was asked for; today's where none was."""
    return DayForm(request.GET if "on" in request.GET else {"on": company.day(timezone.now())})
