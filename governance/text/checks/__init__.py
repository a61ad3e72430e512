"""The checks: one function each, listed in CHECKS and CHANGE_CHECKS; docs/checks.md tells what
each finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from governance.text.amending.builder import AmendmentResult
from governance.text.checks.brackets_and_quotes import unbalanced_brackets, unbalanced_quotes
from governance.text.checks.captions import caption_missing
from governance.text.checks.change import (
    broken_by_change,
    changed_range,
    ended,
    explained,
    mended,
    range_end_gone,
    shifted_reference,
    stale_reference,
)
from governance.text.checks.days import ordinal_wrong, weekday_wrong
from governance.text.checks.numbers import (
    number_absent,
    number_double,
    number_missing,
    number_out_of_order,
)
from governance.text.checks.pairing import Change
from governance.text.checks.references import broken, broken_reference, own_number
from governance.text.checks.severity import SEVERITIES
from governance.text.checks.subject import Subject
from governance.text.checks.supplementary import supplementary_past, supplementary_undated
from governance.text.checks.terms import term_defined_twice, term_unused, term_used_before
from governance.text.checks.variants import term_variant
from governance.text.checks.widths import width_mixed
from governance.text.citations.follow import BROKEN
from governance.text.dates_and_terms import Day
from governance.text.finding import WARNING, Finding
from governance.text.tree.provision import ArticlesOfIncorporation

# Checks of one version by itself, and checks of a version against the one before.
CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    broken_reference,
    own_number,
    number_missing,
    number_double,
    number_out_of_order,
    number_absent,
    caption_missing,
    supplementary_undated,
    supplementary_past,
    unbalanced_quotes,
    unbalanced_brackets,
    term_unused,
    term_used_before,
    term_defined_twice,
    term_variant,
    ordinal_wrong,
    weekday_wrong,
    width_mixed,
)
CHANGE_CHECKS: tuple[Callable[[Change], Iterator[Finding]], ...] = (
    broken_by_change,
    stale_reference,
    shifted_reference,
    range_end_gone,
    changed_range,
)

# What newly given wording leaves as it was names something still, and may be meant so.
_MAY_BE_MEANT = frozenset({"stale-reference", "shifted-reference", "range-end-gone"})


def check(
    articles: ArticlesOfIncorporation, side: str, on: Day | None = None
) -> tuple[Finding, ...]:
    """Everything the checks find in one version ("present" or "proposed"), in document order.

    `on` is the day the articles are looked at (year, month, day): without it no date has passed.
    """
    return in_order(articles, _found(Subject(articles, side, on)))


def check_both(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, on: Day | None = None
) -> tuple[Finding, ...]:
    """Everything the checks find in two versions that share identities: in the present, in the
    proposed, and in the proposed as a change of the present."""
    change = _change(present, proposed, on)
    told = {broken(change.proposed, citation) for citation in explained(change)}
    found = [each for each in _found(change.proposed) if each not in told]
    return (
        *in_order(present, _found(change.present)),
        *in_order(proposed, [*_changed(change), *found]),
    )


def findings_of(result: AmendmentResult, on: Day | None = None) -> tuple[Finding, ...]:
    """All findings about an amendment: what the present articles have, what its operations
    broke, and what the checks find in the proposed articles besides.

    The wording that stood before has been followed, and what broke has been told with its
    reason; so only newly given wording can have left a number as it was, and there it may be
    meant: a warning.
    """
    change = _change(result.present, result.proposed, on)
    followed = {each.key for each in result.consequences}
    broke = {
        (each.key, each.before): each.why for each in result.consequences if each.outcome == BROKEN
    }
    gone = {finding for citation, finding in ended(change) if citation.is_broken}
    changed = [
        replace(each, severity=WARNING) if each.code in _MAY_BE_MEANT and each not in gone else each
        for each in _changed(change)
        if each.key not in followed or each.code == "changed-range"
    ]
    ends = [each for each in ended(change) if each[0].at.key in followed]
    # A range whose end is gone is said to be one, not a broken reference besides.
    ranges = {(new.at.key, broke.get((new.at.key, new.reference.text))) for new, _ in ends}
    words = {(key, why): text for (key, text), why in broke.items()}
    fixes = mended(change)
    reasons = [
        replace(
            change.proposed.placed(each),
            fix=fixes.get((each.key, words.get((each.key, each.message), ""))),
        )
        for each in result.findings
        if (each.key, each.message) not in ranges
    ]
    told = {
        broken(change.proposed, citation)
        for citation in change.proposed.citations
        if (citation.at.key, citation.reference.text) in broke
        or any(
            each.key == citation.at.key
            and each.message.en.startswith(f"{citation.reference.text} name")
            for each in result.findings
        )
    } | {broken(change.proposed, citation) for citation in explained(change)}
    found = [each for each in _found(change.proposed) if each not in told]
    changed.extend(finding for _, finding in ends)
    return (
        *in_order(result.present, _found(change.present)),
        *in_order(result.proposed, [*reasons, *changed, *found]),
    )


def _change(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, on: Day | None
) -> Change:
    return Change(Subject(present, "present", on), Subject(proposed, "proposed", on, present))


def in_order(articles: ArticlesOfIncorporation, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in document order, each once."""
    order = {address: place for place, (address, _) in enumerate(articles.addresses())}
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda finding: order.get(finding.at, len(order))))


def _found(subject: Subject) -> list[Finding]:
    return [finding for each in CHECKS for finding in each(subject)]


def _changed(change: Change) -> list[Finding]:
    return [finding for each in CHANGE_CHECKS for finding in each(change)]


__all__ = [
    "CHANGE_CHECKS",
    "CHECKS",
    "SEVERITIES",
    "Change",
    "Day",
    "Subject",
    "check",
    "check_both",
    "findings_of",
]
