"""Forms that go with a move of a proposal: the comment of a return, the day of an adoption."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models.languages import interface_language
from proposals.agenda.items import ProposalOverlap
from proposals.forms.text_field import TypedTextField
from proposals.models.insertion_order import InsertionOrder
from proposals.workflow.moves import LONGEST_COMMENT


class AdoptForm(forms.Form):
    """The day on which the meeting adopted a proposal; and, where an earlier proposal has put
    something at the place of a change, which stands first.
    """

    adopted_on = DayField(
        label=gettext_lazy("Adopted on"),
        required=True,
        help_text=gettext_lazy("The day of the meeting, or of the adjourned meeting."),
    )

    def __init__(
        self, *arguments: Any, places: Collection[ProposalOverlap] = (), **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        language = interface_language()
        for overlap in places:
            if overlap.change is None or f"place_{overlap.change.pk}" in self.fields:
                continue
            numbers = {
                "first": overlap.first.proposal.number,
                "second": overlap.second.proposal.number,
            }
            self.fields[f"place_{overlap.change.pk}"] = forms.ChoiceField(
                label=overlap.message.in_language(language),
                widget=forms.RadioSelect,
                choices=[
                    (InsertionOrder.BEHIND, _("That of proposal %(first)d stands first") % numbers),
                    (
                        InsertionOrder.BEFORE,
                        _("That of proposal %(second)d stands first") % numbers,
                    ),
                ],
            )

    @property
    def decisions(self) -> dict[int, InsertionOrder]:
        """Which stands first, by the key of the change."""
        return {
            int(name.removeprefix("place_")): InsertionOrder(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("place_")
        }


class ReturnForm(forms.Form):
    """The comment that goes with a return."""

    comment = TypedTextField(
        longest=LONGEST_COMMENT,
        rows=5,
        label=gettext_lazy("Comment"),
        help_text=gettext_lazy("What the authors are to change, and why."),
    )
