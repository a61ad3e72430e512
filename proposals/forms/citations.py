"""The form that decides whose a citation is."""

from django import forms

from governance.models.languages import ArticlesLanguage
from proposals.models.decided_citation import DecidedOwner


class CitationForm(forms.Form):
    """Which citation of which language, and whose it is; empty takes a decision back."""

    language = forms.ChoiceField(choices=ArticlesLanguage)
    name = forms.CharField(max_length=16)
    whose = forms.ChoiceField(choices=DecidedOwner, required=False)
