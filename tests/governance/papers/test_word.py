"""The Word files, read back: with python-docx, and taken in again as a company's articles."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from governance import record
from governance.intake.files.extract import extract_text
from governance.intake.text.normalised import normalised_for_record
from governance.intake.text.outline import parse
from governance.models import Company
from governance.papers.articles import articles_of_day, paper_of
from governance.papers.as_json import as_json
from governance.papers.comparison import ComparisonPaper, comparison_paper
from governance.papers.measures import is_short
from governance.papers.plain_text import plain_text
from governance.papers.vocabulary import state_of_articles
from governance.papers.word import word
from governance.text.reading.read import read
from governance.text.table.rows import CellLine
from governance.text.tree.provision import ArticlesOfIncorporation
from tests.governance.papers.conftest import BEFORE, JULY, MEETING
from tests.rows import article, imported, main_part, wording

SUMMER = date(2022, 6, 30)
ALL = [("3774", "en", MEETING), ("9990", "ja", SUMMER), ("9990", "en", SUMMER)]


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def provision_texts(
    articles: ArticlesOfIncorporation,
) -> list[tuple[str | None, str, str, str, str]]:
    """Address, kind, number, caption and wording of every article and heading."""
    found = articles.with_keys_as_addresses()
    return [
        (unit.key, str(unit.kind), str(unit.number), unit.caption, unit.body)
        for _part, unit in found.units()
    ]


@pytest.mark.parametrize(("code", "language", "day"), ALL)
@pytest.mark.parametrize("clock", ["adopted", "in_force"])
def test_what_is_taken_in_again_are_the_same_articles(
    loaded: dict[str, Company], db: None, code: str, language: str, day: date, clock: str
) -> None:
    found = articles_of_day(loaded[code], day, clock, language)  # type: ignore[arg-type]
    taken = extract_text(word(paper_of(found)), language=language)
    again = parse(taken.text, language)
    assert provision_texts(normalised_for_record(again.articles)) == provision_texts(found.articles)
    assert [part.pieces for part in normalised_for_record(again.articles).supplementary] == [
        part.pieces for part in found.articles.supplementary
    ]
    # The title is kept; company, day and what is to come stand above the articles and are not.
    assert all(doubt.is_lost for doubt in again.unplaced)
    assert [doubt.line for doubt in again.unplaced] == list(
        range(2, 4 + len(paper_of(found).notes))
    )
    if clock == "adopted":
        assert again.findings == ()  # in force there may be a gap in the numbers


@pytest.mark.parametrize(("code", "language", "day"), ALL)
def test_the_text_file_reads_as_the_same_articles(
    loaded: dict[str, Company], db: None, code: str, language: str, day: date
) -> None:
    found = articles_of_day(loaded[code], day, "adopted", language)
    text = plain_text(found)
    again = read(text, language)
    assert provision_texts(again.articles) == provision_texts(found.articles)
    assert again.unplaced == ()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    taken = extract_text(text.encode(), language=language)
    assert provision_texts(
        normalised_for_record(parse(taken.text, language).articles)
    ) == provision_texts(found.articles)


@pytest.mark.parametrize(("code", "language", "day"), ALL)
def test_the_json_file_is_taken_in_as_the_same_articles(
    loaded: dict[str, Company], db: None, code: str, language: str, day: date
) -> None:
    found = articles_of_day(loaded[code], day, "adopted", language)
    written = json.dumps(as_json(found), ensure_ascii=False, indent=1)
    taken = extract_text(written.encode(), language=language)
    again = parse(taken.text, language)
    assert provision_texts(normalised_for_record(again.articles)) == provision_texts(found.articles)
    assert again.unplaced == ()


@pytest.mark.parametrize(("code", "language", "day"), ALL)
def test_outline_of_word_has_chapters_and_articles(
    loaded: dict[str, Company], db: None, code: str, language: str, day: date
) -> None:
    paper = paper_of(articles_of_day(loaded[code], day, "adopted", language))
    document = opened(word(paper))
    heads = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading")
    ]
    expected = []
    for part in paper.parts:
        if part.title:
            expected.append(("Heading 1", part.title))
        for unit in part.units:
            if unit.is_heading:
                expected.append(("Heading 1", unit.lines[0].text))
            else:
                expected.append(("Heading 2", "\n".join(line.text for line in unit.head)))
    assert heads == expected
    assert [paragraph.text for paragraph in document.paragraphs][:3] == [
        paper.heading,
        paper.company,
        paper.state,
    ]


def test_an_article_without_caption_stands_in_the_outline_too(company: Company) -> None:
    made = imported(company)
    wording(article(main_part(company)), 1, made, caption_ja="", body_ja="商号は、甲とする。")
    document = opened(word(paper_of(articles_of_day(company, JULY, "adopted", "ja"))))
    last = document.paragraphs[-1]
    level = last._p.pPr.find(qn("w:outlineLvl"))
    assert (last.text, level.get(qn("w:val"))) == ("第1条　商号は、甲とする。", "1")


def test_items_hang(iij: Company) -> None:
    document = opened(word(paper_of(articles_of_day(iij, MEETING, "adopted", "en"))))
    items = [each for each in document.paragraphs if each.text.startswith("(1) ")]
    assert len(items) == 3
    for each in items:
        form = each.paragraph_format
        assert form.left_indent is not None
        assert form.first_line_indent is not None
        assert form.left_indent > -form.first_line_indent > 0


@pytest.fixture
def compared(iij: Company) -> ComparisonPaper:
    return comparison_paper(
        iij,
        "en",
        present=state_of_articles(BEFORE, "in_force", "en"),
        proposed=state_of_articles(JULY, "in_force", "en"),
        table=record.compare_days(iij, "en", BEFORE, JULY, "in_force"),
    )


def runs_of(line: CellLine) -> list[tuple[str, bool]]:
    """The stretches of a line that are marked alike."""
    return [
        ("".join(span.text for span in spans), changed)
        for changed, spans in groupby(line.spans, key=attrgetter("changed"))
    ]


def test_comparison_is_a_table_with_its_underlines(compared: ComparisonPaper) -> None:
    (table,) = opened(word(compared)).tables
    head, *rows = table.rows
    assert [cell.text for cell in head.cells] == [compared.present_label, compared.proposed_label]
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    for row, written in zip(compared.table.shown, rows, strict=True):
        for side, cell in zip((row.present, row.proposed), written.cells, strict=True):
            read_back = [
                [
                    ("".join(run.text for run in runs), changed)
                    for changed, runs in groupby(
                        paragraph.runs, key=lambda run: bool(run.underline)
                    )
                ]
                for paragraph in cell.paragraphs
            ]
            assert read_back == [runs_of(line) for line in side.lines]
        properties = written._tr.trPr
        stays = properties is not None and properties.find(qn("w:cantSplit")) is not None
        assert stays == is_short(row)
    assert {is_short(row) for row in compared.table.shown} == {True, False}


def test_comparison_without_a_difference_says_so(iij: Company) -> None:
    paper = comparison_paper(
        iij,
        "en",
        present="One",
        proposed="Other",
        table=record.compare_days(iij, "en", JULY, JULY, "in_force"),
    )
    document = opened(word(paper))
    assert not document.tables
    assert [each.text for each in document.paragraphs][2:] == [
        "One",
        "Other",
        "There is no difference between the two.",
    ]


def test_draft_and_running_heads(iij: Company, compared: ComparisonPaper) -> None:
    undecided = comparison_paper(iij, "en", present="One", proposed="Other", table=compared.table)
    draft = replace(undecided, is_draft=True)
    for paper, mark in ((draft, "DRAFT"), (compared, "")):
        section = opened(word(paper)).sections[0]
        head = f"Internet Initiative Japan Inc. · {paper.heading}"
        assert section.header.paragraphs[0].text == (f"{head}\t{mark}" if mark else head)
        assert section.first_page_header.paragraphs[0].text.strip() == mark
        for foot in (section.footer, section.first_page_footer):
            fields = [
                each.get(qn("w:instr")).strip() for each in foot._element.iter(qn("w:fldSimple"))
            ]
            assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "told_as"), [("en", "en-US"), ("ja", "ja-JP")])
def test_page_language_title_and_no_author(aogiri: Company, language: str, told_as: str) -> None:
    paper = paper_of(articles_of_day(aogiri, SUMMER, "adopted", language))
    data = word(paper)
    document = opened(data)
    section = document.sections[0]
    lengths = [
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    ]
    # Word counts in twentieths of a point.
    assert [round(each / Mm(1)) for each in lengths if each] == [210, 297, 25, 20, 20, 20]
    properties = document.core_properties
    assert (properties.title, properties.language, properties.author) == (paper.title, told_as, "")
    assert (properties.created, properties.modified, properties.last_modified_by) == (
        None,
        None,
        "",
    )
    (languages,) = document.styles.element.iter(qn("w:lang"))
    assert (languages.get(qn("w:val")), languages.get(qn("w:eastAsia"))) == ("en-US", "ja-JP")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert not [name for name in archive.namelist() if "thumbnail" in name]
    for word_of_the_library in (b"python-docx", b"Microsoft Macintosh", b"2013-12-23"):
        assert word_of_the_library not in whole


def test_same_paper_gives_the_same_bytes(iij: Company, compared: ComparisonPaper) -> None:
    articles = paper_of(articles_of_day(iij, MEETING, "adopted", "en"))
    for paper in (articles, compared):
        assert word(paper) == word(paper)
    with zipfile.ZipFile(io.BytesIO(word(articles))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_character_that_xml_cannot_hold_is_shown_as_lost(company: Company) -> None:
    made = imported(company)
    wording(article(main_part(company)), 1, made, body_en="The seat\x0b is <in> Tokyo.")
    document = opened(word(paper_of(articles_of_day(company, JULY, "adopted", "en"))))
    assert document.paragraphs[-1].text == "The seat\ufffd is <in> Tokyo."
