"""The reader of the case files in tests/text/cases, whose README.md tells how they are written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from governance.text.languages import LANGUAGES
from tests.paths import TEXT_CASES

_SIGNS = str.maketrans({"␍": "\r", "·": " ", "→": "\t", "⏎": "\n", "♯": "#"})


class CaseFileError(Exception):
    """What is wrong in a case file, and in which line."""


@dataclass(frozen=True)
class Section:
    """A section of a case: what stands behind its name, the number of its first line, its lines."""

    argument: str
    first_line: int
    lines: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """A case: the language and the line of its title, and its sections by name, in order; one that
    stands there several times has an argument each time."""

    code: str
    line: int
    title: str
    sections: dict[str, tuple[Section, ...]]

    def __str__(self) -> str:
        return f"{self.code}-{self.line}"

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a section; none where the case does not have it."""
        found = self.sections.get(name)
        return found[0].lines if found else ()

    def text(self, name: str) -> str:
        """The lines of a section as one text, without a line end behind the last."""
        return "\n".join(self.lines(name))

    def rows(self, name: str) -> Iterator[tuple[int, list[str]]]:
        """The lines of a section parted at "|", each with its number; blank lines left out."""
        for section in self.sections.get(name, ()):
            for number, line in enumerate(section.lines, section.first_line):
                if line.strip():
                    yield number, [part.strip() for part in line.split("|")]


def with_signs(text: str) -> str:
    """The text with the characters that stand in a case file for others: "␍" a carriage return,
    "·" a space, "→" a tab, "⏎" a line end, "♯" a number sign."""
    return text.translate(_SIGNS)


def cases_of_both_languages(
    subject: str, sections: Collection[str], repeated: Collection[str] = ()
) -> list[Case]:
    """The cases of cases/SUBJECT-en.txt and cases/SUBJECT-ja.txt."""
    return [case for code in LANGUAGES for case in cases_of(subject, code, sections, repeated)]


def cases_of(
    subject: str, code: str, sections: Collection[str], repeated: Collection[str] = ()
) -> list[Case]:
    """The cases of cases/SUBJECT-CODE.txt, which may have these sections, some of them repeated.

    CaseFileError for a file without a case, for a line that is in no section, for a section that
    is unknown or there twice, and for two cases of one title.
    """
    name = f"{subject}-{code}.txt"
    found = parse((TEXT_CASES / name).read_text("utf-8"), name, code, sections, repeated)
    if not found:
        raise CaseFileError(f"{name}: there is no case.")
    return found


def parse(
    text: str, name: str, code: str, sections: Collection[str], repeated: Collection[str] = ()
) -> list[Case]:
    """The cases in the text of a file; see `cases_of`."""
    reader = _Reader(name, code, {*sections, *repeated}, repeated)
    for number, line in enumerate(text.splitlines(), 1):
        reader.read(number, line)
    return reader.finished()


class _Reader:
    """Reads a file line by line; the last case and its last section are open until the next."""

    def __init__(
        self, name: str, code: str, known: Collection[str], repeated: Collection[str]
    ) -> None:
        self.name, self.code, self.known, self.repeated = name, code, known, repeated
        self.cases: list[Case] = []
        self.section = ""
        self.argument = ""
        self.first_line = 0
        self.lines: list[str] = []

    def read(self, number: int, line: str) -> None:
        if line.startswith("#"):
            return
        if line.startswith("=== "):
            self._close_section(is_last=True)
            self._begin_case(number, line[4:])
        elif line.startswith("--- "):
            self._close_section(is_last=False)
            self._begin_section(number, *line[4:].partition(" ")[::2])
        elif self.section:
            self.lines.append(line)
        elif line.strip():
            raise self._error(number, "this line is in no section")

    def finished(self) -> list[Case]:
        self._close_section(is_last=True)
        return self.cases

    def _begin_case(self, number: int, title: str) -> None:
        for other in self.cases:
            if other.title == title:
                raise self._error(number, f"the case of line {other.line} has this title too")
        self.cases.append(Case(self.code, number, title, {}))

    def _begin_section(self, number: int, name: str, argument: str) -> None:
        if not self.cases:
            raise self._error(number, "a section before the first case")
        if name not in self.known:
            raise self._error(number, f"no section is called {name}")
        if argument and name not in self.repeated:
            raise self._error(number, f"{name} takes no {argument}")
        same = self.cases[-1].sections.get(name, ())
        if argument in [each.argument for each in same]:
            raise self._error(number, f"this case has the section {name} already")
        self.section, self.argument, self.first_line = name, argument, number + 1

    def _close_section(self, *, is_last: bool) -> None:
        """Blank lines at the end of a case are there for the eye only."""
        while is_last and self.lines and not self.lines[-1].strip():
            self.lines.pop()
        if self.section:
            sections = self.cases[-1].sections
            closed = Section(self.argument, self.first_line, tuple(self.lines))
            sections[self.section] = (*sections.get(self.section, ()), closed)
        self.section, self.lines = "", []

    def _error(self, number: int, what: str) -> CaseFileError:
        return CaseFileError(f"{self.name}, line {number}: {what}.")
