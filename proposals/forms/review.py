"""Forms that go with a move of a proposal: the comment of a return, the day of an adoption."""

from django import forms
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from proposals.forms.text_field import TypedTextField
from proposals.workflow.moves import LONGEST_COMMENT


class AdoptForm(forms.Form):
    """The day on which the meeting adopted a proposal."""

    adopted_on = DayField(
        label=gettext_lazy("Adopted on"),
        required=True,
        help_text=gettext_lazy("The day of the meeting, or of the adjourned meeting."),
    )


class ReturnForm(forms.Form):
    """The comment that goes with a return."""

    comment = TypedTextField(
        longest=LONGEST_COMMENT,
        rows=5,
        label=gettext_lazy("Comment"),
        help_text=gettext_lazy("What the authors are to change, and why."),
    )
