"""How a proposal begins."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models import Company, Meeting
from proposals.forms.dates import base_day_field
from proposals.forms.titles import add_titles
from proposals.models.proposal import ProposedBy


class NewProposalForm(forms.Form):
    """A new proposal, on the agenda of a meeting that is known or entered with it."""

    NEW = "new"
    meeting = forms.ChoiceField(label=gettext_lazy("Meeting"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of the new meeting"),
        choices=Meeting.Kind.choices,
        widget=forms.RadioSelect,
        required=False,
        initial=Meeting.Kind.ORDINARY,
    )
    ordinal = forms.IntegerField(
        label=gettext_lazy("Which ordinary meeting it is"),
        help_text=gettext_lazy("21 for the 21st. Left empty for any other."),
        required=False,
        min_value=1,
        max_value=9999,
    )
    date = DayField(label=gettext_lazy("Date of the new meeting"))
    proposed_by = forms.ChoiceField(
        label=gettext_lazy("Proposed by"),
        choices=ProposedBy.choices,
        required=False,
        initial=ProposedBy.COMPANY,
    )
    base_day = base_day_field(required=False)

    def __init__(
        self, *args: Any, company: Company, meetings: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["meeting"])
        field.choices = [*meetings, (self.NEW, _("a new one, entered below"))]
        add_titles(self, list(company.languages))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("meeting") == self.NEW:
            if not given.get("date") and "date" not in self.errors:
                self.add_error("date", _("A new meeting needs its date."))
            is_ordinary = (given.get("kind") or Meeting.Kind.ORDINARY) == Meeting.Kind.ORDINARY
            if is_ordinary and not given.get("ordinal") and "ordinal" not in self.errors:
                self.add_error(
                    "ordinal", _("An ordinary meeting is counted: write 21 for the 21st.")
                )
            if not is_ordinary and given.get("ordinal"):
                self.add_error("ordinal", _("Only ordinary meetings are counted."))

        return given

    @property
    def titles(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("title_")]
