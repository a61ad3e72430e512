"""The changes of a proposal: one form for all operations."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models.languages import ArticlesLanguage
from governance.models.wording import LONGEST_BODY, LONGEST_CAPTION
from governance.models.wording_constraints import EXPIRES_TOO_EARLY, expires_too_early
from governance.templatetags.interface import with_language
from governance.text.typed_text import LONGEST_PART_TITLE
from proposals.forms.text_field import TypedTextField
from proposals.models import Change, Reason

Operation = Change.Operation
Places = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""The choices of a place, in groups: `[("CHAPTER I. …", [("a14", "after Article 14")])]`."""


_NUMBERINGS = {
    (Operation.INSERT, "article"): [
        (
            "renumber",
            gettext_lazy("Renumber: later articles move down, and what cites them follows"),
        ),
        (
            "branch",
            gettext_lazy("Give it a branch number, as in Article 9-2: no other number moves"),
        ),
    ],
    (Operation.INSERT, "chapter"): [
        (
            "renumber",
            gettext_lazy("Renumber: later chapters move down, and what cites them follows"),
        ),
        (
            "branch",
            gettext_lazy("Give it a branch number, as in Chapter 2-2: no other number moves"),
        ),
    ],
    (Operation.DELETE, "article"): [
        (
            "renumber",
            gettext_lazy("Renumber: later articles move up, and what cites them follows"),
        ),
        (
            "keep",
            gettext_lazy("Keep the number, as in “Article 9 (Deleted)”: no other number moves"),
        ),
    ],
    (Operation.DELETE, "chapter"): [
        (
            "renumber",
            gettext_lazy("Renumber: later chapters move up, and what cites them follows"),
        ),
        (
            "keep",
            gettext_lazy("Keep the number, as in “Chapter 2. Deleted”: no other number moves"),
        ),
    ],
}


@dataclass(frozen=True)
class ChangeFormChoices:
    """What a form about a change lets a person choose from."""

    reasons: Sequence[tuple[Reason, str]]
    """The reasons, each with its words as they are printed."""
    places: Callable[[], Places] = tuple
    """Asked for when the form shows or checks them: there are as many as articles."""
    may_stay: bool = False
    """Whether it need not be put anywhere else than where it stands."""
    titles_of_part: bool = False
    """Whether the change makes a new supplementary part, which has titles."""


class ChangeForm(forms.Form):
    """One operation: the fields it needs, a wording in each language that the company keeps."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    numbers_version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self,
        *args: Any,
        operation: str,
        kind: str,
        languages: Iterable[ArticlesLanguage],
        offered: ChangeFormChoices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.operation, self.kind, self.languages = operation, kind, list(languages)
        if operation != Operation.DELETE:
            self._add_places(offered.places, may_stay=offered.may_stay)
        if offered.titles_of_part:
            self._add_part_titles()
        if operation != Operation.DELETE:
            self._add_wordings()
        self._add_numbering()
        self._add_reason(offered.reasons)
        self._add_days()

    @property
    def wordings(self) -> list[dict[str, Any]]:
        """The fields of each language: `language`, `caption`, `body` (None for a heading)."""
        names = self.fields.keys()
        return [
            {
                "language": language,
                "caption": self[f"caption_{language}"],
                "body": self[f"body_{language}"] if f"body_{language}" in names else None,
            }
            for language in self.languages
            if f"caption_{language}" in names
        ]

    @property
    def titles_of_part(self) -> list[forms.BoundField]:
        """The fields for the title of a new supplementary part."""
        return [self[name] for name in self.fields if name.startswith("new_part_title")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.operation == Operation.INSERT:
            self._require_wording(given)
        elif self.operation != Operation.DELETE and self.kind != "chapter":
            self._refuse_emptied(given)
        if expires_too_early(given.get("effective_on"), given.get("expires_on")):
            self.add_error("expires_on", EXPIRES_TOO_EARLY)
        return given

    def _require_wording(self, given: dict[str, Any]) -> None:
        main = "caption" if self.kind == "chapter" else "body"
        names = [f"{main}_{language}" for language in self.languages]
        if not any(name in self.errors or (given.get(name) or "").strip() for name in names):
            self.add_error(names[0], _("The wording is empty. Write it here."))

    def _refuse_emptied(self, given: dict[str, Any]) -> None:
        """No body that stands is emptied. Where one language alone is written, the other may stay
        so.
        """
        for language in self.languages:
            name = f"body_{language}"
            is_written = name in self.errors or (given.get(name) or "").strip()
            if name not in self.data:
                continue  # what is not sent stays as it is
            if self.initial.get(name) and not is_written:
                self.add_error(name, _("The wording is empty. Delete the article if it is to go."))

    def _add_places(self, places: Callable[[], Places], *, may_stay: bool) -> None:
        none = ("", _("where it stands") if may_stay else _("choose a place"))
        self.fields["after"] = forms.ChoiceField(
            label=_("Place"), choices=lambda: [none, *places()], required=not may_stay
        )
        self.fields["after"].error_messages["invalid_choice"] = _("There is no such place.")

    def _add_wordings(self) -> None:
        is_heading = self.kind == "chapter"
        for language in self.languages:
            self.fields[f"caption_{language}"] = TypedTextField(
                longest=LONGEST_CAPTION,
                required=False,
                label=self._label(_("Title") if is_heading else _("Caption"), language),
                help_text=_("Without its number.") if is_heading else _("Without brackets."),
                widget=forms.TextInput(attrs={"lang": language}),
            )
            if is_heading:
                continue
            self.fields[f"body_{language}"] = TypedTextField(
                longest=LONGEST_BODY,
                required=False,
                strip=False,
                label=self._label(_("Wording"), language),
                help_text=_(
                    "A paragraph or item a line. The first paragraph has no number; the next begin"
                    " with 2, 3, items with (1), (2). Article numbers are those of the proposed"
                    " column."
                ),
                widget=forms.Textarea(attrs={"lang": language, "rows": 10, "spellcheck": "true"}),
            )

    def _add_part_titles(self) -> None:
        for language in self.languages:
            self.fields[f"new_part_title_{language}"] = TypedTextField(
                longest=LONGEST_PART_TITLE,
                required=False,
                label=self._label(_("Title of new supplementary provisions"), language),
                help_text=_("Left empty, the usual one."),
                widget=forms.TextInput(attrs={"lang": language}),
            )

    def _add_numbering(self) -> None:
        if choices := _NUMBERINGS.get((Operation(self.operation), self.kind)):
            self.fields["numbering"] = forms.TypedChoiceField(
                label=_("Numbers"),
                choices=choices,
                widget=forms.RadioSelect,
                initial="renumber",
                required=False,
                empty_value="renumber",
            )

    def _add_reason(self, reasons: Sequence[tuple[Reason, str]]) -> None:
        by_key = {str(reason.pk): reason for reason, _printed in reasons}
        choices = [("", _("none yet"))]
        for count, (reason, printed) in enumerate(reasons, 1):
            choices.append((str(reason.pk), f"({count}) {shortened(printed)}"))
        self.fields["reason"] = forms.TypedChoiceField(
            label=_("Reason that covers it"),
            choices=choices,
            required=False,
            # What stood there first is an identity too, but no text.
            coerce=lambda key: by_key.get(str(key)),
            empty_value=None,
        )

    def _add_days(self) -> None:
        self.fields["effective_on"] = DayField(
            label=_("Takes effect on"),
            help_text=_("Only where this change has a day of its own."),
        )
        if self.operation != Operation.DELETE:
            self.fields["expires_on"] = DayField(
                label=_("Expires on"),
                help_text=_("The first day on which it no longer stands."),
            )

    def _label(self, label: str, language: ArticlesLanguage) -> str:
        return with_language(label, language) if len(self.languages) > 1 else label


def shortened(text: str, longest: int = 72) -> str:
    """The first line of `text`, cut where it is long."""
    line = text.partition("\n")[0]
    return line if len(line) <= longest else f"{line[:longest].rstrip()} …"
