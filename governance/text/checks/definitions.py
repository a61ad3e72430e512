"""Defined terms: where a text says what it will call something, and where it then does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from governance.text.checks.checked_version import CheckedVersion, WordingLine
from governance.text.languages import language_for
from governance.text.tree.provision import Kind, Provision


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with the line that defines it: where the words "(the “X”)" begin and end, and the
    provision in which it holds ("in this Article"), None for all of the text."""

    term: str
    line: WordingLine
    start: int
    end: int
    within: Provision | None


@dataclass(frozen=True, slots=True)
class Use:
    """Where a term stands: in which line of `Terms.lines`, from which character on."""

    line: int
    start: int


class Terms:
    """The definitions of one text, in document order, and its lines with page breaks undone."""

    def __init__(self, version: CheckedVersion) -> None:
        self.language = language_for(version.articles.language)
        self.version = version
        self.lines = [
            WordingLine(each.provision, each.index, self.language.on_one_line(each.text))
            for each in version.lines
        ]
        self.place = {(each.provision.key, each.index): i for i, each in enumerate(self.lines)}
        self.definitions = [each for line in self.lines for each in self._definitions(line)]

    def _definitions(self, line: WordingLine) -> Iterator[Definition]:
        for found in self.language.definitions(line.text):
            within = self._holder(found.within, line.provision)
            for term in found.terms:
                yield Definition(term, line, found.start, found.end, within)

    def _holder(self, kind: Kind | None, of: Provision) -> Provision | None:
        """Where a definition holds: what it says itself, and in supplementary provisions there."""
        part = self.version.places.part_of(of.key)
        if kind is not None:
            return self.version.places.enclosing(of.key, kind) or part
        return None if part is self.version.articles.main else part

    def uses(self, term: str, *, strictly: bool) -> Iterator[Use]:
        """Where a term stands as a word of its own, definitions left out. `strictly` leaves out
        whatever may be a part of a longer term, or no term at all, too."""
        defined = [each for each in self.definitions if term in each.line.text]
        for number, line in enumerate(self.lines):
            here = [each for each in defined if each.line is line]
            for start in self.language.uses_of_term(line.text, term, strictly=strictly):
                if not any(each.start <= start < each.end for each in here):
                    yield Use(number, start)

    def is_used(self, term: str) -> bool:
        """Whether a term stands anywhere but in its definitions, captions included."""
        if any(True for _ in self.uses(term, strictly=False)):
            return True
        captions = (each.caption for each in self.version.articles.walk())
        return any(
            True
            for caption in captions
            for _ in self.language.uses_of_term(caption, term, strictly=False)
        )

    def sentence_start(self, definition: Definition) -> int:
        """Where the sentence begins that a definition closes."""
        ends = self.language.SENTENCE_ENDS
        text = definition.line.text[: definition.start]
        return max((i + 1 for i, character in enumerate(text) if character in ends), default=0)
