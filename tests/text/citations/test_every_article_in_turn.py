"""Whole articles of incorporation, each article of which is deleted, and another put behind it, in
turn: no citation names another provision than before without it being told."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from governance.text.amending.builder import AmendmentResult, amend
from governance.text.amending.operations import Delete, Insert, Operation
from governance.text.citations.consequence import (
    BROKEN,
    FOLLOWED,
    KEPT,
    SHIFTED,
    Cause,
    Consequence,
)
from governance.text.citations.ranges import covered, ranges
from governance.text.citations.resolve import Citation, citations
from governance.text.citations.verify import UNVERIFIED
from governance.text.reading.read import read
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Kind
from tests.paths import DEMO, TEXT_CASES

TEXTS = {
    "two languages, English": ("en", DEMO / "9990-articles-en.txt"),
    "two languages, Japanese": ("ja", DEMO / "9990-articles-ja.txt"),
    "English alone": ("en", DEMO / "3774-articles.txt"),
    "cases, English": ("en", TEXT_CASES / "articles-en.txt"),
    "cases, Japanese": ("ja", TEXT_CASES / "articles-ja.txt"),
}
OF_ITS_TIME = "of its time"
NEW_WORDS = {"en": "Cranes are fed in winter.", "ja": "冬は、鶴に餌をやる。"}


def named(articles: ArticlesOfIncorporation) -> dict[str, list[tuple[str, set[str]]]]:
    """For each provision its citations in order: their words, and the identities they name, what a
    range covers in between too. What is not ours names nothing."""
    places = Places(articles)
    found = groupby(citations(articles, places), lambda each: each.at.key)
    return {key: [(each.reference.text, _named(each, places)) for each in of] for key, of in found}


def _named(citation: Citation, places: Places) -> set[str]:
    keys = {target.key for each in citation.resolved for target in each.targets}
    for first, last in ranges(citation.resolved):
        keys |= {each.key for each in covered(first.targets[0], last.targets[-1], places)}
    return keys


def untold(result: AmendmentResult) -> Iterator[str]:
    """What names something else than before, or what is not ours and reads otherwise, though no
    consequence says so."""
    before, after = named(result.present), named(result.proposed)
    told = {(each.key, each.before): outcome_of(each) for each in result.consequences}
    for key, found in before.items():
        if result.proposed.by_key(key) is None:
            continue
        now = after.get(key, [])
        for place, (words, keys) in enumerate(found):
            outcome = told.get((key, words))
            same = len(now) == len(found) and {k for k in keys if known(result, k)} <= now[place][1]
            if outcome is None or (outcome not in (BROKEN, OF_ITS_TIME) and keys and not same):
                yield f"{key}: {words} ({outcome})"
            if (
                not keys
                and outcome not in (BROKEN, KEPT, OF_ITS_TIME)
                and (not now or now[place][0] != words)
            ):
                yield f"{key}: {words} reads otherwise"


def outcome_of(consequence: Consequence) -> str:
    """Its outcome; what older supplementary provisions cite is said to be of its own time."""
    causes = {each.cause for each in consequence.explanations}
    return OF_ITS_TIME if Cause.OLD_PART in causes else consequence.outcome


def known(result: AmendmentResult, key: str) -> bool:
    return result.proposed.by_key(key) is not None


def operations(articles: ArticlesOfIncorporation) -> Iterator[Operation]:
    for _, unit in articles.units():
        if unit.kind is Kind.ARTICLE:
            yield Delete(unit.key)
            yield Insert("new", unit.key, body=NEW_WORDS[articles.language])


@cache
def results(code: str, path: Path) -> tuple[AmendmentResult, ...]:
    articles = read(path.read_text("utf-8"), code).articles
    return tuple(amend(articles, [each]) for each in operations(articles))


@pytest.mark.parametrize(("code", "path"), TEXTS.values(), ids=TEXTS)
def test_every_article_in_turn(code, path):
    found = results(code, path)
    assert len(found) > 5
    for each in found:
        assert list(untold(each)) == [], each.consequences
        assert [one for one in each.findings if one.code == UNVERIFIED] == []
        for one in each.consequences:
            assert one.before == one.after or one.outcome in (FOLLOWED, SHIFTED)


@pytest.mark.parametrize("code", ["en", "ja"])
def test_the_texts_cite_in_several_ways(code):
    """What the test above would not notice, it does not prove."""
    every = [
        each
        for language, path in TEXTS.values()
        if language == code
        for each in results(code, path)
    ]
    outcomes = {one.outcome for each in every for one in each.consequences}
    assert outcomes >= {"kept", "followed", "shifted", "broken", "external"}
