"""Comparison tables written down as text, to compare with or to print; cases/ tells the form."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from governance.text.comparing.span import Span
from governance.text.table.house_style import house_style
from governance.text.table.rows import Cell, CellLine, ComparisonTable, Row

CASES = Path(__file__).parent / "cases"


def written_table(name: str, style: str = "english-release") -> ComparisonTable:
    """The table written down in cases/`name`.txt; its cells cover no identities."""
    rows = [_row(block) for block in _blocks((CASES / f"{name}.txt").read_text("utf-8"))]
    return ComparisonTable(house_style(style), tuple(rows))


def without_keys(table: ComparisonTable) -> list[tuple[str, Cell, Cell]]:
    """The shown rows of a table as they are printed, whatever the identities they cover."""
    return [(row.kind, _as_printed(row.present), _as_printed(row.proposed)) for row in table.shown]


def _as_printed(cell: Cell) -> Cell:
    """The cell without its identities; what is marked alike side by side is one span."""
    lines = [
        CellLine(
            line.role,
            line.level,
            tuple(
                Span("".join(span.text for span in spans), changed)
                for changed, spans in groupby(line.spans, key=attrgetter("changed"))
            ),
        )
        for line in cell.lines
    ]
    return Cell(cell.first, cell.last, tuple(lines))


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def _row(block: list[str]) -> Row:
    kind, present, proposed = (word.strip() for word in block[0].split("|"))
    return Row(kind, _cell(present, block, "<"), _cell(proposed, block, ">"))


def _cell(addresses: str, block: list[str], side: str) -> Cell:
    ends = [None] if addresses == "-" else addresses.split()
    return Cell(ends[0], ends[-1], tuple(_line(row) for row in block[1:] if row[0] == side))


def _line(written: str) -> CellLine:
    head, text = written[1:].split("|", 1)
    role, _, level = head.strip().partition(" ")
    spans = [Span(part, i % 2 == 1) for i, part in enumerate(text.strip().split("_")) if part]
    return CellLine(role, int(level or 0), tuple(spans))
