"""What a reader of files gives back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_LONGEST_WORDS = 40
NOWHERE = -1
"""The line of what stands in no line of the text, such as a header."""


@dataclass(frozen=True)
class NotedPlace:
    """Where something was left out or decided: the line of the text (from 0), and its words."""

    name: str
    """That of the sentence in `notes`."""
    line: int
    words: str = ""
    page: int = 0
    """That of the file, from 1, where the line is not known."""


@dataclass(frozen=True)
class Extracted:
    """The text; how many of what was left out or decided, by the names of `notes`; and where.

    `languages` are those of lines, from 0, that stand in a column of one of two languages; `other`
    is the text in the other language where the two were read apart.
    """

    text: str
    counts: Counter[str]
    places: tuple[NotedPlace, ...] = ()
    languages: Mapping[int, str] = field(default_factory=dict)
    other: str = ""


class NoteCollector:
    """Counts what is left out or decided while a file is read; `line` is where the reader is."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.places: list[NotedPlace] = []
        self.line = 0

    def note(self, name: str, words: str = "") -> None:
        """One of that name, here."""
        self.note_at(name, self.line, words)

    def note_at(self, name: str, line: int, words: str = "") -> None:
        self.counts[name] += 1
        self.places.append(NotedPlace(name, line, shortened_words(words)))

    def move(self, line: int, start: int, end: int) -> None:
        """Lets the places from `start` to before `end` be in that line."""
        self.places[start:end] = [replace(each, line=line) for each in self.places[start:end]]


def shortened_words(words: str) -> str:
    """The words on one line, cut where nobody would read on."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 1] + "…"
