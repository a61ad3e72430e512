"""Both languages of a change: the same paragraphs and items, the same citations."""

from dataclasses import replace

import pytest

from governance.text.reading.compose import compose_articles
from governance.text.reading.read import read
from governance.text.reading.write import with_keys_below
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.draft.parity import check_parity
from proposals.models import Change

ENGLISH = "(Board)\nArticle 1.\nThe board meets.\n2 Article 2 applies.\n"
JAPANESE = "（取締役会）\n第1条　取締役会を開く。\n２　第2条を適用する。\n"


def article_1(text: str, language: str) -> ArticlesOfIncorporation:
    """The articles in `text`, the first of which is known as "a1"."""
    first, *_rest = read(text, language).articles.main.children
    return compose_articles(language, [with_keys_below(replace(first, key="a1"))])


PRESENTS = {"en": article_1(ENGLISH, "en"), "ja": article_1(JAPANESE, "ja")}


def said(change: Change) -> list[tuple[str, str, str]]:
    return [(one.code, one.message.en, one.message.ja) for one in check_parity(change, PRESENTS)]


def insertion(en: str, ja: str) -> Change:
    return Change(pk=1, operation="insert", kind="article", body_en=en, body_ja=ja)


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("One.", "一文。"),
        ("One:\n(1) a; and\n(2) b.\n2 Two.", "次のとおり。\n（１）　甲\n（２）　乙\n２　二文。"),
        ("Article 8 and Article 9 apply.", "第8条および第9条を適用する。"),
        ("See Articles 8 through 13.", "第８条から第13条までによる。"),
        ("One.\n2 The preceding paragraph applies.", "一文。\n２　前項を適用する。"),
        (
            "Each item of Article 189 Paragraph 2 of the Companies Act.",
            "会社法第189条第２項各号に掲げる権利",
        ),
        # Which article is meant is clear in one language and must be said in the other.
        ("This Article applies.", "これを適用する。"),
        # Nothing is said while a language has not been written.
        ("See Article 8.\n2 Two.", ""),
        ("", "第8条による。\n２　二文。"),
    ],
)
def test_wordings_that_agree(en: str, ja: str) -> None:
    assert said(insertion(en, ja)) == []


@pytest.mark.parametrize(
    ("en", "ja", "english", "japanese"),
    [
        (
            "One.\n2 Two.",
            "一文。",
            "the English wording has 2 paragraphs, the Japanese 1.",
            "英文は2項、和文は1項で、項の数が一致しません。",
        ),
        (
            "One:\n(1) a.",
            "次のとおり。\n（１）　甲\n（２）　乙",
            "the English wording has 1 item, the Japanese 2.",
            "英文は1号、和文は2号で、号の数が一致しません。",
        ),
        (
            "One:\n(1) a.\n2 Two.",
            "一文。\n２　次のとおり。\n（１）　甲",
            "paragraphs or items are numbered or placed otherwise in English than in Japanese.",
            "英文と和文とで、項または号の番号または位置が一致しません。",
        ),
    ],
)
def test_wordings_of_another_shape(en: str, ja: str, english: str, japanese: str) -> None:
    assert said(insertion(en, ja)) == [("parity-of-paragraphs", english, japanese)]


def test_wordings_that_cite_otherwise() -> None:
    change = insertion(
        "See Article 8, the following article and Article 423 of the Companies Act.",
        "第9条、次条および会社法第423条による。",
    )
    assert said(change) == [
        (
            "parity-of-citations",
            "only the English wording cites Article 8.",
            "「Article 8」を引用しているのは英文だけです。",
        ),
        (
            "parity-of-citations",
            "only the Japanese wording cites 第9条.",
            "「第9条」を引用しているのは和文だけです。",
        ),
    ]


def test_a_number_that_stands_alone_is_quoted_with_its_list() -> None:
    [(_code, english, _japanese)] = said(insertion("See Articles 8 and 9.", "第8条による。"))
    assert english == "only the English wording cites Articles 8 and 9."


def test_other_law_is_not_taken_for_an_article_of_ours() -> None:
    [english, japanese] = said(
        insertion("See Article 9.", "会社法第9条による。"),
    )
    assert english[1] == "only the English wording cites Article 9."
    assert japanese[2] == "「第9条」を引用しているのは和文だけです。"


def test_a_wording_left_as_it_is_is_the_present_one() -> None:
    change = Change(pk=1, operation="replace", kind="article", target_id=1)
    assert said(change) == []
    change.body_ja = "取締役会を開く。"
    assert [code for code, *_ in said(change)] == ["parity-of-paragraphs", "parity-of-citations"]
    change.body_en = "The board meets."
    assert said(change) == []


@pytest.mark.parametrize("operation", ["delete", "move"])
def test_what_has_no_words_of_its_own_has_nothing_to_compare(operation: str) -> None:
    assert check_parity(Change(operation=operation, kind="article", target_id=1), PRESENTS) == ()


def test_a_company_of_one_language_has_nothing_to_compare() -> None:
    change = insertion("See Article 8.", "")
    assert check_parity(change, {"en": PRESENTS["en"]}) == ()


def test_a_finding_is_a_warning_about_its_change() -> None:
    [finding] = check_parity(insertion("One.\n2 Two.", "一文。"), PRESENTS)
    assert (finding.severity, finding.side, finding.key) == ("warning", "proposed", "c1")
