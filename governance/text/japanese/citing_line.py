"""A line in which citations stand, as the rules that say whose they are read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from governance.text.brackets import Brackets, matching
from governance.text.japanese.names import Around, Name
from governance.text.japanese.names_before import name_before
from governance.text.japanese.past import heads_history, is_history
from governance.text.language import FoundCitation
from governance.text.owner import OwnText
from governance.text.patterns import pattern

_DEFINED = pattern(
    r"以下[、,]?(?:総称して|単に|併せて|あわせて)?「(?P<name>[^「」]{1,60})」と(?:総称|いう|称|略称)"
)


@dataclass
class Line:
    """A line without line ends, the citations found in it so far, and what its text says of
    itself."""

    text: str
    own: OwnText
    found: list[FoundCitation] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    @cached_property
    def around(self) -> Around:
        defined: dict[str, int] = {}
        for match in _DEFINED.finditer(self.text):
            defined.setdefault(match["name"], match.end("name"))
        opens = {close: opening for opening, close in matching(self.text).items()}
        return Around(self.text, self.own, defined, opens)

    @cached_property
    def brackets(self) -> Brackets:
        return Brackets(self.text, [(each.start, each.end) for each in self.found])

    @cached_property
    def is_history(self) -> bool:
        return heads_history(self.own.lead) or is_history(self.text)

    def name_before(self, at: int) -> Name:
        """The document named right before a place, as far as the last citation."""
        return name_before(self.around, at, self.found[-1].end if self.found else 0)
