"""Word files: rows of tables stay rows; tables that hold articles are read cell by cell."""

from tests.governance.intake.files.originals import p, table, word
from tests.governance.intake.files.test_word import lines, notes_of


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_rows_of_a_table_in_an_article_stay_rows() -> None:
    years = (("勤続年数", "1年", "2年"), ("休暇日数", "10日", ""), ("備考", "なし", "別記"))
    data = word(
        p("第1条　休暇は、次のとおりとする。"),
        table(*(tuple(map(p, row)) for row in years)),
        p("第2条　乙。"),
    )
    assert lines(data)[1:4] == ["勤続年数\t1年\t2年", "休暇日数\t10日", "備考\tなし\t別記"]
    assert notes_of(data) == [
        "Tables (1) were read row by row, with tabs between the cells. Line 2."
    ]


def test_number_beside_its_provision_is_read_as_if_typed_before_it() -> None:
    rows = (("第1条", "当会社は、甲と称する。"), ("（1）", "製造"))
    assert lines(word(table(*(tuple(map(p, row)) for row in rows)))) == [
        "第1条　当会社は、甲と称する。",
        "（1）　製造",
    ]


def test_merged_cells_and_tables_within_are_told() -> None:
    merged = (
        "<w:tbl><w:tr>" + cell("甲", '<w:vMerge w:val="restart"/>') + cell("1") + "</w:tr>"
        "<w:tr>" + cell("", "<w:vMerge/>") + cell("2") + "</w:tr></w:tbl>"
    )  # fmt: skip
    data = word(p("第1条　次の表による。"), merged)
    assert lines(data)[1:] == ["甲\t1", "\t2"]
    assert notes_of(data) == [
        "Tables (1) were read row by row, with tabs between the cells. Line 2.",
        "What stands in merged cells (1 merged) was read in the first of them alone. Line 3.",
    ]
    data = word(p("第1条　次の表による。"), table((p("甲"), table((p("乙"), p("丙"))) + p())))
    assert lines(data)[1:4] == ["甲", "乙\t丙", ""]
    assert notes_of(data)[-1] == (
        "Tables in cells of tables (1) were read where they stand. Line 3."
    )
