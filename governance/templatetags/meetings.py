"""Meetings and what they decided, named in the language of the interface."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from governance.models import Amendment, Meeting
from governance.models.languages import interface_language
from governance.papers.dates import ordinal
from governance.templatetags.interface import localized

register = template.Library()


@register.filter
def meeting_name(meeting: Meeting) -> str:
    """ "21st Ordinary General Meeting of Shareholders", 「第21回定時株主総会」, or its day."""
    kind, language = meeting.get_kind_display(), interface_language()
    if meeting.ordinal is not None:
        count = ordinal(meeting.ordinal, language)
        return f"{count}{kind}" if language == "ja" else f"{count} {kind}"
    return f"{kind} ({date_format(meeting.date, 'Y-m-d')})"


@register.filter
def decision_name(amendment: Amendment) -> str:
    """Who decided an amendment, and its title: "Board of directors (Article 191): New Address".

    Of what was brought in from a text that is not known; its title alone is said, if it has one.
    """
    if amendment.decided_by == Amendment.DecidedBy.IMPORT:
        return _imported_name(localized(amendment, "title"))
    if amendment.meeting is not None:
        decided_by = meeting_name(amendment.meeting)
    elif amendment.section:
        decided_by = _("%(body)s (%(section)s)") % {
            "body": amendment.get_decided_by_display(),
            # One of `SECTIONS` has a translation; any other stands as it was written.
            "section": _(amendment.section),
        }
    else:
        decided_by = amendment.get_decided_by_display()
    title = localized(amendment, "title")
    colon = "\N{IDEOGRAPHIC SPACE}" if interface_language() == "ja" else ": "
    return f"{decided_by}{colon}{title}" if title else decided_by


def _imported_name(title: str) -> str:
    if title:
        return _("%(title)s (brought in)") % {"title": title}
    return _("Brought in; who decided it is not on record")
