"""A Word document to lines of text, a paragraph a line, its automatic numbers written out.

Left out, with a note: headers, footers, notes, comments, pictures, hidden text, tables of contents.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from governance.intake.files.extracted import Extracted
from governance.intake.files.unreadable import unreadable
from governance.intake.files.word.archive import children
from governance.intake.files.word.fields import Fields, is_left_out
from governance.intake.files.word.names import attribute, child, is_on, local_name, whole_number
from governance.intake.files.word.numbering import Numbering
from governance.intake.files.word.package import Package
from governance.intake.files.word.styles import Styles
from governance.text.typed_text import LONGEST_TEXT

Tracked = Literal["accept", "refuse"]
"""What becomes of tracked changes."""

_INSERTED = frozenset({"ins", "moveTo"})
_DELETED = frozenset({"del", "moveFrom"})
_MARKED = frozenset({"cellIns", "cellDel"})
_THROUGH = frozenset(
    {"hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "oMath", "oMathPara"}
)
_LEFT_OUT = {
    "footnoteReference": "notes",
    "endnoteReference": "notes",
    "commentReference": "comments",
    "object": "pictures",
    "altChunk": "enclosed",
}
_PRIVATE = range(0xE000, 0xF900)


def extract(data: bytes, tracked: Tracked) -> Extracted:
    """The text of a Word file. Raises `Refused`."""
    package = Package(data)
    reader = _Reader(package, tracked)
    body = child(package.document(), "body")
    lines: list[str] = []
    length = 0
    for paragraph in reader.block(body):
        length += len(paragraph)
        if length > LONGEST_TEXT:
            raise unreadable(
                "too-long"
            )  # before it is all there: numbers are text that is no file's
        lines += paragraph.split("\n")
    lines += reader.rest()
    return Extracted("\n".join(lines), +reader.counts)


class _Reader:
    def __init__(self, package: Package, tracked: Tracked) -> None:
        styles = package.related("styles")
        self.styles = Styles(styles)
        self.numbering = Numbering(package.related("numbering"), styles)
        self.accepts = tracked == "accept"
        self.counts: Counter[str] = Counter()
        self._fields = Fields()
        self._carried = ""
        self._boxes: list[Element] = []

    def block(self, element: Element | None) -> Iterator[str]:
        """The paragraphs of a body, a cell, a text box."""
        for each in children(element):
            match local_name(each):
                case "p":
                    yield from self._paragraph(each)
                case "tbl":
                    yield from self._table(each)
                case "sdt":
                    yield from self._control(each)
                case "AlternateContent":
                    yield from self.block(child(each, "Choice"))
                case name if name in _INSERTED | _DELETED:
                    if self._is_kept(name):
                        yield from self.block(each)
                case "customXml" | "smartTag":
                    yield from self.block(each)
                case name if name in _LEFT_OUT:
                    self.counts[_LEFT_OUT[name]] += 1

    def rest(self) -> list[str]:
        """What waits for a paragraph that did not come: a last one whose end is struck out."""
        carried, self._carried = self._carried, ""
        return carried.split("\n") if carried else []

    def _control(self, element: Element) -> Iterator[str]:
        gallery = attribute(child(element, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery == "Table of Contents":
            self.counts["contents"] += 1
            return
        yield from self.block(child(element, "sdtContent"))

    def _table(self, table: Element) -> Iterator[str]:
        for row in _inside(table, "tr"):
            marks = {local_name(each) for each in children(child(row, "trPr"))}
            if any(not self._is_kept(mark) for mark in marks & (_INSERTED | _DELETED)):
                continue
            for cell in _inside(row, "tc"):
                properties = child(cell, "tcPr")
                merge = child(properties, "vMerge")
                if merge is not None and attribute(merge) != "restart":
                    continue
                if not self._has_cell(properties):
                    continue
                yield from self.block(cell)

    def _has_cell(self, properties: Element | None) -> bool:
        for each in children(properties):
            if local_name(each) in _MARKED:
                self.counts["tracked"] += 1
                return (local_name(each) == "cellIns") == self.accepts
        return True

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        style = self.styles.of(attribute(child(properties, "pStyle")))
        in_contents = self._fields.is_contents
        text = self._carried + "".join(self._inline(paragraph))
        self._carried = ""
        boxes, self._boxes = self._boxes, []
        if style.is_contents or (in_contents and not text.strip()):
            self.counts["contents"] += 1
            return
        if style.is_hidden:
            self.counts["hidden"] += 1
            return
        if self._joins_next_paragraph(properties):
            self._carried = text
        else:
            yield self._mark(properties, text) + text
        for box in boxes:
            yield from self.block(box)

    def _joins_next_paragraph(self, properties: Element | None) -> bool:
        """Whether the end of the paragraph is not there, by the changes taken."""
        marks = child(properties, "rPr")
        for each in children(marks):
            if local_name(each) in _INSERTED | _DELETED:
                return not self._is_kept(local_name(each))
        return False

    def _mark(self, properties: Element | None, text: str) -> str:
        changed = child(properties, "pPrChange")
        if changed is not None:
            self.counts["tracked"] += 1
            if not self.accepts:
                properties = child(changed, "pPr")
        key = attribute(child(properties, "pStyle"))
        style = self.styles.of(key)
        own = child(properties, "numPr")
        if child(own, "ins") is not None and not self._is_kept("ins"):
            own = None
        number = attribute(child(own, "numId")) or style.number
        if not number or number == "0":
            return ""
        level = attribute(child(own, "ilvl")) or style.level
        at = whole_number(level, 0) if level else self.numbering.level_of(number, key)
        return self.numbering.mark(number, at, text)

    def _inline(self, element: Element) -> Iterator[str]:
        """The text of a paragraph or of what encloses runs in it."""
        for each in element:
            name = local_name(each)
            if name == "r":
                yield from self._run(each)
            elif name in _INSERTED | _DELETED:
                if self._is_kept(name):
                    yield from self._inline(each)
            elif name in _THROUGH or name == "Choice":
                yield from self._inline(each)
            elif name == "fldSimple":
                if not is_left_out(attribute(each, "instr")):
                    yield from self._inline(each)
            elif name == "AlternateContent":
                chosen = child(each, "Choice")
                yield from self._inline(each if chosen is None else chosen)
            elif name == "ruby":
                yield from self._ruby(each)

    def _run(self, run: Element) -> Iterator[str]:
        if is_on(child(run, "rPr", "vanish")):
            self.counts["hidden"] += 1
            return
        if is_on(child(run, "rPr", "strike")) or is_on(child(run, "rPr", "dstrike")):
            self.counts["struck"] += 1
        for each in run:
            name = local_name(each)
            if name in ("fldChar", "instrText"):
                self._fields.see(each)
            elif self._fields.hides:
                continue
            elif name in ("t", "delText"):
                yield (each.text or "").replace("\n", " ")
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield _symbol(each)
            elif name == "ruby":
                yield from self._ruby(each)
            elif name in ("drawing", "pict", "AlternateContent"):
                self._picture(each)
            elif name in _LEFT_OUT:
                self.counts[_LEFT_OUT[name]] += 1

    def _ruby(self, ruby: Element) -> Iterator[str]:
        # The reading above the characters is no wording.
        base = child(ruby, "rubyBase")
        if base is not None:
            yield from self._inline(base)

    def _picture(self, element: Element) -> None:
        """A drawing: the text of a box in it follows the paragraph; else it is left out."""
        chosen = child(element, "Choice") if local_name(element) == "AlternateContent" else element
        inside = (element if chosen is None else chosen).iter()
        found = [each for each in inside if local_name(each) == "txbxContent"]
        self._boxes += found
        self.counts["boxes" if found else "pictures"] += 1

    def _is_kept(self, mark: str) -> bool:
        """Whether what carries this mark of a change is there, by the choice made."""
        self.counts["tracked"] += 1
        return (mark in _INSERTED) == self.accepts


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those in content controls too, not those of a table
    within.
    """
    for each in element:
        if local_name(each) == name:
            yield each
        elif local_name(each) in ("sdt", "sdtContent", "customXml"):
            yield from _inside(each, name)


def _symbol(element: Element) -> str:
    code = int(attribute(element, "char") or "0", 16) if _is_hex(attribute(element, "char")) else 0
    # A sign of a symbol font has no meaning outside it.
    return "・" if code in _PRIVATE or code < 0x20 else chr(code)


def _is_hex(text: str) -> bool:
    return 0 < len(text) <= 4 and all(sign in "0123456789abcdefABCDEF" for sign in text)
