"""Bringing articles in: texts of a day from files, corrected and recorded one after another."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import record
from governance.forms.expiries import answers_to, shown_expiries
from governance.forms.intake import BringInForm, CorrectForm
from governance.intake import pending_texts, to_record
from governance.intake.files.unreadable import Unreadable
from governance.intake.steps import IntakeStep, TreesByLanguage, next_step, present_trees
from governance.intake.text.front_matter import (
    front_matter_lines,
    text_without,
    words_of_lines,
)
from governance.intake.text.normalised import normalised_for_record
from governance.intake.text.outline import parse
from governance.intake.to_record import unrecorded_text_before
from governance.models import Company, Intake
from governance.models.languages import interface_language
from governance.people.access import LARGEST_KEY, company_for
from governance.people.permissions import may_bring_in
from governance.record.refusal import format_day
from governance.text.tree.lines import normalised
from governance.views.signed_in_request import SignedInRequest

LONGEST_LIVE = 300_000
"""Characters that are read again with every pause in typing; longer texts when they are saved."""


def intakes(request: SignedInRequest, code: str) -> HttpResponse:
    """GET, POST /3774/intake/: the texts brought in, how far they are recorded, and one more."""
    company = _company(request, code)
    form = BringInForm(request.POST or None, request.FILES or None, languages=company.languages)
    if request.method == "POST" and form.is_valid():
        try:
            made = pending_texts.add_text(company, by=request.user, **form.values())
        except record.Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("governance:intake", code, made.pk)
    texts = list(company.intakes.select_related("created_by"))
    shown = {
        "company": company,
        "form": form,
        "texts": texts,
        "done": sum(each.is_recorded for each in texts),
        "next": next((each for each in texts if not each.is_recorded), None),
        "has_articles": company.wordings.recorded().exists(),
    }
    return render(request, "governance/intakes.html", shown, status=422 if form.errors else 200)


def intake(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """GET, POST /3774/intake/5/: the source beside its outline; corrected, then recorded."""
    company, found = _found(request, code, pk)
    if found.is_recorded:
        return _page(request, company, found, None)
    days = ("adopted_on", "effective_on", "effective_unknown")
    names = (*days, "version", "text_ja", "text_en")
    form = CorrectForm(
        request.POST or None,
        initial={name: getattr(found, name) for name in names},
        languages=company.languages,
    )
    if "drop" in request.POST:
        form.data = _without_front_matter(request, company)
        return _page(request, company, found, form)
    saved_meanwhile = None
    if request.method == "POST" and not _is_preview(request) and form.is_valid():
        try:
            return _saved(request, found, form)
        except pending_texts.TextSavedMeanwhile as conflict:
            saved_meanwhile = conflict.stored
            # The next save is a decision: whoever makes it has seen what it replaces.
            typed = request.POST.copy()
            typed["version"] = str(saved_meanwhile.version)
            form.data = typed
            form.add_error(None, _("Somebody else has saved this text since you opened it."))
        except record.Refused as refused:
            form.add_error(None, refused.sentence)
    return _page(request, company, found, form, saved_meanwhile=saved_meanwhile)


def remove_intake(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """POST /3774/intake/5/remove/: take a text away that is not on record."""
    _company_found, found = _found(request, code, pk)
    if request.method != "POST":
        return redirect("governance:intake", code, pk)
    try:
        pending_texts.remove_text(found, by=request.user)
    except record.Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("governance:intake", code, pk)
    messages.success(request, _("The text was taken away."))
    return redirect("governance:intakes", code)


def _company(request: SignedInRequest, code: str) -> Company:
    company = company_for(request.user, code)
    if not may_bring_in(request.user, company):
        raise PermissionDenied(_("Only legal staff bring articles in."))
    return company


def _found(request: SignedInRequest, code: str, pk: int) -> tuple[Company, Intake]:
    company = _company(request, code)
    found = company.intakes.filter(pk=pk).first() if 0 < pk <= LARGEST_KEY else None
    if found is None:
        raise Http404
    found.company = company
    return company, found


def _saved(request: SignedInRequest, found: Intake, form: CorrectForm) -> HttpResponse:
    """The text kept, and with the button for it recorded: all of it or nothing."""
    code = found.company.code
    with transaction.atomic():
        if form.has_changed():
            version = form.cleaned_data["version"]
            found = pending_texts.change_text(
                found, by=request.user, version=version, **form.values()
            )
        if "record" not in request.POST:
            time = timezone.localtime().strftime("%H:%M")
            messages.success(request, _("Saved %(time)s") % {"time": time})
            return redirect("governance:intake", code, found.pk)
        step = _step_of(found.company, found, found.texts)
        if step.lost_lines and not form.cleaned_data["leave_out"]:
            raise record.Refused(
                _(
                    "Some lines have no place in the articles. Correct them, or tick that they are"
                    " left out."
                )
            )
        answers = answers_to(step.expiries, request.POST)
        to_record.record_text(found, by=request.user, expiries=answers)
    following = found.company.intakes.filter(amendment=None).first()
    messages.success(
        request,
        _("The articles as adopted on %(day)s are on record.")
        % {"day": format_day(found.adopted_on)},
    )
    if following:
        return redirect("governance:intake", code, following.pk)
    return redirect(reverse("governance:articles", args=[code]))


def _page(
    request: SignedInRequest,
    company: Company,
    found: Intake,
    form: CorrectForm | None,
    *,
    saved_meanwhile: Intake | None = None,
) -> HttpResponse:
    shown: dict[str, Any] = {
        "company": company,
        "intake": found,
        "form": form,
        "saved_meanwhile": saved_meanwhile,
        "notes": [note.get(interface_language(), "") for note in found.notes],
    }
    if form is not None:
        shown |= _outline(company, found, form)
        if request.htmx:
            return render(request, "governance/_intake_outline.html", shown)
        texts = list(company.intakes.values_list("pk", flat=True))
        shown |= {"place": texts.index(found.pk) + 1, "count": len(texts)}
    status = 422 if form is not None and form.errors and not _is_preview(request) else 200
    return render(request, "governance/intake.html", shown, status=status)


def _without_front_matter(request: SignedInRequest, company: Company) -> QueryDict:
    """What was typed without contents and cover, which a message names: nothing is saved."""
    typed = request.POST.copy()
    for code in company.languages:
        text = normalised(typed.get(f"text_{code}", ""))
        gone = front_matter_lines(text, code)
        if gone:
            words = "; ".join(words_of_lines(text, gone))
            messages.info(
                request, _("Removed, and saved only with the text: %(words)s") % {"words": words}
            )
            typed[f"text_{code}"] = text_without(text, gone)
    return typed


def _is_preview(request: SignedInRequest) -> bool:
    """Whether the outline alone is asked for, as one types or by the button for it."""
    return bool(request.htmx) or "preview" in request.POST or "drop" in request.POST


def _outline(company: Company, found: Intake, form: CorrectForm) -> dict[str, Any]:
    texts = {
        str(code): normalised(str(form[f"text_{code}"].value() or "")) for code in company.languages
    }
    texts = {code: text for code, text in texts.items() if text.strip()}
    waiting = unrecorded_text_before(found)
    if sum(map(len, texts.values())) > LONGEST_LIVE:
        return {"too_long": True, "waiting": waiting}
    made = _step_of(company, found, texts)
    return {
        "step": made,
        "expiries": shown_expiries(
            made.expiries, form.data, found.takes_effect_on or found.adopted_on
        ),
        "waiting": waiting,
        "outlines": [
            {
                "language": code,
                "outline": made.outlines.get(code),
                "refusal": made.unreadable.get(code),
            }
            for code in texts
        ],
        "tables": [
            {"language": code, "table": made.table(code, company.house_style(code))}
            for code in made.proposed
            if code in made.present
        ],
        "untouched": [code for code in made.present if code not in texts],
        "leave_out": form["leave_out"].value(),
        "front_matter": sum(len(front_matter_lines(text, code)) for code, text in texts.items()),
    }


def _step_of(company: Company, found: Intake, texts: dict[str, str]) -> IntakeStep:
    """Beside the text before it where that one is not recorded yet, else beside the record."""
    before = (
        company.intakes.filter(amendment=None, adopted_on__lt=found.adopted_on)
        .order_by("-adopted_on")
        .first()
    )
    if before is not None:
        before.company = company
        return next_step(texts, _trees_of_text(before))
    return next_step(
        texts, present_trees(record.articles_as_of(company, found.adopted_on), company)
    )


def _trees_of_text(before: Intake) -> TreesByLanguage:
    trees = {}
    for code, text in before.texts.items():
        try:
            trees[code] = normalised_for_record(parse(text, code).articles)
        except Unreadable:
            continue
    return trees
