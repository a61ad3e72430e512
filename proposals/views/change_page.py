"""The form for one change: what it shows first, what it would make, how it is saved."""

from dataclasses import dataclass, replace
from typing import Any, Self, cast

from django import forms
from django.urls import reverse

from governance.models.languages import ArticlesLanguage
from governance.papers.lines import lines
from governance.text.amending.operations import SUPPLEMENTARY, anchor_named
from governance.text.tree.provision import HEADINGS, Provision
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft import live_numbers
from proposals.draft.derive import Draft, draft
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.versions import PresentAndProposed, apply_changes, current_wording
from proposals.forms.changes import ChangeForm, ChangeFormChoices, Operation
from proposals.models import Change, Proposal, Reason
from proposals.views.edit_page import EditPage
from proposals.views.positions import place_choices, place_of
from proposals.views.preview import preview
from proposals.views.rows import name_by_key


@dataclass(frozen=True)
class ChangePage(EditPage):
    """A form about `change`, or about a new one: an operation, the article `at` that it is done to,
    or the place `after` which something is inserted.
    """

    request: SignedInRequest
    rows: DraftRows
    draft: Draft
    operation: str
    kind: str
    at: str = ""
    after: str = ""
    change: Change | None = None

    template = "proposals/change.html"
    preview_template = "proposals/_preview.html"

    @property
    def proposal(self) -> Proposal:
        return self.rows.proposal

    @property
    def versions(self) -> dict[ArticlesLanguage, PresentAndProposed]:
        languages = self.proposal.company.languages
        return {language: apply_changes(self.rows, language) for language in languages}

    @property
    def key(self) -> str:
        """The identity that the form is about; "c0" for what is not inserted yet."""
        if self.change:
            return key_of(self.change)
        return self.at or "c0"

    @property
    def address(self) -> str:
        return self.address_of(f"row-{self.key}")

    def address_of(self, anchor: str) -> str:
        return f"{reverse('proposals:proposal', args=[self.proposal.address])}#{anchor}"

    def about(self, **fields: str) -> Self:
        """The same page about something else: `kind`, `at`, `after`."""
        return replace(self, **cast("Any", fields))

    def about_change(self, change: Change) -> Self:
        return replace(self, change=change, operation=change.operation, kind=change.kind)

    def form(self) -> ChangeForm:
        makes_part = (
            self.change.new_part if self.change else anchor_named(self.after) is SUPPLEMENTARY
        )
        return ChangeForm(
            self.request.POST or None,
            initial=self._initial(),
            operation=self.operation,
            kind=self.kind,
            languages=self.proposal.company.languages,
            offered=ChangeFormChoices(
                reasons=self._reasons(),
                places=lambda: place_choices(self.draft, self.change, self.key),
                may_stay=self._may_stay,
                titles_of_part=makes_part,
            ),
        )

    @property
    def _may_stay(self) -> bool:
        is_moving = self.operation == Operation.MOVE and self.change is None
        return self.operation != Operation.INSERT and not is_moving

    def _reasons(self) -> list[tuple[Reason, str]]:
        """The reasons, each with its words as they are printed."""
        language = self.draft.language
        versions = self.draft.versions
        return [
            (one, live_numbers.render(one.text_or_other("body", language), versions, language))
            for one in self.rows.reasons
        ]

    def values(self, form: forms.Form) -> editing.ChangeValues:
        """What the form says now, as `editing.plan` takes it; fields that are not understood yet
        are left out.
        """
        given = _form_values(form)
        after = given.pop("after", "")
        if self.change is None:
            given |= {"operation": self.operation, "kind": self.kind}
            given |= {"at": self.at} if self.at else {}
        if after if self.change is None else after != form.initial.get("after", after):
            # What is said to stand after Article 7 stands right behind it.
            given |= {"after": after, "first": True}
        return cast("editing.ChangeValues", given)

    def save(self, form: forms.Form) -> str:
        values, by = self.values(form), self.request.user
        numbers_version = form.cleaned_data["numbers_version"]
        if self.change is None:
            saved = editing.add_change(
                self.proposal, by=by, numbers_version=numbers_version, **values
            )
        else:
            version = form.cleaned_data["version"] or 0
            saved = editing.save_change(
                self.change, by=by, version=version, numbers_version=numbers_version, **values
            )
        return self.address_of(f"row-{key_of(saved)}")

    def after_conflict(self, stored: Change) -> Self:
        # Somebody else's save may have come after the rows were read.
        rows = load_rows(self.proposal)
        found = next((one for one in rows.changes if one.pk == stored.pk), self.change)
        drafted = draft(self.proposal, self.draft.language, rows=rows)
        return replace(self, rows=rows, draft=drafted, change=found)

    def context(self, form: forms.Form) -> dict[str, Any]:
        shown = {**self.heading(), **preview(self.rows, self.values(form), change=self.change)}
        return shown if self.request.htmx else {**shown, "present": self._present()}

    def heading(self) -> dict[str, Any]:
        """What the head of the page says, whatever is done there."""
        return {
            "proposal": self.proposal,
            "company": self.proposal.company,
            "language": self.draft.language,
            "operation": self.operation,
            "kind": self.kind,
            "change": self.change,
            # "" for what is not there yet.
            "name": name_by_key(self.draft, self.key, first="present"),
            "title": self.proposal.text_or_other("title", self.draft.language),
        }

    def _initial(self) -> dict[str, Any]:
        """What the form shows first: the wording in the proposed numbers of this moment."""
        initial: dict[str, Any] = {
            "numbering": "renumber",
            "numbers_version": self.draft.numbers_version,
        }
        if self.change:
            names = ("version", "numbering", "effective_on", "expires_on")
            initial |= {name: getattr(self.change, name) for name in names}
            initial["reason"] = self.change.reason_id
        if self.operation == Operation.REPLACE:
            initial["after"] = ""
        elif self.operation != Operation.DELETE:
            initial["after"] = place_of(self.draft, self.key) if self.change else self.after
        for language, versions in self.versions.items():
            initial |= self._initial_wording(language, versions)
        return initial

    def _initial_wording(
        self, language: ArticlesLanguage, versions: PresentAndProposed
    ) -> dict[str, str]:
        initial: dict[str, str] = {}
        words: dict[str, str | None] = {"caption": None, "body": None}
        if self.change:
            words = current_wording(self.change, versions, language)
            part_title = self.change.text("new_part_title", language)
            initial[f"new_part_title_{language}"] = part_title
        standing = versions.proposed.by_key(self.key)
        for name, text in words.items():
            stands = getattr(standing, name) if text is None and standing else text
            initial[f"{name}_{language}"] = stands or ""
        return initial

    def _present(self) -> dict[str, Any]:
        """The present wording, by language, that stands beside the field."""
        found: dict[str, Provision | None] = {
            language: versions.present.by_key(self.key)
            for language, versions in self.versions.items()
        }
        return {
            language: {"lines": lines(one), "is_heading": one.kind in HEADINGS}
            for language, one in found.items()
            if one is not None
        }


_WORDS = ("caption_", "body_")


def _form_values(form: forms.Form) -> dict[str, Any]:
    """The values of a form as it was sent, or those that it shows first."""
    beside = {"version", "numbers_version"}
    if form.is_bound:
        form.is_valid()
        # Words that are not sent stay as they are.
        beside |= {
            name for name in form.fields if name.startswith(_WORDS) and name not in form.data
        }
        return {name: value for name, value in form.cleaned_data.items() if name not in beside}
    # The reason is an identity at first, and nothing that a preview shows.
    beside.add("reason")
    return {
        name: form.get_initial_for_field(field, name)
        for name, field in form.fields.items()
        if name not in beside
    }
