"""Fields for text that say at the field what is wrong with it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from governance.models.languages import interface_language
from governance.text.tree.lines import normalised
from governance.text.typed_text import clean_line, unprintable


class TypedTextField(forms.CharField):
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
        return normalised(text) if isinstance(self.widget, forms.Textarea) else clean_line(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


def _printable(text: str) -> None:
    # U+0000 has its own sentence, Django's validator before this one.
    if "\x00" not in text and (message := unprintable(text)):
        raise ValidationError(message.in_language(interface_language()), code="unprintable")
