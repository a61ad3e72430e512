"""Which article cites which."""

import pytest

from governance.text.citations.cross_references import cross_references
from governance.text.reading.read import read

ENGLISH = """CHAPTER I. GENERAL

(Name)
Article 1.
The name is as in Article 2.

(Objects)
Article 2.
The objects are those of {0}.

(Head Office)
Article 3.
The head office is in Tokyo, notwithstanding the preceding two Articles.

(Notice)
Article 4.
1 Article 3 and Article 5, Paragraph 2 apply. Article 4, Paragraph 2 does as well.
2 Article 309, Paragraph 2 of the Companies Act and Article 77 do not.

Supplementary Provisions

Article 1.
Article 4 takes effect as provided in Article 2 of the Supplementary Provisions.

Article 2.
The preceding Article ceases to be.
"""
JAPANESE = """第１条（商号）　商号は、次条のとおりとする。
第２条（目的）　目的は、第３条から第５条まで及び前条の定めによる。
第３条（本店）　本店は、会社法第４条の定めにより東京に置く。
第４条（公告）　前２条の規定は、本条に準用する。
第５条（総則）　第１条及び第77条の規定による。
"""


def found(text: str, language: str) -> list[tuple[str, str, str]]:
    """Where each citation stands, what it says there, and all that it names."""
    articles = read(text, language).articles.with_keys_as_addresses()
    rows = []
    for each in cross_references(articles):
        provision = articles.find(each.at)
        assert provision is not None
        said = provision.lines[each.line][each.start : each.end]
        rows.append((each.source, said, " ".join(each.targets)))
    return rows


def test_english() -> None:
    assert found(ENGLISH.format("Chapter I"), "en") == [
        ("article:1", "Article 2", "article:2"),
        ("article:2", "Chapter I", "chapter:1"),
        ("article:3", "the preceding two Articles", "article:1 article:2"),
        # Article 5 is not there, and what stays in Article 4 leads nowhere else.
        ("article:4", "Article 3", "article:3"),
        ("supplementary:1", "Article 2 of the Supplementary Provisions", "supplementary:2"),
        ("supplementary:2", "The preceding Article", "supplementary:1"),
    ]


def test_japanese() -> None:
    assert found(JAPANESE, "ja") == [
        ("article:1", "次条", "article:2"),
        ("article:2", "第３条", "article:3"),
        ("article:2", "第５条", "article:5 article:4"),
        ("article:2", "前条", "article:1"),
        ("article:4", "前２条", "article:2 article:3"),
        ("article:5", "第１条", "article:1"),
    ]


@pytest.mark.parametrize(
    ("objects", "targets"),
    [
        ("Articles 1 through 4", ["article:1", "article:4 article:3"]),
        ("Article 77 through Article 4", ["article:4"]),
        ("Chapter I through Article 3", ["chapter:1", "article:3"]),
        ("no other article", []),
    ],
)
def test_ranges(objects: str, targets: list[str]) -> None:
    rows = found(ENGLISH.format(objects), "en")
    assert [row[2] for row in rows if row[0] == "article:2"] == targets


def test_what_the_heading_of_a_part_says_leads_nowhere() -> None:
    text = "Article 1.\nThe name.\n\nSupplementary Provisions to Article 1\n\nArticle 1.\nNone.\n"
    assert found(text, "en") == []
