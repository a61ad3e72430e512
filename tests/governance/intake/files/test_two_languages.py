"""Articles in two languages in one file."""

import pytest

from governance.intake.files.extract import extract_text
from governance.intake.files.two_languages import language_of, line_languages
from tests.governance.intake.files.originals import p, table, word

JA = [
    "（商号）",
    "第１条　当会社は、甲（英文Kou Co., Ltd.）と称する。",
    "第２条　本店を京都市に置く。",
]
EN = ["(Trade Name)", "Article 1. The name is Kou (株式会社甲).", "Article 2. The seat is Kyoto."]
NOTE = "Read as two texts, one in each language (3 lines in the other); compare both."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("当会社は、Mihon Precision Company Limited と称する。", "ja"),
        ("The name is Kabushiki Kaisha Kou (株式会社甲) in Japanese.", "en"),
        ("１２　－　３", ""),
    ],
)
def test_language_of_a_line(text: str, expected: str) -> None:
    assert language_of(text) == expected


def test_articles_that_name_one_of_the_other_language_are_of_one_language() -> None:
    assert (
        line_languages(["第１条　Article 1 of X とする。", "第２条　甲。", "Article 5"], {}) is None
    )


@pytest.mark.parametrize("is_in_turn", [True, False])
def test_paragraphs_in_turn_or_one_text_behind_the_other(is_in_turn: bool) -> None:
    pairs = zip(JA, EN, strict=True)
    lines = [each for pair in pairs for each in pair] if is_in_turn else [*JA, *EN]
    for language, own, other in (("ja", JA, EN), ("en", EN, JA)):
        found = extract_text("\n".join(lines).encode(), language=language)
        assert (found.text.split("\n"), found.other.split("\n")) == (own, other)
        assert [each.en for each in found.notes] == [NOTE]


@pytest.mark.parametrize("is_swapped", [True, False])
def test_columns_of_a_table(is_swapped: bool) -> None:
    pairs = [(one, other)[:: -1 if is_swapped else 1] for one, other in zip(JA, EN, strict=True)]
    found = extract_text(word(table(*((p(a), p(b)) for a, b in pairs))), language="ja")
    assert (found.text.split("\n"), found.other.split("\n")) == (JA, EN)
    assert found.notes[0].en == NOTE


def test_column_that_counts_the_rows_goes() -> None:
    pairs = enumerate(zip(JA, EN, strict=True), 1)
    rows = [("番号", "和文", "英文"), *((str(number), a, b) for number, (a, b) in pairs)]
    found = extract_text(word(table(*(tuple(map(p, row)) for row in rows))), language="ja")
    assert (found.text.split("\n"), found.other.split("\n")) == (["和文", *JA], ["英文", *EN])
    assert "Left out: numbers that count the rows of a table of articles (3). Line 1." in [
        each.en for each in found.notes
    ]


def test_names_in_a_column_of_a_table_stay_in_their_row() -> None:
    rows = (("取締役", "Director"), ("監査役", "Auditor"))
    data = word(p("第１条　英文の呼称は、次による。"), table(*((p(a), p(b)) for a, b in rows)))
    found = extract_text(data, language="ja")
    assert found.text.split("\n")[1:] == ["取締役\tDirector", "監査役\tAuditor"]
    assert found.other == ""


def test_heads_of_both_languages_in_one_line_are_told() -> None:
    lines = ["第１条 甲。 Article 1. A.", "第２条 乙。 Article 2. B."]
    notes = extract_text("\n".join(lines).encode(), language="ja").notes
    assert notes[0].en.startswith("Two languages stand in one line (2) and could not be read apart")
