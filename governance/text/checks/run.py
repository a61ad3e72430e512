"""All checks run over one version of the articles, or over two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from governance.text.checks.brackets_and_quotes import unbalanced_brackets, unbalanced_quotes
from governance.text.checks.captions import caption_missing
from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.cited_captions import caption_mismatch, citation_mismatch
from governance.text.checks.cited_ranges import changed_range, range_end_gone
from governance.text.checks.conjunctions import conjunction_misplaced
from governance.text.checks.inverted_ranges import range_inverted
from governance.text.checks.left_references import (
    broken_by_change,
    explained_citations,
    shifted_reference,
    stale_reference,
)
from governance.text.checks.numbers import (
    number_absent,
    number_double,
    number_missing,
    number_out_of_order,
    section_of_another,
)
from governance.text.checks.quoted_words import quoted_words_missing
from governance.text.checks.references import (
    BROKEN_REFERENCE,
    broken_reference,
    own_number,
    self_citation,
)
from governance.text.checks.supplementary import (
    self_deletion_undated,
    supplementary_past,
    supplementary_undated,
)
from governance.text.checks.terms import (
    term_defined_twice,
    term_undefined,
    term_unused,
    term_used_before,
)
from governance.text.checks.uncertain import (
    UNCERTAIN_CITATION,
    uncertain_by_change,
    uncertain_citation,
)
from governance.text.checks.variants import term_variant
from governance.text.checks.version_change import VersionChange
from governance.text.checks.weekdays_and_ordinals import ordinal_wrong, weekday_wrong
from governance.text.checks.widths import width_mixed
from governance.text.checks.written_numbers import no_such_day, numeral_false
from governance.text.citations.decisions import Decision
from governance.text.dates_and_terms import Day
from governance.text.finding import Finding
from governance.text.tree.provision import ArticlesOfIncorporation

# Checks of one version by itself, and checks of a version against the one before.
CHECKS: tuple[Callable[[CheckedVersion], Iterator[Finding]], ...] = (
    broken_reference,
    uncertain_citation,
    range_inverted,
    caption_mismatch,
    citation_mismatch,
    quoted_words_missing,
    self_citation,
    own_number,
    number_missing,
    number_double,
    number_out_of_order,
    number_absent,
    section_of_another,
    caption_missing,
    supplementary_undated,
    supplementary_past,
    self_deletion_undated,
    conjunction_misplaced,
    unbalanced_quotes,
    unbalanced_brackets,
    term_unused,
    term_used_before,
    term_defined_twice,
    term_variant,
    ordinal_wrong,
    weekday_wrong,
    no_such_day,
    numeral_false,
    width_mixed,
)
CHANGE_CHECKS: tuple[Callable[[VersionChange], Iterator[Finding]], ...] = (
    broken_by_change,
    stale_reference,
    shifted_reference,
    range_end_gone,
    changed_range,
    uncertain_by_change,
    term_undefined,
)

_OF_WHAT_IS_NAMED = (BROKEN_REFERENCE, "self-citation")

CitedWords = tuple[str, str]
"""Which citation a finding is about: the key of the provision that has it, and its words."""


def check(
    articles: ArticlesOfIncorporation,
    side: str,
    on: Day | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[Finding, ...]:
    """Everything the checks find in one version ("present" or "proposed"), in document order.

    `on` is the day the articles are looked at (year, month, day): without it no date has passed.
    `decisions` say whose citations are where the program is unsure.
    """
    version = CheckedVersion(articles, side, on, decisions=tuple(decisions))
    return in_document_order(articles, found_in(version))


def check_both(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    on: Day | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[Finding, ...]:
    """Everything the checks find in two versions that share identities: in the present, in the
    proposed, and in the proposed as a change of the present."""
    known = tuple(decisions)
    change = VersionChange(
        CheckedVersion(present, "present", on, None, known),
        CheckedVersion(proposed, "proposed", on, present, known),
    )
    found = without_explained(found_in(change.proposed), explained_words(change))
    return (
        *found_before(change.present),
        *in_document_order(proposed, [*found_by_change(change), *found]),
    )


def found_in(version: CheckedVersion) -> list[Finding]:
    """What the checks of one version find, check by check."""
    return [finding for each in CHECKS for finding in each(version)]


def found_before(present: CheckedVersion) -> tuple[Finding, ...]:
    """What the version before has in document order, but for what is said of the version after."""
    found = [each for each in found_in(present) if each.code != UNCERTAIN_CITATION]
    return in_document_order(present.articles, found)


def found_by_change(change: VersionChange) -> list[Finding]:
    """What the checks of a change find, check by check."""
    return [finding for each in CHANGE_CHECKS for finding in each(change)]


def explained_words(change: VersionChange) -> set[CitedWords]:
    """The citations that name nothing any more, whose finding says what became of it."""
    return {(each.at.key, each.reference.text) for each in explained_citations(change)}


def without_explained(findings: Iterable[Finding], explained: set[CitedWords]) -> list[Finding]:
    """The findings without those about what a citation names where others explain that it names
    nothing any more."""
    return [
        each
        for each in findings
        if each.code not in _OF_WHAT_IS_NAMED or cited_words(each) not in explained
    ]


def cited_words(finding: Finding) -> CitedWords:
    """Which citation a finding about one speaks of."""
    return finding.key, "".join(finding.about)


def in_document_order(
    articles: ArticlesOfIncorporation, findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """Findings in document order, each once."""
    order = {address: place for place, (address, _) in enumerate(articles.addresses())}
    unique: dict[object, Finding] = {}
    for each in findings:
        unique.setdefault(each.identity, each)
    return tuple(sorted(unique.values(), key=lambda each: order.get(each.at, len(order))))
