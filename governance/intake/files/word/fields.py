"""Fields in a Word document: what they show is text, their instructions are not."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from governance.intake.files.word.names import attribute, child, local_name

_CONTENTS = ("TOC", "PAGE", "NUMPAGES")
# Fields that show nothing wherever they stand: entries of an index, values that others show.
_SILENT = frozenset(
    {"", "XE", "TC", "TA", "RD", "SET", "ASK", "NEXT", "NEXTIF", "SKIPIF", "PRIVATE"}
)


@dataclass
class Field:
    """A field: its instruction, what is chosen in it as a form, and the result that stands there.

    `shows` says that the result has begun.
    """

    instruction: str = ""
    form: Element | None = None
    shows: bool = False
    result: str = ""

    @property
    def kind(self) -> str:
        """The first word of the instruction, in capitals: "FORMCHECKBOX"; "" for none."""
        match = re.match(r"\s*([A-Za-z=]+)", self.instruction)
        return match[1].upper() if match else ""

    @property
    def is_left_out(self) -> bool:
        return self.kind in _CONTENTS

    @property
    def is_silent(self) -> bool:
        return self.kind in _SILENT

    @property
    def argument(self) -> str:
        """What stands behind the first word, without quotation marks and switches."""
        rest = self.instruction.strip()[len(self.kind) :].strip()
        if rest.startswith('"'):
            return rest[1:].partition('"')[0]
        return rest.partition("\\")[0].strip()


class Fields:
    """The fields that are open at a place; they nest, and may reach over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def see(self, element: Element) -> Field | None:
        """A w:fldChar or a w:instrText, in document order; the field that ends here."""
        if local_name(element) in ("instrText", "delInstrText"):
            if self._open and not self._open[-1].shows:
                self._open[-1].instruction += element.text or ""
            return None
        match attribute(element, "fldCharType"):
            case "begin":
                self._open.append(Field(form=child(element, "ffData")))
            case "separate" if self._open:
                self._open[-1].shows = True
            case "end" if self._open:
                return self._open.pop()
        return None

    def take_result(self, text: str) -> None:
        """What is shown here is a result of the fields that are open."""
        for each in self._open:
            each.result += text

    @property
    def hides(self) -> bool:
        """Whether text here is no text of the document: an instruction, or a table of contents."""
        return any(not each.shows or each.is_left_out for each in self._open)

    @property
    def is_contents(self) -> bool:
        return any(each.kind == "TOC" for each in self._open)
