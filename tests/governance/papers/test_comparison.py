"""Two states of the articles side by side, as a value and as a PDF read back."""

import io
from dataclasses import replace

import pdfplumber
import pikepdf
import pytest

from governance.models import Company
from governance.papers.comparison import ComparisonPaper
from governance.papers.pdf import pdf
from tests.governance.papers.conftest import BEFORE, JULY, compared
from tests.proposals.printed_release import marked, marked_columns, printed_lines

HEADS = ("As in force on Tuesday, June 25, 2013", "As in force on Monday, July 1, 2013")


@pytest.fixture
def paper(iij: Company) -> ComparisonPaper:
    return compared(iij, "en", BEFORE, JULY)


def test_columns_are_headed_by_what_is_compared(paper: ComparisonPaper) -> None:
    assert (paper.present_label, paper.proposed_label) == HEADS
    assert (paper.table.style.present_title, paper.table.style.proposed_title) == HEADS
    assert (paper.heading, paper.company) == (
        "Comparison of the Articles of Incorporation",
        "Internet Initiative Japan Inc.",
    )
    assert paper.title == f"{paper.heading} of {paper.company}"
    assert (paper.alike, paper.is_draft, paper.draft_mark) == ("", False, "")


def test_the_amendment_of_2013_between_the_two_days(paper: ComparisonPaper) -> None:
    rows = [(row.kind, row.present.first, row.proposed.first) for row in paper.table.shown]
    assert rows == [
        ("inserted", None, "article:8"),
        ("inserted", None, "article:9"),
        ("renumbered", "article:8", "article:10"),
        ("amended", "article:14", "article:16"),
        ("renumbered", "article:15", "article:17"),
        ("amended", "article:20", "article:22"),
        ("renumbered", "article:21", "article:23"),
    ]


@pytest.mark.parametrize(
    ("language", "alike"),
    [("en", "There is no difference between the two."), ("ja", "両者に相違はありません。")],
)
def test_two_days_without_a_difference_say_so(aogiri: Company, language: str, alike: str) -> None:
    paper = compared(aogiri, language, JULY.replace(year=2023), JULY.replace(year=2024))
    assert paper.alike == alike
    with pdfplumber.open(io.BytesIO(pdf(paper))) as document:
        (page,) = document.pages
        lines = printed_lines(page)
        assert not page.find_tables()
    assert lines == [
        paper.heading,
        paper.company,
        paper.present_label.replace("　", " "),
        paper.proposed_label.replace("　", " "),
        alike,
        "1 / 1",
    ]


def test_every_word_and_every_underline_is_printed(paper: ComparisonPaper) -> None:
    with pdfplumber.open(io.BytesIO(pdf(paper))) as document:
        present, proposed = marked_columns(document, HEADS)
        heads = [table.extract()[0] for page in document.pages for table in page.find_tables()]
    rows = paper.table.shown
    assert present == marked(line for row in rows for line in row.present.lines)
    assert proposed == marked(line for row in rows for line in row.proposed.lines)
    assert heads == [list(HEADS)] * 2


def test_a_draft_says_so_on_every_page(paper: ComparisonPaper) -> None:
    for is_draft in (True, False):
        with pdfplumber.open(io.BytesIO(pdf(replace(paper, is_draft=is_draft)))) as document:
            tops = [printed_lines(page)[0] for page in document.pages]
        later = "Internet Initiative Japan Inc. · Comparison of the Articles of Incorporation"
        assert tops == (["DRAFT", f"{later} DRAFT"] if is_draft else [paper.heading, later])


def test_tagged_with_language_and_title_and_without_author(aogiri: Company) -> None:
    paper = compared(aogiri, "ja", JULY.replace(year=2022), JULY.replace(year=2023))
    printed = pdf(paper)
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert document.Root.Lang == "ja"
        assert document.docinfo["/Title"] == "株式会社青桐精密　定款新旧対照表"
        assert "/Author" not in document.docinfo
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == ["定款新旧対照表"]
    assert pdf(paper) == printed
