"""Splitting a draft in two, and joining two."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from governance.models.languages import ArticlesLanguage
from proposals.forms.proposal_field import ProposalField
from proposals.forms.titles import add_titles
from proposals.models import Change, Proposal


class SplitForm(forms.Form):
    """The changes that become a proposal of their own, each with its name, and its title."""

    def __init__(
        self,
        *arguments: Any,
        changes: Iterable[tuple[Change, str]],
        languages: Iterable[ArticlesLanguage],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        by_key = {str(change.pk): (change, name) for change, name in changes}
        self.fields["changes"] = forms.TypedMultipleChoiceField(
            label=_("Changes that become a proposal of their own"),
            choices=[(key, name) for key, (_change, name) in by_key.items()],
            coerce=lambda key: by_key[key][0],
            widget=forms.CheckboxSelectMultiple,
        )
        add_titles(self, list(languages))


class JoinForm(forms.Form):
    """The draft of the same meeting that is taken in, one of `others`."""

    def __init__(self, *arguments: Any, others: QuerySet[Proposal], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["other"] = ProposalField(
            queryset=others,
            label=_("The proposal that is joined with it"),
            widget=forms.RadioSelect,
            empty_label=None,
        )
