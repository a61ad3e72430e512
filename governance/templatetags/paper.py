"""How lines and rows are written on papers and pages, and where they may not be broken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from governance.papers.lines import label_of
from governance.papers.measures import height, indent_of, is_heading, is_short, lines_of, width
from governance.papers.vocabulary import running_head
from governance.text.comparing.span import Span
from governance.text.table.rows import Cell, CellLine, Row

register = template.Library()
register.filter(running_head)

# Never parted at a line's end: a word from its number, a month from its day, a defined term or an
# address in itself ("Less-than-a-full-unit", "he/she", "20-F"), 「第15条の２」, 「６月26日」.
_NO_BREAK = re.compile(
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
_NUMBER_END = re.compile(r"　|\.(?:\s|$)")
_NUMBERED = re.compile(r"[0-9] (?=\S)")
_OF_LEVEL = ("", "item", "subitem")


class AnyLine(Protocol):
    """A line of a table or of a page."""

    @property
    def role(self) -> str: ...
    @property
    def level(self) -> int: ...


class TextRun(Protocol):
    """A run of a line; `url` where it leads, "" for plain text."""

    @property
    def text(self) -> str: ...
    @property
    def url(self) -> str: ...


class LineWithRuns(Protocol):
    """A line whose citations lead somewhere."""

    @property
    def runs(self) -> Sequence[TextRun]: ...


@dataclass(frozen=True)
class NoBreakRun:
    """A part of a text; `is_unbroken` where no line may end inside it."""

    text: str
    is_unbroken: bool = False


def no_break_runs(text: str) -> list[NoBreakRun]:
    """`text` in parts that, one after another, give it to the letter."""
    runs: list[NoBreakRun] = []
    end = 0
    for found in _NO_BREAK.finditer(text):
        if end < found.start():
            runs.append(NoBreakRun(text[end : found.start()]))
        runs.append(NoBreakRun(found.group(), is_unbroken=True))
        end = found.end()
    if end < len(text):
        runs.append(NoBreakRun(text[end:]))
    return runs


@register.filter
def no_break(text: str) -> SafeString:
    """`text` as HTML, with what may not be parted at a line's end in an element of its own."""
    return mark_safe(  # noqa: S308 (each run is escaped)
        "".join(
            format_html('<span class="no-break">{}</span>', run.text)
            if run.is_unbroken
            else escape(run.text)
            for run in no_break_runs(text)
        )
    )


@register.filter
def with_addresses(text: str) -> SafeString:
    """The same, with each address of the web or of mail a link."""
    return mark_safe(  # noqa: S308 (each run is escaped)
        "".join(map(_with_address, no_break_runs(text)))
    )


def _with_address(run: NoBreakRun) -> SafeString | str:
    if not run.is_unbroken:
        return escape(run.text)
    address = run.text.rstrip(".,;:)")
    if address.startswith(("http://", "https://")):
        url = address
    elif "@" in address:
        url = f"mailto:{address}"
    else:
        return format_html('<span class="no-break">{}</span>', run.text)
    end = run.text[len(address) :]
    return format_html('<a class="no-break" href="{}">{}</a>{}', url, address, end)


@register.filter
def lines_as_paragraphs(text: str) -> SafeString:
    """Each line of `text` as a paragraph of HTML."""
    return format_html_join("", "<p>{}</p>", ((no_break(line),) for line in text.splitlines()))


@register.filter
def with_changes(line: CellLine, element: str) -> SafeString:
    """The line as HTML, with what is changed in it in an `element`, "ins" or "del"."""
    return mark_safe(  # noqa: S308 (each span is escaped)
        "".join(
            format_html("<{0}>{1}</{0}>", element, no_break(span.text))
            if span.changed
            else no_break(span.text)
            for span in line.spans
        )
    )


@register.filter
def spans_marked(spans: Sequence[Span], element: str) -> SafeString:
    """Spans as HTML, those that are changed in an `element`, "ins" or "del"."""
    return with_changes(CellLine("text", 0, tuple(spans)), element)


@register.filter
def with_links(line: LineWithRuns) -> SafeString:
    """The line as HTML, with each citation in it a link to what it cites."""
    return mark_safe(  # noqa: S308 (each run is escaped)
        "".join(
            format_html('<a class="citation" href="{}">{}</a>', each.url, each.text)
            if each.url
            else no_break(each.text)
            for each in line.runs
        )
    )


@register.filter
def row_classes(row: Row) -> str:
    """The classes of a row: its kind; `chapter` for every heading; `short` where it is short."""
    classes = [row.kind]
    if is_heading(row) and row.kind != "chapter":
        classes.append("chapter")
    if is_short(row):
        classes.append("short")
    return " ".join(classes)


@register.filter
def line_classes(line: AnyLine) -> str:
    """The classes of a line: its role, and `item` or `subitem` where it is of one."""
    return f"{line.role} {_OF_LEVEL[line.level]}".strip()


@register.filter
def cell_line_classes(line: CellLine) -> str:
    """The same of a line of a printed table; `numbered` where it is a paragraph "2 The notice"."""
    classes = line_classes(line)
    is_numbered = (line.role, line.level) == ("text", 0) and _NUMBERED.match(line.text)
    return f"{classes} numbered" if is_numbered else classes


@register.filter
def article_number(line: CellLine) -> str:
    """The number on a line that begins with it: "Article 14" of "Article 14.", 「第14条」."""
    return _NUMBER_END.split(line.text, maxsplit=1)[0]


@register.filter
def lines_kept_together(cell: Cell) -> int:
    """How many lines of a cell stay together at a page's foot: its head and two lines of text."""
    head = 0
    for line in cell.lines:
        if line.role in ("heading", "caption"):
            head += lines_of(line)
        elif line.role == "number" and width(line.text) <= LONGEST_NUMBER:
            head += 1  # "Article 14." stands above its text, 「第14条」 before it
    return min(head + 2, height(cell))


@register.filter
def item_label(line: CellLine) -> str:
    """The label that a line is indented by, without the space after it: "(1)"; "" for none."""
    return label_of(line).rstrip()


@register.filter
def without_label(line: CellLine) -> str:
    """A line without the label that it is indented by and the space after it."""
    return line.text[len(label_of(line)) :]


@register.filter
def indent(line: CellLine) -> int:
    """How far an item is indented behind its label, in full-width signs; 0 for other lines."""
    return indent_of(line) if line.level else 0
