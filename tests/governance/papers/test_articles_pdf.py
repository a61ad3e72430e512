"""The articles of a day as a PDF, read back; what it says is tested on the value."""

import io
import re
from datetime import date
from itertools import pairwise

import pdfplumber
import pikepdf
import pytest
from pytest_django import DjangoDbBlocker

from governance.intake.files.extract import extract_text
from governance.intake.text.normalised import normalised_for_record
from governance.intake.text.outline import parse
from governance.models import Company
from governance.papers.articles import ArticlesPaper, articles_of_day
from governance.papers.pdf import pdf
from tests.governance.papers.conftest import MEETING
from tests.governance.papers.test_word import ALL, provision_texts
from tests.papers import articles_paper
from tests.proposals.printed_release import printed_lines

HEAD_ALONE = re.compile(r"\(.*\)|Article \d+\.|CHAPTER .*|（.*）|第.*章　.*|附則.*|In force .*")


Printed = tuple[ArticlesPaper, bytes]


@pytest.fixture(scope="module")
def both(loaded: dict[str, Company], django_db_blocker: DjangoDbBlocker) -> list[Printed]:
    """In English and in Japanese, each printed once for all tests here."""
    with django_db_blocker.unblock():
        papers = [
            articles_paper(loaded["3774"], MEETING, "adopted", "en"),
            articles_paper(loaded["9990"], date(2022, 6, 30), "adopted", "ja"),
        ]
    return [(paper, pdf(paper)) for paper in papers]


def pages(printed: bytes) -> list[list[str]]:
    with pdfplumber.open(io.BytesIO(printed)) as document:
        return [printed_lines(page) for page in document.pages]


def letters(text: str) -> str:
    return "".join(text.split())


def test_every_word_is_printed_in_order(both: list[Printed]) -> None:
    for each, printed in both:
        first, *later = pages(printed)
        # Without the foot of each page, and without the head of the later ones.
        body = letters("".join(first[:-1]) + "".join("".join(page[1:-1]) for page in later))
        words = [each.heading, each.company, each.state, *each.notes]
        for part in each.parts:
            words.append(part.title)
            for unit in part.units:
                words += [line.text for line in unit.head]
                words.append("" if unit.is_heading else unit.note)
                words += [line.text for line in unit.body]
        assert body == letters("".join(words))


def test_what_is_taken_in_again_are_the_same_articles(
    loaded: dict[str, Company], db: None, both: list[Printed]
) -> None:
    for (code, language, day), (_paper, printed) in zip(ALL[:2], both, strict=True):
        found = articles_of_day(loaded[code], day, "adopted", language)
        taken = extract_text(printed, language=language)
        again = parse(taken.text, language)
        assert provision_texts(normalised_for_record(again.articles)) == provision_texts(
            found.articles
        )
        # Company, day and what is to come stand above the articles.
        assert all(line.is_lost and line.line < 7 for line in again.unplaced)
        assert any("remarks of this program" in note.en for note in taken.notes)


def test_pages_are_counted_and_later_ones_say_what_they_are_of(both: list[Printed]) -> None:
    read = pages(both[0][1])
    count = len(read)
    assert [page[-1] for page in read] == [f"{n} / {count}" for n in range(1, count + 1)]
    head = (
        "Internet Initiative Japan Inc. · Articles of Incorporation ·"
        " As adopted by Wednesday, June 26, 2013"
    )
    assert [page[0] for page in read[1:]] == [head] * (count - 1)
    assert read[0][0] == "ARTICLES OF INCORPORATION"


def test_no_head_is_left_alone_at_a_foot(both: list[Printed]) -> None:
    for _paper, printed in both:
        for page in pages(printed):
            assert not HEAD_ALONE.fullmatch(page[-2]), page[-2]


def test_outline_has_every_chapter_and_article(both: list[Printed]) -> None:
    for each, printed in both:
        with (
            pikepdf.open(io.BytesIO(printed)) as document,
            document.open_outline() as outline,
        ):
            (top,) = outline.root
            found = [(one.title, [below.title for below in one.children]) for one in top.children]
        expected: list[tuple[str, list[str]]] = []
        for part in each.parts:
            if part.title:
                expected.append((part.title, []))
            for unit in part.units:
                if unit.is_heading:
                    expected.append((unit.name, []))
                else:
                    expected[-1][1].append(unit.name)
        assert top.title == each.heading
        assert found == expected


def test_tagged_with_language_and_title_and_without_author(both: list[Printed]) -> None:
    for each, printed in both:
        with pikepdf.open(io.BytesIO(printed)) as document:
            assert each.language == document.Root.Lang
            assert document.Root.MarkInfo.Marked is True
            assert document.docinfo["/Title"] == each.title
            assert "/Author" not in document.docinfo
            assert b'pdfuaid:part="1"' in document.Root.Metadata.read_bytes()
            fonts = {
                re.sub(r"^/[A-Z]{6}\+", "", str(font.BaseFont))
                for page in document.pages
                for font in page.Resources.get("/Font", {}).values()
            }
        latin = {"Source-Serif-Pro", "Source-Serif-Pro-Semi-Bold"}
        assert fonts == (
            latin
            if each.language == "en"
            else {"Source-Serif-Pro", "Noto-Serif-JP", "Noto-Sans-CJK-JP-Bold"}
        )


def test_items_hang_by_their_marks(both: list[Printed]) -> None:
    """The second line of an item begins under the first word after its mark, within a point."""
    for (_paper, printed), mark in zip(both, (r"^\(\d\)", r"^（.）"), strict=True):
        with pdfplumber.open(io.BytesIO(printed)) as document:
            hangs = []
            for page in document.pages:
                lines = page.extract_text_lines(return_chars=True)
                for line, below in pairwise(lines):
                    found = re.match(mark, line["text"])
                    is_wrapped = below["x0"] > line["x0"] + 10
                    if found and is_wrapped and not re.match(mark, below["text"]):
                        word = [c for c in line["chars"] if c["text"].strip()][found.end()]
                        hangs.append(word["x0"] - below["x0"])
        assert hangs
        assert max(map(abs, hangs)) < 1


def test_same_paper_gives_the_same_bytes(both: list[Printed]) -> None:
    for paper, printed in both:
        assert pdf(paper) == printed
