"""Underlines that a person set by hand, as a proposal keeps them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from governance.papers.dates import LanguageCode
from governance.text.finding import Finding
from governance.text.table.overrides import UnderlineOverride, with_overrides
from governance.text.table.rows import CellLine, ComparisonTable
from governance.text.tree.keys import unit_key
from proposals.models import Proposal


@dataclass(frozen=True)
class UnderlineByHand:
    """How a line is underlined by decision of a person, with who decided it, when, and why; `added`
    and `removed` are the words whose underline is not as it was computed.
    """

    language: str
    override: UnderlineOverride
    by: str
    at: datetime
    note: str = ""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a form says for it."""
        return sha256(repr((self.language, self.override)).encode()).hexdigest()[:16]

    def to_data(self) -> dict[str, Any]:
        """It as the proposal's row has it."""
        one = self.override
        return {
            "language": self.language,
            "key": one.key,
            "side": one.side,
            "text": one.text,
            "place": one.place,
            "ranges": [list(each) for each in one.ranges],
            "by": self.by,
            "at": self.at.isoformat(),
            "note": self.note,
            "added": list(self.added),
            "removed": list(self.removed),
        }


def underlines_by_hand(proposal: Proposal) -> tuple[UnderlineByHand, ...]:
    """All that the proposal keeps, the latest last."""
    return tuple(_from_data(each) for each in proposal.underlines)


def _from_data(data: dict[str, Any]) -> UnderlineByHand:
    ranges = tuple((start, end) for start, end in data["ranges"])
    return UnderlineByHand(
        data["language"],
        UnderlineOverride(data["key"], data["side"], data["text"], ranges, data["place"]),
        data["by"],
        datetime.fromisoformat(data["at"]),
        data["note"],
        tuple(data["added"]),
        tuple(data["removed"]),
    )


@dataclass(frozen=True)
class UnderlinedTable:
    """The table with the underlines set by hand, and as it is without them."""

    table: ComparisonTable
    computed: ComparisonTable
    by_hand: tuple[UnderlineByHand, ...]
    """Those of its language whose provision is there."""
    lost: tuple[Finding, ...]

    def line(self, key: str, side: str, place: int) -> tuple[CellLine, CellLine] | None:
        """A printed line of a provision, by its place among its lines: as it is underlined, and as
        it is computed.
        """
        several = zip(
            _printed_lines(self.table, key, side),
            _printed_lines(self.computed, key, side),
            strict=True,
        )
        return next((pair for count, pair in enumerate(several) if count == place), None)

    def is_at(self, one: UnderlineByHand, key: str, side: str, place: int) -> bool:
        """Whether `one` is about that line, perhaps in words that have changed since."""
        own = one.override
        if (own.key, own.side) != (key, side):
            return False
        table, lost = with_overrides(self.computed, [own])
        pair = UnderlinedTable(table, self.computed, (), lost).line(key, side, place)
        if pair is None or lost:
            return False
        is_the_same = (own.text, own.place) == (pair[1].text, place)
        return is_the_same or pair[0] != pair[1]


def underlined_table(
    computed: ComparisonTable, proposal: Proposal, language: LanguageCode, keys: Sequence[str]
) -> UnderlinedTable:
    """The table of a draft with the underlines that its proposal keeps; `keys` are the identities
    of its provisions. What is underlined in one that has gone waits for it to come back.
    """
    known = set(keys)
    own = tuple(
        one
        for one in underlines_by_hand(proposal)
        if one.language == language and unit_key(one.override.key) in known
    )
    if not own:
        return UnderlinedTable(computed, computed, (), ())
    table, lost = with_overrides(computed, [one.override for one in own])
    return UnderlinedTable(table, computed, own, lost)


def _printed_lines(table: ComparisonTable, key: str, side: str) -> Iterator[CellLine]:
    for row in table.rows:
        cell = row.present if side == "present" else row.proposed
        if not row.is_run and any(unit_key(each) == key for each in cell.keys):
            yield from cell.lines
