"""The form of a company's house style: the words and choices of its comparison tables."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from governance.text.table.house_style import PRESETS, HouseStyle, house_style

LONGEST_LABEL = 60
LONGEST_NOTE = 200
CHAPTERS = {
    "never": {"show_chapters": False, "changed_chapters_only": False},
    "changed": {"show_chapters": True, "changed_chapters_only": True},
    "always": {"show_chapters": True, "changed_chapters_only": False},
}
"""The values of a house style behind each answer to where headings of chapters stand."""


def _label(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_LABEL)


def _line(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=LONGEST_NOTE, required=False
    )


def _yes_or_no(label: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def _one_of(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices)


class HouseStyleForm(forms.Form):
    """Everything that a house style says; `preset` is what it is stored as a change of, `version`
    that of the company's data on which the form was opened."""

    preset = forms.ChoiceField(widget=forms.HiddenInput)
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    title = _line(
        gettext_lazy("Title above the table"),
        gettext_lazy("Left empty, there is none."),
    )
    note = _line(
        gettext_lazy("Note above the table"),
        gettext_lazy("Such as what the underlines mean. Left empty, there is none."),
    )
    present_title = _label(gettext_lazy("Head of the left column"))
    proposed_title = _label(gettext_lazy("Head of the right column"))
    inserted_label = _label(gettext_lazy("In place of what is new"))
    deleted_label = _label(gettext_lazy("In place of what is deleted"))
    omitted_label = _label(gettext_lazy("For wording left out on the left"))
    unchanged_label = _label(gettext_lazy("For wording left out on the right"))
    chapters = _one_of(
        gettext_lazy("Headings of chapters"),
        [
            ("never", pgettext_lazy("headings", "Only where they change themselves")),
            ("changed", pgettext_lazy("headings", "Over chapters in which wording changes")),
            ("always", pgettext_lazy("headings", "Over everything that is shown")),
        ],
    )
    rows_per = _one_of(
        gettext_lazy("A row for each"),
        [
            ("article", pgettext_lazy("rows", "article")),
            ("paragraph", pgettext_lazy("rows", "paragraph")),
        ],
    )
    range_form = _one_of(
        gettext_lazy("Articles left out in a row"),
        [
            ("lines", gettext_lazy("on three lines: first, label, last")),
            ("line", gettext_lazy("on one line")),
        ],
    )
    range_sign = forms.CharField(label=gettext_lazy("Sign between first and last"), max_length=5)
    number_mark = _one_of(
        gettext_lazy("Of a number that moved, underlined"),
        [("numeral", gettext_lazy("the numeral alone")), ("label", gettext_lazy("all of it"))],
    )
    citation_mark = _one_of(
        gettext_lazy("Of a citation that changed, underlined"),
        [("level", gettext_lazy("the level that changed")), ("whole", gettext_lazy("all of it"))],
    )
    moved_numbers_in_runs = _yes_or_no(
        gettext_lazy("Underline moved numbers of articles left out too")
    )
    shorten_paragraphs = _yes_or_no(
        gettext_lazy("Leave out unchanged paragraphs of amended articles")
    )
    unchanged_before_first = _yes_or_no(
        gettext_lazy("Name the unchanged articles before the first change")
    )
    unchanged_between = _yes_or_no(gettext_lazy("Name the unchanged articles between changes"))
    unchanged_after_last = _yes_or_no(
        gettext_lazy("Name the unchanged articles after the last change")
    )

    def __init__(self, language: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        names = [name for name, style in PRESETS.items() if style.language == language]
        preset = self.fields["preset"]
        assert isinstance(preset, forms.ChoiceField)
        preset.choices = [(name, name) for name in names]

    @staticmethod
    def values_of(style: HouseStyle) -> dict[str, Any]:
        """What the form shows for a house style."""
        values = {each.name: getattr(style, each.name) for each in fields(style)}
        chapters = {name: values.pop(name) for name in CHAPTERS["never"]}
        if not chapters["show_chapters"]:
            chapters["changed_chapters_only"] = False
        chosen = next(answer for answer, choices in CHAPTERS.items() if choices == chapters)
        return values | {"preset": style.name, "chapters": chosen}

    @property
    def style(self) -> HouseStyle:
        """The house style that a valid form describes."""
        return house_style(self.cleaned_data["preset"], **self.choices)

    @property
    def choices(self) -> dict[str, Any]:
        """What a valid form says otherwise than its preset."""
        values = {name: self.cleaned_data[name] for name in self.fields if name != "version"}
        preset = PRESETS[values.pop("preset")]
        values |= CHAPTERS[values.pop("chapters")]
        return {name: value for name, value in values.items() if value != getattr(preset, name)}
