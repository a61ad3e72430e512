"""What the templates say of a provision."""

from django import template

from governance import record
from governance.models import Part, Wording
from governance.text import naming

register = template.Library()


@register.filter
def title_with_part(wording: Wording, language: str) -> str:
    """ "Article 14 (Chairman)", 「附則第１条」; its part should be loaded with it."""
    name = naming.title_with_caption(record.provision_of(wording, language), language)
    part = title_of(wording.part, language)
    return naming.title_in_part(part, name, language) if part else name


def title_of(part: Part, language: str) -> str:
    """What a supplementary part is called, also one without a title on record; "" for the main."""
    if part.is_main:
        return ""
    return part.text("title", language) or naming.supplementary_title(language)


@register.filter
def paragraphs(text: str) -> list[str]:
    """The lines of a text, without empty ones."""
    return [line for line in text.splitlines() if line.strip()]
