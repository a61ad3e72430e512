"""Finding and replacing words in all articles."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from governance.models.languages import ArticlesLanguage
from governance.templatetags.interface import with_language
from proposals.draft.found_words import WordPair
from proposals.forms.text_field import TypedTextField

LONGEST_SEARCHED = 200


class _HitNames(forms.MultipleChoiceField):
    """Names of hits. Which there are is known when they are replaced; others are refused there."""

    def valid_value(self, value: str) -> bool:  # noqa: ARG002
        return True


class ReplaceForm(forms.Form):
    """What is looked for and what it becomes, in each language of `languages`, and which hits are
    accepted; the form names them as they were found.
    """

    accepted = _HitNames(required=False)

    def __init__(self, *args: Any, languages: Sequence[ArticlesLanguage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        several = len(languages) > 1
        for language in languages:
            for name, label in (("find", _("Find")), ("replacement", _("Replace with"))):
                self.fields[f"{name}_{language}"] = TypedTextField(
                    longest=LONGEST_SEARCHED,
                    required=False,
                    label=with_language(label, language) if several else label,
                    widget=forms.TextInput(attrs={"lang": language}),
                )

    @property
    def searches(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each language."""
        return [(self[f"find_{one}"], self[f"replacement_{one}"]) for one in self.languages]

    def pairs(self) -> Mapping[ArticlesLanguage, WordPair]:
        """What is looked for in which language, as far as the form says it."""
        if not self.is_bound or not self.is_valid():
            return {}
        given = self.cleaned_data
        return {
            one: WordPair(given[f"find_{one}"], given[f"replacement_{one}"])
            for one in self.languages
            if given[f"find_{one}"]
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        names = [f"find_{one}" for one in self.languages]
        if not any(name in self.errors or given.get(name) for name in names):
            self.add_error(names[0], _("Write what is to be found."))
        return given
