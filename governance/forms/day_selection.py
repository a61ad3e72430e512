"""Forms that ask for the articles of a day, or of two."""

from datetime import date
from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy, pgettext_lazy

from governance.forms.days import DayField
from governance.models.wording import Clock
from governance.record.clocks import CLOCKS, clock_name

LABELS: dict[Clock, Any] = {
    "adopted": gettext_lazy("As adopted"),
    "in_force": pgettext_lazy("clock", "In force"),
}


class ClockForm(forms.Form):
    """By which of the two clocks the articles are read; the field is called `as`."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["as"] = forms.ChoiceField(
            label=gettext_lazy("Read"),
            choices=[(clock_name, LABELS[clock]) for clock_name, clock in CLOCKS.items()],
            required=False,
        )

    @property
    def clock(self) -> Clock:
        """The clock asked for, else as adopted."""
        return CLOCKS.get(self.cleaned_data.get("as", ""), "adopted")


class DayForm(ClockForm):
    """The articles of which day."""

    on = DayField(label=gettext_lazy("Day"))

    field_order = ("on", "as")

    @property
    def query(self) -> str:
        """What was asked for, as an address writes it."""
        return urlencode({"on": self.cleaned_data["on"] or "", "as": clock_name(self.clock)})


class TwoDaysForm(ClockForm):
    """The articles of which two days, beside each other."""

    present = DayField(label=gettext_lazy("First day"))
    proposed = DayField(label=gettext_lazy("Second day"))

    field_order = ("present", "proposed", "as")

    @property
    def days(self) -> tuple[date, date]:
        return self.cleaned_data["present"], self.cleaned_data["proposed"]

    @property
    def query(self) -> str:
        """What was asked for, as an address writes it."""
        present, proposed = self.days
        days = {"present": present.isoformat(), "proposed": proposed.isoformat()}
        return urlencode(days | {"as": clock_name(self.clock)})
