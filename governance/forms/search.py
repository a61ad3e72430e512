"""The form that asks for words in the articles."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from governance.models import Company
from governance.models.languages import ArticlesLanguage
from governance.search import LONGEST_QUERY, without_control_characters
from governance.templatetags.interface import localized


class SearchWordsField(forms.CharField):
    """Words; a control character that was pasted with them parts them like a space."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(without_control_characters(value or "")))


class SearchForm(forms.Form):
    """Which words, in whose articles, in which language, in wordings of the past too or not.

    What is left empty narrows nothing.
    """

    q = SearchWordsField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=LONGEST_QUERY,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={
            "max_length": gettext_lazy(
                "That is too long to search for: %(show_value)d characters, and %(limit_value)d"
                " are the most. Take the words that matter out of it."
            )
        },
    )
    company = forms.ChoiceField(label=gettext_lazy("Company"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Wording in"),
        required=False,
        choices=[("", gettext_lazy("Both languages")), *ArticlesLanguage.choices],
    )
    wordings = forms.ChoiceField(
        label=gettext_lazy("Wordings"),
        required=False,
        choices=[
            ("", gettext_lazy("Present, upcoming and past")),
            ("present", gettext_lazy("Present and upcoming")),
        ],
    )

    def __init__(self, *args: Any, companies: Sequence[Company], **options: Any) -> None:
        super().__init__(*args, **options)
        # Its field and the one in the masthead are never on one page, and are called the same.
        self.fields["q"].widget.attrs["id"] = "search"
        if len(companies) > 1:
            names = [(each.code, f"{each.code} {localized(each, 'name')}") for each in companies]
            self.fields["company"].choices = [("", gettext_lazy("All companies")), *names]  # type: ignore[attr-defined]
        else:
            del self.fields["company"]

    @property
    def languages(self) -> tuple[ArticlesLanguage, ...]:
        """The languages to look in."""
        chosen = self.cleaned_data["language"]
        return (ArticlesLanguage(chosen),) if chosen else tuple(ArticlesLanguage)

    @property
    def with_past(self) -> bool:
        return bool(self.cleaned_data["wordings"] != "present")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the words narrows what is found."""
        return any(value for name, value in self.cleaned_data.items() if name != "q")
