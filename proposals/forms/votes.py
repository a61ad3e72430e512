"""The form of the votes that a meeting cast on a proposal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from proposals.forms.text_field import TypedTextField
from proposals.models import Proposal
from proposals.papers.words import WORDS

LONGEST_REASON = 4000
MOST_VOTES = 10**15


def _votes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_VOTES)


class VotesForm(forms.Form):
    """Votes for, against and abstained; why some were left out, in each language kept."""

    votes_for = _votes(gettext_lazy("Votes for"))
    votes_against = _votes(gettext_lazy("Votes against"))
    abstentions = _votes(gettext_lazy("Abstentions"))

    def __init__(self, proposal: Proposal, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        labels = {
            "ja": gettext_lazy("Why votes of shareholders present were left out, in Japanese"),
            "en": gettext_lazy("Why votes of shareholders present were left out, in English"),
        }
        requirements = {
            "ja": gettext_lazy("What the resolution needs, in Japanese"),
            "en": gettext_lazy("What the resolution needs, in English"),
        }
        for language in proposal.company.languages:
            self.fields[f"requirement_{language}"] = TypedTextField(
                longest=LONGEST_REASON,
                rows=3,
                label=requirements[language],
                initial=WORDS[language].REQUIREMENT,
                help_text=gettext_lazy(
                    "As in Article 309, Paragraph 2 of the Companies Act; change it where your"
                    " articles say otherwise."
                ),
            )
            self.fields[f"left_out_{language}"] = TypedTextField(
                longest=LONGEST_REASON,
                rows=4,
                label=labels[language],
                help_text=gettext_lazy("Left empty where all were counted."),
                required=False,
            )
