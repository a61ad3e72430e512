"""The text of a paragraph: runs and what encloses them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from governance.intake.files.extracted import NoteCollector
from governance.intake.files.word.equation_fields import equation_text
from governance.intake.files.word.fields import Field, Fields
from governance.intake.files.word.form_fields import (
    chosen,
    is_form,
    is_placeholder,
    value_of_control,
)
from governance.intake.files.word.formulas import formula_text, has_text
from governance.intake.files.word.names import attribute, child, local_name
from governance.intake.files.word.package import Package
from governance.intake.files.word.styles import Style, Styles
from governance.intake.files.word.symbols import UNKNOWN, symbol
from governance.intake.files.word.tracked import DELETED, INSERTED, TrackedChanges

PAGE_BREAK = "\x0c"
_LINE_ENDS = str.maketrans({"\n": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})
_THROUGH = frozenset({"hyperlink", "smartTag", "customXml", "dir", "bdo", "Choice", "Fallback"})
_FORMULAS = frozenset({"oMath", "oMathPara"})
_PICTURES = frozenset({"drawing", "pict", "object", "contentPart"})
_ENCLOSED = frozenset({"subDoc", "altChunk"})
_REFERENCES = {
    "footnoteReference": ("notes", "footnotes"),
    "endnoteReference": ("notes", "endnotes"),
    "commentReference": ("comments", "comments"),
}
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
# What shows nothing in the text.
_UNSEEN = frozenset(
    {
        "rPr", "lastRenderedPageBreak", "softHyphen", "annotationRef", "footnoteRef", "endnoteRef",
        "separator", "continuationSeparator",
    }
)  # fmt: skip
_FIELD_PARTS = frozenset({"fldChar", "instrText", "delInstrText"})


class InlineReader:
    """Gives the text of one paragraph after another; fields may reach over several.

    `boxes` are the text boxes that hang on what was read, to be taken by whoever reads.
    """

    def __init__(
        self, package: Package, styles: Styles, changes: TrackedChanges, notes: NoteCollector
    ) -> None:
        self._package = package
        self._styles = styles
        self._changes = changes
        self._notes = notes
        self._fields = Fields()
        self._style = Style()
        self.boxes: list[Element] = []
        self.has_contents = False

    def text(self, paragraph: Element, style: Style) -> str:
        """The text of the paragraph, which has that style. `has_contents` says then whether some
        of it was of a table of contents, and was left out.
        """
        self._style = style
        self.has_contents = self._fields.is_contents
        return "".join(self._inline(paragraph))

    def _inline(self, element: Element) -> Iterator[str]:
        for each in element:
            name = local_name(each)
            if name == "r":
                yield from self._run(each)
            elif name in INSERTED | DELETED:
                if self._changes.is_kept(name):
                    yield from self._inline(each)
            elif name in _THROUGH:
                yield from self._inline(each)
            elif name == "sdt":
                yield from self._control(each)
            elif name == "fldSimple":
                yield from self._simple_field(each)
            elif name == "AlternateContent":
                yield from self._inline(_chosen_of(each))
            elif name in _FORMULAS:
                yield from self._formula(each)
            elif name == "ruby":
                yield from self._ruby(each)
            elif name in _ENCLOSED:
                self._notes.note("enclosed")
            elif has_text(each):
                self._notes.note("unknown", name)

    def _run(self, run: Element) -> Iterator[str]:
        properties = child(run, "rPr")
        if self._is_on("vanish", properties):
            self._hidden_run(run)
            return
        if self._is_on("strike", properties) or self._is_on("dstrike", properties):
            self._notes.note("struck", text_within(run))
        if attribute(child(properties, "vertAlign")) in ("superscript", "subscript"):
            words = text_within(run)
            if words.strip():
                self._notes.note("raised", words)
        yield from self._run_parts(run)

    def _run_parts(self, run: Element) -> Iterator[str]:
        for each in run:
            name = local_name(each)
            if name in _FIELD_PARTS:
                field = self._fields.see(each)
                if field is not None and not self._fields.hides:
                    yield from self._shown(self._field_text(field))
            elif self._fields.hides:
                self.has_contents = self.has_contents or self._fields.is_contents
            elif name == "AlternateContent" and not _is_picture(each):
                yield from self._run_parts(_chosen_of(each))
            elif name == "ruby":
                yield from self._ruby(each)
            else:
                yield from self._shown(self._part(each, name))

    def _shown(self, text: str) -> Iterator[str]:
        if text:
            self._fields.take_result(text)
            self._notes.line += text.count("\n")
            yield text

    def _part(self, element: Element, name: str) -> str:
        """The text of one part of a run, "" for what is none; that is noted."""
        if name in ("t", "delText"):
            return (element.text or "").translate(_LINE_ENDS)
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "br":
            return PAGE_BREAK if attribute(element, "type") in ("page", "column") else "\n"
        if name in ("sym", "symEx"):
            found = symbol(element)
            if found == UNKNOWN:
                self._notes.note("symbols", attribute(element, "font"))
            return found
        if name in _PICTURES or name == "AlternateContent":
            self._picture(element)
        elif name in _REFERENCES:
            kind, part = _REFERENCES[name]
            self._notes.note(kind, self._package.text_of_entry(part, attribute(element, "id")))
        elif name in _ENCLOSED:
            self._notes.note("enclosed")
        elif name not in _UNSEEN:
            self._notes.note("unknown", name)
        return ""

    def _hidden_run(self, run: Element) -> None:
        """Nobody sees it, but fields may begin and end in it."""
        words = "" if self._fields.hides else text_within(run)
        for each in run:
            if local_name(each) in _FIELD_PARTS:
                self._fields.see(each)
        if words:
            self._notes.note("hidden", words)

    def _is_on(self, name: str, properties: Element | None) -> bool:
        return self._styles.is_switched_on(name, self._style, properties)

    def _control(self, control: Element) -> Iterator[str]:
        content = child(control, "sdtContent")
        text = "" if content is None else "".join(self._inline(content))
        if is_placeholder(control):
            self._notes.note("placeholders", text)
        elif is_form(control):
            text = text or value_of_control(control)
            self._notes.note("forms", text)
        yield text

    def _simple_field(self, element: Element) -> Iterator[str]:
        field = Field(attribute(element, "instr"), child(element, "ffData"), shows=True)
        if field.is_left_out:
            self._notes.note("fields", field.kind)
            return
        field.result = "".join(self._inline(element))
        yield field.result
        yield from self._shown(self._field_text(field))

    def _field_text(self, field: Field) -> str:
        """What a field that ends here shows beside the result that stands in the document."""
        if field.kind in ("FORMDROPDOWN", "FORMCHECKBOX", "FORMTEXT"):
            # What was typed is stored as the result; what was chosen need not be.
            is_stored = field.result.strip() or (field.kind == "FORMTEXT" and field.shows)
            found = "" if is_stored else chosen(field.form)
            is_blank = not (field.result + found).strip()
            self._notes.note("blank_fields" if is_blank else "forms", field.result + found)
            return found
        if field.kind == "TOC":
            return ""
        if field.is_left_out:
            self._notes.note("fields", field.kind)
            return ""
        if field.result or field.is_silent:
            return ""
        return self._instructed(field)

    def _instructed(self, field: Field) -> str:
        """What Word shows by the instruction alone."""
        if field.kind == "EQ":
            found = equation_text(field.instruction)
            for reading in found.readings:
                self._notes.note("readings", reading)
            for words in found.enclosed:
                self._notes.note("circled", words)
            if found.is_formula:
                self._notes.note("formulas", found.text)
            return found.text
        if field.kind in ("MACROBUTTON", "GOTOBUTTON"):
            words = field.argument.partition(" ")[2]
            self._notes.note("placeholders", words)
            return words
        if field.kind == "QUOTE":
            return field.argument
        if not field.shows:
            self._notes.note("fields", field.instruction)
        return ""

    def _formula(self, element: Element) -> Iterator[str]:
        if not self._fields.hides:
            text = formula_text(element)
            self._notes.note("formulas", text)
            yield from self._shown(text)

    def _ruby(self, ruby: Element) -> Iterator[str]:
        base, reading = child(ruby, "rubyBase"), child(ruby, "rt")
        if self._fields.hides:
            return
        if reading is not None:
            self._notes.note("readings", text_within(reading))
        if base is not None:
            yield from self._inline(base)

    def _picture(self, element: Element) -> None:
        """A drawing: the text of a box in it follows the paragraph; else it is left out."""
        chosen_one = _chosen_of(element) if local_name(element) == "AlternateContent" else element
        found = list(_outermost(chosen_one, "txbxContent"))
        self.boxes += found
        if found:
            self._notes.note("boxes", text_within(found[0]))
        else:
            self._notes.note("pictures", _description(chosen_one))


def _chosen_of(alternatives: Element) -> Element:
    """The way of saying it that is read, of several: the newest, unless only an older has words."""
    ways = [each for each in alternatives if local_name(each) in ("Choice", "Fallback")]
    if not ways:
        return alternatives
    with_words = [
        each for each in ways if has_text(each) or any(local_name(x) == "symEx" for x in each)
    ]
    return with_words[0] if with_words else ways[0]


def _is_picture(alternatives: Element) -> bool:
    return any(local_name(each) in _PICTURES for way in alternatives for each in way)


def _outermost(element: Element, name: str) -> Iterator[Element]:
    """The elements of that name, not those within one of them."""
    for each in element:
        if local_name(each) == name:
            yield each
        else:
            yield from _outermost(each, name)


def text_within(element: Element) -> str:
    """What is written within, whatever encloses it."""
    return "".join(each.text or "" for each in element.iter() if local_name(each) == "t")


def _description(drawing: Element) -> str:
    """The words of a picture: what it is said to show, or what is drawn as an ornament."""
    for each in drawing.iter():
        if local_name(each) == "textpath":
            return each.get("string", "")
        if local_name(each) == "docPr" and each.get("descr"):
            return each.get("descr", "")
    return ""
