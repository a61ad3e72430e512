"""The last look at an amendment sees what following got wrong."""

from __future__ import annotations

import pytest

from governance.text.citations.consequence import (
    BROKEN,
    Cause,
    Consequence,
    explanation_of,
)
from governance.text.citations.follow_typed import typed_citations
from governance.text.citations.scan import Scanner
from governance.text.citations.verify import UNVERIFIED, Version, unverified, unverified_typed
from governance.text.finding import Finding
from governance.text.reading.read import read
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation

HEAD = "Article 1. The name is Kamo.\nArticle 2. The seat is in Kyoto.\nArticle 3. Bells ring.\n"
OLD = "Supplementary Provisions\nArticle 1. {}\n"


def articles(words: str, old: str = "") -> ArticlesOfIncorporation:
    return read(HEAD + f"Article 4. {words}\n" + (OLD.format(old) if old else ""), "en").articles


def found(before: str, after: str, consequences: list[Consequence] | None = None) -> list[Finding]:
    """What is found where the fourth of the same articles has other words."""
    versions = (Version(articles(words), ()) for words in (before, after))
    return list(unverified(*versions, (), consequences or []))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Article 2 applies.", "Article 2 applies."),
        ("The preceding Article applies.", "Article 3 applies."),
        ("The preceding two Articles apply.", "Articles 2 and 3 apply."),
        ("The preceding three Articles apply.", "Articles 1 to 3 apply."),
        ("Articles 3 and 2 apply.", "Articles 2 and 3 apply."),
        ("Article 1 and the preceding Article apply.", "Articles 1 and 3 apply."),
        ("The preceding Articles apply.", "The preceding Articles apply."),
        ("Article 9 of the Bank Act applies.", "Article 9 of the Bank Act applies."),
        ("The former Article 2 applies.", "The former Article 2 applies."),
    ],
)
def test_what_still_names_the_same_is_not_found(before: str, after: str) -> None:
    assert found(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "about"),
    [
        ("Article 2 applies.", "Article 3 applies.", "Article 2"),
        ("The preceding Article applies.", "Article 2 applies.", "The preceding Article"),
        ("Articles 1 to 3 apply.", "Articles 1 to 2 apply.", "Articles 1 to 3"),
        ("Article 2 applies.", "Nothing applies.", "Article 2"),
        ("Article 2 applies.", "Article 2 of the Bank Act applies.", "Article 2"),
        ("Article 9 of the Bank Act applies.", "Article 8 of the Bank Act applies.", "Article 9"),
        ("Article 9 of the Bank Act applies.", "Article 9 of the playbook applies.", "Article 9"),
        ("The former Article 2 applies.", "The former Article 3 applies.", "Article 2"),
        ("Article 2 of the playbook applies.", "Article 3 of the playbook applies.", "Article 2"),
    ],
)
def test_what_names_another_or_was_touched_is_found(before: str, after: str, about: str) -> None:
    [finding] = found(before, after)
    assert (finding.code, finding.severity, finding.about) == (UNVERIFIED, "error", (about,))
    assert finding.at == "article:4/paragraph:1"
    assert about in finding.message.en
    assert about in finding.message.ja


def test_what_is_told_to_be_broken_must_be_unchanged() -> None:
    present = articles("Article 7 applies.")
    at = present.find("article:4/paragraph:1")
    assert at is not None
    [reference] = Scanner(Places(present)).references(at, at.lines[0])
    why = (explanation_of(reference, Cause.NOT_THERE),)
    told = [Consequence("article:4/paragraph:1", at.key, BROKEN, "Article 7", "Article 7", why)]
    assert found("Article 7 applies.", "Article 7 applies.", told) == []
    assert len(found("Article 7 applies.", "Article 3 applies.", told)) == 1


def test_wording_that_was_given_is_not_held_against_the_present() -> None:
    versions = [Version(articles(f"Article {n} applies."), ()) for n in (2, 3)]
    assert list(unverified(*versions, {"article:4"}, [])) == []


def test_older_supplementary_provisions_stay_to_the_letter() -> None:
    present = Version(articles("Be kind.", "Article 2 applies."), ())
    assert list(unverified(present, present, (), [])) == []
    touched = Version(articles("Be kind.", "Article 3 applies."), ())
    assert len(list(unverified(present, touched, (), []))) == 1


def test_typed_citations_name_what_they_meant_and_those_of_others_stay_as_typed() -> None:
    as_typed = articles("Article 2 applies, but not Article 9 of the Bank Act.")

    def found_typed(words: str, targets: dict[str, str]) -> list[tuple[str, ...]]:
        typed = typed_citations(as_typed, as_typed, {"article:4": targets, "gone": {}})
        return [each.about for each in unverified_typed(typed, Version(articles(words), ()), ())]

    assert found_typed("Article 2 applies, but not Article 9 of the Bank Act.", {}) == []
    assert found_typed("Article 2 applies, but not Article 8 of the Bank Act.", {}) == [
        ("Article 9",)
    ]
    assert found_typed("Article 3 applies, but not Article 9 of the Bank Act.", {}) == [
        ("Article 2",)
    ]
    meant = {"article:2": "article:3"}
    assert found_typed("Article 3 applies, but not Article 9 of the Bank Act.", meant) == []
    assert found_typed("Article 2 applies, but not Article 9 of the Bank Act.", meant) == [
        ("Article 2",)
    ]
    assert found_typed("It applies, but not Article 9 of the Bank Act.", meant) == [("Article 2",)]
    assert found_typed("Article 2 of the Bank Act applies, but not Article 9.", {}) == [
        ("Article 2",),
        ("Article 9",),
    ]
