"""The rows of a comparison table as the case files have them."""

from governance.text.table.rows import Cell, ComparisonTable


def row_lines(table: ComparisonTable) -> list[str]:
    found = []
    for row in table.shown:
        kind = f"{row.kind} {row.moved}" if row.moved else row.kind
        found.append(f"[{kind}] {covered(row.present)} | {covered(row.proposed)}")
        found += [f"< {line}" for line in underlined(row.present)]
        found += [f"> {line}" for line in underlined(row.proposed)]
    return found


def covered(cell: Cell) -> str:
    return "none" if cell.is_absent else f"{cell.first}..{cell.last}"


def underlined(cell: Cell) -> list[str]:
    return [
        "  " * line.level
        + "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for line in cell.lines
    ]
