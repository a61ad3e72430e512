"""A line in which citations stand, as the rules that say whose they are read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from governance.text.brackets import Brackets
from governance.text.english.names import as_written
from governance.text.english.past import heads_history, is_history
from governance.text.language import FoundCitation
from governance.text.owner import OwnText


@dataclass(frozen=True)
class Line:
    """A line with the citations found in it, and what its text says of itself."""

    text: str
    found: Sequence[FoundCitation]
    own: OwnText

    @cached_property
    def shown(self) -> str:
        """The text; words all in capitals as a sentence would have them, for the rules to read."""
        return as_written(self.text)

    @cached_property
    def brackets(self) -> Brackets:
        return Brackets(self.text, [(each.start, each.end) for each in self.found])

    @cached_property
    def is_history(self) -> bool:
        return heads_history(self.own.lead) or is_history(self.shown)
