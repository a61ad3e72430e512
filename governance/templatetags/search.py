"""How the lines that a search found are written."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from governance.search.excerpts import MarkedLine

register = template.Library()


@register.filter
def with_hits(line: MarkedLine) -> SafeString:
    """The line as HTML, each hit in a <mark>."""
    return mark_safe(  # noqa: S308 (each piece is escaped)
        "".join(
            format_html("<mark>{}</mark>", piece.text) if piece.is_hit else escape(piece.text)
            for piece in line.pieces
        )
    )
