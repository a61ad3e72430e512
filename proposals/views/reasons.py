"""Writing and ordering the reasons; their article numbers are live."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Self, cast

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from governance.models.languages import ArticlesLanguage
from governance.models.violations import labelled
from governance.people.refused import Refused
from governance.text.naming import full_title
from governance.text.tree.provision import HEADINGS
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft import live_numbers
from proposals.draft.catch_all import CATCH_ALL
from proposals.draft.derive import Draft, draft
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.versions import PresentAndProposed, apply_changes
from proposals.forms.reasons import ReasonForm
from proposals.models import Change, Reason
from proposals.views.decorators import open_to_edit, post_only, show_refusals
from proposals.views.edit_page import EditPage, answer
from proposals.views.page import printed_reasons
from proposals.views.rows import name_by_key
from proposals.views.stored import stored_row, was_removed

Versions = Mapping[ArticlesLanguage, PresentAndProposed]


@show_refusals
def reasons(request: SignedInRequest, address: str) -> HttpResponse:
    """GET …/reasons/: all reasons in order. POST adds one behind them."""
    return answer(_reason_page(request, address))


@show_refusals
def reason(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """GET, POST …/reasons/3/: one of them."""
    page = _reason_page(request, address)
    return answer(replace(page, reason=_stored_reason(request, page.rows, pk)))


@show_refusals
@post_only
def shift(request: SignedInRequest, address: str, pk: int, direction: str) -> HttpResponse:
    """POST …/reasons/3/up/ or down/: change places with its neighbour."""
    found = _stored_reason(request, load_rows(open_to_edit(request, address)), pk)
    editing.shift_reason(found, by=request.user, up=direction == "up")
    return redirect("proposals:reasons", address)


@show_refusals
@post_only
def remove(request: SignedInRequest, address: str, pk: int) -> HttpResponse:
    """POST …/reasons/3/remove/. Refused while it covers changes."""
    rows = load_rows(open_to_edit(request, address))
    if not was_removed(rows.proposal, rows.reasons, pk, Reason):  # sent twice, or by two people
        editing.remove_reason(_stored_reason(request, rows, pk), by=request.user)
    return redirect("proposals:reasons", address)


@dataclass(frozen=True)
class ReasonPage(EditPage):
    """The form for one reason, or (`reason` None) for a new one behind the list of all."""

    request: SignedInRequest
    rows: DraftRows
    draft: Draft
    reason: Reason | None = None

    template = "proposals/reasons.html"
    preview_template = "proposals/_printed_reason.html"

    @property
    def versions(self) -> Versions:
        languages = self.rows.proposal.company.languages
        return {language: apply_changes(self.rows, language) for language in languages}

    @property
    def address(self) -> str:
        return reverse("proposals:reasons", args=[self.rows.proposal.address])

    def form(self) -> ReasonForm:
        versions = self.versions
        return ReasonForm(
            self.request.POST or None,
            versions=versions,
            changes=[(change, _name(change, self.draft)) for change in self.rows.changes],
            initial={"numbers_version": self.draft.numbers_version, **self._initial(versions)},
        )

    def save(self, form: forms.Form) -> str:
        texts: Any = cast("ReasonForm", form).texts()
        covers = form.cleaned_data.get("covers", [])
        common: Any = {
            "by": self.request.user,
            "numbers_version": form.cleaned_data["numbers_version"],
        }
        if self.reason is None:
            editing.add_reason(self.rows.proposal, covers=covers, **common, **texts)
        else:
            version = form.cleaned_data["version"] or 0
            editing.save_reason(self.reason, version=version, covers=covers, **common, **texts)
        return self.address

    def after_conflict(self, stored: Reason) -> Self:
        rows = load_rows(self.rows.proposal)
        found = next((one for one in rows.reasons if one.pk == stored.pk), stored)
        drafted = draft(rows.proposal, self.draft.language, rows=rows)
        return replace(self, rows=rows, draft=drafted, reason=found)

    def context(self, form: forms.Form) -> dict[str, Any]:
        proposal, language = self.rows.proposal, self.draft.language
        is_written = self.request.method == "POST" or self.reason is not None
        return {
            "proposal": proposal,
            "company": proposal.company,
            "language": language,
            "title": proposal.text_or_other("title", language),
            "reasons": printed_reasons(self.draft),
            "reason": self.reason,
            "printed": _printed(form, self.rows, self.versions) if is_written else [],
            "numbers": _numbers(self.draft, self.versions),
        }

    def _initial(self, versions: Versions) -> dict[str, Any]:
        """The text as a person types it, with the numbers of this moment, and what it covers."""
        found = self.reason
        if found is None:
            return self._asked_for()
        texts = {
            f"body_{language}": live_numbers.to_typed(found.text("body", language), one)
            for language, one in versions.items()
        }
        covered = [str(one.pk) for one in self.rows.changes if one.reason_id == found.pk]
        return {**texts, "version": found.version, "covers": covered}

    def _asked_for(self) -> dict[str, Any]:
        """What a new reason begins with: the changes picked, or the ready-made words."""
        asked = self.request.GET
        initial: dict[str, Any] = {"covers": asked.getlist("covers")}
        if asked.get("words") == "catch-all":
            languages = self.rows.proposal.company.languages
            initial |= {f"body_{language}": CATCH_ALL[language] for language in languages}
        return initial


def _reason_page(request: SignedInRequest, address: str) -> ReasonPage:
    rows = load_rows(open_to_edit(request, address))
    language = articles_language(request, rows.proposal.company)
    return ReasonPage(request, rows, draft(rows.proposal, language, rows=rows))


def _stored_reason(request: SignedInRequest, rows: DraftRows, pk: int) -> Reason:
    return stored_row(request, rows.proposal, rows.reasons, pk, Reason)


def _printed(form: forms.Form, rows: DraftRows, versions: Versions) -> list[dict[str, Any]]:
    """The reason as it would be printed, by language; what cannot be saved stands as typed."""
    printed = []
    for language, one in versions.items():
        name = f"body_{language}"
        text = str(form[name].value() or "")
        with suppress(live_numbers.UnknownNumberError, Refused):
            planned = editing.plan_reason(rows, {name: text}, reason=Reason())
            text = live_numbers.render(getattr(planned, name), one, language)
        paragraphs = [line for line in text.splitlines() if line.strip()]
        printed.append({"language": language, "paragraphs": paragraphs})
    return printed


def _numbers(drafted: Draft, versions: Versions) -> dict[str, list[dict[str, Any]]]:
    """What a live number can name, on each side: its name, and without and with its caption what is
    typed for it and what is printed, by language.
    """
    return {
        side: [
            {
                "name": full_title(unit, articles),
                "forms": [
                    _number_form(side, unit.key, versions, caption=caption)
                    | {"typed_here": live_numbers.typed_number_of(unit, articles, side, caption)}
                    for caption in (False, True)
                    if unit.caption or not caption
                ],
            }
            for _part, unit in articles.units()
            if unit.kind not in HEADINGS
        ]
        for side, articles in (("proposed", drafted.proposed), ("present", drafted.present))
    }


def _number_form(side: str, key: str, versions: Versions, *, caption: bool) -> dict[str, Any]:
    stored = "{" + f"{side}:@{key}" + (" caption" if caption else "") + "}"
    return {
        "caption": caption,
        "typed": {code: live_numbers.to_typed(stored, one) for code, one in versions.items()},
        "shown": {code: live_numbers.render(stored, one, code) for code, one in versions.items()},
    }


def _name(change: Change, drafted: Draft) -> str:
    """A change as the form names it: "Amend: Article 14 (Chairman)"."""
    key = key_of(change)
    name = name_by_key(drafted, key, first="present")
    return labelled(change.get_operation_display(), name or key)
