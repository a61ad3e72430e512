"""The whole articles with what is inserted and deleted in them, to be accepted or rejected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from governance.papers.dates import LanguageCode
from governance.papers.vocabulary import VOCABULARY
from governance.text.comparing.align import align_lines
from governance.text.comparing.differences import differences
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.table.rows import Cell, CellLine, ComparisonTable, Row


class Track(StrEnum):
    """What becomes of a text: kept; there if accepted; there if rejected."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True)
class TrackedRun:
    """A part of a line."""

    text: str
    track: Track = Track.KEPT


@dataclass(frozen=True)
class TrackedLine:
    """A line; `track` is that of the line itself, whose runs are all alike where it is not kept."""

    role: str
    level: int
    runs: tuple[TrackedRun, ...]
    track: Track = Track.KEPT


@dataclass(frozen=True)
class TrackedChangesPaper:
    """The articles: with all deleted left out the proposed ones, with all inserted the present."""

    language: LanguageCode
    title: str
    heading: str
    company: str
    state: str
    author: str
    """Whose changes they are said to be."""
    lines: tuple[TrackedLine, ...]
    file_stem: str
    is_draft: bool = False

    @property
    def subject(self) -> str:
        """With the company's name, the running head of the later pages."""
        return self.state

    @property
    def draft_mark(self) -> str:
        """On every page, until the proposal is approved."""
        return VOCABULARY[self.language].DRAFT if self.is_draft else ""


def tracked_lines(whole: ComparisonTable) -> Iterator[TrackedLine]:
    """The lines of a table with nothing left out, in its order."""
    language = language_for(whole.style.language)
    for row in whole.rows:
        yield from _of_row(row, language)


def _of_row(row: Row, language: Language) -> Iterator[TrackedLine]:
    old, new = _wording(row.present), _wording(row.proposed)
    pairs = align_lines([line.text for line in old], [line.text for line in new], language)
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        yield from (_whole(line, Track.DELETED) for line in old[i:a])
        yield from (_whole(line, Track.INSERTED) for line in new[j:b])
        if a < len(old):
            yield TrackedLine(
                new[b].role, new[b].level, tuple(_runs(old[a].text, new[b].text, language))
            )
        i, j = a + 1, b + 1


def _wording(cell: Cell) -> list[CellLine]:
    """The lines of a cell without what the table says in the place of wording."""
    return [] if cell.is_absent else [line for line in cell.lines if line.role != "label"]


def _whole(line: CellLine, track: Track) -> TrackedLine:
    return TrackedLine(line.role, line.level, (TrackedRun(line.text, track),), track)


def _runs(old: str, new: str, language: Language) -> Iterator[TrackedRun]:
    """Two wordings of a line, in the words in which they differ; to the letter."""
    a, b = language.tokens(old), language.tokens(new)
    place = 0
    for change in differences(a, b, language):
        yield from _run(a[place : change.a1], Track.KEPT)
        yield from _run(a[change.a1 : change.a2], Track.DELETED)
        yield from _run(b[change.b1 : change.b2], Track.INSERTED)
        place = change.a2
    yield from _run(a[place:], Track.KEPT)


def _run(tokens: Iterable[str], track: Track) -> Iterator[TrackedRun]:
    if text := "".join(tokens):
        yield TrackedRun(text, track)
