"""Underlines moved by hand, kept as long as the words that they were made for stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import NamedTuple

from governance.text.comparing.differences import Difference, differences
from governance.text.comparing.marked_words import MarkedWords
from governance.text.comparing.span import Span
from governance.text.finding import WARNING, Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.table.house_style import HouseStyle
from governance.text.table.rows import Cell, CellLine, ComparisonTable, Row


@dataclass(frozen=True, slots=True)
class UnderlineOverride:
    """How one line of a provision is underlined, by decision of a person.

    `key` is the provision's identity, `side` "present" or "proposed", `text` the line as it stood,
    `ranges` where in it an underline begins and ends, in order; none means no underline.
    `place` is the line's place among those of the provision, from 0; it tells apart lines that say
    the same. ValueError for ranges that are empty, overlap, or lie outside the text.
    """

    key: str
    side: str
    text: str
    ranges: tuple[tuple[int, int], ...]
    place: int = 0

    def __post_init__(self) -> None:
        edges = [0, *chain.from_iterable(self.ranges), len(self.text)]
        if edges != sorted(edges) or any(start == end for start, end in self.ranges):
            raise ValueError("The ranges of an override are empty, overlap or leave its text.")
        if self.side not in ("present", "proposed"):
            raise ValueError(f"A comparison table has no side {self.side!r}.")

    @property
    def words(self) -> tuple[str, ...]:
        """What is underlined."""
        return tuple(self.text[start:end] for start, end in self.ranges)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The line as it stood, with the underlines of the override."""
        return _spans(self.text, self.ranges)


def _spans(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    edges = [0, *chain.from_iterable(ranges), len(text)]
    texts = (text[start:end] for start, end in pairwise(edges))
    return tuple(Span(part, n % 2 == 1) for n, part in enumerate(texts) if part)


def with_overrides(
    table: ComparisonTable, overrides: Iterable[UnderlineOverride]
) -> tuple[ComparisonTable, tuple[Finding, ...]]:
    """The table with the underlines of the overrides, and an `override-lost` for each that could
    not be kept: there the computed underline stays.

    Where a line says what it said, its underlines are those of the override. Where it was changed,
    each underlined passage must still be found, and be the only one of its kind; then the words
    that are new in the line keep their computed underline. Of two overrides of one line the later
    counts. A provision that is not printed word for word, in a run or on the absent side, has no
    line to underline.
    """
    rows = list(table.rows)
    findings: list[Finding] = []
    for override in overrides:
        lines = list(_lines(table.rows, override))
        found = _find(override, lines, table.style)
        if found is None:
            findings.append(_lost(override, next((line.at for line in lines), "")))
            continue
        line, spans = found
        rows[line.row] = _with_spans(rows[line.row], override.side, line.place, spans)
    return replace(table, rows=tuple(rows)), tuple(findings)


class _PlacedLine(NamedTuple):
    """A printed line: the places of its row and in its cell, and the address of the cell."""

    row: int
    place: int
    line: CellLine
    at: str


def _lines(rows: Iterable[Row], override: UnderlineOverride) -> Iterator[_PlacedLine]:
    """The printed lines of the override's provision, which may stand in several rows."""
    for n, row in enumerate(rows):
        cell = _cell(row, override.side)
        if not row.is_run and any(_is_within(key, override.key) for key in cell.keys):
            for m, line in enumerate(cell.lines):
                yield _PlacedLine(n, m, line, cell.first or "")


def _cell(row: Row, side: str) -> Cell:
    return row.present if side == "present" else row.proposed


def _is_within(key: str, provision: str) -> bool:
    return key == provision or key.startswith(provision + "/")


def _with_spans(row: Row, side: str, place: int, spans: tuple[Span, ...]) -> Row:
    cell = _cell(row, side)
    lines = list(cell.lines)
    lines[place] = replace(lines[place], spans=spans)
    changed = replace(cell, lines=tuple(lines))
    return replace(row, present=changed) if side == "present" else replace(row, proposed=changed)


def _find(
    override: UnderlineOverride, lines: list[_PlacedLine], style: HouseStyle
) -> tuple[_PlacedLine, tuple[Span, ...]] | None:
    """The one line that the override fits, and its spans there."""
    same = [n for n, each in enumerate(lines) if each.line.text == override.text]
    if len(same) > 1:
        same = [n for n in same if n == override.place]
    if same:
        return lines[same[0]], override.spans
    carried = [(each, _carried(override, each.line, style)) for each in lines]
    fitting = [(each, spans) for each, spans in carried if spans]
    return fitting[0] if len(fitting) == 1 else None


def _carried(
    override: UnderlineOverride, line: CellLine, style: HouseStyle
) -> tuple[Span, ...] | None:
    """The line with the override's underlines on the words that it still has; None where it
    underlines nothing, or a passage is gone, was changed within, or could be another."""
    language = language_for(style.language)
    old, new = (MarkedWords(text, (), style.tokens) for text in (override.text, line.text))
    for start, end in override.ranges:
        old.mark_text(start, end)
    where = _places_after(differences(old.words, new.words, language), len(old.words))
    by_hand = list(old.runs())
    if not by_hand or not all(
        _is_unmistakable(old.words, new.words, *run, where) for run in by_hand
    ):
        return None
    added = MarkedWords(line.text, (), style.tokens)
    added.mark(0, len(added.words))
    for i, j in where.items():
        added.marked[j] = 0
        new.marked[j] = old.marked[i]
    ranges = [new.extent(*run) for run in new.runs()]
    for start, end in (added.extent(*run) for run in added.runs()):
        ranges += [
            (max(start, first), min(end, last))
            for first, last in _underlined_ranges(line.spans)
            if max(start, first) < min(end, last)
        ]
    return _spans(line.text, _joined_ranges(sorted(ranges), line.text))


def _underlined_ranges(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Where the underlines of a line begin and end."""
    end = 0
    for span in spans:
        start, end = end, end + len(span.text)
        if span.changed:
            yield start, end


def _joined_ranges(ranges: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The ranges, those that only a space parts as one."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _places_after(changes: Iterable[Difference], length: int) -> dict[int, int]:
    """Where each word stands now, of those that are left of `length` words."""
    where: dict[int, int] = {}
    i = j = 0
    for change in (*changes, Difference(length, length, 0, 0)):
        while i < change.a1:
            where[i] = j
            i, j = i + 1, j + 1
        i, j = change.a2, change.b2
    return where


def _is_unmistakable(
    old: Sequence[str], new: Sequence[str], start: int, end: int, where: dict[int, int]
) -> bool:
    """Whether old[start:end] is still there, all of it in one place, and cannot be mistaken: it
    occurs as often as it did."""
    now = [where.get(i) for i in range(start, end)]
    if now[0] is None or now != list(range(now[0], now[0] + end - start)):
        return False
    before, after = (_occurrences(old[start:end], words) for words in (old, new))
    return len(before) == len(after) and before.index(start) == after.index(now[0])


def _occurrences(words: Sequence[str], within: Sequence[str]) -> list[int]:
    size = len(words)
    return [i for i in range(len(within) - size + 1) if within[i : i + size] == words]


def _lost(override: UnderlineOverride, at: str) -> Finding:
    words = " … ".join(override.words) or override.text
    words = words if len(words) <= 60 else words[:59] + "…"
    message = Message(
        f"The underline moved by hand at “{words}” is not kept: these words do not stand there "
        "as they did. The computed underline is shown.",
        f"手で直した下線（「{words}」）は、語句が元のまま残っていないため、維持できません。"
        "自動の下線を表示しています。",
    )
    return Finding("override-lost", WARNING, override.side, at, message, override.key)
