"""The name of a general meeting, in the language of the interface."""

from django import template
from django.utils.formats import date_format

from governance.models import Meeting
from governance.models.languages import interface_language
from governance.papers.dates import ordinal

register = template.Library()


@register.filter
def meeting_name(meeting: Meeting) -> str:
    """ "21st Ordinary General Meeting of Shareholders", 「第21回定時株主総会」, or its day."""
    kind, language = meeting.get_kind_display(), interface_language()
    if meeting.ordinal is not None:
        count = ordinal(meeting.ordinal, language)
        return f"{count}{kind}" if language == "ja" else f"{count} {kind}"
    return f"{kind} ({date_format(meeting.date, 'Y-m-d')})"
