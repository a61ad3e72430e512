"""A part of a line of wording, underlined or not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of a line, underlined or not."""

    text: str
    changed: bool = False
