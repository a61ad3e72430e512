"""Texts of the articles into the record: the first as it stands, later ones as amendments."""

from governance.importing.recording import record
from governance.importing.steps import Step, step
from governance.importing.texts import Conflict, add, change, refuse_overtaken, remove

__all__ = ["Conflict", "Step", "add", "change", "record", "refuse_overtaken", "remove", "step"]
