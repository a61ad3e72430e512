"""Word files: automatic numbers, tables, tracked changes, and what is left out."""

import pytest

from governance.intake.files.extract import extract_text
from governance.intake.files.word.numerals import write_number
from tests.governance.intake.files.originals import (
    deleted,
    inserted,
    levels,
    numbering,
    p,
    r,
    table,
    word,
)


def lines(data: bytes, tracked: str = "accept", language: str = "ja") -> list[str]:
    return extract_text(data, language=language, tracked=tracked).text.split("\n")  # type: ignore[arg-type]


def notes_of(data: bytes, tracked: str = "accept") -> list[str]:
    return [each.en for each in extract_text(data, language="ja", tracked=tracked).notes]  # type: ignore[arg-type]


ARTICLES = levels(
    ("decimalFullWidth", "第%1条"), ("decimalFullWidth", "%2"), ("iroha", "%3"), after="tab"
)


def test_automatic_numbers_are_written_out() -> None:
    data = word(
        p("（商号）"),
        p("当会社は、みほん株式会社と称する。", number="1"),
        p("（目的）"),
        p("当会社は、次の事業を営む。", number="1"),
        p("前項のほか、付帯する事業を営む。", number="1", level=1),
        p("製造", number="1", level=2),
        p("販売", number="1", level=2),
        p("（公告）"),
        p("公告は、電子公告による。", number="1"),
        p("二項である。", number="1", level=1),
        parts={"numbering": numbering({"1": ARTICLES})},
    )
    assert lines(data) == [
        "（商号）",
        "第１条　当会社は、みほん株式会社と称する。",
        "（目的）",
        "第２条　当会社は、次の事業を営む。",
        "１　前項のほか、付帯する事業を営む。",
        "イ　製造",
        "ロ　販売",
        "（公告）",
        "第３条　公告は、電子公告による。",
        "１　二項である。",
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 3 10 11"),
        ("decimalFullWidth", "１ ２ ３ １０ １１"),
        ("japaneseCounting", "一 二 三 十 十一"),
        ("ideographDigital", "一 二 三 一〇 一一"),
        ("japaneseLegal", "壱 弐 参 拾 拾壱"),
        ("irohaFullWidth", "イ ロ ハ ヌ ル"),
        ("aiueoFullWidth", "ア イ ウ コ サ"),
        ("upperRoman", "I II III X XI"),
        ("lowerRoman", "i ii iii x xi"),
        ("decimalEnclosedCircle", "① ② ③ ⑩ ⑪"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑶ ⑽ ⑾"),
        ("lowerLetter", "a b c j k"),
        ("upperLetter", "A B C J K"),
        ("ideographTraditional", "甲 乙 丙 癸 11"),
        ("decimalZero", "01 02 03 10 11"),
        ("ordinal", "1st 2nd 3rd 10th 11th"),
        ("none", "    "),
        ("a format of tomorrow", "1 2 3 10 11"),
    ],
)
def test_every_format_of_numbers(form: str, expected: str) -> None:
    assert " ".join(write_number(number, form) for number in (1, 2, 3, 10, 11)) == expected


def test_letters_go_on_doubled() -> None:
    assert [write_number(number, "lowerLetter") for number in (26, 27, 28, 53)] == [
        "z",
        "aa",
        "bb",
        "aaa",
    ]


def test_chapters_and_articles_count_side_by_side() -> None:
    both = levels(("japaneseCounting", "第%1章"), ("decimal", "第%2条"))
    # Articles go on through the chapters.
    both = both.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>')
    data = word(
        p("総則", number="1"), p("甲", number="1", level=1), p("乙", number="1", level=1),
        p("株式", number="1"), p("丙", number="1", level=1),
        parts={"numbering": numbering({"1": both})},
    )  # fmt: skip
    assert lines(data) == ["第一章　総則", "第1条　甲", "第2条　乙", "第二章　株式", "第3条　丙"]


def test_a_list_may_start_again_and_elsewhere() -> None:
    one = levels(("decimal", "%1."), after="space")
    override = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    data = word(
        p("a", number="1"), p("b", number="1"), p("c", number="2"), p("d", number="2"),
        parts={"numbering": numbering({"1": one}, {"2": override})},
    )  # fmt: skip
    assert lines(data) == ["1. a", "2. b", "5. c", "6. d"]


def test_number_may_come_from_the_style_and_be_switched_off() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="Base"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="article"><w:name w:val="Article"/>'
        '<w:basedOn w:val="base"/></w:style></w:styles>'
    )
    data = word(
        p("one", style="article"), p("none", style="article", number="0"), p("two", style="base"),
        parts={"numbering": numbering({"1": levels(("decimal", "Article %1."))}), "styles": styles},
    )  # fmt: skip
    assert lines(data, language="en") == ["Article 1. one", "none", "Article 2. two"]


def test_composed_numbers_show_the_levels_above() -> None:
    data = word(
        p("a", number="1"), p("b", number="1", level=1), p("c", number="1", level=1),
        parts={"numbering": numbering({"1": levels(("upperRoman", "%1."), ("decimal", "%1-%2"))})},
    )  # fmt: skip
    assert lines(data) == ["I. a", "I-1 b", "I-2 c"]
    legal = levels(("upperRoman", "%1."), ("decimal", "%1-%2")).replace(
        '<w:lvlText w:val="%1-%2"/>', '<w:isLgl/><w:lvlText w:val="%1-%2"/>'
    )
    data = word(
        p("a", number="1"), p("b", number="1", level=1),
        parts={"numbering": numbering({"1": legal})},
    )  # fmt: skip
    assert lines(data) == ["I. a", "1-1 b"]


def test_tables_are_read_cell_by_cell() -> None:
    inner = table((p("内側"),))
    data = word(
        p("前"),
        table(
            (p("第1条"), p("（商号）") + p("当会社は、甲と称する。")), (p("第2条"), inner + p("後"))
        ),
        p("末"),
    )
    assert lines(data) == [
        "前", "第1条", "（商号）", "当会社は、甲と称する。", "第2条", "内側", "後", "末",
    ]  # fmt: skip


def test_tracked_changes_are_accepted_or_refused() -> None:
    mark = '<w:rPr><w:ins w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
    data = word(
        p(inner=r("取締役は、") + deleted("５名") + inserted(r("７名")) + r("以内とする。")),
        f"<w:p><w:pPr>{mark}</w:pPr>{inserted(r('新しい段落。'))}</w:p>",
        p("終わり。"),
    )
    assert lines(data) == ["取締役は、７名以内とする。", "新しい段落。", "終わり。"]
    assert lines(data, "refuse") == ["取締役は、５名以内とする。", "終わり。"]
    assert notes_of(data) == ["Tracked changes were accepted (4). Lines 1, 2."]
    assert notes_of(data, "refuse") == ["Tracked changes were refused (4). Lines 1, 2."]


def test_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    mark = '<w:rPr><w:del w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
    data = word(f"<w:p><w:pPr>{mark}</w:pPr>{r('一つの')}</w:p>", p("文。"))
    assert lines(data) == ["一つの文。"]
    assert lines(data, "refuse") == ["一つの", "文。"]


def test_numbers_of_refused_paragraphs_are_not_counted() -> None:
    mark = '<w:rPr><w:ins w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
    new = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{mark}</w:pPr>'
        f"{inserted(r('new'))}</w:p>"
    )
    data = word(
        p("a", number="1"), new, p("b", number="1"),
        parts={"numbering": numbering({"1": levels(("decimal", "%1."), after="space")})},
    )  # fmt: skip
    assert lines(data) == ["1. a", "2. new", "3. b"]
    assert lines(data, "refuse") == ["1. a", "2. b"]


def test_headers_notes_hidden_text_and_contents_are_left_out() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    contents = (
        field.format("begin") + '<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
        + field.format("separate") + r("第１章　総則 …… 1") + field.format("end")
    )  # fmt: skip
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>秘密</w:t></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        p(inner=contents),
        p(inner=r("第1条　当会社は、") + hidden + r("甲と称する。") + note),
        parts={
            "header": '<w:hdr xmlns:w="urn:x"><w:p/></w:hdr>',
            "footnotes": '<w:footnotes xmlns:w="urn:x"/>',
        },
    )
    assert lines(data) == ["第1条　当会社は、甲と称する。"]
    assert notes_of(data) == [
        "Left out: footnotes and endnotes (1). Line 1.",
        "Left out: hidden text (1). Line 1: “秘密”.",
        "Left out: lines of a table of contents (1).",
    ]


def test_breaks_tabs_fields_links_and_readings() -> None:
    reading, base = (f"<w:r><w:t>{text}</w:t></w:r>" for text in ("ていかん", "定款"))
    ruby = f"<w:rt>{reading}</w:rt><w:rubyBase>{base}</w:rubyBase>"
    ruby = f"<w:r><w:ruby>{ruby}</w:ruby></w:r>"
    inner = (
        r("上") + "<w:r><w:br/></w:r>" + r("下") + "<w:r><w:tab/></w:r>" + ruby
        + f"<w:hyperlink>{r('先')}</w:hyperlink><w:r><w:noBreakHyphen/></w:r>"
        + f'<w:fldSimple w:instr="REF x">{r("第2条")}</w:fldSimple>'
    )  # fmt: skip
    assert lines(word(p(inner=inner))) == ["上", "下\t定款先-第2条"]


def test_gap_behind_a_number_is_wide_before_japanese() -> None:
    plain = numbering({"1": levels(("decimal", "%1"))})
    data = word(p("前項による。", number="1"), p("The", number="1"), parts={"numbering": plain})
    assert lines(data) == ["1　前項による。", "2 The"]


def test_number_that_was_put_in_as_a_tracked_change() -> None:
    mark = '<w:ins w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/>'
    new = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{mark}</w:numPr></w:pPr>'
        f"{r('b')}</w:p>"
    )
    list_ = numbering({"1": levels(("decimal", "%1."), after="space")})
    data = word(p("a", number="1"), new, p("c", number="1"), parts={"numbering": list_})
    assert lines(data) == ["1. a", "2. b", "3. c"]
    assert lines(data, "refuse") == ["1. a", "b", "2. c"]
    assert notes_of(data, "refuse") == ["Tracked changes were refused (1). Line 2."]


def test_struck_out_text_is_reported() -> None:
    run = "<w:r><w:rPr><w:strike/></w:rPr><w:t>甲</w:t></w:r>"
    data = word(p(inner=r("第1条　") + run + r("乙とする。")))
    assert lines(data) == ["第1条　甲乙とする。"]
    assert notes_of(data) == [
        "Text that is struck out by its form alone (1) was read as text. Line 1: “甲”."
    ]


def test_typed_table_of_contents_is_left_out() -> None:
    data = word(
        p("定款"), p("目　次"), p("第１章　総則\t1"), p("第２章　株式・・・・ 2"),
        p("第１章　総則"), p("第１条　甲。"),
    )  # fmt: skip
    assert lines(data) == ["定款", "第１章　総則", "第１条　甲。"]
    assert notes_of(data) == ["Left out: lines of a table of contents (3)."]
    # One line is no table, and an article that ends in a number no entry.
    for kept in (["目次", "第１条　甲は  5"], ["目次", "第１条　甲は5", "第２条　乙は5"]):
        assert lines(word(*map(p, kept))) == kept
