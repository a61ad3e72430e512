"""The reasons of a proposal."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from governance.models.languages import ArticlesLanguage, interface_language
from governance.templatetags.interface import with_language
from proposals.draft import live_numbers
from proposals.draft.versions import PresentAndProposed
from proposals.forms.text_field import TypedTextField
from proposals.models import Change
from proposals.models.reason import LONGEST_REASON


class ReasonForm(forms.Form):
    """One reason, in each language that the company keeps, and the changes that it covers.

    `versions` are the articles of the draft by language, which its live numbers name; `changes`
    come with their names.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    numbers_version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self,
        *args: Any,
        versions: Mapping[ArticlesLanguage, PresentAndProposed],
        changes: Iterable[tuple[Change, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.versions = versions
        for language in versions:
            label = _("Reason")
            self.fields[f"body_{language}"] = TypedTextField(
                longest=LONGEST_REASON,
                required=False,
                strip=False,
                label=with_language(label, language) if len(versions) > 1 else label,
                help_text=_("The first paragraph carries the number; the next stand under it."),
                widget=forms.Textarea(attrs={"lang": language, "rows": 8, "data-numbers": ""}),
            )
        by_key = {str(change.pk): (change, name) for change, name in changes}
        if by_key:
            self.fields["covers"] = forms.TypedMultipleChoiceField(
                label=_("Covers these changes"),
                choices=[(key, name) for key, (_change, name) in by_key.items()],
                coerce=lambda key: by_key[key][0],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def bodies(self) -> list[forms.BoundField]:
        return [self[f"body_{language}"] for language in self.versions]

    def texts(self) -> dict[str, str]:
        """The text of each language; only once the form is valid."""
        return {name: text for name, text in self.cleaned_data.items() if name.startswith("body_")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        names = [f"body_{language}" for language in self.versions]
        if not any(name in self.errors or (given.get(name) or "").strip() for name in names):
            self.add_error(names[0], _("The reason is empty. Write it here."))
        for language in self.versions:
            self._require_numbers(language, given.get(f"body_{language}") or "")
        return given

    def _require_numbers(self, language: ArticlesLanguage, text: str) -> None:
        """Every live number names something; told at the field, with the place, where not."""
        try:
            live_numbers.to_stored(text, self.versions[language])
        except live_numbers.UnknownNumberError as error:
            for place in error.places:
                message = place.message.in_language(interface_language())
                self.add_error(f"body_{language}", message)
