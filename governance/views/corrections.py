"""The record corrected: a clerical correction, and a day of effect that was not known."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance import record
from governance.forms.correction import CorrectionForm, DayOfEffectForm
from governance.models import Company, Wording
from governance.papers.lines import lines
from governance.people.access import LARGEST_KEY, company_for
from governance.people.permissions import may_record
from governance.record.refusal import format_day
from governance.templatetags.provisions import title_with_part
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest


def correct(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """GET, POST /3774/wordings/17/correct/: what the row should have said, and why."""
    company = _company(request, code)
    rows = company.wordings.recorded().select_related("part", "amendment__meeting", "article")
    wording = rows.filter(pk=pk).first() if 0 < pk <= LARGEST_KEY else None
    if wording is None:
        raise Http404
    wording.company = company
    language = articles_language(request, company)
    form = CorrectionForm(request.POST if request.method == "POST" else None, wording=wording)
    if request.method == "POST" and form.is_valid() and not _asks_about_others(form, wording):
        reason = form.cleaned_data["reason"]
        try:
            corrected = record.correct(
                wording, reason=reason, by=request.user, also=form.also, **form.corrected_values
            )
        except record.Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The record is corrected."))
            path = reverse("governance:article", args=[code, corrected.article_id])
            return redirect(f"{path}#w{corrected.pk}")
    shown = {
        "company": company,
        "language": language,
        "wording": wording,
        "name": title_with_part(wording, language),
        "lines": lines(record.provision_of(wording, language)),
        "form": form,
    }
    return render(request, "governance/correct.html", shown, status=422 if form.errors else 200)


def _asks_about_others(form: CorrectionForm, wording: Wording) -> bool:
    return form.has_to_ask(record.wordings_with_same_words(wording, form.corrected_values))


def day_of_effect(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """GET, POST /3774/amendments/5/start/: the day of effect, once it is known."""
    company = _company(request, code)
    rows = company.amendments.select_related("meeting__company")
    amendment = rows.filter(pk=pk).first() if 0 < pk <= LARGEST_KEY else None
    if amendment is None:
        raise Http404
    form = DayOfEffectForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            record.set_day_of_effect(amendment, on=form.cleaned_data["on"], by=request.user)
        except record.Refused as refused:
            form.add_error("on", refused.sentence)
        else:
            day = format_day(form.cleaned_data["on"])
            messages.success(request, _("In force from %(day)s: recorded.") % {"day": day})
            return redirect(f"{reverse('governance:amendments', args=[code])}#m{pk}")
    # Sent nevertheless, by another at the same time, the form says that it came too late.
    is_known = amendment.effective_on is not None and not form.is_bound
    shown = {"company": company, "amendment": amendment, "form": form, "is_known": is_known}
    return render(
        request, "governance/day_of_effect.html", shown, status=422 if form.errors else 200
    )


def _company(request: SignedInRequest, code: str) -> Company:
    company = company_for(request.user, code)
    if not may_record(request.user, company):
        raise PermissionDenied(_("Only legal staff and board secretaries put the record right."))
    return company
