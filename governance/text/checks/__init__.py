"""The checks: one function each, listed in CHECKS; what each finds is in docs/text.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..finding import Finding
from ..provision import ArticlesOfIncorporation
from .references import broken_reference

CHECKS: tuple[Callable[[ArticlesOfIncorporation, str], Iterator[Finding]], ...] = (
    broken_reference,
)


def check(articles: ArticlesOfIncorporation, side: str) -> tuple[Finding, ...]:
    """Everything the checks find in one version ("present" or "proposed"), in document order."""
    found = (finding for each in CHECKS for finding in each(articles, side))
    return in_order(articles, found)


def in_order(articles: ArticlesOfIncorporation, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in document order, each once."""
    order = {address: place for place, (address, _) in enumerate(articles.addresses())}
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda finding: order.get(finding.at, len(order))))
