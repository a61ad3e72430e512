"""What the templates of papers ask of a text: where its lines may not be broken."""

import re
from dataclasses import dataclass

from django import template

register = template.Library()

# Never parted at a line's end: a word from its number, a month from its day, a defined term or an
# address in itself ("Less-than-a-full-unit", "he/she", "20-F").
_TOGETHER = re.compile(
    r"\b(?:Article|Articles|Paragraph|Item|Chapter|Section)\s\d+(?:-\d+)*\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s\d{1,2}\b"
    r"|(?<![A-Za-z0-9/-])(?![A-Za-z0-9/-]{25})[A-Za-z0-9]+(?:[/-][A-Za-z0-9]+)+"
    r"|\bhttps?://[!-~]{1,60}"
    r"|\b[\w.+-]{1,40}@[\w.-]{1,40}\b"
)


@dataclass(frozen=True)
class Stretch:
    """A part of a text; `together` where no line may end inside it."""

    text: str
    together: bool = False


@register.filter
def stretches(text: str) -> list[Stretch]:
    """`text` in parts that, one after another, give it to the letter."""
    parts: list[Stretch] = []
    end = 0
    for found in _TOGETHER.finditer(text):
        if end < found.start():
            parts.append(Stretch(text[end : found.start()]))
        parts.append(Stretch(found.group(), together=True))
        end = found.end()
    if end < len(text):
        parts.append(Stretch(text[end:]))
    return parts
