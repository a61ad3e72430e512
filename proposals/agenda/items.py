"""The agenda of a meeting: its proposals in order, and where two of them overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from governance.models import Meeting
from governance.papers.dates import LanguageCode
from governance.text import naming
from governance.text.amending.agenda import (
    AmendmentOverlap,
    OverlapKind,
    SeparateAmendment,
    amendment_overlaps,
)
from governance.text.amending.operations import START, Operation
from governance.text.message import Message
from governance.text.tree.places import Places
from proposals.draft.operations import anchors_first, operations_of
from proposals.draft.rows import DraftRows, load_rows_of
from proposals.draft.versions import PresentAndProposed, apply_changes
from proposals.models import Change, Proposal

_MESSAGES: dict[OverlapKind, Message] = {
    OverlapKind.ARTICLE: Message(
        "Proposals {first} and {second} both change {place}. If both are adopted, a person must say"
        " how it reads.",
        "第{first}号議案と第{second}号議案は、いずれも{place}を変更します。"
        "両方が可決された場合にどのような条文になるかは、人が決める必要があります。",
    ),
    OverlapKind.PLACE: Message(
        "Proposals {first} and {second} both put something behind {place}. If both are adopted, a"
        " person must say which stands first.",
        "第{first}号議案と第{second}号議案は、いずれも{place}の次に規定を置きます。"
        "両方が可決された場合の順序は、人が決める必要があります。",
    ),
    OverlapKind.LOST_PLACE: Message(
        "One of proposals {first} and {second} puts something behind {place}, the other deletes or"
        " moves it. If both are adopted, a person must say where it stands.",
        "第{first}号議案と第{second}号議案の一方は{place}の次に規定を置き、他方は{place}を削除または"
        "移設します。両方が可決された場合の位置は、人が決める必要があります。",
    ),
    OverlapKind.NUMBER: Message(
        "Proposals {first} and {second} both bring a new {place}. If both are adopted, that of"
        " proposal {second} gets the next number.",
        "第{first}号議案と第{second}号議案は、いずれも{place}を新設します。"
        "両方が可決された場合、第{second}号議案のものは次の番号となります。",
    ),
    OverlapKind.CITATION: Message(
        "One of proposals {first} and {second} cites {place}, the other takes it away or rewrites"
        " it."
        " If both are adopted, a person must say what is cited.",
        "第{first}号議案と第{second}号議案の一方は{place}を引用し、他方はこれを削除または改めます。"
        "両方が可決された場合の引用先は、人が決める必要があります。",
    ),
}
_OTHER_TEXT = Message(
    "Proposals {first} and {second} are drafted on the articles of different days, so they are not"
    " compared.",
    "第{first}号議案と第{second}号議案は現行定款の時点が異なるため、照合していません。",
)
_START = Message("the beginning", "冒頭")


@dataclass(frozen=True)
class AgendaItem:
    """A proposal of an agenda with its rows."""

    proposal: Proposal
    rows: DraftRows

    @property
    def language(self) -> LanguageCode:
        return self.proposal.company.languages[0]

    @cached_property
    def versions(self) -> PresentAndProposed:
        return apply_changes(self.rows, self.language)

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.versions.placed

    @cached_property
    def changes_with_operations(self) -> list[tuple[Change, Operation]]:
        """Each operation with the change that it comes from."""
        return [(one, each) for one in self.changes for each in operations_of(one, self.language)]

    @property
    def operations(self) -> list[Operation]:
        return [operation for _change, operation in self.changes_with_operations]

    @cached_property
    def amendment(self) -> SeparateAmendment:
        """What it makes of the present articles alone."""
        decisions = self.rows.decisions_in(self.language)
        return SeparateAmendment(self.rows.present(self.language), self.operations, decisions)


class AdoptedItem(AgendaItem):
    """One that was adopted: each of its changes had its place."""

    @property
    def changes(self) -> tuple[Change, ...]:
        return anchors_first(self.rows.changes)


@dataclass(frozen=True)
class ProposalOverlap:
    """Where two proposals of an agenda overlap; `amendments` is None if they are not compared."""

    first: AgendaItem
    second: AgendaItem
    amendments: AmendmentOverlap | None

    @property
    def change(self) -> Change | None:
        """The change of the later proposal."""
        return (
            None
            if self.amendments is None
            else self.second.changes_with_operations[self.amendments.second][0]
        )

    @property
    def needs_decision(self) -> bool:
        """Whether the later cannot be adopted after the earlier without a person's word."""
        return self.amendments is None or self.amendments.kind is not OverlapKind.NUMBER

    @property
    def is_place(self) -> bool:
        """Whether both put something at one place."""
        return self.amendments is not None and self.amendments.kind is OverlapKind.PLACE

    @property
    def message(self) -> Message:
        numbers = {
            "first": self.first.proposal.number,
            "second": self.second.proposal.number,
        }
        if self.amendments is None:
            said, place = _OTHER_TEXT, _START
        else:
            said, place = _MESSAGES[self.amendments.kind], _place_name(self.second, self.amendments)
        return Message(
            said.en.format(**numbers, place=place.en), said.ja.format(**numbers, place=place.ja)
        )


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """The proposals of a meeting in the order of the agenda, those without a change included."""
    found = Proposal.objects.filter(meeting=meeting).on_agenda().with_names().order_by("number")
    return [AgendaItem(rows.proposal, rows) for rows in load_rows_of(list(found))]


def agenda_overlaps(items: Sequence[AgendaItem]) -> list[ProposalOverlap]:
    """Each place where two of the proposals overlap, by the numbers of the agenda."""
    return [
        overlap
        for first, second in combinations(items, 2)
        for overlap in proposal_overlaps(first, second)
    ]


def proposal_overlaps(
    first: AgendaItem, second: AgendaItem, *, with_numbers: bool = True
) -> list[ProposalOverlap]:
    """Where two proposals overlap. Numbers, which nobody has to decide, take longest to compare."""
    if _keys(first) != _keys(second):
        return [ProposalOverlap(first, second, None)]
    return [
        ProposalOverlap(first, second, overlap)
        for overlap in amendment_overlaps(
            first.amendment, second.amendment, with_numbers=with_numbers
        )
    ]


def _keys(item: AgendaItem) -> Iterable[str]:
    return {wording.key for wording in item.rows.wordings}


def _place_name(item: AgendaItem, overlap: AmendmentOverlap) -> Message:
    """What the provision is called: a new one by its number to come, another by the present."""
    if overlap.key == START.value:
        return _START
    versions = item.versions
    for articles in (versions.present, versions.proposed):
        provision = articles.by_key(overlap.key)
        if provision is not None:
            return naming.name(provision, Places(articles))
    return Message(overlap.key, overlap.key)
