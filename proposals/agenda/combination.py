"""What becomes of the articles if some proposals of an agenda are adopted."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.text.amending.agenda import amend_in_order
from governance.text.amending.builder import AmendmentResult
from governance.text.amending.placements import OperationError
from governance.text.citations.consequence import LEFT, Consequence
from governance.text.finding import Finding
from governance.text.message import Message
from governance.text.naming import label
from governance.text.tree.provision import Provision
from proposals.agenda.items import AgendaItem
from proposals.draft.operations import key_of


@dataclass(frozen=True)
class CombinedNumber:
    """A provision that a proposal changes, with the numbers that it has: in the present articles,
    in the proposal's own table, and if all of the combination are adopted; "" where it is not.
    """

    proposal: int
    caption: str
    present: str
    alone: str
    combined: str


@dataclass(frozen=True)
class AgendaCombination:
    """Some proposals adopted in the order of the agenda."""

    numbers: tuple[CombinedNumber, ...]
    citations: tuple[Consequence, ...]
    """The citations that the last of them made follow."""
    findings: tuple[Finding, ...]
    obstacle: Message | None = None
    """Why they cannot be adopted one after the other, where they cannot."""


def combine(items: Sequence[AgendaItem]) -> AgendaCombination:
    """The combination of these proposals, all drafted on the same articles."""
    if not items:
        return AgendaCombination((), (), ())
    present = items[0].versions.present
    try:
        decisions = [each for item in items for each in item.rows.decisions_in(item.language)]
        result = amend_in_order(present, [item.operations for item in items], decisions)
    except OperationError as error:
        return AgendaCombination((), (), (), error.sentence)
    citations = tuple(each for each in result.consequences if each.outcome not in LEFT)
    return AgendaCombination(tuple(_numbers(items, result)), citations, result.findings)


def _numbers(items: Sequence[AgendaItem], result: AmendmentResult) -> list[CombinedNumber]:
    found = []
    for item in items:
        for change in item.changes:
            key = key_of(change)
            alone, combined = item.versions.proposed.by_key(key), result.proposed.by_key(key)
            present = result.present.by_key(key)
            caption = next((one.caption for one in (combined, alone, present) if one), "")
            sides = (_number(one) for one in (present, alone, combined))
            found.append(CombinedNumber(item.proposal.number, caption, *sides))
    return found


def _number(provision: Provision | None) -> str:
    return label(provision) if provision is not None else ""
