"""What a reader of files gives back."""

from collections import Counter
from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class Extracted:
    """The text; how many of what was left out or decided, by the names of `notes`; and where."""

    text: str
    counts: Counter[str]
    places: tuple[NotedPlace, ...] = ()


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
        self.places.append(NotedPlace(name, line, _on_a_short_line(words)))

    def move(self, line: int, start: int, end: int) -> None:
        """Lets the places from `start` to before `end` be in that line."""
        self.places[start:end] = [replace(each, line=line) for each in self.places[start:end]]


def _on_a_short_line(words: str) -> str:
    """The words on one line, cut where nobody would read on."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 1] + "…"
