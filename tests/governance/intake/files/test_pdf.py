"""PDFs with text, made by WeasyPrint."""

from io import BytesIO

import pdfplumber
import pikepdf
import pytest

from governance.intake.files.extract import extract_text
from governance.intake.files.pdf.characters import usual_forms
from governance.intake.files.pdf.glyphs import (
    Glyph,
    is_vertical,
    rows,
    segments,
    turned_upright,
    without_readings,
)
from governance.intake.files.pdf.page import page_of
from governance.intake.text.outline import parse
from tests.governance.intake.files.originals import pdf

JA = [
    "第１章　総則",
    "（商号）",
    "第１条　当会社は、みほん精密株式会社と称し、英文では、Mihon Precision Co., Ltd.と表示する。",
    "（目的）",
    "第２条　当会社は、次の事業を営むことを目的とする。",
    "（１）精密機械器具の設計、製造、販売、据付け、保守および修理ならびにこれらの請負",
    "（２）前号に付帯または関連する一切の事業",
    "（発行可能株式総数）",
    "第３条　当会社の発行可能株式総数は、1,000万株とする。ただし、法令に定めがある場合を除く。",
    "２　当会社は、前項の株式のほか、取締役会の決議によって新株予約権を発行することができる。",
]
NAME = (
    "The Company shall be called Example Kabushiki Kaisha, and in English Example Inc., which name"
    " shall be shown on all of its less-than-a-full-unit certificates and notices."
)
NUMBER = (
    "The number of directors of the Company shall be not more than fourteen (14), as the Board of"
    " Directors may from time to time resolve under Article 1."
)
EN = [
    "CHAPTER I. GENERAL PROVISIONS",
    "(Trade Name)",
    "Article 1.",
    NAME,
    "(Number of Directors)",
    "Article 2.",
    NUMBER,
]


def lines(data: bytes, language: str = "ja") -> list[str]:
    return extract_text(data, language=language).text.split("\n")


def notes(data: bytes, language: str = "ja") -> list[str]:
    return [each.en for each in extract_text(data, language=language).notes]


def test_what_the_width_of_the_page_broke_is_joined() -> None:
    assert lines(pdf(*JA)) == JA
    assert lines(pdf(*EN, language="en"), "en") == EN


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("第１条 理事会は、理事長が招集する。", "２ 理事は、招集を求める。", "３ 書面で行う。"),
        ("第１条（招集） 総会は、会長が招集する。", "（１） 定時総会", "（２） 臨時総会"),
        ("第十二条 監査役は、次の職務を行う。", "イ 監査", "ロ 報告"),
        ("第４条の２ 支店は、東京都に置く。", "② 支店の長は、取締役会が選ぶ。"),
    ],
)  # fmt: skip
def test_narrow_space_behind_what_counts_is_kept(paragraphs: tuple[str, ...]) -> None:
    assert lines(pdf(*paragraphs)) == list(paragraphs)


def test_number_that_touches_its_words_begins_a_line_of_its_own_and_is_asked_about() -> None:
    paragraphs = [
        "第１条　総会は、会長が招集する。",
        "２会長以外の会員は、総会の招集を請求することができる。",
        "３名以上の会員の同意を要する。",
    ]
    assert lines(pdf(*paragraphs))[:2] == paragraphs[:2]
    unplaced = parse("\n".join(paragraphs), "ja").unplaced
    assert [(each.line, each.text) for each in unplaced] == [(2, paragraphs[1])]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    data = pdf(*JA, *JA, head='"みほん精密株式会社　定款"', foot='"- " counter(page) " -"')
    assert lines(data) == JA + JA
    assert notes(data) == ["Left out: running heads and page numbers (6 lines)."]
    data = pdf(*JA, *JA, foot='counter(page) " / " counter(pages)', head="counter(page)")
    assert lines(data) == JA + JA
    data = pdf(*JA, *JA, *JA, foot="counter(page, lower-roman)")
    assert lines(data) == JA + JA + JA
    for dash in "－−‐―":
        assert lines(pdf(*JA, *JA, foot=f'"{dash} " counter(page) " {dash}"')) == JA + JA


def test_running_foot_with_the_page_number_in_it() -> None:
    for foot in (
        '"株式会社みほん 定款 " counter(page) "/" counter(pages) "ページ"',
        '"定款（2026年６月改定）　p." counter(page)',
    ):
        assert lines(pdf(*JA, *JA, *JA, foot=foot)) == JA * 3
    page = '<p style="break-before: page">第{n}条</p><p>当会社は、{n}を定める。</p>'
    body = "".join(page.format(n=n) for n in (1, 2, 3))
    assert [each for each in lines(pdf(body=body)) if each.startswith("第")] == [
        "第1条", "第2条", "第3条",
    ]  # fmt: skip


def test_sentence_that_several_pages_begin_with_is_no_running_head() -> None:
    page = '<p style="break-before: page">第{n}条　当会社は、次の各号を行う。</p>'
    end = '<p style="break-before: page">ただし、法令に別段の定めがある場合を除く。</p>'
    body = "".join(page.format(n=n) + end for n in (1, 2, 3))
    assert "".join(lines(pdf(body=body))).count("ただし、法令に別段の定めがある場合を除く。") == 3


def test_number_of_an_only_page() -> None:
    assert lines(pdf(*JA[:3], foot="counter(page)")) == JA[:3]
    assert lines(pdf(*JA[:3], foot='"2026"')) == [*JA[:3], "2026"]


def test_number_on_a_line_of_its_own_is_kept_where_it_counts_nothing() -> None:
    assert lines(pdf(*JA[:3], "2026")) == [*JA[:3], "2026"]


def test_columns_are_read_one_after_another() -> None:
    css = (
        "@page { size: A4; margin: 25mm } body { columns: 2; column-gap: 8mm; text-align: justify }"
    )
    many = [*JA, *JA, *JA, *JA]
    data = pdf(*many, css=css)
    assert lines(data) == many
    assert notes(data) == ["Read in two columns, the left one first: 1 pages."]


def test_line_over_both_columns_stands_where_it_stood() -> None:
    css = (
        "@page { size: A4; margin: 25mm } div { columns: 2; column-gap: 8mm }"
        "h1 { font-size: 14pt; margin: 0 }"
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in JA + JA)
    title = "みほん精密株式会社の定款（2026年６月25日の定時株主総会における変更後のもの）"
    body = f"<h1>{title}</h1><div>{paragraphs}</div>"
    assert lines(pdf(body=body, css=css)) == [title, *JA, *JA]


def test_labels_beside_the_wording_are_no_column() -> None:
    css = (
        "table { border-spacing: 0 } td { vertical-align: top; padding: 0 }"
        "td:first-child { width: 25mm }"
    )
    rows_ = "".join(
        f"<tr><td>第{n}条</td><td>当会社は、{word}と称する。</td></tr>"
        for n, word in enumerate("甲乙丙丁戊己", 1)
    )
    found = lines(pdf(body=f"<table>{rows_}</table>", css=css))
    assert found[:2] == ["第1条　当会社は、甲と称する。", "第2条　当会社は、乙と称する。"]


def test_lines_of_a_table_of_contents_are_left_out() -> None:
    data = pdf("第１章　総則…………………… 1", "第２章　株式…………………… 3", *JA)
    assert lines(data) == JA
    assert notes(data) == ["Left out: lines of a table of contents (2)."]


def raw_lines(printed: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(printed)) as document:
        return document.pages[0].extract_text().split("\n")


def test_hyphen_of_a_break_goes_and_that_of_a_word_stays() -> None:
    text = (
        "The Company shall issue less-than-a-full-unit certificates notwithstanding anything"
        " contained herein."
    )
    # Source Serif has one glyph for both hyphens, so that a PDF cannot tell them apart.
    css = (
        "@page { size: 66mm 120mm; margin: 10mm }"
        'body { hyphens: auto } :lang(en) { font-family: "Noto Serif JP" }'
    )
    printed = pdf("Article 1.", text, language="en", css=css)
    assert raw_lines(printed)[2:4] == ["issue less-than-a-full-", "unit certificates not\u2010"]
    assert lines(printed, "en") == ["Article 1.", text]


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([0.0, 0.0], ["あいう"]),
        ([0.3, 0.3], ["あいう"]),  # justified
        ([1.0, 0.0], ["あ　いう"]),
        ([3.0, 0.0], ["あ", "いう"]),
    ],
)
def test_gaps_of_japanese(gaps: list[float], expected: list[str]) -> None:
    glyphs, x = [], 0.0
    for text, gap in zip("あいう", [*gaps, 0.0], strict=True):
        glyphs.append(Glyph(text, x, x + 10, 100.0, 10.0))
        x += 10 + gap * 10
    (row,) = rows(glyphs)
    assert [segment[0] for segment in segments(row)] == expected


def test_wide_spaces_are_as_many_as_they_were() -> None:
    given = ["第１章　総　　則", "（商　　号）", "第１条　当会社は、甲と称する。"]
    assert lines(pdf(*given)) == given
    # A program that draws no spaces leaves gaps: two of the type, and the gap between columns.
    glyphs = [Glyph(text, x, x + 10, 100.0, 10.0) for text, x in (("商", 0.0), ("号", 30.0))]
    (row,) = rows(glyphs)
    line = [list(each) for each in segments(row)]
    assert page_of(0, {"height": 800, "lines": [line]}).lines[0].text == "商　　号"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_upright(turn: int) -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf(*JA))) as document:
        for page in document.pages:
            page.Rotate = turn
        document.save(made)
    assert lines(made.getvalue()) == JA


def test_readings_over_characters_are_left_out() -> None:
    wording = "第１条　当会社は、甲精密株式会社と称し、本店を京都市に置く。"
    reading = [
        Glyph(text, 60.0 + 5 * at, 65.0 + 5 * at, 110.0, 5.0) for at, text in enumerate("とうかい")
    ]
    below = [
        Glyph(text, 20.0 + 10 * at, 30.0 + 10 * at, 100.0, 10.0) for at, text in enumerate(wording)
    ]
    assert without_readings([*reading, *below]) == below
    # Small print below, or kana of the same size, is wording.
    note = [Glyph("あ", 60.0, 65.0, 90.0, 5.0)]
    assert without_readings([*below, *note]) == [*below, *note]


def test_lines_that_run_down_are_distinguished_from_lines_that_run_across() -> None:
    """Two lines of articles, each sign under the one before; and the same across."""
    texts = ("第１条　当会社は、甲と称する。", "第２条　公告は、電子公告による。")
    down = [
        Glyph(text, 100.0 - 20 * line, 110.0 - 20 * line, 300.0 - 10 * at, 10.0)
        for line, words in enumerate(texts)
        for at, text in enumerate(words)
    ]
    across = [
        Glyph(text, 10.0 * at, 10.0 * at + 10, 300.0 - 20 * line, 10.0)
        for line, words in enumerate(texts)
        for at, text in enumerate(words)
    ]
    assert is_vertical(down)
    assert not is_vertical(across)
    for glyphs in (turned_upright(down, 400.0), across):
        found = [segment[0] for line in rows(glyphs) for segment in segments(line)]
        assert found == list(texts)


def test_signs_of_vertical_lines_are_the_usual_ones() -> None:
    assert usual_forms("︵商号︶当会社は︑﹁甲﹂と称する︒") == "（商号）当会社は、「甲」と称する。"


def test_full_line_goes_on_where_a_sentence_ended_at_its_end() -> None:
    sizes = "@page { size: 100mm 120mm; margin: 15mm } body { font-size: 10mm; line-height: 1.4 }"
    given = ["第１条　甲とす。ただし、乙を除く。この限りとする。", "（目的）", "第２条　丙とす。"]
    assert lines(pdf(*given, css=sizes)) == given  # seven characters a line


def test_line_that_begins_small_goes_on_behind_a_semicolon() -> None:
    given = ["Article 1.", "(1) manufacture and sale of machinery; and", "(2) all else."]
    css = "@page { size: 75mm 90mm; margin: 10mm 8mm }"
    for width in range(60, 80):
        found = lines(pdf(*given, language="en", css=css.replace("75", str(width))), "en")
        assert found == given


def test_pages_without_text_are_reported() -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf(*JA))) as document:
        document.add_blank_page()
        document.save(made)
    assert lines(made.getvalue()) == JA
    assert notes(made.getvalue()) == [
        "There is no text on 1 of the pages; if they are pictures of text, it is missing here."
    ]


def test_radicals_are_read_as_characters() -> None:
    assert usual_forms("⼀⼈の⽀配⼈、ﬁrst") == "一人の支配人、first"
