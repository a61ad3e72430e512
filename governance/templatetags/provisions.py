"""What the templates say of a provision."""

from django import template

from governance import record
from governance.models import Wording
from governance.papers.lines import name_of

register = template.Library()


@register.filter
def named(wording: Wording, language: str) -> str:
    """ "Article 14 (Chairman)", 「附則 第１条」; its part should be loaded with it."""
    name = name_of(record.provision_of(wording, language))
    title = "" if wording.part.is_main else wording.part.text("title", language)
    return f"{title} {name}".strip()


@register.filter
def paragraphs(text: str) -> list[str]:
    """The lines of a text, without empty ones."""
    return [line for line in text.splitlines() if line.strip()]
