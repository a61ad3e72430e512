"""Citations in newly typed wording: followed from what they meant when it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from governance.text.citations.consequence import (
    BROKEN,
    KEPT,
    Cause,
    Consequence,
    Explanation,
    explanation_of,
    in_sentences,
)
from governance.text.citations.decisions import Decision
from governance.text.citations.follow import broken_citation, reference_digits, with_outcomes
from governance.text.citations.outcome import CitationFollower, CitationOutcome, Outcome
from governance.text.citations.resolve import Citation, citations
from governance.text.citations.scan import Scanner
from governance.text.citations.typed_targets import TypedTargets, TypedWording
from governance.text.finding import Finding
from governance.text.language import Reference, Step
from governance.text.naming import name, names, number_name
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

_BELOW_ARTICLES = (Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)


def follow_typed(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    targets: Mapping[str, TypedTargets],
    decisions: Sequence[Decision] = (),
) -> tuple[ArticlesOfIncorporation, list[Consequence], list[Finding]]:
    """The proposed articles with the citations in newly given wording brought from what they meant
    when it was typed to the present numbers. `targets` gives, for each identity with new wording,
    what each citation meant (see `find_targets`). A citation of what is gone since stays and is
    found."""
    places = Places(proposed)
    meaning = _TypedMeaning(Places(present), places)
    digits = reference_digits(proposed, list(citations(proposed, places, decisions)))
    follower = CitationFollower(meaning, places, digits)
    outcomes: list[CitationOutcome] = []
    findings: list[Finding] = []
    for citation in typed_citations(present, proposed, targets, decisions):
        outcome = _outcome(citation, follower)
        outcomes.append((citation, outcome))
        if outcome.name == BROKEN and outcome.why[0].cause is not Cause.TYPED_NOT_THERE:
            why = in_sentences(outcome.why)
            findings.append(broken_citation(proposed, citation, why))
    return *with_outcomes(proposed, outcomes, decisions, is_typed=True), findings


def typed_citations(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    targets: Mapping[str, TypedTargets],
    decisions: Sequence[Decision] = (),
) -> Iterator[Citation]:
    """The citations in newly given wording of the proposed articles, with what they meant."""
    wording = TypedWording(present, proposed, Scanner(Places(proposed), decisions))
    seen: set[str] = set()
    for key, meant in targets.items():
        provision = proposed.by_key(key)
        for citation in wording.citations(provision, meant) if provision else ():
            if citation.at.key not in seen:
                yield citation
        seen |= {each.key for each in provision.walk()} if provision else set()


def _outcome(citation: Citation, follower: CitationFollower) -> Outcome:
    outcome = follower.outcome(citation)
    if outcome.name != KEPT or outcome.why[0].cause is not Cause.SAME:
        return outcome
    return replace(outcome, why=(explanation_of(citation.reference, Cause.AS_TYPED),))


@dataclass(frozen=True, slots=True)
class _TypedMeaning:
    """What citations meant when they were typed: identities alone are known of that moment."""

    before: Places
    after: Places

    @property
    def knows_members(self) -> bool:
        """What stood between the ends of a range when it was typed is not known."""
        return False

    def stays(self, _citation: Citation) -> bool:
        return False

    def is_within(self, _citation: Citation, target: Provision) -> bool:
        """Whether a target was cited from within its article: by its own number, it was."""
        return target.kind in _BELOW_ARTICLES

    def missing(self, reference: Reference) -> Explanation:
        return explanation_of(reference, Cause.TYPED_NOT_THERE)

    def gone(self, reference: Reference, target: Provision) -> Explanation:
        if self.before.articles.by_key(target.key) is None:
            return explanation_of(reference, Cause.NEW_GONE)
        return explanation_of(reference, Cause.DELETED, name(target, self.before))

    def renumbered(self, reference: Reference, step: Step, target: Provision) -> Explanation:
        now = self.after.articles.by_key(target.key)
        assert now is not None  # it would be broken
        was = number_name(step.kind, step.number)
        return replace(explanation_of(reference, Cause.RENUMBERED, was), now=name(now, self.after))

    def shifted(self, words: str, targets: Sequence[Provision]) -> Explanation:
        now = [self.after.articles.by_key(each.key) for each in targets]
        called = names([each for each in now if each is not None], self.after)
        return Explanation(Cause.TYPED_WOULD_SHIFT, words, now=called)
