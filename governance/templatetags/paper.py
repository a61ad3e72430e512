"""What the templates of papers ask: where a line, and where a row, may not be broken."""

import re
from dataclasses import dataclass

from django import template

from governance.papers.lines import mark_of
from governance.papers.measures import height, indent_of, is_heading, is_short, lines_of, width
from governance.text.table.rows import Cell, CellLine, Row

register = template.Library()

# Never parted at a line's end: a word from its number, a month from its day, a defined term or an
# address in itself ("Less-than-a-full-unit", "he/she", "20-F"), 「第15条の２」, 「６月26日」.
_TOGETHER = re.compile(
    r"\b(?:Article|Articles|Paragraph|Item|Chapter|Section)\s\d+(?:-\d+)*\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s\d{1,2}\b"
    r"|(?<![A-Za-z0-9/-])(?![A-Za-z0-9/-]{25})[A-Za-z0-9]+(?:[/-][A-Za-z0-9]+)+"
    r"|\bhttps?://[!-~]{1,60}"
    r"|\b[\w.+-]{1,40}@[\w.-]{1,40}\b"
    # The signs that may not begin a line go with it; before a bracket the printer would break the
    # line behind the bracket, so there it is left as it is.
    r"|(?:第[0-9０-９]{1,4}[章節条項号回](?:の[0-9０-９]{1,3}(?![0-9０-９]))*"
    r"|(?<![0-9０-９])[0-9０-９]{1,2}月[0-9０-９]{1,2}日)(?!の[0-9０-９])[、。，．）」]*+(?![（「])"
)
LONGEST_NUMBER = 16


@dataclass(frozen=True)
class NoBreakRun:
    """A part of a text; `is_unbroken` where no line may end inside it."""

    text: str
    is_unbroken: bool = False


@register.filter
def no_break_runs(text: str) -> list[NoBreakRun]:
    """`text` in parts that, one after another, give it to the letter."""
    parts: list[NoBreakRun] = []
    end = 0
    for found in _TOGETHER.finditer(text):
        if end < found.start():
            parts.append(NoBreakRun(text[end : found.start()]))
        parts.append(NoBreakRun(found.group(), is_unbroken=True))
        end = found.end()
    if end < len(text):
        parts.append(NoBreakRun(text[end:]))
    return parts


@register.filter
def looks(row: Row) -> str:
    """The classes of a row: its kind; `chapter` for every heading; `whole` where it is short."""
    classes = [row.kind]
    if is_heading(row) and row.kind != "chapter":
        classes.append("chapter")
    if is_short(row):
        classes.append("whole")
    return " ".join(classes)


@register.filter
def head_height(cell: Cell) -> int:
    """How many lines of a cell stay together at a page's foot: its head and two lines of text."""
    head = 0
    for line in cell.lines:
        if line.role in ("heading", "caption"):
            head += lines_of(line)
        elif line.role == "number" and width(line.text) <= LONGEST_NUMBER:
            head += 1  # "Article 14." stands above its text, 「第14条」 before it
    return min(head + 2, height(cell))


@register.filter
def mark(line: CellLine) -> str:
    """The mark that a line hangs by, without the space after it: "(1)"; "" for none."""
    return mark_of(line).rstrip()


@register.filter
def unmarked(line: CellLine) -> str:
    """A line without the mark that it hangs by and the space after it."""
    return line.text[len(mark_of(line)) :]


@register.filter
def hang(line: CellLine) -> int:
    """How far an item hangs, in full-width signs; 0 for what does not hang."""
    return indent_of(line) if line.level else 0
