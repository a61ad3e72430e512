"""The comparison table as data: rows, cells, lines and spans. Only templates know how they look."""

from dataclasses import dataclass

from governance.text.comparing.span import Span
from governance.text.table.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of a cell. `role` is heading, caption, number, text or label; `level` is the depth
    of the wording: 0 a paragraph, 1 an item, 2 and more sub-items."""

    role: str
    level: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: the addresses of the first and last provision it covers (None on the
    absent side), its lines, and the identities of the provisions covered."""

    first: str | None
    last: str | None
    lines: tuple[CellLine, ...]
    keys: tuple[str, ...] = ()

    @property
    def is_absent(self) -> bool:
        return self.first is None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. `kind` is inserted, deleted, amended, renumbered, unchanged or chapter;
    `moved` is the other side's address when an article moved past others. A row that is not
    `shown` covers provisions that the house style leaves out."""

    kind: str
    present: Cell
    proposed: Cell
    moved: str | None = None
    shown: bool = True

    @property
    def is_run(self) -> bool:
        return self.kind in ("renumbered", "unchanged")

    @property
    def key(self) -> str:
        """The identity of what the row is about; of the first provision of a run."""
        return (self.proposed.keys or self.present.keys or ("",))[0]


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """All rows, in document order, and the style they are worded in."""

    style: HouseStyle
    rows: tuple[Row, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that are printed."""
        return tuple(row for row in self.rows if row.shown)
