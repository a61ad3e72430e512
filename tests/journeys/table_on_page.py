"""Comparison tables as a page shows them, in the form in which the cases are written down."""

from playwright.sync_api import Locator

from governance.text.table.rows import Cell

Shown = tuple[list[str], list[str]]

# Each line of a cell by its text, what is marked between underscores; acts are not of the paper.
_READ = """rows => rows.map(row => [...row.querySelectorAll(".present, .proposed")]
  .map(cell => [...cell.children]
  .filter(line => line.matches("p"))
  .map(line => [...line.childNodes].map(node => {
    const text = node.textContent;
    return node.nodeName == "INS" || node.nodeName == "DEL" ? `_${text}_` : text;
  }).join(""))))"""


def rows_shown(table: Locator) -> list[Shown]:
    """The lines of both cells of every row that the paper has too."""
    rows = table.locator("tbody:not(.unit) > tr:has(> .present)")
    return [(present, proposed) for present, proposed in rows.evaluate_all(_READ)]


def lines_of(cell: Cell) -> list[str]:
    """The same of a cell that was written down."""
    return [
        "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for line in cell.lines
    ]
