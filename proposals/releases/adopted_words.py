"""Whether an adoption put into the record what was approved, each provision by its identity.

The approved operations are applied once more to the articles as they stood before the adoption,
what other proposals of the meeting had made of them included.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import dropwhile, takewhile, zip_longest

from governance import record
from governance.models import Amendment, Wording
from governance.papers.dates import LanguageCode
from governance.record.integrity import articles_after_recording, articles_before_recording
from governance.text.amending.builder import OperationError, amend
from governance.text.amending.operations import START, Anchor, Insert, Move, Operation
from governance.text.tree.keys import ChangeKey, row_key
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision
from proposals.models import Proposal
from proposals.models.insertion_order import InsertionOrder
from proposals.releases.content import (
    Content,
    stored_decisions,
    stored_operations,
    stored_present,
)


def adoption_problems(proposal: Proposal) -> Iterator[str]:
    """Where the articles after an adoption are not what the approved makes of those before it."""
    made, approval = proposal.amendment, proposal.approvals.last()
    review = proposal.reviews.filter(move="adopt").last()
    if made is None or approval is None or review is None:
        return
    adoption = _RecordedAdoption(proposal, made, approval.content, review.at)
    for language in approval.content["papers"]:
        try:
            expected = adoption.expected(language)
        except OperationError as error:
            yield f"What was approved ({language}) cannot be applied again: {error.sentence.en}"
            continue
        actual = record.articles_tree(adoption.after, language)
        for unit, found in zip_longest(expected, [each for _part, each in actual.units()]):
            yield from adoption.difference(unit, found, language)


@dataclass(frozen=True)
class _RecordedAdoption:
    """What was approved, and the articles on record before and after its adoption."""

    proposal: Proposal
    amendment: Amendment
    content: Content
    at: datetime

    @cached_property
    def before(self) -> list[Wording]:
        return articles_before_recording(self.amendment, self.at)

    @cached_property
    def after(self) -> list[Wording]:
        return articles_after_recording(self.amendment, self.at)

    @cached_property
    def new_keys(self) -> set[str]:
        """The articles that it brought into the record."""
        return {row.key for row in self.after} - {row.key for row in self.before}

    def expected(self, language: LanguageCode) -> list[Provision]:
        """The provisions as they should stand after it, in their order."""
        drafted_on = stored_present(self.content, language)
        operations = stored_operations(self.content, language)
        present = drafted_on
        if self._follows_another():
            present = record.articles_tree(self.before, language)
            operations = [self._as_placed(one, drafted_on, present) for one in operations]
        decisions = stored_decisions(self.content, language)
        proposed = amend(present, operations, decisions).proposed
        expired = self._expired_keys()
        return [unit for _part, unit in proposed.units() if unit.key not in expired]

    def difference(
        self, expected: Provision | None, found: Provision | None, language: LanguageCode
    ) -> Iterator[str]:
        """What tells a provision on record from the one that should stand there."""
        if expected is None or found is None:
            which = "lacks" if found is None else "has besides"
            label = (expected or found or Provision(Kind.ARTICLE, None)).label
            yield f"The articles adopted ({language}) {which} {label}"
            return
        is_same = (
            found.key in self.new_keys
            if isinstance(row_key(expected.key), ChangeKey)
            else found.key == expected.key
        )
        words = (expected.number, expected.caption, expected.body)
        if not is_same or words != (found.number, found.caption, found.body):
            yield f"{expected.label} ({language}) was adopted otherwise than it was approved."

    def _follows_another(self) -> bool:
        """Whether others of its meeting were adopted since the text that it was drafted on."""
        base = self.proposal.base_amendment
        since = Amendment.objects.filter(company=self.proposal.company_id, pk__lt=self.amendment.pk)
        if base is not None:
            return since.filter(pk__gt=base.pk).exists()
        return since.filter(adopted_on__gt=self.proposal.base_day).exists()

    def _expired_keys(self) -> set[str]:
        """What had expired by the day of the adoption."""
        day = self.amendment.adopted_on.isoformat()
        rows = self.content["rows"]["wording"].items()
        return {key for key, row in rows if row.get("expires_on") and row["expires_on"] <= day}

    def _as_placed(
        self,
        operation: Operation,
        drafted_on: ArticlesOfIncorporation,
        present: ArticlesOfIncorporation,
    ) -> Operation:
        """The operation, behind what an earlier proposal put at its place where it was so decided
        at the adoption.
        """
        if not isinstance(operation, (Insert, Move)):
            return operation
        order = self.proposal.insertion_orders.get(self._change_of(operation))
        known = {unit.key for _part, unit in drafted_on.units()}
        last = _last_new_at(operation.after, known, present)
        if order != InsertionOrder.BEHIND or last is None:
            return operation
        return replace(operation, after=last)

    def _change_of(self, operation: Insert | Move) -> str:
        """The key of the change that it comes from."""
        key = row_key(operation.key if isinstance(operation, Insert) else operation.at)
        if isinstance(key, ChangeKey):
            return str(key.pk)
        changes = self.content["rows"]["change"].items()
        return next((pk for pk, row in changes if key and row["target"] == key.pk), "")


def _last_new_at(
    anchor: Anchor, known: Collection[str], present: ArticlesOfIncorporation
) -> str | None:
    """The last of the new provisions that stand right behind a place."""
    units = [(part.key, unit.key) for part, unit in present.units()]
    main = present.main.key
    part = main if anchor is START else anchor
    following = [key for place, key in units if place == part]
    if not following:
        following = list(dropwhile(lambda key: key != anchor, (key for _part, key in units)))[1:]
    new = list(takewhile(lambda key: key not in known, following))
    return new[-1] if new else None
