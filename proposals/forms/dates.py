"""The days of a proposal, and what its effect waits for where its day is not known."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.days import DayField
from governance.models.languages import interface_language
from governance.templatetags.interface import with_language
from proposals.calendar.days import DAYS, DAYS_BY_KIND, EFFECT, RESOLVED, Schedule, out_of_order
from proposals.forms.proposal_field import ProposalField
from proposals.forms.text_field import TypedTextField
from proposals.models import Proposal
from proposals.models.effect_condition import (
    LONGEST_CONDITION,
    NEEDS_WORDS,
    ConditionKind,
)

_FIELDS = frozenset(day.field for day in DAYS)
_EXAMPLES = {
    "en": gettext_lazy("Goes on from “Subject to”, such as “the merger with ABC taking effect”."),
    "ja": gettext_lazy(
        "Stands before 「を条件とする」, such as 「甲社との合併の効力が発生すること」."
    ),
}


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
    """The day of the present text, the days of the schedule but the meeting's own, and the
    condition of the effect.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        self.fields["base_day"] = base_day_field()
        for day in DAYS_BY_KIND[proposal.meeting.kind]:
            if not day.is_of_meeting:
                self.fields[day.field] = DayField(label=day.verbose_name)
        self._add_condition()

    def _add_condition(self) -> None:
        self.fields["condition_kind"] = forms.ChoiceField(
            label=gettext_lazy("Where the day of effect is not known"),
            help_text=gettext_lazy(
                "What the amendment waits for. The effective date is then left empty, and is"
                " entered into the record once it is known. A change may have a day of its own."
            ),
            choices=[
                ("", gettext_lazy("The effective date is entered above")),
                *ConditionKind.choices,
            ],
            required=False,
        )
        others = Proposal.objects.filter(meeting=self.proposal.meeting).on_agenda()
        self.fields["condition_proposal"] = ProposalField(
            queryset=others.exclude(pk=self.proposal.pk).with_names(),
            label=gettext_lazy("The proposal that must be adopted"),
            required=False,
        )
        languages = list(self.proposal.company.languages)
        for language in languages:
            label = _("Condition in words")
            self.fields[f"condition_{language}"] = TypedTextField(
                longest=LONGEST_CONDITION,
                label=with_language(label, language) if len(languages) > 1 else label,
                help_text=_EXAMPLES[language],
                required=False,
                widget=forms.TextInput(attrs={"lang": language}),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        meeting = self.proposal.meeting
        days = {name: given.get(name) for name in self.fields if name in _FIELDS}
        if meeting.is_of_board:
            days[RESOLVED.field] = meeting.date
        for _earlier, later, message in out_of_order(Schedule(meeting.kind, **days)):
            self.add_error(later.field, message.in_language(interface_language()))
        self._clean_condition(given)
        return given

    def _clean_condition(self, given: dict[str, Any]) -> None:
        """A day or a condition; what goes with another kind is dropped, what is missing is told."""
        kind = given.get("condition_kind") or ""
        if kind and given.get(EFFECT.field):
            self.add_error(
                "condition_kind",
                _(
                    "Enter either a day of effect or a condition: what waits takes effect on no day"
                    " that is known."
                ),
            )
        if kind == ConditionKind.PROPOSAL and not given.get("condition_proposal"):
            self.add_error("condition_proposal", _("Say which proposal must be adopted."))
        if kind != ConditionKind.PROPOSAL:
            given["condition_proposal"] = None
        for language in self.proposal.company.languages:
            name = f"condition_{language}"
            if kind not in NEEDS_WORDS:
                given[name] = ""
            elif not given.get(name) and name not in self.errors:
                self.add_error(name, _("Write the condition as the papers shall print it."))
