"""Pages of PDFs as lines: what counts lines, what runs along, two languages, hyphens."""

import pytest

from governance.intake.files.pdf.changing_heads import changing_heads
from governance.intake.files.pdf.hyphens import Hyphens
from governance.intake.files.pdf.language_columns import PlacedCharacter, language_columns
from governance.intake.files.pdf.line_breaks import join_broken_lines
from governance.intake.files.pdf.margin_numbers import without_margin_numbers
from governance.intake.files.pdf.page import LineSegment, PageLine, PdfPage
from governance.intake.files.pdf.table_rows import table_rows
from governance.text.languages import language_for

TEXT = [
    "第１条　甲とする。",
    "（目的）",
    "第２条　次による。",
    "（１）製造",
    "（２）販売",
    "第３条　乙とする。",
]


def segment(text: str, x: float, y: float, size: float = 10.0) -> LineSegment:
    return LineSegment(text, x, x + size * len(text), y, size)


def page(number: int, *lines: tuple[LineSegment, ...]) -> PdfPage:
    return PdfPage(number, 800.0, tuple(PageLine(each, number) for each in lines))


def numbered(numbers: list[str], *, gap: float = 30.0) -> PdfPage:
    """A page of `TEXT`, each line with the number beside it, "" for none."""
    lines = []
    for at, (number, text) in enumerate(zip(numbers, TEXT, strict=True)):
        y = 700.0 - 20 * at
        beside = (segment(number, 60.0 - 10 * len(number), y),) if number else ()
        lines.append((*beside, segment(text, 60.0 + gap, y)))
    return page(0, *lines)


@pytest.mark.parametrize(
    ("numbers", "gone"),
    [
        (["1", "2", "3", "4", "5", "6"], 6),
        (["7", "8", "9", "10", "11", "12"], 6),
        (["", "", "1", "2", "3", ""], 0),  # items
        (["1", "1", "2", "3", "4", "5"], 0),
        (["1", "2", "4", "5", "6", "7"], 0),
    ],
)
def test_numbers_in_the_margin_that_count_lines(numbers: list[str], gone: int) -> None:
    (kept,), count = without_margin_numbers([numbered(numbers)])
    assert count == gone
    pairs = zip(numbers, TEXT, strict=True)
    beside = [f"{number}　{text}" if number else text for number, text in pairs]
    assert [line.text for line in kept.lines] == (TEXT if gone else beside)


def heads(*texts: str, gap: float = 40.0, size: float = 10.0) -> list[PageLine]:
    """The running heads among pages that have these texts at their top."""
    pages = []
    for number, text in enumerate(texts):
        below = [
            (segment(f"{number}{line}", 50.0, 760.0 - gap - 20 * at),)
            for at, line in enumerate(TEXT)
        ]
        pages.append(page(number, (segment(text, 50.0, 760.0, size),), *below))
    return changing_heads(pages)


def test_running_heads_that_change_with_the_chapter_or_the_articles() -> None:
    assert len(heads("第１条～第３条", "第４条―第６条", "第７条-第９条")) == 3
    assert len(heads("総則", "株式", "機関", size=8.0)) == 3
    # No gap below, no smaller type, nothing said elsewhere, a sentence: wording.
    assert heads("第１条～第３条", "第４条～第６条", "第７条～第９条", gap=20.0) == []
    assert heads("総則", "株式", "機関") == []
    assert heads("甲とする。", "乙とする。", "丙とする。", size=8.0) == []


def placed(text: str, x: float) -> list[PlacedCharacter]:
    found = []
    for sign in text:
        width = 10.0 if ord(sign) > 0x2FFF else 5.0
        if sign.strip():
            found.append(PlacedCharacter(sign, x, x + width, 10.0))
        x += width
    return found


def test_columns_of_two_languages_however_close() -> None:
    ja = ["第１条　当会社は、甲と称する", "。", "第２条　本店は、京都に置く。"]
    en = ["Article 1. The name is Kou.", "Article 2. The seat is", "in Kyoto."]
    lines = [placed(one, 50.0) + placed(other, 192.0) for one, other in zip(ja, en, strict=True)]
    found = language_columns(lines)
    assert found is not None
    assert (found.left, found.right, 188 < found.gutter < 192) == ("ja", "en", True)
    title = placed("定款　ARTICLES OF INCORPORATION OF KOU", 50.0)
    assert language_columns([title, *lines, *lines]) == found
    assert language_columns([placed(text, 50.0) for text in (*ja, *en)]) is None
    assert language_columns([placed(a + b, 50.0) for a, b in zip(ja, en, strict=True)]) is None


@pytest.mark.parametrize(
    ("line", "below", "expected", "unsure"),
    [
        ("Each execu-", "tive officer", "Each executive officer", []),
        ("any non-", "resident shareholder", "any non-resident shareholder", []),
        ("a less-than-", "full unit", "a less-than-full unit", []),
        ("a long\u2010", "term plan", "a long-term plan", []),
        ("the share-", "holder", "the share-holder", ["share-holder"]),
        ("notwith-", "standing", "notwithstanding", []),
        ("of 2020-", "2021", "of 2020-2021", []),
    ],
)
def test_hyphens_at_the_ends_of_lines(
    line: str, below: str, expected: str, unsure: list[str]
) -> None:
    hyphens = Hyphens([line, "An executive officer, a share and its holder."])
    assert hyphens.joined(line, below) == expected
    assert hyphens.unsure == unsure


def test_rows_of_a_table_stay_rows_with_what_goes_on_in_their_cells() -> None:
    rows = [
        {50: "第１条　次の表による。"},
        {50: "勤続", 150: "1年", 250: "2年"},
        {50: "年数"},
        {50: "休暇日数", 150: "10日", 250: "11"},
        {250: "日"},
        {50: "第２条　甲とする。"},
    ]
    lines = [
        PageLine(tuple(segment(text, x, 700.0 - 18 * row) for x, text in each.items()), 0)
        for row, each in enumerate(rows)
    ]
    found = join_broken_lines(lines, "ja", Hyphens([]))
    assert found.lines == [rows[0][50], "勤続年数\t1年\t2年", "休暇日数\t10日\t11日", rows[5][50]]
    assert found.rows == [1, 2]


def test_marks_far_from_their_words_are_no_rows() -> None:
    rules = language_for("ja")
    for marks in (("（１）", "（２）"), ("第１条", "第２条"), ("２", "３"), ("イ", "ロ")):
        lines = [
            PageLine((segment(mark, 50.0, y), segment("製造", 110.0, y)), 0)
            for mark, y in zip(marks, (700.0, 680.0), strict=True)
        ]
        assert table_rows(lines, rules) == {}
