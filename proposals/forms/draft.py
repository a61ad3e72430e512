"""Forms of a draft: they clean what was typed and never save it.

What a field refuses is shown again as it was typed, however long.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models import Company, Meeting
from governance.models.amendment import LONGEST_TITLE
from governance.models.languages import ArticlesLanguage, interface_language
from governance.models.wording import EXPIRES_TOO_EARLY, LONGEST_BODY, LONGEST_CAPTION
from governance.templatetags.interface import with_language
from proposals.calendar.days import ORDER, Schedule, order_of_days
from proposals.forms.text_field import Text
from proposals.models import Change, Reason
from proposals.models.reason import LONGEST_REASON

Operation = Change.Operation
Places = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""The choices of a place, in groups: `[("CHAPTER I. …", [("a14", "after Article 14")])]`."""


class ChangeForm(forms.Form):
    """One operation: the fields it needs, a wording in each language that the company keeps."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    numbering = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self,
        *args: Any,
        operation: str,
        kind: str,
        languages: Iterable[ArticlesLanguage],
        reasons: Iterable[Reason],
        places: Places = (),
        names_part: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.operation, self.kind, self.languages = operation, kind, list(languages)
        if operation in (Operation.INSERT, Operation.MOVE):
            chosen = ("", _("choose a place"))
            self.fields["after"] = forms.ChoiceField(label=_("Place"), choices=[chosen, *places])
            self.fields["after"].error_messages["invalid_choice"] = _("There is no such place.")
        if names_part:
            self._add_part_titles()
        if operation in (Operation.INSERT, Operation.REPLACE):
            self._add_wordings()
        self._add_room()
        self._add_reason(list(reasons))
        self.fields["effective_on"] = DayField(
            label=_("Takes effect on"),
            help_text=_("Only where this change has a day of its own."),
        )
        if operation in (Operation.INSERT, Operation.REPLACE):
            self.fields["expires_on"] = DayField(
                label=_("Expires on"),
                help_text=_("The first day on which it no longer stands."),
            )

    @property
    def wordings(self) -> list[dict[str, Any]]:
        """The fields of each language: `language`, `caption`, `body` (None for a heading)."""
        names = self.fields.keys()
        return [
            {
                "language": language,
                "caption": self[f"caption_{language}"],
                "body": self[f"body_{language}"] if f"body_{language}" in names else None,
            }
            for language in self.languages
            if f"caption_{language}" in names
        ]

    @property
    def titles_of_part(self) -> list[forms.BoundField]:
        """The fields for the title of a new supplementary part."""
        return [self[name] for name in self.fields if name.startswith("new_part_title")]

    def values(self) -> dict[str, Any]:
        """What was decided, as `editing.ChangeValues`; only once the form is valid."""
        beside = {"after", "version", "numbering"}
        return {name: value for name, value in self.cleaned_data.items() if name not in beside}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        main = "caption" if self.kind == "chapter" else "body"
        names = [f"{main}_{language}" for language in self.languages]
        worded = self.operation == Operation.INSERT and not any(
            name in self.errors for name in names
        )
        if worded and not any((given.get(name) or "").strip() for name in names):
            self.add_error(names[0], _("The wording is empty. Write it here."))
        if self.operation == Operation.REPLACE and main == "body":
            for name in names:
                # Where the other language alone has been written, this one may stay so.
                if name in self.errors or (given.get(name) or "").strip():
                    continue
                if self.initial.get(name):
                    self.add_error(
                        name, _("The wording is empty. Delete the article if it is to go.")
                    )
        takes_effect, expires = given.get("effective_on"), given.get("expires_on")
        if takes_effect and expires and expires <= takes_effect:
            self.add_error("expires_on", EXPIRES_TOO_EARLY)
        return given

    def _add_wordings(self) -> None:
        several = len(self.languages) > 1
        for language in self.languages:
            is_heading = self.kind == "chapter"
            label = _("Title") if is_heading else _("Caption")
            self.fields[f"caption_{language}"] = Text(
                longest=LONGEST_CAPTION,
                required=False,
                label=with_language(label, language) if several else label,
                help_text=_("Without its number.") if is_heading else _("Without brackets."),
                widget=forms.TextInput(attrs={"lang": language}),
            )
            if is_heading:
                continue
            label = _("Wording")
            self.fields[f"body_{language}"] = Text(
                longest=LONGEST_BODY,
                required=False,
                strip=False,
                label=with_language(label, language) if several else label,
                help_text=_(
                    "A paragraph or item a line. The first paragraph has no number; the next begin"
                    " with 2, 3, items with (1), (2). Article numbers are those of the proposed"
                    " column."
                ),
                widget=forms.Textarea(attrs={"lang": language, "rows": 10, "spellcheck": "true"}),
            )

    def _add_part_titles(self) -> None:
        for language in self.languages:
            label = _("Title of new supplementary provisions")
            self.fields[f"new_part_title_{language}"] = Text(
                longest=200,
                required=False,
                label=with_language(label, language) if len(self.languages) > 1 else label,
                help_text=_("Left empty, the usual one."),
                widget=forms.TextInput(attrs={"lang": language}),
            )

    def _add_room(self) -> None:
        rooms = {
            (Operation.INSERT, "article"): [
                ("renumber", _("Renumber: later articles move down, and what cites them follows")),
                (
                    "branch",
                    _("Give it a branch number, as in Article 9-2: no other number moves"),
                ),
            ],
            (Operation.INSERT, "chapter"): [
                ("renumber", _("Renumber: later chapters move down, and what cites them follows")),
                (
                    "branch",
                    _("Give it a branch number, as in Chapter 2-2: no other number moves"),
                ),
            ],
            (Operation.DELETE, "article"): [
                ("renumber", _("Renumber: later articles move up, and what cites them follows")),
                ("keep", _("Keep the number, as in “Article 9 (Deleted)”: no other number moves")),
            ],
            (Operation.DELETE, "chapter"): [
                ("renumber", _("Renumber: later chapters move up, and what cites them follows")),
                ("keep", _("Keep the number, as in “Chapter 2. Deleted”: no other number moves")),
            ],
        }
        if choices := rooms.get((Operation(self.operation), self.kind)):
            self.fields["room"] = forms.TypedChoiceField(
                label=_("Numbers"),
                choices=choices,
                widget=forms.RadioSelect,
                initial="renumber",
                required=False,
                empty_value="renumber",
            )

    def _add_reason(self, reasons: list[Reason]) -> None:
        by_key = {str(reason.pk): reason for reason in reasons}
        choices = [("", _("none yet"))]
        for count, reason in enumerate(reasons, 1):
            opening = reason.text_or_other("body", self.languages[0])
            choices.append((str(reason.pk), f"({count}) {shortened(opening)}"))
        self.fields["reason"] = forms.TypedChoiceField(
            label=_("Reason that covers it"),
            choices=choices,
            required=False,
            # What stood there first is an identity too, but no text.
            coerce=lambda key: by_key.get(str(key)),
            empty_value=None,
        )


class DatesForm(forms.Form):
    """The days of a proposal."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    base_day = DayField(
        label=gettext_lazy("Day of the present text"),
        help_text=gettext_lazy("The articles as adopted on this day are what is amended."),
        required=True,
    )
    resolved_on = DayField(label=gettext_lazy("Resolution of the board"))
    announced_on = DayField(label=gettext_lazy("Announcement"))
    electronic_on = DayField(label=gettext_lazy("Start of electronic provision"))
    notice_on = DayField(label=gettext_lazy("Sending of the notice"))
    effective_on = DayField(label=gettext_lazy("Effective date"))

    def days(self) -> dict[str, date | None]:
        """The days by name, as `editing.set_dates` takes them; only once the form is valid."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        days = {name: given.get(name) for name in Schedule.__dataclass_fields__}
        for first, second in ORDER:
            pair = {name: days.get(name) for name in (first, second)}
            for finding in order_of_days(Schedule(**pair)):
                self.add_error(second, finding.message.in_language(interface_language()))
        return given


class TitlesForm(forms.Form):
    """What the proposal is called on the agenda, in each language that the company keeps."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, languages: Iterable[ArticlesLanguage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_titles(self, list(languages))


class BeginningForm(forms.Form):
    """A new proposal, on the agenda of a meeting that is known or entered with it."""

    NEW = "new"
    meeting = forms.ChoiceField(label=gettext_lazy("General meeting of shareholders"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of the new meeting"),
        choices=Meeting.Kind.choices,
        widget=forms.RadioSelect,
        required=False,
        initial=Meeting.Kind.ORDINARY,
    )
    ordinal = forms.IntegerField(
        label=gettext_lazy("Which ordinary meeting it is"),
        help_text=gettext_lazy("21 for the 21st. Left empty for an extraordinary one."),
        required=False,
        min_value=1,
        max_value=9999,
    )
    date = DayField(label=gettext_lazy("Date of the new meeting"))
    base_day = DayField(
        label=gettext_lazy("Day of the present text"),
        help_text=gettext_lazy("The articles as adopted on this day are what is amended."),
        required=True,
    )

    def __init__(
        self, *args: Any, company: Company, meetings: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["meeting"])
        field.choices = [*meetings, (self.NEW, _("a new one, entered below"))]
        add_titles(self, list(company.languages))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("meeting") == self.NEW:
            if not given.get("date") and "date" not in self.errors:
                self.add_error("date", _("A new meeting needs its date."))
            is_ordinary = (given.get("kind") or Meeting.Kind.ORDINARY) == Meeting.Kind.ORDINARY
            if is_ordinary and not given.get("ordinal") and "ordinal" not in self.errors:
                self.add_error(
                    "ordinal", _("An ordinary meeting is counted: write 21 for the 21st.")
                )
            if not is_ordinary and given.get("ordinal"):
                self.add_error("ordinal", _("An extraordinary meeting is not counted."))
        return given

    @property
    def titles(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("title_")]


class ReasonForm(forms.Form):
    """One reason, in each language that the company keeps, and the changes that it covers."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    numbering = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(
        self,
        *args: Any,
        languages: Iterable[ArticlesLanguage],
        changes: Iterable[tuple[Change, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.languages = list(languages)
        for language in self.languages:
            label = _("Reason")
            self.fields[f"body_{language}"] = Text(
                longest=LONGEST_REASON,
                required=False,
                strip=False,
                label=with_language(label, language) if len(self.languages) > 1 else label,
                help_text=_("The first paragraph carries the number; the next stand under it."),
                widget=forms.Textarea(attrs={"lang": language, "rows": 8}),
            )
        by_key = {str(change.pk): (change, name) for change, name in changes}
        if by_key:
            self.fields["covers"] = forms.TypedMultipleChoiceField(
                label=_("Covers these changes"),
                choices=[(key, name) for key, (_change, name) in by_key.items()],
                coerce=lambda key: by_key[key][0],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def bodies(self) -> list[forms.BoundField]:
        return [self[f"body_{language}"] for language in self.languages]

    def texts(self) -> dict[str, str]:
        """The text of each language; only once the form is valid."""
        return {name: text for name, text in self.cleaned_data.items() if name.startswith("body_")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        names = [f"body_{language}" for language in self.languages]
        if not any(name in self.errors or (given.get(name) or "").strip() for name in names):
            self.add_error(names[0], _("The reason is empty. Write it here."))
        return given


def differing(form: forms.Form) -> list[str]:
    """The fields that a person sees whose value is not the one that the form began with."""
    return [name for name in form.changed_data if not form.fields[name].widget.is_hidden]


def take_version(form: forms.Form, version: int) -> None:
    """Let a bound form carry the version that somebody else saved.

    What was typed stays; the next save is then a decision and no accident.
    """
    data = cast("QueryDict", form.data).copy()
    data["version"] = str(version)
    form.data = data


def add_titles(form: forms.Form, languages: list[ArticlesLanguage]) -> None:
    """Give `form` a field for the title in each language."""
    for language in languages:
        label = _("Title on the agenda")
        form.fields[f"title_{language}"] = Text(
            longest=LONGEST_TITLE,
            label=with_language(label, language) if len(languages) > 1 else label,
            widget=forms.TextInput(attrs={"lang": language}),
        )


def shortened(text: str, longest: int = 72) -> str:
    """The first line of `text`, cut where it is long."""
    line = text.partition("\n")[0]
    return line if len(line) <= longest else f"{line[:longest].rstrip()} …"
