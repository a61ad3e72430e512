"""What a reader of files gives back."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Extracted:
    """The text, and how many of what was left out or decided, by the names of `notes`."""

    text: str
    counts: Counter[str]
