"""Forms that go with what becomes of a proposal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from proposals.forms.text_field import TypedTextField
from proposals.workflow.moves import LONGEST_COMMENT


class CommentForm(forms.Form):
    """A comment without which a move is not made."""

    comment = TypedTextField(longest=LONGEST_COMMENT, rows=5, label=gettext_lazy("Comment"))

    def __init__(self, *arguments: Any, help_text: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["comment"].help_text = help_text


class ContinuationForm(forms.Form):
    """The day to which a meeting was adjourned or on which it was continued."""

    continued_on = DayField(
        label=gettext_lazy("Adjourned or continued to"),
        help_text=gettext_lazy("Left empty where it ended on its own day."),
    )


class RejectForm(forms.Form):
    """The day on which the meeting rejected a proposal."""

    decided_on = DayField(
        label=gettext_lazy("Decided on"),
        required=True,
        help_text=gettext_lazy("The day of the meeting, or of the adjourned meeting."),
    )
