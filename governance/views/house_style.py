"""The house style of a company's comparison tables, chosen beside a sample of its own articles."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from governance import record
from governance.forms.house_style import HouseStyleForm
from governance.models import Company
from governance.papers.sample_amendment import sample_table
from governance.people.access import company_for
from governance.people.company_data import (
    ONLY_ADMINISTRATORS,
    ChangedMeanwhile,
    change_company,
    data_version,
)
from governance.people.permissions import is_administrator
from governance.people.printed_data import reopened_sentence
from governance.text.table.house_style import PRESETS, HouseStyle
from governance.text.table.rows import ComparisonTable
from governance.views.signed_in_request import SignedInRequest

PRESET_NAMES = {
    "release": pgettext_lazy("house style", "Release"),
    "notice": gettext_lazy("Notice of a meeting"),
    "official": gettext_lazy("Comparison table of a statute"),
}
"""What the presets of a language are called, by what their names end in."""


def house_style_of_company(request: SignedInRequest, code: str, language: str) -> HttpResponse:
    """GET, POST /3774/house-style/en/: the choices with a sample; an administrator saves them.

    A GET with the fields of the form shows the sample with what they say; with `preset` alone,
    with that preset. htmx gets the sample by itself.
    """
    company = company_for(request.user, code)
    if language not in company.languages:
        raise Http404
    is_posted = request.method == "POST"
    if is_posted and not is_administrator(request.user, company):
        raise PermissionDenied(ONLY_ADMINISTRATORS)
    form, style = _asked(request, company, language)
    theirs, status = None, 422 if is_posted else 200
    if is_posted and form.is_valid():
        try:
            _store(request, company, language, form)
        except ChangedMeanwhile as meanwhile:
            theirs, status = _what_they_saved(form, meanwhile.company, language), 409
            # Saving again, with theirs in sight, replaces it.
            typed = request.POST.copy()
            typed["version"] = data_version(meanwhile.company)
            form = HouseStyleForm(language, typed)
        else:
            return redirect("governance:house_style", code, language)
    shown = {
        "saved_meanwhile": theirs,
        "company": company,
        "language": language,
        "form": form,
        "presets": _presets(language),
        "may_choose": is_administrator(request.user, company),
        "sample": _sample(company, language, style),
    }
    is_sample = request.headers.get("HX-Request") and not is_posted
    name = "governance/_house_style_sample.html" if is_sample else "governance/house_style.html"
    return render(request, name, shown, status=status)


def _asked(
    request: HttpRequest, company: Company, language: str
) -> tuple[HouseStyleForm, HouseStyle | None]:
    """The form, and the house style that it describes; None while it describes none."""
    given = request.POST if request.method == "POST" else request.GET
    if "present_title" in given:
        form = HouseStyleForm(language, given)
        return form, form.style if form.is_valid() else None
    style = company.house_style(language)
    preset = PRESETS.get(given.get("preset", ""))
    if preset is not None and preset.language == language:
        style = preset
    initial = HouseStyleForm.values_of(style) | {"version": data_version(company)}
    return HouseStyleForm(language, initial=initial), style


def _store(request: SignedInRequest, company: Company, language: str, form: HouseStyleForm) -> None:
    """Store what the form says; what is as it was is no change. Raises `ChangedMeanwhile`."""
    preset, choices = form.cleaned_data["preset"], form.choices
    overrides = company.house_style_overrides
    changed: dict[str, Any] = {}
    if (company.text("house_style", language), overrides.get(language, {})) != (preset, choices):
        changed = {
            f"house_style_{language}": preset,
            "house_style_overrides": {**overrides, language: choices},
        }
    version = form.cleaned_data["version"]
    reopened = change_company(company, changed, version=version, by=request.user)
    messages.success(request, _("The house style is saved."))
    if reopened:
        messages.warning(request, reopened_sentence(reopened))


def _what_they_saved(form: HouseStyleForm, stored: Company, language: str) -> list[dict[str, str]]:
    """Each choice that stands otherwise in the database than in the form, as it stands there."""
    theirs = HouseStyleForm.values_of(stored.house_style(language))
    return [
        {"label": str(field.label), "text": str(theirs[field.name])}
        for field in form.visible_fields()
        if form.cleaned_data[field.name] != theirs[field.name]
    ]


def _presets(language: str) -> list[tuple[str, object]]:
    """The presets of a language, each with what it is called."""
    return [
        (name, PRESET_NAMES[name.rpartition("-")[2]])
        for name, style in PRESETS.items()
        if style.language == language
    ]


def _sample(company: Company, language: str, style: HouseStyle | None) -> ComparisonTable | None:
    if style is None:
        return None
    today = company.day(timezone.now())
    wordings = record.articles_as_of(company, today, clock="adopted")
    return sample_table(record.articles_tree(wordings, language), style)
