"""How a sentence of refusal names a provision and a day."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from governance.models import Article, Wording
from governance.models.languages import interface_language


def provision_name(kind: str, label: str) -> str:
    """How a sentence names an article or a chapter heading: "Article 9-2", 「第9条の2」."""
    number, _dash, branch = label.partition("-")
    values = {"number": number, "branch": branch}
    if kind == Article.Kind.CHAPTER:
        return _("Chapter %(number)s") % {"number": label} if label else _("a chapter heading")
    if branch:
        return _("Article %(number)s-%(branch)s") % values
    return _("Article %(number)s") % values if label else _("an article without number")


def wording_name(wording: Wording) -> str:
    return provision_name(wording.kind, wording.label)


def format_day(day: date) -> str:
    """The day as a sentence says it: "June 26, 2013", 「2013年6月26日」."""
    return date_format(day, "Y年n月j日" if interface_language() == "ja" else "F j, Y")
