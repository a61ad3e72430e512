"""Why the record does not take something."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from governance.models import Article, Wording


class Refused(Exception):
    """What the record cannot hold, or must not; `sentence` says why, in the language of the
    interface. Nothing has been written.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def named(kind: str, label: str) -> str:
    """How a sentence names an article or a chapter heading: "Article 9-2", 「第9条の2」."""
    number, _dash, branch = label.partition("-")
    values = {"number": number, "branch": branch}
    if kind == Article.Kind.CHAPTER:
        return _("Chapter %(number)s") % {"number": label} if label else _("a chapter heading")
    if branch:
        return _("Article %(number)s-%(branch)s") % values
    return _("Article %(number)s") % values if label else _("an article without number")


def name_of(wording: Wording) -> str:
    return named(wording.kind, wording.label)


def said(day: date) -> str:
    """The day as a sentence says it: "June 26, 2013", 「2013年6月26日」."""
    return date_format(day, "Y年n月j日" if get_language() == "ja" else "F j, Y")


def told(error: ValidationError) -> str:
    """All that a form would say, in one sentence after the other."""
    return " ".join(dict.fromkeys(error.messages))


def broken(error: IntegrityError) -> str:
    """The sentence of the constraint of wordings that the database named.

    Raises the error again where it named none of them.
    """
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for constraint in Wording._meta.constraints:
        if constraint.name == name:
            return str(constraint.violation_error_message)
    raise error
