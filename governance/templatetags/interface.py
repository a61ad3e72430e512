"""What the templates say in the language of the interface: names, sentences, days."""

from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from governance.models import Company
from governance.models.languages import ArticlesLanguage, InTwoLanguages, interface_language
from governance.people.access import companies_for
from governance.people.act_names import act_name
from governance.text.message import Message

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"
# By language of the interface: with the weekday, always.
_DAY = {"en": "l, F j, Y", "ja": "Y年n月j日（D）"}


@register.filter
def localized(row: InTwoLanguages, field: str) -> str:
    """`{{ company|localized:"name" }}`: the field in the reader's language, else in the other."""
    return row.text_or_other(field, interface_language())


@register.filter
def localized_message(message: Message) -> str:
    """A message of the text core in the reader's language."""
    return message.in_language(interface_language())


@register.filter
def act_named(what: str) -> str:
    """What an act of the audit is called, in the reader's language."""
    return act_name(what).in_language(interface_language())


@register.filter
def long_date(day: date | None) -> str:
    """ "Wednesday, June 26, 2013", 「2013年6月26日（水）」; "" for no day."""
    return date_format(day, _DAY[interface_language()]) if day else ""


@register.filter
def day_before(day: date) -> date:
    """The last day of a period that ends before `day`."""
    return day - timedelta(days=1)


@register.filter
def time_element(day: date) -> SafeString:
    """The day as `long_date` says it, in a <time> that says it to programs."""
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), long_date(day))


@register.filter
def long_date_no_break(day: date | None) -> str:
    """The same for a narrow place: a line may end at a comma, and not between month and day."""
    return ", ".join(part.replace(" ", NO_BREAK) for part in long_date(day).split(", "))


@register.filter
def long_moment(moment: datetime) -> str:
    """A moment as day and time of the clock."""
    local = timezone.localtime(moment)
    return f"{long_date(local.date())} {local:%H:%M}"


@register.filter
def with_language(what: str, language: ArticlesLanguage) -> str:
    """ "Wording (Japanese)", 「本文（日本語）」: one of several, told by its language."""
    return _("%(what)s (%(language)s)") % {"what": what, "language": language.label}


@register.simple_tag
def companies_of(user: Any) -> list[Company]:
    """The companies that the person belongs to; one query."""
    return list(companies_for(user))


# The first that stands in what a browser says of itself: most name others as well.
_BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome"}
_BROWSERS |= {"CriOS/": "Chrome", "FxiOS/": "Firefox", "Safari/": "Safari"}
_SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows"}
_SYSTEMS |= {"Mac OS X": "macOS", "CrOS": "ChromeOS", "Linux": "Linux"}


@register.filter
def browser_name(user_agent: str) -> str:
    """What a browser says of itself, in short: "Firefox, Windows"."""
    names = [
        next((name for sign, name in known.items() if sign in user_agent), "")
        for known in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(filter(None, names)) or _("Unknown browser")
