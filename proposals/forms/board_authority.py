"""Why the board may amend the articles without a general meeting."""

import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proposals.models.board_authority import BoardSection

_LARGEST = 10**15


class _CountField(forms.IntegerField):
    """A number of shares, written 150,000,000, １５０，０００，０００ or 150000000."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def to_python(self, value: Any) -> int | None:
        return super().to_python(unicodedata.normalize("NFKC", str(value or "")).replace(",", ""))

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}" if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial, str(data or "").replace(",", ""))


def _number(label: Any, help_text: Any = "") -> _CountField:
    return _CountField(
        label=label, help_text=help_text, required=False, min_value=1, max_value=_LARGEST
    )


class BoardAuthorityForm(forms.Form):
    """The provision of the Companies Act, and the numbers that it asks about."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    board_section = forms.ChoiceField(
        label=gettext_lazy("Provision of the Companies Act"),
        choices=BoardSection,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy(
                "Choose the provision. For any other amendment a general meeting decides"
                " (Companies Act, Article 466)."
            )
        },
    )
    board_number_before = _number(
        gettext_lazy("Number in the present articles"),
        gettext_lazy("Authorised shares, or shares per unit; empty where there is no unit."),
    )
    board_number_after = _number(
        gettext_lazy("Number in the proposed articles"),
        gettext_lazy("Empty where the unit is abolished."),
    )
    board_shares_before = _number(gettext_lazy("Issued shares before the split"))
    board_shares_after = _number(gettext_lazy("Issued shares after the split"))
    board_one_class = forms.BooleanField(
        label=gettext_lazy("The company has issued shares of one class only"),
        help_text=gettext_lazy("Article 184, Paragraph 2 asks for it."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("board_section"):
            return given
        section = BoardSection(given["board_section"])
        if section.is_of_split:
            self._require_split(given)
        else:
            given["board_shares_before"] = given["board_shares_after"] = None
        return given

    def _require_split(self, given: dict[str, Any]) -> None:
        for name in ("board_shares_before", "board_shares_after"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("At a share split the number of issued shares is needed."))
        before, after = given.get("board_shares_before"), given.get("board_shares_after")
        if before and after and after <= before:
            self.add_error("board_shares_after", _("At a split the number of issued shares rises."))
