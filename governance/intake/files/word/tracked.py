"""Tracked changes: what is there, by the choice made."""

from typing import Literal
from xml.etree.ElementTree import Element

from governance.intake.files.extracted import NoteCollector
from governance.intake.files.word.archive import children
from governance.intake.files.word.names import child, local_name

Tracked = Literal["accept", "refuse"]
"""What becomes of tracked changes."""

INSERTED = frozenset({"ins", "moveTo"})
DELETED = frozenset({"del", "moveFrom"})
_CELLS = frozenset({"cellIns", "cellDel"})


class TrackedChanges:
    """Answers what is kept, and counts each change that it is asked about."""

    def __init__(self, tracked: Tracked, notes: NoteCollector) -> None:
        self.accepts = tracked == "accept"
        self._notes = notes

    def is_kept(self, mark: str) -> bool:
        """Whether what carries this mark of a change is there: "ins", "moveFrom"."""
        self._notes.note("tracked")
        return (mark in INSERTED) == self.accepts

    def has_row(self, row: Element) -> bool:
        marks = {local_name(each) for each in children(child(row, "trPr"))}
        return all(self.is_kept(mark) for mark in marks & (INSERTED | DELETED))

    def has_cell(self, properties: Element | None) -> bool:
        for each in children(properties):
            if local_name(each) in _CELLS:
                self._notes.note("tracked")
                return (local_name(each) == "cellIns") == self.accepts
        return True

    def has_end(self, properties: Element | None) -> bool:
        """Whether the end of the paragraph is there, by its properties."""
        for each in children(child(properties, "rPr")):
            if local_name(each) in INSERTED | DELETED:
                return self.is_kept(local_name(each))
        return True

    def properties(self, properties: Element | None) -> Element | None:
        """The properties of a paragraph as they are, or as they were before."""
        changed = child(properties, "pPrChange")
        if changed is None:
            return properties
        self._notes.note("tracked")
        return properties if self.accepts else child(changed, "pPr")
