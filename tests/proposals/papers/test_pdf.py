"""The PDF read back: few tests, all that is said about the words is tested on the value."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pdfplumber
import pikepdf
import pytest

from governance.papers.pdf import pdf
from governance.papers.sections import NumberedReason
from proposals.papers.release import ReleasePaper
from tests.proposals.printed_release import columns, printed_lines, rows_of_pages

CAPTION_OR_NUMBER = re.compile(r"Article \d+\.|\((?!New|Prov|Unch)[A-Z][^)]*\)|Supplementary .*")


@contextmanager
def opened(paper: ReleasePaper) -> Iterator[pdfplumber.PDF]:
    with pdfplumber.open(io.BytesIO(pdf(paper))) as document:
        yield document


def elements(node: pikepdf.Object, tag: str) -> list[pikepdf.Object]:
    """The structure elements of that tag, in reading order."""
    found = [node] if node.get("/S") == f"/{tag}" else []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += elements(kid, tag)
    return found


def test_rows_are_printed_in_their_order(paper: ReleasePaper) -> None:
    with opened(paper) as document:
        read = rows_of_pages(document)
    assert read == [
        tuple(" ".join(line.text for line in cell.lines) for cell in (row.present, row.proposed))
        for row in paper.table.shown
    ]


def test_head_row_stands_on_every_page_of_the_table(paper: ReleasePaper) -> None:
    with opened(paper) as document:
        heads = [table.extract()[0] for page in document.pages for table in page.find_tables()]
    assert heads == [["Present Articles", "Proposed Articles"]] * 2


def test_pages_are_counted_and_later_ones_name_company_and_subject(paper: ReleasePaper) -> None:
    with opened(paper) as document:
        lines = [printed_lines(page) for page in document.pages]
    assert [page[-1] for page in lines] == ["1 / 3", "2 / 3", "3 / 3"]
    head = "Internet Initiative Japan Inc. · Partial Amendment of the Articles of Incorporation"
    assert [page[0] for page in lines] == ["DRAFT", f"{head} DRAFT", f"{head} DRAFT"]


def test_no_page_says_draft_once_approved(paper: ReleasePaper) -> None:
    with opened(replace(paper, is_draft=False)) as document:
        assert ["DRAFT" in page.extract_text() for page in document.pages] == [False] * 3


@pytest.mark.parametrize("lines", [0, 3, 4, 9, 17, 26, 33, 41, 42])
def test_no_caption_or_number_is_left_alone_at_a_foot(paper: ReleasePaper, lines: int) -> None:
    """Whatever stands above the table, each page ends with a text, a run or a label."""
    more = NumberedReason("(3)", tuple(f"Line {count}." for count in range(lines)))
    reasons = (*paper.reasons, more) if lines else paper.reasons
    with opened(replace(paper, reasons=reasons)) as document:
        for page in document.pages:
            for column in columns(page):
                last = (column or ["(Unchanged)"])[-1]
                assert last not in ("Present Articles", "Proposed Articles")
                assert not CAPTION_OR_NUMBER.fullmatch(last)


def test_fonts_are_our_own_embedded_and_subset(paper: ReleasePaper) -> None:
    with pikepdf.open(io.BytesIO(pdf(paper))) as document:
        found = {
            str(font.BaseFont): "/FontFile3" in font.DescendantFonts[0].FontDescriptor
            for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    # Six letters before the name say that only the signs in use are there.
    assert {re.sub(r"^/[A-Z]{6}\+", "", name): embedded for name, embedded in found.items()} == {
        "Source-Serif-Pro": True,
        "Source-Serif-Pro-Semi-Bold": True,
    }


def test_tagged_with_language_title_and_bookmarks_and_without_author(paper: ReleasePaper) -> None:
    with pikepdf.open(io.BytesIO(pdf(paper))) as document:
        root = document.Root
        heads = elements(root.StructTreeRoot.K[0], "TH")
        assert root.Lang == "en"
        assert root.MarkInfo.Marked is True
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert document.docinfo["/Title"] == paper.title
        assert "/Author" not in document.docinfo
        assert b'pdfuaid:part="1"' in root.Metadata.read_bytes()
        # Two heads of one table over two pages; every cell says which one it stands under.
        assert len(heads) == 2
        cells = elements(root.StructTreeRoot.K[0], "TD")
        assert all(cell.A.Headers for cell in cells)
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == [paper.title]
            assert [item.title for item in outline.root[0].children] == [
                "1. Reason for amendments",
                "2. Content of amendments",
                "3. Schedule for amendment",
                "About IIJ",
            ]


def test_same_paper_gives_the_same_bytes(paper: ReleasePaper) -> None:
    assert pdf(paper) == pdf(paper)
