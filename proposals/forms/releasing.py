"""The form of a release."""

from django import forms
from django.utils.translation import gettext_lazy

from proposals.models.release import LONGEST_RESOLUTION


class PublishForm(forms.Form):
    """When a release is published on its day, and where the board's resolution is recorded."""

    published_at = forms.TimeField(
        label=gettext_lazy("Time of publication"),
        help_text=gettext_lazy("Readers see it from then on, by the clock where the company is."),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": gettext_lazy("This is no time. Write one such as 15:30.")},
    )
    resolution = forms.CharField(
        label=gettext_lazy("Where the board's resolution is recorded"),
        help_text=gettext_lazy("Such as “Minutes of the meeting of May 24, 2013, item 3”."),
        max_length=LONGEST_RESOLUTION,
        required=True,
    )
