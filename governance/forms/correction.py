"""Forms that put the record right: a clerical correction, a day of effect that was not known."""

import re
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models import Wording
from governance.models.wording import LONGEST_BODY, LONGEST_CAPTION, LONGEST_CORRECTION_REASON
from governance.record import SameWords
from governance.templatetags.interface import with_language
from governance.text.typed_text import clean

_NUMBER = re.compile(r"([1-9][0-9]{0,5})(?:-([2-9]|[1-9][0-9]{1,5}))?")


class CorrectionForm(forms.Form):
    """What a wording of the record should have said, in the languages of the company, and why.

    `same_words` are the other wordings with the same slip, once they are known.
    """

    data: QueryDict

    def __init__(self, data: QueryDict | None, *, wording: Wording) -> None:
        self.wording = wording
        is_article = wording.kind == Wording.Kind.ARTICLE
        initial: dict[str, Any] = {"number": wording.label}
        super().__init__(data, initial=initial)
        self.fields["number"] = forms.RegexField(
            rf"\A(?:{_NUMBER.pattern})\Z",
            label=gettext_lazy("Number"),
            help_text=gettext_lazy("9, or 9-2 with a branch number."),
            error_messages={"invalid": gettext_lazy("Write a number such as 9 or 9-2.")},
            required=bool(wording.label),
        )
        for code in wording.company.languages:
            texts = [("caption", gettext_lazy("Caption"), LONGEST_CAPTION)]
            texts += [("body", gettext_lazy("Wording"), LONGEST_BODY)] if is_article else []
            for name, label, longest in texts:
                field = f"{name}_{code}"
                self.initial[field] = getattr(wording, field)
                self.fields[field] = forms.CharField(
                    label=with_language(str(label), code),
                    max_length=longest,
                    required=False,
                    strip=False,
                    widget=forms.Textarea(attrs={"rows": 8}) if name == "body" else forms.TextInput,
                )
                self.fields[field].widget.attrs |= {"lang": code}
                self.fields[field].widget.attrs.pop("maxlength", None)
        self.fields["reason"] = forms.CharField(
            label=gettext_lazy("Why the record was wrong"),
            help_text=gettext_lazy(
                "It stands beside the correction for good, with your name and the time."
            ),
            max_length=LONGEST_CORRECTION_REASON,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields["reason"].widget.attrs.pop("maxlength", None)
        self.same_words: tuple[SameWords, ...] = ()

    @property
    def corrected_values(self) -> dict[str, Any]:
        """What differs from the row, as `record.correct` takes it."""
        given = {name: self.cleaned_data[name] for name in self.fields if "_" in name}
        if found := _NUMBER.fullmatch(self.cleaned_data["number"]):
            given |= {"number": int(found[1]), "branch": int(found[2] or 0)}
        elif not self.cleaned_data["number"]:
            given |= {"number": None, "branch": 0}
        given = {
            name: clean(each) if isinstance(each, str) else each for name, each in given.items()
        }
        return {
            name: value for name, value in given.items() if value != getattr(self.wording, name)
        }

    @property
    def also(self) -> list[int]:
        """The keys of the other wordings that are to be corrected too."""
        chosen = set(self.data.getlist("also"))
        return [each.wording.pk for each in self.same_words if str(each.wording.pk) in chosen]

    def has_to_ask(self, same_words: tuple[SameWords, ...]) -> bool:
        """Whether these wordings with the same words have not been shown to the person yet; the
        form then shows them, the later ones chosen.
        """
        self.same_words = same_words
        shown = ",".join(str(each.wording.pk) for each in same_words)
        if not same_words or self.data.get("shown") == shown:
            return False
        data = self.data.copy()
        data.setlist("also", [str(each.wording.pk) for each in same_words if each.is_later])
        data["shown"] = shown
        self.data = data
        return True


class DayOfEffectForm(forms.Form):
    """The day on which an amendment took effect, once it is known."""

    on = DayField(label=gettext_lazy("In force from"), required=True)
