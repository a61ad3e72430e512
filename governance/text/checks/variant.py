"""A variant of a term: what the Japanese and the English rules give the check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """The words `text` that begin at `start` of a line, and the term as most of the text has it."""

    start: int
    text: str
    term: str
