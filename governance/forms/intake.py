"""Forms of the intake: a text of a day brought in, and the same corrected."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from governance.forms.days import DayField
from governance.intake.files.extract import FileText, extract_text, usual_characters
from governance.intake.files.unreadable import LARGEST_FILE, Unreadable, unreadable
from governance.models.intake import LONGEST_FILE_NAME
from governance.models.languages import ArticlesLanguage, interface_language
from governance.text.typed_text import LONGEST_TEXT

_ENDINGS = ".docx,.pdf,.txt,.json,.doc,.rtf,.odt"
_FILE_LABELS = {"ja": gettext_lazy("Japanese file"), "en": gettext_lazy("English file")}
_PASTE_LABELS = {"ja": gettext_lazy("Japanese text"), "en": gettext_lazy("English text")}


class ArticlesTextField(forms.CharField):
    """The text of the articles, its lines kept as they are."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            strip=False,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
            error_messages={
                "max_length": gettext_lazy("The text is too long for articles of incorporation.")
            },
            **options,
        )
        # The browser would cut what is pasted, silently.
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        return usual_characters(super().to_python(value) or "")


class DaysForm(forms.Form):
    """The days that a text is of."""

    adopted_on = DayField(
        label=gettext_lazy("Adopted on"),
        required=True,
        help_text=gettext_lazy(
            "The day on which the articles were adopted as this text has them; where it is not"
            " known, a day on which they read so."
        ),
    )
    effective_on = DayField(
        label=gettext_lazy("In force from"),
        help_text=gettext_lazy("Only if it is another day than that of adoption."),
    )

    effective_unknown = forms.BooleanField(
        label=gettext_lazy("The day of effect is not known yet"),
        help_text=gettext_lazy("Until it is recorded, the articles of this text are not in force."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("effective_on") and given.get("effective_unknown"):
            self.add_error(
                "effective_unknown", gettext("There is a day of effect too; keep one of the two.")
            )
        adopted, effective = given.get("adopted_on"), given.get("effective_on")
        if adopted and effective and effective < adopted:
            self.add_error(
                "effective_on",
                gettext("The articles take effect on the day they are adopted or later."),
            )
        return given


class BringInForm(DaysForm):
    """A file or a pasted text for each language that the company keeps."""

    tracked = forms.ChoiceField(
        label=gettext_lazy("Tracked changes in Word files"),
        choices=[
            ("accept", gettext_lazy("Read them as accepted")),
            ("refuse", gettext_lazy("Read them as refused")),
        ],
        initial="accept",
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, languages: Sequence[ArticlesLanguage], **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = languages
        self.file_texts: dict[str, FileText] = {}
        for code in languages:
            self.fields[f"file_{code}"] = forms.FileField(
                label=_FILE_LABELS[code],
                required=False,
                help_text=gettext("Word (.docx), PDF with text, or plain text; up to 10 MB."),
                widget=forms.FileInput(attrs={"accept": f"{_ENDINGS},text/plain"}),
                allow_empty_file=True,
                # A longer name is cut where it is stored; it is only shown.
                max_length=None,
            )
            self.fields[f"text_{code}"] = ArticlesTextField(
                label=_PASTE_LABELS[code], help_text=gettext("Or pasted here.")
            )

    @property
    def by_language(self) -> list[dict[str, Any]]:
        """The two fields of each language, for the page."""
        return [
            {"language": code, "file": self[f"file_{code}"], "text": self[f"text_{code}"]}
            for code in self.languages
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for code in self.languages:
            self._read_file(code, given)
        for code in self.languages:
            self._take_other_language(code, given)
        is_given = any(given.get(f"text_{code}", "").strip() for code in self.languages)
        is_told = any(f"file_{code}" in self.errors for code in self.languages)
        if not is_given and not is_told:
            self.add_error(None, gettext("Choose a file, or paste a text."))
        return given

    def values(self) -> dict[str, Any]:
        """What is to be kept."""
        given = self.cleaned_data
        found: dict[str, Any] = {
            "adopted_on": given["adopted_on"],
            "effective_on": given["effective_on"],
            "effective_unknown": given["effective_unknown"],
            "notes": [
                {"en": note.en, "ja": note.ja}
                for file_text in self.file_texts.values()
                for note in file_text.notes
            ],
        }
        for code in self.languages:
            file = given.get(f"file_{code}")
            found[f"text_{code}"] = given.get(f"text_{code}", "")
            found[f"file_{code}"] = file.name[:LONGEST_FILE_NAME] if file else ""
        return found

    def _read_file(self, code: str, given: dict[str, Any]) -> None:
        """The text of an uploaded file in the place of a pasted one."""
        file = given.get(f"file_{code}")
        if not file:
            return
        if given.get(f"text_{code}", "").strip():
            self.add_error(
                f"file_{code}", gettext("There is a pasted text too; keep one of the two.")
            )
            return
        try:
            if file.size > LARGEST_FILE:
                raise unreadable("too-large")
            file_text = extract_text(
                file.read(), language=code, tracked=given.get("tracked") or "accept"
            )
        except Unreadable as wrong:
            self.add_error(
                f"file_{code}", ValidationError(wrong.sentence.in_language(interface_language()))
            )
            return
        self.file_texts[code] = file_text
        given[f"text_{code}"] = file_text.text

    def _take_other_language(self, code: str, given: dict[str, Any]) -> None:
        """The text in this language from the file in the other, where it holds both and nothing
        else was given.
        """
        others = [each.other for key, each in self.file_texts.items() if key != code and each.other]
        if (
            others
            and not given.get(f"text_{code}", "").strip()
            and f"file_{code}" not in self.errors
        ):
            given[f"text_{code}"] = others[0]


class CorrectForm(DaysForm):
    """The text of a day, corrected by hand."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    leave_out = forms.BooleanField(required=False)

    def __init__(self, *args: Any, languages: Sequence[ArticlesLanguage], **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = languages
        for code in languages:
            self.fields[f"text_{code}"] = ArticlesTextField(label=_PASTE_LABELS[code])

    @property
    def sources(self) -> list[dict[str, Any]]:
        return [{"language": code, "field": self[f"text_{code}"]} for code in self.languages]

    def values(self) -> dict[str, Any]:
        days = ("adopted_on", "effective_on", "effective_unknown")
        names = (*days, *(f"text_{code}" for code in self.languages))
        return {name: self.cleaned_data[name] for name in names}
