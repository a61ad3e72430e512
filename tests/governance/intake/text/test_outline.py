"""Text as read: lines, what is in doubt, and the form that the record keeps."""

import pytest

from governance.intake.text.bilingual import disagreements, share_keys
from governance.intake.text.normalised import body_of, normalised_for_record
from governance.intake.text.outline import parse
from governance.text.languages import language_for
from governance.text.reading.write import write

JA = """みほん株式会社定款
昭和60年４月１日作成

第１章　総　則

（商号）
第１条　当会社は、みほん株式会社と称し、英文では、Mihon Co., Ltd.
と表示する。
（目的）
第２条　当会社は、次の事業を営む。
　（１）製造
　（２）販売
２　前項の事業は、国内で営む。
第４条　公告は、電子公告による。
附則
この定款は、2020年６月25日から施行する。
"""
EN = """Articles of Incorporation

CHAPTER I. GENERAL PROVISIONS
(Name)
Article 1.
The name is Mihon Co., Ltd.
(Objects)
Article 2.
The objects are as follows:
(1) manufacture
(2) sale
(3) repair
Article 4.
Notices are electronic.
Supplementary Provisions
These articles take effect on June 25, 2020.
"""


def test_each_provision_knows_its_line() -> None:
    lines = JA.split("\n")
    found = parse(JA, "ja")
    assert found.count == 3
    for entry in found.entries:
        if entry.provision.label:
            whole = "".join(lines[entry.line - 1 : entry.line + 1])
            assert entry.provision.label in whole, entry
    assert [(each.address, each.line, each.depth) for each in found.entries][:6] == [
        ("main", 1, 0),
        ("chapter:1", 4, 0),
        ("article:1", 6, 1),
        ("article:1/paragraph:1", 7, 2),
        ("article:2", 9, 1),
        ("article:2/paragraph:1", 10, 2),
    ]


def test_what_could_not_be_placed_is_reported_with_its_place() -> None:
    found = parse(JA, "ja")
    assert [(each.line, each.column, each.text, each.is_lost) for each in found.unplaced] == [
        (2, 1, "昭和60年４月１日作成", True)
    ]
    assert [(each.code, each.at) for each in found.findings] == [("number-missing", "article:4")]


def test_line_that_looks_like_a_head_but_is_none_is_reported() -> None:
    text = "Article 1.\nThe Company is bound by\nArticle 7.\nand by law.\nArticle 2.\nMore.\n"
    assert parse(text, "en").unplaced == ()  # "bound by Article 7": a broken sentence
    text = "Article 1.\nThe seat is Y\nArticle 12\nMore.\n"
    found = parse(text, "en")
    assert [(each.line, each.column, each.text) for each in found.unplaced] == [
        (3, 1, "Article 12")
    ]
    assert [each.is_lost for each in found.unplaced] == [False]


def test_what_stands_behind_the_articles_is_reported() -> None:
    text = "第１条　種類は別表による。\n附則\n第１条　施行する。\n別　表\n種類\n普通株式\n以　上\n"
    found = [(each.line, each.text, each.is_lost) for each in parse(text, "ja").unplaced]
    assert found == [(4, "別　表", False), (7, "以　上", False)]
    text = "第１条　種類は、次の\n別表のとおりとする。\n別表１　種類\n甲\n"
    assert [each.line for each in parse(text, "ja").unplaced] == [3]
    text = "Article 1. Shares are of the classes in Schedule A.\nSchedule A\nCommon shares\n"
    assert [(each.line, each.text) for each in parse(text, "en").unplaced] == [(2, "Schedule A")]


def test_comparison_table_is_reported() -> None:
    for head in ("現　行　定　款　　変　更　案", "現行定款\n変更案", "現行 改正案"):
        (doubt, *_others) = parse(f"{head}\n第１条　甲は。\n", "ja").unplaced
        assert "head of a table that compares two texts" in doubt.why.en
    text = "Present Articles Proposed Amendments\nArticle 1.\nFoo.\n"
    assert "compares two texts" in parse(text, "en").unplaced[0].why.en
    text = "第１条　現行の定款は、\n変更案による。\n"
    assert parse(text, "ja").unplaced == ()


def test_line_like_a_head_within_an_item_is_reported() -> None:
    text = "Article 1.\nThe seats are:\n(1) Y\nArticle 12\nMore.\n"
    unplaced = parse(text, "en").unplaced
    assert [(each.line, each.column, each.text) for each in unplaced] == [(4, 1, "Article 12")]
    assert parse(text.replace("(1) Y", "(1) by"), "en").unplaced == ()


def test_the_record_has_no_breaks_indents_and_blank_lines() -> None:
    made = normalised_for_record(parse(JA, "ja").articles)
    assert write(made).split("\n") == [
        "みほん株式会社定款",
        "第１章　総　則",
        "（商号）",
        "第１条　当会社は、みほん株式会社と称し、英文では、Mihon Co., Ltd.と表示する。",
        "（目的）",
        "第２条　当会社は、次の事業を営む。",
        "（１）製造",
        "（２）販売",
        "２　前項の事業は、国内で営む。",
        "第４条　公告は、電子公告による。",
        "附則",
        "この定款は、2020年６月25日から施行する。",
        "",
    ]


def test_the_record_takes_its_own_form_as_it_is() -> None:
    for text, code in ((JA, "ja"), (EN, "en")):
        once = normalised_for_record(parse(text, code).articles)
        again = normalised_for_record(parse(write(once), code).articles)
        assert write(again) == write(once)


def test_spaces_behind_a_full_stop_are_no_wording() -> None:
    text = "Article 1.\nThe name is X.  It is  short.\n(1)  a\n"
    unit = next(unit for _, unit in normalised_for_record(parse(text, "en").articles).units())
    assert unit.body == "The name is X. It is short.\n(1) a"


def test_section_becomes_a_heading_of_its_own() -> None:
    text = "第1章　株式\n第1節　総則\n第1条　あ。\n第2節　種類株式\n第2条　い。\n"
    made = normalised_for_record(parse(text, "ja").articles)
    assert [(unit.kind, unit.number, unit.caption) for _, unit in made.units()] == [
        ("chapter", (1,), "株式"),
        ("chapter", None, "第1節　総則"),
        ("article", (1,), ""),
        ("chapter", None, "第2節　種類株式"),
        ("article", (2,), ""),
    ]
    assert write(made) == text
    (remark,) = parse(text, "ja").remarks
    assert remark.en.startswith("Headings of sections (2) are kept where they stand")
    assert parse(JA, "ja").remarks == ()


def test_indent_stays_where_it_alone_tells_what_a_line_is() -> None:
    text = "第1条　次による。\n1　甲\n　　1　あ\n　　2　い\n2　乙\n"
    unit = next(unit for _, unit in parse(text, "ja").articles.units())
    body = body_of(unit, language_for("ja"))
    again = parse(f"第1条　{body}\n", "ja").articles
    shape = [(each.kind, each.number) for each in unit.walk()]
    assert [(each.kind, each.number) for each in next(u for _, u in again.units()).walk()] == shape


def test_languages_that_differ_are_reported_where() -> None:
    ja, en = (
        normalised_for_record(parse(text, code).articles) for text, code in ((JA, "ja"), (EN, "en"))
    )
    assert [(each.ja, each.en, each.is_grave) for each in disagreements(ja, en)] == [
        ("article:2", "article:2", False)
    ]
    assert disagreements(ja, en)[0].sentence.en == (
        "Article 2 has 2 paragraphs in Japanese and 1 in English."
    )


def test_items_and_articles_that_differ() -> None:
    en = EN.replace("(3) repair", "2 The objects are pursued in Japan.").replace(
        "Article 4.", "Article 5."
    )
    ja, other = (
        normalised_for_record(parse(text, code).articles) for text, code in ((JA, "ja"), (en, "en"))
    )
    assert [(each.sentence.en, each.is_grave) for each in disagreements(ja, other)] == [
        ("Article 4 is in the Japanese, but not at this place in the English.", True),
        ("Article 5 is in the English, but not at this place in the Japanese.", True),
    ]
    fewer = normalised_for_record(parse(JA.replace("　（２）販売\n", ""), "ja").articles)
    same = normalised_for_record(parse(en.replace("Article 5.", "Article 4."), "en").articles)
    assert [each.sentence.en for each in disagreements(fewer, same)] == [
        "Article 2, Paragraph 1 has 1 item in Japanese and 2 in English."
    ]


@pytest.mark.parametrize(
    ("ja", "en", "sentence"),
    [
        ("（２）販売", "(3) sale", "（２） of the Japanese stands beside (3) of the English."),
        (
            "（２）次の\nイ　卸\nロ　小売",
            "(2) of\n(a) x",
            "Item 2 has 2 sub-items in Japanese and 1",
        ),
    ],
)
def test_numbers_of_items_and_what_is_below_them(ja: str, en: str, sentence: str) -> None:
    texts = (
        (f"第１条　次の。\n（１）製造\n{ja}\n", "ja"),
        (f"Article 1. As follows.\n(1) making\n{en}\n", "en"),
    )
    (found,) = disagreements(*(normalised_for_record(parse(*each).articles) for each in texts))
    assert sentence in found.sentence.en
    assert not found.is_grave


def test_caption_in_one_language_alone() -> None:
    ja = normalised_for_record(parse(JA.replace("（商号）\n", ""), "ja").articles)
    en = normalised_for_record(
        parse(EN.replace("(3) repair", "2 They are pursued in Japan."), "en").articles
    )
    (found,) = disagreements(ja, en)
    assert (found.sentence.en, found.is_grave) == (
        "Article 1 has a caption in English and none in Japanese.",
        False,
    )


def test_joined_articles_have_the_same_identities() -> None:
    ja = normalised_for_record(parse(JA, "ja").articles)
    en = normalised_for_record(parse(EN, "en").articles)
    both = share_keys(ja, en)
    assert [unit.key for _, unit in both.units()] == [unit.key for _, unit in ja.units()]
    assert write(both) == write(en)
