"""What provisions are called, in sentences and in lists."""

import pytest

from governance.text.message import Message
from governance.text.naming import (
    counted_kind,
    full_title,
    heading,
    kind_noun,
    name,
    name_from_values,
    names,
    range_name,
)
from governance.text.reading.read import read
from governance.text.tree.places import Places
from governance.text.tree.provision import Kind, Number

JAPANESE = """第２章　株式
（議長）
第９条の２　甲。
２　乙。
　(1) 丙
　(2) 庚
（欠格）
第10条　丁。
附則
第１条　戊。
附則（令和９年６月29日）
第１条　己。
第２条　辛。
"""
ENGLISH = """CHAPTER II. SHARES
Article 9-2. (Chairman) One.
2. Two.
(1) three.
Article 10. Four.
Supplementary Provisions
Article 1. Five.
"""
CALLED = [
    ("ja", "chapter:2", "Chapter 2", "第２章"),
    ("ja", "article:9-2", "Article 9-2", "第９条の２"),
    (
        "ja",
        "article:9-2/paragraph:2/item:1",
        "Article 9-2, Paragraph 2, Item 1",
        "第９条の２第２項第１号",
    ),
    ("ja", "article:10/paragraph:1", "Article 10", "第10条"),
    ("ja", "supplementary.2", "Supplementary Provisions (no. 2)", "附則（2番目）"),
    (
        "ja",
        "supplementary.2:1",
        "Supplementary Provisions (no. 2), Article 1",
        "附則（2番目）第１条",
    ),
    ("en", "chapter:2", "CHAPTER II", "第2章"),
    ("en", "article:9-2/paragraph:2", "Article 9-2, Paragraph 2", "第9条の2第2項"),
    ("en", "supplementary:1", "Supplementary Provisions, Article 1", "附則第1条"),
]
TITLES = [
    ("ja", "chapter:2", "第２章　株式"),
    ("ja", "article:9-2", "第９条の２（議長）"),
    ("ja", "supplementary.2", "附則（令和９年６月29日）"),
    ("ja", "supplementary.2:1", "附則（令和９年６月29日）第１条"),
    ("en", "chapter:2", "CHAPTER II. SHARES"),
    ("en", "article:9-2", "Article 9-2 (Chairman)"),
    ("en", "article:10", "Article 10"),
    ("en", "supplementary:1", "Supplementary Provisions, Article 1"),
]
ARTICLES = {code: read(text, code).articles for code, text in (("en", ENGLISH), ("ja", JAPANESE))}


@pytest.mark.parametrize(("code", "address", "en", "ja"), CALLED)
def test_in_a_sentence_a_provision_is_called_by_its_number(
    code: str, address: str, en: str, ja: str
) -> None:
    found = ARTICLES[code].find(address)
    assert found is not None
    assert name(found, Places(ARTICLES[code])) == Message(en, ja)


def test_several_are_called_one_after_another() -> None:
    articles = ARTICLES["en"]
    found = [articles.find(f"article:{number}") for number in ("9-2", "10")]
    assert names([each for each in found if each], Places(articles)) == Message(
        "Article 9-2 and Article 10", "第9条の2および第10条"
    )


@pytest.mark.parametrize(
    ("code", "addresses", "en", "ja"),
    [
        (
            "ja",
            ("article:9-2/paragraph:2/item:1", "article:9-2/paragraph:2/item:2"),
            "Article 9-2, Paragraph 2, Item 1 and Item 2",
            "第９条の２第２項第１号および第２号",
        ),
        (
            "ja",
            ("article:9-2/paragraph:1", "article:9-2/paragraph:2/item:2", "article:10"),
            "Article 9-2, Paragraph 1, Paragraph 2, Item 2 and Article 10",
            "第９条の２第１項、第２項第２号および第10条",
        ),
        (
            "ja",
            ("supplementary.2:1", "supplementary.2:2"),
            "Supplementary Provisions (no. 2), Article 1 and Article 2",
            "附則（2番目）第１条および第２条",
        ),
        ("en", ("article:10", "article:10"), "Article 10 and Article 10", "第10条および第10条"),
    ],
)
def test_what_holds_several_is_named_once(
    code: str, addresses: tuple[str, ...], en: str, ja: str
) -> None:
    found = [ARTICLES[code].find(address) for address in addresses]
    assert names([each for each in found if each], Places(ARTICLES[code])) == Message(en, ja)


@pytest.mark.parametrize(("code", "address", "title"), TITLES)
def test_in_a_list_a_provision_is_called_by_its_label_and_caption(
    code: str, address: str, title: str
) -> None:
    found = ARTICLES[code].find(address)
    assert found is not None
    assert full_title(found, ARTICLES[code]) == title


def test_the_heading_of_a_part_is_its_first_piece_on_one_line() -> None:
    assert heading(ARTICLES["ja"].supplementary[0]) == "附則"


def test_values_alone_have_a_name() -> None:
    part = Message("Supplementary Provisions", "附則")
    assert name_from_values(Kind.ARTICLE, Number(9, 2), part=part) == Message(
        "Supplementary Provisions, Article 9-2", "附則第9条の2"
    )
    assert name_from_values(Kind.ARTICLE, None, "Chairman") == Message(
        "the article without a number (Chairman)", "番号のない条（Chairman）"
    )


def test_ranges_and_counts() -> None:
    assert range_name(Kind.ARTICLE, Number(3), Number(3)) == Message("Article 3", "第3条")
    assert range_name(Kind.ITEM, Number(3), Number(5)) == Message(
        "Items 3 to 5", "第3号から第5号まで"
    )
    assert [counted_kind(Kind.SUBITEM, count).en for count in (1, 2)] == [
        "1 sub-item",
        "2 sub-items",
    ]
    assert [counted_kind(kind, 2).ja for kind in (Kind.ARTICLE, Kind.ITEM)] == ["2か条", "2号"]
    assert kind_noun(Kind.SUBITEM) == Message("sub-item", "号の細分")
