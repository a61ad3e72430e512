"""Setting the dates and the title of a proposal."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.templatetags.interface import long_date
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.forms.draft import DatesForm, TitlesForm, take_version
from proposals.models import Proposal
from proposals.views.decorators import open_to_edit, refusable

DAYS = tuple(name for name in DatesForm.base_fields if name != "version")


@refusable
def dates(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/dates/: the days of the proposal."""
    proposal = open_to_edit(request, address)
    initial = {name: getattr(proposal, name) for name in (*DAYS, "version")}
    form = DatesForm(request.POST or None, initial=initial)
    theirs: list[dict[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            editing.set_dates(proposal, by=request.user, version=version, **form.days())
        except editing.Conflict as conflict:
            theirs = _theirs(form, conflict)
            if not theirs:  # sent twice
                return _saved(request, proposal)
            form.add_error(None, conflict.sentence)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _saved(request, proposal)
    return _page(request, proposal, form, theirs, "proposals/dates.html")


@refusable
def titles(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/title/: what the proposal is called on the agenda."""
    proposal = open_to_edit(request, address)
    languages = proposal.company.languages
    names = [f"title_{language}" for language in languages]
    initial = {name: getattr(proposal, name) for name in (*names, "version")}
    form = TitlesForm(request.POST or None, initial=initial, languages=languages)
    theirs: list[dict[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        given = {"title_ja": proposal.title_ja, "title_en": proposal.title_en}
        given |= {name: form.cleaned_data[name] for name in names}
        try:
            version = form.cleaned_data["version"] or 0
            editing.set_titles(proposal, by=request.user, version=version, **given)
        except editing.Conflict as conflict:
            theirs = _theirs(form, conflict)
            if not theirs:  # sent twice
                return _saved(request, proposal)
            form.add_error(None, conflict.sentence)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _saved(request, proposal)
    return _page(request, proposal, form, theirs, "proposals/titles.html")


def _page(
    request: SignedInRequest,
    proposal: Proposal,
    form: DatesForm | TitlesForm,
    theirs: list[dict[str, Any]],
    template: str,
) -> HttpResponse:
    shown = {"proposal": proposal, "company": proposal.company, "form": form, "theirs": theirs}
    return render(request, template, shown, status=422 if form.errors else 200)


def _theirs(form: DatesForm | TitlesForm, conflict: editing.Conflict) -> list[dict[str, Any]]:
    """What somebody else saved, where it differs; the next save is then a decision."""
    if conflict.stored is None:
        return []
    take_version(form, conflict.stored.version)
    return [
        {
            "label": field.label,
            "text": long_date(theirs) if name in DAYS else theirs or _("not set"),
        }
        for name, field in form.fields.items()
        if name != "version"
        for theirs in [getattr(conflict.stored, name)]
        if theirs != form.cleaned_data.get(name)
    ]


def _saved(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    time = timezone.localtime().strftime("%H:%M")
    messages.success(request, _("Saved %(time)s") % {"time": time})
    return redirect(reverse("proposals:proposal", args=[proposal.address]))
