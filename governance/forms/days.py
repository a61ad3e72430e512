"""Fields for days, which show again whatever was typed."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

EARLIEST, LATEST = date(1870, 1, 1), date(2200, 12, 31)
"""What lies outside is a slip of the finger, and breaks the reckoning of periods."""


class DayInput(forms.DateInput):
    """The browser's own field for a day; but what is no day is shown again as it was typed."""

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = context["widget"]["value"]
        if typed:
            try:
                date.fromisoformat(typed)
            except ValueError:
                context["widget"]["type"] = "text"
        return context


class DayField(forms.DateField):
    """A day, written 2013-06-26, 2013/6/26 or 2013年6月26日."""

    widget = DayInput
    default_error_messages = {
        "invalid": gettext_lazy("This is no date. Write one such as 2013-06-26.")
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(
            input_formats=["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"],
            validators=[
                MinValueValidator(EARLIEST, gettext_lazy("The year is too early.")),
                MaxValueValidator(LATEST, gettext_lazy("The year is too late.")),
            ],
            **options,
        )
