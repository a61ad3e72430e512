"""The articles in Word with tracked changes (w:ins, w:del), to be accepted or rejected there."""

from itertools import count

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from governance.papers.tracked_changes import Track, TrackedChangesPaper, TrackedLine, TrackedRun
from governance.papers.word.document import hang_item, xml_text

_STYLES = {"heading": "Heading 1", "caption": "Heading 2", "number": "Paragraph"}
_ELEMENTS = {Track.INSERTED: "w:ins", Track.DELETED: "w:del"}


def write(paper: TrackedChangesPaper, document: Document) -> None:
    document.add_paragraph(paper.heading, "Title")
    document.add_paragraph(xml_text(paper.company), "Subtitle")
    document.add_paragraph(xml_text(paper.state), "State")
    writer = _TrackedLines(xml_text(paper.author))
    for line in paper.lines:
        writer.line(line, document)


class _TrackedLines:
    """Each change has a number of its own in the file."""

    def __init__(self, author: str) -> None:
        self._author = author
        self._numbers = count(1)

    def line(self, line: TrackedLine, document: Document) -> None:
        style = "Item" if line.level else _STYLES.get(line.role, "Paragraph")
        paragraph = document.add_paragraph(style=style)
        if line.level:
            hang_item(paragraph, line.level)
        if line.track is not Track.KEPT:
            self._track_paragraph(paragraph, line.track)
        for run in line.runs:
            self._run(run, paragraph)

    def _track_paragraph(self, paragraph: Paragraph, track: Track) -> None:
        """The end of the paragraph comes or goes with its words."""
        properties: BaseOxmlElement = OxmlElement("w:rPr")
        properties.append(self._change(track))
        paragraph._p.get_or_add_pPr().append(properties)  # noqa: SLF001

    def _run(self, given: TrackedRun, paragraph: Paragraph) -> None:
        run = paragraph.add_run(xml_text(given.text))._r  # noqa: SLF001
        if given.track is Track.KEPT:
            return
        change = self._change(given.track)
        paragraph._p.append(change)  # noqa: SLF001
        change.append(run)
        if given.track is Track.DELETED:
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")

    def _change(self, track: Track) -> BaseOxmlElement:
        change: BaseOxmlElement = OxmlElement(_ELEMENTS[track])
        change.set(qn("w:id"), str(next(self._numbers)))
        change.set(qn("w:author"), self._author)
        return change
