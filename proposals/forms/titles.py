"""The titles of a proposal, and the opinion of the board on one of shareholders."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from governance.models.amendment import LONGEST_TITLE
from governance.models.languages import ArticlesLanguage
from governance.templatetags.interface import with_language
from proposals.forms.text_field import TypedTextField
from proposals.models.proposal import LONGEST_OPINION


class TitlesForm(forms.Form):
    """What the proposal is called on the agenda, in each language that the company keeps; with
    `has_opinion` what the board thinks of it too.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        languages: Iterable[ArticlesLanguage],
        has_opinion: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        kept = list(languages)
        add_titles(self, kept)
        if has_opinion:
            _add_opinions(self, kept)


def add_titles(form: forms.Form, languages: list[ArticlesLanguage]) -> None:
    """Give `form` a field for the title in each language."""
    for language in languages:
        label = _("Title on the agenda")
        form.fields[f"title_{language}"] = TypedTextField(
            longest=LONGEST_TITLE,
            label=with_language(label, language) if len(languages) > 1 else label,
            widget=forms.TextInput(attrs={"lang": language}),
        )


def _add_opinions(form: forms.Form, languages: list[ArticlesLanguage]) -> None:
    for language in languages:
        label = _("Opinion of the Board of Directors")
        form.fields[f"opinion_{language}"] = TypedTextField(
            longest=LONGEST_OPINION,
            label=with_language(label, language) if len(languages) > 1 else label,
            help_text=_("Printed in the agenda item."),
            widget=forms.Textarea(attrs={"lang": language, "rows": 6}),
        )
