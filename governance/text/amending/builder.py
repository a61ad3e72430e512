"""Operations applied to the articles: the proposed tree, renumbered, its references followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from governance.text.amending.operations import Insert, Operation, Replace
from governance.text.amending.placements import OperationError, Placements
from governance.text.amending.proposed_tree import proposed_tree
from governance.text.citations.carried_decisions import carried_decisions
from governance.text.citations.consequence import Consequence
from governance.text.citations.decisions import Decision
from governance.text.citations.follow import follow, sorted_consequences
from governance.text.citations.follow_typed import follow_typed, typed_citations
from governance.text.citations.verify import Version, unverified, unverified_typed
from governance.text.finding import Finding
from governance.text.tree.provision import ArticlesOfIncorporation


@dataclass(frozen=True)
class AmendmentResult:
    """The articles before and after, what followed from the operations, and what went wrong."""

    present: ArticlesOfIncorporation
    as_given: ArticlesOfIncorporation
    """The proposed articles before any citation was followed: what decisions are about."""
    proposed: ArticlesOfIncorporation
    consequences: tuple[Consequence, ...]
    findings: tuple[Finding, ...]
    moved: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()
    carried_decisions: tuple[Decision, ...] = ()


def amend(
    present: ArticlesOfIncorporation,
    operations: Sequence[Operation],
    decisions: Sequence[Decision] = (),
) -> AmendmentResult:
    """Carries out the operations on the present articles, whatever their order.

    `decisions` say whose citations are of which the program is unsure, by the words that stand or
    were typed; the result has them with the words that were followed too.

    A place is meant as it is in the present articles: what is put after a provision that goes
    stands where that one stood. Raises OperationError for an identity that is not there, for two
    operations on one provision, and for a place that cannot hold the provision.
    """
    placements = Placements(present, operations)
    proposed = proposed_tree(present, placements)
    typed = _typed_targets(operations)
    followed, consequences, findings = follow(present, proposed, placements.new_words, decisions)
    followed, typed_consequences, lost = follow_typed(present, followed, typed, decisions)
    consequences = sorted_consequences([*consequences, *typed_consequences], followed)
    carried = carried_decisions(decisions, proposed, followed)
    after = Version(followed, carried)
    before = Version(present, decisions)
    as_typed = typed_citations(present, proposed, typed, decisions)
    return AmendmentResult(
        present,
        proposed,
        followed,
        tuple(consequences),
        (
            *findings,
            *lost,
            *unverified(before, after, placements.new_words, consequences),
            *unverified_typed(as_typed, after, consequences),
        ),
        placements.moved,
        tuple(decisions),
        carried,
    )


def _typed_targets(operations: Sequence[Operation]) -> dict[str, Mapping[str, str]]:
    """What the words that were given cite, by the key of the provision. Words that were not given
    have been followed with what stood before."""
    found = {}
    for each in operations:
        if isinstance(each, Insert):
            found[each.key] = each.citation_targets
        elif isinstance(each, Replace) and each.body is not None:
            found[each.at] = each.citation_targets
    return found


__all__ = ["AmendmentResult", "OperationError", "amend"]
