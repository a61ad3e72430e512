"""A choice of one of the proposals of a meeting."""

from django import forms
from django.utils.translation import gettext as _

from governance.models.languages import interface_language
from proposals.models import Proposal


class ProposalField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Proposals by number and title."""

    def label_from_instance(self, obj: Proposal) -> str:
        return _("No. %(number)d %(title)s") % {
            "number": obj.number,
            "title": obj.text_or_other("title", interface_language()),
        }
