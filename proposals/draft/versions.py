"""The present and the proposed articles of a draft, in one language."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from governance.papers.dates import LanguageCode
from governance.text.amending.builder import AmendmentResult, OperationError, amend
from governance.text.amending.operations import START, SUPPLEMENTARY, Anchor, Operation
from governance.text.citations.decisions import Decision
from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from governance.text.tree.keys import opened_part_key
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.draft.operations import anchor_of, anchors_first, key_of, operations_of
from proposals.draft.recent import Recent
from proposals.draft.rows import DraftRows
from proposals.models import Change

_PLACE_GONE = Message(
    "A change stands at a provision that the present articles no longer have; remove it or make it"
    " anew.",
    "変更の対象または位置とした規定が現行定款にありません。この変更を取り消すか、作り直してください。",
)


class HasProposed(Protocol):
    """A draft, or its two versions alone."""

    @property
    def proposed(self) -> ArticlesOfIncorporation: ...


@dataclass(frozen=True)
class PresentAndProposed:
    """What the changes make of the articles of one language; `lost` names those without a place."""

    amended: AmendmentResult
    placed: tuple[Change, ...]
    lost: tuple[Finding, ...]

    @property
    def present(self) -> ArticlesOfIncorporation:
        return self.amended.present

    @property
    def proposed(self) -> ArticlesOfIncorporation:
        return self.amended.proposed


def apply_changes(rows: DraftRows, language: LanguageCode) -> PresentAndProposed:
    """What the changes of `rows` make of the articles in one language: a draft without its table
    and its checks.
    """
    if language not in rows.applied:
        rows.applied[language] = _apply_changes(rows, language)
    applied: PresentAndProposed = rows.applied[language]
    return applied


def _apply_changes(rows: DraftRows, language: LanguageCode) -> PresentAndProposed:
    present = rows.present(language)
    placed, lost = _placed(rows.changes, present)
    while True:
        made = [(one, each) for one in placed for each in operations_of(one, language)]
        try:
            operations = [operation for _change, operation in made]
            amended = _amended(present, operations, rows.decisions_in(language))
        except OperationError as error:
            # A place that cannot hold what was put there. The rest of the draft is still shown.
            impossible, _operation = made[error.index]
            lost = (*lost, _place_finding("place-impossible", error.sentence, impossible))
            placed = tuple(one for one in placed if one is not impossible)
        else:
            return PresentAndProposed(amended=amended, placed=placed, lost=lost)


_results: Recent[AmendmentResult] = Recent(32)


def _amended(
    present: ArticlesOfIncorporation, operations: Sequence[Operation], decisions: Sequence[Decision]
) -> AmendmentResult:
    key = repr((operations, decisions))
    return _results.get(key, lambda: amend(present, operations, decisions), present)


def numbers_version_of(articles: ArticlesOfIncorporation) -> str:
    """A digest of which identity bears which number; what is typed as a number is meant in it."""
    numbers = "\n".join(f"{unit.key} {unit.number}" for _part, unit in articles.units())
    return hashlib.sha256(numbers.encode()).hexdigest()[:16]


def current_wording(
    change: Change, versions: HasProposed, language: LanguageCode
) -> dict[str, str | None]:
    """The wording of `change` in the numbers of this moment, as a form shows it.

    Keys "caption" and "body". What is stored speaks the numbers of the day it was typed; the
    proposed column always speaks the present ones.
    """
    caption: str | None = getattr(change, f"caption_{language}")
    body: str | None = getattr(change, f"body_{language}")
    provision = versions.proposed.by_key(key_of(change))
    if provision is None:
        return {"caption": caption, "body": body}
    return {
        "caption": provision.caption if caption else caption,
        "body": provision.body if body else body,
    }


def _placed(
    changes: Iterable[Change], present: ArticlesOfIncorporation
) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """The changes whose target and anchor exist, in order, and a finding for each other one.

    A base day that is moved, or a correction of the record, can take an article from under a
    change.
    """
    known: set[Anchor] = {START, SUPPLEMENTARY}
    known |= {part.key for part in present.parts} | {unit.key for _part, unit in present.units()}
    placed: list[Change] = []
    lost: list[Finding] = []
    for change in anchors_first(changes):
        key, anchor = key_of(change), anchor_of(change)
        inserts = change.operation == Change.Operation.INSERT
        if (not inserts and key not in known) or (anchor and anchor not in known):
            lost.append(_place_finding("place-gone", _PLACE_GONE, change))
            continue
        if inserts:
            known |= {key, opened_part_key(key)}
        placed.append(change)
    return tuple(placed), tuple(lost)


def _place_finding(code: str, message: Message, change: Change) -> Finding:
    return Finding(code, ERROR, "proposed", "", message, key_of(change))
