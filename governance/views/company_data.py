"""A company's own data, changed by its administrators."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance.forms.company import CompanyForm
from governance.models import Company
from governance.people.access import company_for
from governance.people.company_data import (
    ONLY_ADMINISTRATORS,
    ChangedMeanwhile,
    change_company,
    data_version,
)
from governance.people.permissions import is_administrator
from governance.people.printed_data import reopened_sentence
from governance.views.signed_in_request import SignedInRequest


def company_data(request: SignedInRequest, code: str) -> HttpResponse:
    """GET, POST /3774/company/: what papers print of the company; an administrator changes it."""
    company = company_for(request.user, code)
    if request.method != "POST":
        return _page(request, company, _form(company))
    if not is_administrator(request.user, company):
        raise PermissionDenied(ONLY_ADMINISTRATORS)
    typed = request.POST.copy()
    form = _form(Company.objects.get(pk=company.pk), typed)
    if not form.is_valid():
        return _page(request, company, form)
    try:
        reopened = change_company(
            company, _changed(form), version=form.cleaned_data["version"], by=request.user
        )
    except ChangedMeanwhile as meanwhile:
        theirs = _what_they_saved(form, meanwhile.company)
        # Saving again, with theirs in sight, replaces it.
        typed["version"] = data_version(meanwhile.company)
        form = _form(meanwhile.company, typed)
        return _page(request, company, form, theirs)
    _tell(request, reopened)
    return redirect("governance:company_data", code)


def _form(company: Company, typed: Any = None) -> CompanyForm:
    return CompanyForm(typed, instance=company, initial={"version": data_version(company)})


def _changed(form: CompanyForm) -> dict[str, Any]:
    """The values that the form would change, by the names of their columns."""
    return {name: form.cleaned_data[name] for name in form.changed_data if name != "version"}


def _what_they_saved(form: CompanyForm, stored: Company) -> list[dict[str, str]]:
    """Each field that stands otherwise in the database than in the form, as it stands there."""
    kept = CompanyForm(instance=stored)
    return [
        {"label": str(field.label), "text": str(kept[field.name].value())}
        for field in form.visible_fields()
        if form.cleaned_data[field.name] != kept[field.name].value()
    ]


def _tell(request: SignedInRequest, reopened: list[str]) -> None:
    messages.success(request, _("The company's data are saved."))
    if reopened:
        messages.warning(request, reopened_sentence(reopened))


def _page(
    request: SignedInRequest,
    company: Company,
    form: CompanyForm,
    saved_meanwhile: list[dict[str, str]] | None = None,
) -> HttpResponse:
    may_change = is_administrator(request.user, company)
    if not may_change:
        form.make_read_only()
    shown = {
        "company": company,
        "form": form,
        "may_change": may_change,
        "saved_meanwhile": saved_meanwhile,
    }
    wrong = 422 if form.errors else 200
    status = wrong if saved_meanwhile is None else 409
    return render(request, "governance/company_data.html", shown, status=status)
