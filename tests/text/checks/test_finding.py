"""A finding's sentence, in full and where the name of its article stands beside it."""

import pytest

from governance.text.checks.checked_version import CheckedVersion
from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from governance.text.reading.read import read

STATEMENT = Message("So.", "そう。")
ENGLISH = (
    "CHAPTER I. GENERAL\nArticle 9-2.\nOne.\n2. Two.\n(1) three.\nArticle 10.\nFour.\n"
    "ARTICLE XL\nSection 40.6. Five.\n(a) six\nSection 40.7. Seven.\n"
    "Supplementary Provisions\nArticle 1.\nEight.\n2. Nine.\n"
)
JAPANESE = (
    "第１章　総則\n第９条の２　甲。\n２　乙。\n(1) 丙\n第31条　丁。\n附則\n第１条　戊。\n２　己。\n"
)
PLACES = [
    ("en", "article:10", "Article 10: So.", "So."),
    ("en", "article:10/paragraph:1", "Article 10: So.", "So."),
    ("en", "article:9-2/paragraph:2", "Article 9-2, Paragraph 2: So.", "Paragraph 2: So."),
    (
        "en",
        "article:9-2/paragraph:2/item:1",
        "Article 9-2, Paragraph 2, Item 1: So.",
        "Paragraph 2, Item 1: So.",
    ),
    ("en", "chapter:1", "CHAPTER I: So.", "So."),
    ("en", "article:40/section:6", "Section 40.6: So.", "Section 40.6: So."),
    ("en", "supplementary", "Supplementary Provisions: So.", "So."),
    ("en", "supplementary:1", "Supplementary Provisions, Article 1: So.", "So."),
    (
        "en",
        "supplementary:1/paragraph:2",
        "Supplementary Provisions, Article 1, Paragraph 2: So.",
        "Paragraph 2: So.",
    ),
    ("ja", "article:31", "第31条：そう。", "そう。"),
    ("ja", "article:9-2/paragraph:2", "第９条の２第２項：そう。", "第２項：そう。"),
    ("ja", "supplementary:1", "附則第１条：そう。", "そう。"),
]


@pytest.mark.parametrize(("code", "address", "full", "in_article"), PLACES)
def test_the_name_of_the_article_is_left_out_where_it_stands_beside(
    code: str, address: str, full: str, in_article: str
) -> None:
    version = CheckedVersion(read(ENGLISH if code == "en" else JAPANESE, code).articles, "present")
    at = version.articles.find(address)
    assert at is not None
    found = version.found("caption-missing", at, STATEMENT)
    assert found.message.in_language(code) == full
    assert found.message_in_article.in_language(code) == in_article


def test_a_finding_without_a_place_is_its_statement() -> None:
    found = Finding("place-gone", ERROR, "proposed", "", STATEMENT)
    assert found.message == found.message_in_article == STATEMENT


def test_findings_are_told_apart_by_what_they_are_about() -> None:
    one, other = (
        Finding("unbalanced-quotes", ERROR, "proposed", "", STATEMENT, "a1", about=(sign,))
        for sign in "“‘"
    )
    said_otherwise = Finding(
        "unbalanced-quotes", ERROR, "proposed", "", Message("", ""), "a1", about=("“",)
    )
    assert one.identity != other.identity
    assert one.identity == said_otherwise.identity
