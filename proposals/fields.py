"""Fields that show again whatever was typed, and say at the field what is wrong with it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

from proposals.printable import unprintable


class Day(forms.DateInput):
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

    widget = Day
    default_error_messages = {
        "invalid": gettext_lazy("This is no date. Write one such as 2013-06-26.")
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(
            input_formats=["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"],
            validators=[
                # What lies outside is a slip of the finger, and breaks the reckoning of periods.
                MinValueValidator(date(1870, 1, 1), gettext_lazy("The year is too early.")),
                MaxValueValidator(date(2200, 12, 31), gettext_lazy("The year is too late.")),
            ],
            **options,
        )


class Text(forms.CharField):
    """Text whose limit is told at the field: the browser would cut what is pasted, silently."""

    default_error_messages = {
        "required": gettext_lazy("This is empty. Write something here."),
        "null_characters_not_allowed": gettext_lazy(
            "The text holds a character that cannot be stored (U+0000). Type it anew there."
        ),
    }

    def __init__(self, *, longest: int, rows: int = 0, **options: Any) -> None:
        if rows:
            options["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(max_length=longest, validators=[_printable], **options)

    def to_python(self, value: Any) -> Any:
        """Line ends as one sign; a field of one line has none, as a browser would send it."""
        text = super().to_python(value)
        if not isinstance(text, str):
            return text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text if isinstance(self.widget, forms.Textarea) else text.replace("\n", " ").strip()

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


def _printable(text: str) -> None:
    # U+0000 has its own sentence, Django's validator before this one.
    if "\x00" not in text and (sentence := unprintable(text)):
        raise ValidationError(sentence, code="unprintable")
