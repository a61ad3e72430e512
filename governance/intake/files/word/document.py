"""A Word document to lines of text, a paragraph a line, its automatic numbers written out.

Left out, with a note: headers, footers, notes, comments, pictures, hidden text, tables of contents.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from governance.intake.files.extracted import NOWHERE, Extracted, NoteCollector
from governance.intake.files.unreadable import unreadable
from governance.intake.files.word.archive import children
from governance.intake.files.word.form_fields import is_placeholder
from governance.intake.files.word.inline import PAGE_BREAK, InlineReader, text_within
from governance.intake.files.word.names import attribute, child, is_on, local_name, whole_number
from governance.intake.files.word.numbering import Numbering
from governance.intake.files.word.package import Package
from governance.intake.files.word.page_breaks import without_page_breaks
from governance.intake.files.word.styles import Style, Styles
from governance.intake.files.word.tables import (
    TableCell,
    begins_provision,
    column_languages,
    is_continued,
    row_lines,
    table_parts,
    without_counters,
)
from governance.intake.files.word.tracked import DELETED, INSERTED, Tracked, TrackedChanges
from governance.text.languages import language_for
from governance.text.typed_text import LONGEST_TEXT

_ENCLOSED = frozenset({"altChunk", "subDoc"})
_CONTENTS_GALLERY = "Table of Contents"


def extract(data: bytes, tracked: Tracked, language: str) -> Extracted:
    """The text of a Word file, in that language. Raises `Refused`."""
    package = Package(data)
    reader = _Reader(package, tracked, language)
    body = child(package.document(), "body")
    text = "\n".join((*reader.block(body), *reader.rest()))
    for words in package.running_texts():
        reader.notes.note_at("running_parts", NOWHERE, words)
    counts, places = +reader.notes.counts, tuple(reader.notes.places)
    return Extracted(text, counts, places, reader.languages)


class _Reader:
    def __init__(self, package: Package, tracked: Tracked, language: str) -> None:
        styles = package.related("styles")
        self.notes = NoteCollector()
        self._rules = language_for(language)
        self._styles = Styles(styles)
        self._numbering = Numbering(package.related("numbering"), styles)
        self._changes = TrackedChanges(tracked, self.notes)
        self._inline = InlineReader(package, self._styles, self._changes, self.notes)
        self._carried = ""
        self._is_marked = False
        self._length = 0
        self.languages: dict[int, str] = {}

    def block(self, element: Element | None) -> Iterator[str]:
        """The paragraphs of a body, a cell, a text box; `notes.line` counts their lines."""
        for each in children(element):
            match local_name(each):
                case "p":
                    yield from self._paragraph(each)
                case "tbl":
                    yield from self._table(each)
                case "sdt":
                    yield from self._control(each)
                case "AlternateContent":
                    chosen = child(each, "Choice")
                    yield from self.block(child(each, "Fallback") if chosen is None else chosen)
                case name if name in INSERTED | DELETED:
                    if self._changes.is_kept(name):
                        yield from self.block(each)
                case "customXml" | "smartTag":
                    yield from self.block(each)
                case name if name in _ENCLOSED:
                    self.notes.note("enclosed")

    def rest(self) -> Iterator[str]:
        """What waits for a paragraph that did not come: a last one whose end is struck out."""
        carried, self._carried = self._carried, ""
        if carried:
            yield carried

    def _control(self, element: Element) -> Iterator[str]:
        gallery = attribute(child(element, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery == _CONTENTS_GALLERY:
            self.notes.counts["contents"] += 1
            return
        if is_placeholder(element):
            self.notes.note("placeholders", text_within(element))
        yield from self.block(child(element, "sdtContent"))

    def _table(self, table: Element) -> Iterator[str]:
        first = self.notes.line
        read = [
            (len(self.notes.places), list(self._cells(row)))
            for row in table_parts(table, "tr")
            if self._has_row(row)
        ]
        read, counters = without_counters(read)
        for _ in range(counters):
            self.notes.note_at("row_numbers", first)
        cells = [row for _at, row in read]
        languages = column_languages(cells)
        has_articles = any(begins_provision(each) for row in cells for each in row)
        self.notes.line = first
        by_row = 0
        for (start, row), (end, _next) in pairwise([*read, (len(self.notes.places), [])]):
            if languages:
                yield from self._in_languages(row, languages)
                continue
            lines = row_lines(row, self._rules, has_articles=has_articles)
            if len(row) > 1 and len(lines) == 1:
                by_row += "\t" in lines[0]
                self.notes.move(self.notes.line, start, end)
            for line in lines:
                yield line
                self.notes.line += 1
        if any(len(row) > 1 for row in cells):
            self.notes.note_at("tables" if by_row else "tables_by_cell", first)

    def _in_languages(self, row: Sequence[TableCell], languages: Sequence[str]) -> Iterator[str]:
        """The lines of the cells, each known to be in the language of its column."""
        for cell, language in zip(row, languages, strict=False):
            for line in cell.lines:
                if language:
                    self.languages[self.notes.line] = language
                yield line
                self.notes.line += 1

    def _has_row(self, row: Element) -> bool:
        if not self._changes.has_row(row):
            return False
        if is_on(child(row, "trPr", "hidden")):
            self.notes.note("hidden")
            return False
        return True

    def _cells(self, row: Element) -> Iterator[TableCell]:
        for control in row:
            if local_name(control) == "sdt" and is_placeholder(control):
                self.notes.note("placeholders", text_within(control))
        for cell in table_parts(row, "tc"):
            if not self._changes.has_cell(child(cell, "tcPr")):
                continue
            if is_continued(cell):
                self.notes.note("merged")
                yield TableCell()
                continue
            has_table = any(local_name(each) == "tbl" for each in cell)
            if has_table:
                self.notes.note("nested_tables")
            lines = [line for each in self.block(cell) for line in each.split("\n")]
            yield TableCell(lines, has_table)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        style = self._styles.of(attribute(child(properties, "pStyle")))
        first = self.notes.line
        words = self._inline.text(paragraph, style)
        boxes, self._inline.boxes = self._inline.boxes, []
        self.notes.line = first
        if style.is_contents or (self._inline.has_contents and not words.strip()):
            self.notes.counts["contents"] += 1
            return
        # A paragraph with nothing but a page break parts nothing: a sentence may go on behind it.
        is_break = PAGE_BREAK in words and not words.strip(f"{PAGE_BREAK} ")
        text = None if is_break else self._with_end(properties, style, words)
        if text is not None:
            text = without_page_breaks(text, self._rules)
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                # Before it is all there: numbers are text that is no file's.
                raise unreadable("too-long")
            yield text
            self.notes.line = first + text.count("\n") + 1
        for box in boxes:
            yield from self.block(box)

    def _with_end(self, properties: Element | None, style: Style, words: str) -> str | None:
        """The paragraph with its number and what was carried to it; None where it has no end that
        one sees, so that it goes on in the next.
        """
        if not self._changes.has_end(properties) or _is_drop_cap(properties):
            self._carried += words
            return None
        marks = child(properties, "rPr")
        if self._styles.is_switched_on("vanish", style, marks):
            if words.strip():
                self._carried += self._mark(properties, words) + words
                self._is_marked = True
            return None
        carried, is_marked = self._carried, self._is_marked
        self._carried, self._is_marked = "", False
        text = carried + words
        return text if is_marked else self._mark(properties, text) + text

    def _mark(self, properties: Element | None, text: str) -> str:
        properties = self._changes.properties(properties)
        key = attribute(child(properties, "pStyle"))
        style = self._styles.of(key)
        own = child(properties, "numPr")
        if child(own, "ins") is not None and not self._changes.is_kept("ins"):
            own = None
        number = attribute(child(own, "numId")) or style.number
        if not number or number == "0":
            return ""
        level = attribute(child(own, "ilvl")) or style.level
        at = whole_number(level, 0) if level else self._numbering.level_of(number, key)
        return self._numbering.mark(number, at, text)


def _is_drop_cap(properties: Element | None) -> bool:
    """Whether the paragraph is the large first letter of the next one."""
    return attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin")
