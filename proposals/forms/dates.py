"""The days of a proposal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models.languages import interface_language
from proposals.calendar.days import DAYS, Schedule, out_of_order


def base_day_field(*, required: bool = True) -> DayField:
    adopted = gettext_lazy("The articles as adopted on this day are what is amended.")
    by_itself = gettext_lazy(
        "The articles as adopted on this day are what is amended. Left empty: today, or the day"
        " before the meeting where that is past."
    )
    return DayField(
        label=gettext_lazy("Day of the present text"),
        help_text=adopted if required else by_itself,
        required=required,
    )


class DatesForm(forms.Form):
    """The day of the present text, and the days of the schedule but the meeting's own."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["base_day"] = base_day_field()
        for day in DAYS:
            if not day.is_of_meeting:
                self.fields[day.field] = DayField(label=day.verbose_name)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        schedule = Schedule(**{day.field: given.get(day.field) for day in DAYS})
        for _earlier, later, message in out_of_order(schedule):
            self.add_error(later.field, message.in_language(interface_language()))
        return given
