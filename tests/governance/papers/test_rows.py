"""What the templates of papers ask about a row: its classes, and what stays together."""

import pytest

from governance.templatetags.paper import (
    article_number,
    cell_line_classes,
    lines_kept_together,
    row_classes,
)
from governance.text.comparing.span import Span
from governance.text.table.rows import Cell, CellLine, Row

ABSENT = Cell(None, None, (CellLine("label", 0, (Span("（新設）"),)),))


def cell(address: str, *lines: tuple[str, str]) -> Cell:
    return Cell(address, address, tuple(CellLine(role, 0, (Span(text),)) for role, text in lines))


def article(*texts: str) -> Cell:
    return cell(
        "article:14",
        ("caption", "(Chairman)"),
        ("number", "Article 14."),
        *(("text", text) for text in texts),
    )


@pytest.mark.parametrize(
    ("kind", "proposed", "classes"),
    [
        ("amended", article("A short sentence."), "amended short"),
        # 52 letters a line: twelve lines in all, and thirteen.
        ("inserted", article("x" * 520), "inserted short"),
        ("inserted", article("x" * 521), "inserted"),
        ("inserted", article("議" * 260), "inserted short"),
        ("inserted", article("議" * 261), "inserted"),
        ("chapter", cell("chapter:5", ("number", "第５章　監査等委員会")), "chapter short"),
        (
            "amended",
            cell("chapter:5", ("number", "第５章　監査等委員会")),
            "amended chapter short",
        ),
        (
            "inserted",
            cell("chapter:2/section:1", ("number", "第１節　取締役")),
            "inserted chapter short",
        ),
    ],
)
def test_a_row_has_classes_by_its_kind_its_place_and_its_length(
    kind: str, proposed: Cell, classes: str
) -> None:
    assert row_classes(Row(kind, ABSENT, proposed)) == classes


def test_a_deleted_heading_has_the_class_of_a_heading() -> None:
    gone = cell("chapter:5", ("number", "CHAPTER V. AUDITORS"))
    assert row_classes(Row("deleted", gone, ABSENT)) == "deleted chapter short"


@pytest.mark.parametrize(
    ("shown", "lines"),
    [
        (ABSENT, 1),
        (article("A sentence that takes a line."), 3),
        (article("A sentence.", "2 Another.", "3 A third."), 4),
        (
            cell(
                "supplementary:1",
                ("heading", "附則（2026年６月26日）"),
                ("caption", "（経過措置）"),
                ("number", "第１条　" + "当会社は、" * 12),
            ),
            4,
        ),
        (cell("article:7", ("caption", "（単元株式数）"), ("number", "第７条　100株とする。")), 2),
    ],
)
def test_a_head_keeps_two_lines_of_its_text(shown: Cell, lines: int) -> None:
    assert lines_kept_together(shown) == lines


@pytest.mark.parametrize(
    ("line", "classes"),
    [
        (CellLine("text", 0, (Span("2 The notice"),)), "text numbered"),
        (CellLine("text", 0, (Span("The notice"),)), "text"),
        (CellLine("text", 0, (Span("2013 shares"),)), "text"),
        (CellLine("text", 1, (Span("2 The notice"),)), "text item"),
        (CellLine("number", 0, (Span("2 The notice"),)), "number"),
    ],
)
def test_a_numbered_paragraph_has_a_class(line: CellLine, classes: str) -> None:
    assert cell_line_classes(line) == classes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Article 14.", "Article 14"),
        ("Article 15-2. The Company", "Article 15-2"),
        ("第15条の２　当会社は、", "第15条の２"),
        ("第24条", "第24条"),
    ],
)
def test_the_number_of_an_article_is_read_from_its_line(text: str, number: str) -> None:
    assert article_number(CellLine("number", 0, (Span(text),))) == number
