"""A page with one form: shown, previewed, saved, refused, or met by what somebody else saved.

What differs from page to page is an `EditPage`; `answer` is what they have in common.
"""

from abc import ABC, abstractmethod
from datetime import date
from typing import Any, ClassVar, Self, cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from governance.people import audit
from governance.people.refused import Refused
from governance.templatetags.interface import long_date
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.models import Proposal


class EditPage(ABC):
    """What a page with a form edits."""

    request: SignedInRequest
    template: ClassVar[str]
    preview_template: ClassVar[str] = ""
    """The part of the page that follows while a person types."""

    @property
    @abstractmethod
    def address(self) -> str:
        """Where what is edited here is seen once it is saved."""

    @abstractmethod
    def form(self) -> forms.Form:
        """The form as it was sent, or as it is shown first."""

    @abstractmethod
    def save(self, form: forms.Form) -> str:
        """Save what a valid form says; the address where that is seen.

        Raises `Refused` and `editing.Conflict`.
        """

    @abstractmethod
    def context(self, form: forms.Form) -> dict[str, Any]:
        """What the templates are given besides the form."""

    def after_conflict(self, stored: Any) -> Self:  # noqa: ARG002 - the row as somebody saved it
        """The page as it is after somebody else's save."""
        return self

    def done(self) -> str:
        """What is told where one arrives after saving; "" for nothing."""
        return saved_at()


def saved_at() -> str:
    """What is told where something was saved just now."""
    return _("Saved %(time)s") % {"time": timezone.localtime().strftime("%H:%M")}


def answer(page: EditPage) -> HttpResponse:
    """The page: its form shown, previewed or saved. 422 for what cannot be saved."""
    request, form = page.request, page.form()
    is_save = request.method == "POST" and not (request.htmx or "preview" in request.POST)
    saved_meanwhile: list[dict[str, Any]] = []
    if is_save and form.is_valid():
        try:
            return redirect_with_message(page, page.save(form))
        except Refused as refused:
            form.add_error(None, refused.sentence)
        except editing.Conflict as conflict:
            if conflict.stored is not None:
                page = page.after_conflict(conflict.stored)
                form = page.form()
                if form.is_valid() and not changed_fields(form):  # sent twice
                    return redirect_with_message(page, page.address)
                saved_meanwhile = _saved_meanwhile(form)
                _set_version(form, conflict.stored.version)
            form.add_error(None, conflict.sentence)
    shown = {**page.context(form), "form": form, "saved_meanwhile": saved_meanwhile}
    if request.method == "POST" and not is_save:
        record_preview(page)
    if request.htmx and page.preview_template:
        return render(request, page.preview_template, shown)
    return render(request, page.template, shown, status=422 if is_save else 200)


def record_preview(page: EditPage) -> None:
    """A line for who previews what, once while a person types."""
    proposal = getattr(page, "proposal", None)
    if isinstance(proposal, Proposal):
        audit.record_once(
            "change.previewed",
            by=page.request.user,
            company=proposal.company,
            about=proposal.address,
        )


def changed_fields(form: forms.Form) -> list[str]:
    """The fields that a person sees whose value is not the one that the form began with."""
    return [name for name in form.changed_data if not form.fields[name].widget.is_hidden]


def redirect_with_message(page: EditPage, address: str) -> HttpResponse:
    if done := page.done():
        messages.success(page.request, done)
    return redirect(address)


def _saved_meanwhile(form: forms.Form) -> list[dict[str, Any]]:
    """What somebody else saved, field by field where it differs from what was typed.

    It is what the form would show first.
    """
    return [
        {"label": form.fields[name].label, "text": _initial_text(form, name)}
        for name in changed_fields(form)
    ]


def _set_version(form: forms.Form, version: int) -> None:
    """Let a bound form carry the version that somebody else saved.

    What was typed stays; the next save is then a decision and no accident.
    """
    data = cast("QueryDict", form.data).copy()
    data["version"] = str(version)
    form.data = data


def _initial_text(form: forms.Form, name: str) -> str:
    """The first value of a field as a person reads it."""
    field = form.fields[name]
    value = form.get_initial_for_field(field, name)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(field, forms.ChoiceField):
        flat: Any = flatten_choices(cast("Any", field.choices))
        labels = {str(key): str(label) for key, label in flat}
        keys = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(key or ""), "") for key in keys)
    return str(value or _("not set"))
