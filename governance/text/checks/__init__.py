"""The checks: one function each, listed in CHECKS; what each finds is in docs/text.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..amending import Amended
from ..finding import Finding
from ..provision import ArticlesOfIncorporation
from .change import stale_reference
from .references import broken_reference

# Checks of one version by itself, and checks of a version against the one before.
CHECKS: tuple[Callable[[ArticlesOfIncorporation, str], Iterator[Finding]], ...] = (
    broken_reference,
)
CHANGE_CHECKS: tuple[
    Callable[[ArticlesOfIncorporation, ArticlesOfIncorporation], Iterator[Finding]], ...
] = (stale_reference,)


def check(articles: ArticlesOfIncorporation, side: str) -> tuple[Finding, ...]:
    """Everything the checks find in one version ("present" or "proposed"), in document order."""
    return in_order(articles, (finding for each in CHECKS for finding in each(articles, side)))


def check_change(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> tuple[Finding, ...]:
    """Everything that is wrong with the proposed version as a change of the present one."""
    found = (finding for each in CHANGE_CHECKS for finding in each(present, proposed))
    return in_order(proposed, found)


def in_order(articles: ArticlesOfIncorporation, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in document order, each once."""
    order = {address: place for place, (address, _) in enumerate(articles.addresses())}
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda finding: order.get(finding.at, len(order))))


def findings_of(result: Amended) -> tuple[Finding, ...]:
    """All findings about an amendment: what the present articles have, what its operations
    broke, and what the checks find in the proposed articles besides.

    A reference broken by the amendment is found twice, by what broke it, which tells why, and
    by whoever reads the result; it is reported once.
    """
    said = Counter((finding.code, finding.at) for finding in result.findings)
    others = []
    for finding in check(result.proposed, "proposed"):
        if said[finding.code, finding.at]:
            said[finding.code, finding.at] -= 1
        else:
            others.append(finding)
    return (
        *check(result.present, "present"),
        *in_order(result.proposed, (*result.findings, *others)),
    )
