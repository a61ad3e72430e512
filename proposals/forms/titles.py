"""The titles of a proposal."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from governance.models.amendment import LONGEST_TITLE
from governance.models.languages import ArticlesLanguage
from governance.templatetags.interface import with_language
from proposals.forms.text_field import TypedTextField


class TitlesForm(forms.Form):
    """What the proposal is called on the agenda, in each language that the company keeps."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, languages: Iterable[ArticlesLanguage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_titles(self, list(languages))


def add_titles(form: forms.Form, languages: list[ArticlesLanguage]) -> None:
    """Give `form` a field for the title in each language."""
    for language in languages:
        label = _("Title on the agenda")
        form.fields[f"title_{language}"] = TypedTextField(
            longest=LONGEST_TITLE,
            label=with_language(label, language) if len(languages) > 1 else label,
            widget=forms.TextInput(attrs={"lang": language}),
        )
