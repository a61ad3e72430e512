"""What the checks find about an amendment, beside what its operations broke."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from governance.text.amending.builder import AmendmentResult
from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.cited_ranges import ended_ranges
from governance.text.checks.left_references import mended_lines
from governance.text.checks.run import (
    CitedWords,
    cited_words,
    explained_words,
    found_before,
    found_by_change,
    found_in,
    in_document_order,
    without_explained,
)
from governance.text.checks.version_change import VersionChange
from governance.text.citations.consequence import BROKEN
from governance.text.dates_and_terms import Day
from governance.text.finding import WARNING, Finding, Fix

# What newly given wording leaves as it was names something still, and may be meant so.
_MAY_BE_MEANT = frozenset({"stale-reference", "shifted-reference", "range-end-gone"})
# What wording that was followed may have as well.
_IN_ANY_WORDING = frozenset({"changed-range", "uncertain-citation"})


def findings_of(
    result: AmendmentResult, on: Day | None = None, present: tuple[Finding, ...] | None = None
) -> tuple[Finding, ...]:
    """All findings about an amendment: what the present articles have, what its operations
    broke, and what the checks find in the proposed articles besides.

    The wording that stood before has been followed, and what broke has been reported with
    its reason; so only newly given wording can have left a number as it was, and there it may be
    meant: a warning. `present` saves finding again what the present articles have
    (`findings_of_present`), where the caller keeps that.
    """
    change = VersionChange(
        CheckedVersion(result.present, "present", on, None, result.decisions),
        CheckedVersion(result.proposed, "proposed", on, result.present, result.carried_decisions),
        result.as_given,
    )
    followed = {each.key for each in result.consequences if not each.is_typed}
    ends = [finding for each, finding in ended_ranges(change) if each.at.key in followed]
    reported = {cited_words(each) for each in result.findings} | explained_words(change)
    return (
        *(found_before(change.present) if present is None else present),
        *in_document_order(
            result.proposed,
            [
                *_broken(result, change, {cited_words(each) for each in ends}),
                *_found_in_new_wording(change, followed),
                *ends,
                *without_explained(found_in(change.proposed), reported),
            ],
        ),
    )


def findings_of_present(result: AmendmentResult) -> tuple[Finding, ...]:
    """What the present articles have, whatever is done to them."""
    return found_before(CheckedVersion(result.present, "present", None, None, result.decisions))


def _broken(
    result: AmendmentResult, change: VersionChange, ranges: Collection[CitedWords]
) -> Iterator[Finding]:
    """What the operations broke, with its place and a fix where there is one; without the ranges
    whose end is gone, which are reported as such."""
    broke = {(each.key, each.before) for each in result.consequences if each.outcome == BROKEN}
    fixes: Mapping[CitedWords, Fix] = mended_lines(change)
    for each in result.findings:
        cited = cited_words(each)
        if cited not in broke:
            yield change.proposed.placed(each)
        elif cited not in ranges:
            yield change.proposed.placed(replace(each, fix=fixes.get(cited)))


def _found_in_new_wording(change: VersionChange, followed: Collection[str]) -> Iterator[Finding]:
    """What the checks of a change find where nothing was followed, and wherever they stand the
    ranges that changed and the citations of which nobody knows whose they are."""
    broken_ranges = {
        finding.identity for citation, finding in ended_ranges(change) if citation.is_broken
    }
    for each in found_by_change(change):
        if each.key in followed and each.code not in _IN_ANY_WORDING:
            continue
        may_be_meant = each.code in _MAY_BE_MEANT and each.identity not in broken_ranges
        yield replace(each, severity=WARNING) if may_be_meant else each
