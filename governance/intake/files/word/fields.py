"""Fields in a Word document: what they show is text, their instructions are not."""

from xml.etree.ElementTree import Element

from governance.intake.files.word.names import attribute, local_name

_CONTENTS = ("TOC", "PAGE", "NUMPAGES")


class Fields:
    """The fields that are open at a place; they nest, and may reach over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    def see(self, element: Element) -> None:
        """A w:fldChar or a w:instrText, in document order."""
        if local_name(element) == "instrText":
            if self._open:
                instruction, shows = self._open[-1]
                self._open[-1] = (instruction + (element.text or ""), shows)
            return
        match attribute(element, "fldCharType"):
            case "begin":
                self._open.append(("", False))
            case "separate" if self._open:
                self._open[-1] = (self._open[-1][0], True)
            case "end" if self._open:
                self._open.pop()

    @property
    def hides(self) -> bool:
        """Whether text here is no text of the document: an instruction, or a table of contents."""
        return any(not shows or is_left_out(instruction) for instruction, shows in self._open)

    @property
    def is_contents(self) -> bool:
        return any(
            instruction.strip().upper().startswith("TOC") for instruction, _shows in self._open
        )


def is_left_out(instruction: str) -> bool:
    """Whether what this instruction shows is left out."""
    return instruction.strip().upper().split(" ", 1)[0] in _CONTENTS
