"""PDFs with text, made by WeasyPrint."""

import pytest

from governance.intake.pdf.characters import plain
from governance.intake.pdf.glyphs import Glyph, rows, segments
from governance.intake.taking import take
from tests.governance.intake.originals import pdf

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
    return take(data, language=language).text.split("\n")


def notes(data: bytes, language: str = "ja") -> list[str]:
    return [each.en for each in take(data, language=language).notes]


def test_what_the_width_of_the_page_broke_is_joined() -> None:
    assert lines(pdf(*JA)) == JA
    assert lines(pdf(*EN, language="en"), "en") == EN


def test_running_heads_and_page_numbers_are_left_out() -> None:
    data = pdf(*JA, *JA, head='"みほん精密株式会社　定款"', foot='"- " counter(page) " -"')
    assert lines(data) == JA + JA
    assert notes(data) == ["Left out: running heads and page numbers (6 lines)."]
    data = pdf(*JA, *JA, foot='counter(page) " / " counter(pages)', head="counter(page)")
    assert lines(data) == JA + JA
    data = pdf(*JA, *JA, *JA, foot="counter(page, lower-roman)")
    assert lines(data) == JA + JA + JA


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


def test_hyphen_of_a_break_goes_and_that_of_a_word_stays() -> None:
    text = (
        "The Company shall issue less-than-a-full-unit certificates notwithstanding anything"
        " contained herein."
    )
    css = "@page { size: 70mm 120mm; margin: 10mm } body { hyphens: auto }"
    assert lines(pdf("Article 1.", text, language="en", css=css), "en") == ["Article 1.", text]


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


def test_radicals_are_read_as_characters() -> None:
    assert plain("⼀⼈の⽀配⼈、ﬁrst") == "一人の支配人、first"
