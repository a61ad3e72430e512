"""Forms that go with a move of a proposal: the word of a return, the day of an adoption."""

from django import forms
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from proposals.forms.text_field import Text
from proposals.workflow.moves import LONGEST_WORD


class AdoptForm(forms.Form):
    """The day on which the meeting adopted a proposal."""

    adopted_on = DayField(
        label=gettext_lazy("Adopted on"),
        required=True,
        help_text=gettext_lazy("The day of the meeting, or of the adjourned meeting."),
    )


class WordForm(forms.Form):
    """The word that goes with a return."""

    word = Text(
        longest=LONGEST_WORD,
        rows=5,
        label=gettext_lazy("Word"),
        help_text=gettext_lazy("What the authors are to change, and why."),
    )
