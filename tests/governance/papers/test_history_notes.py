"""The articles of a day with a note at each article on how it came to read so."""

import io
from datetime import date

import docx
import pdfplumber
import pikepdf
import pytest

from governance.models import Company
from governance.models.wording import Clock
from governance.papers.articles import ArticlesPaper, articles_of_day, paper_of
from governance.papers.dates import LanguageCode
from governance.papers.history_notes import articles_with_history
from governance.papers.pdf import pdf
from governance.papers.word import word
from tests.governance.papers.conftest import BEFORE, JULY, MEETING
from tests.governance.papers.test_tag_tree import elements, tags


def paper(company: Company, day: date, clock: Clock, language: LanguageCode) -> ArticlesPaper:
    return articles_with_history(articles_of_day(company, day, clock, language))


def notes(found: ArticlesPaper) -> dict[str, str]:
    return {unit.name: unit.history for part in found.parts for unit in part.units if unit.history}


def test_notes_say_what_became_of_an_article_until_that_day(iij: Company) -> None:
    unit_share = (
        "On record since April 1, 2012; amended September 6, 2012, in force from October 1, 2012."
    )
    before = notes(paper(iij, BEFORE, "in_force", "en"))
    assert list(before.values()) == [unit_share] * 2
    after = notes(paper(iij, JULY, "in_force", "en"))
    assert after["Article 8 (Rights Pertaining to Less-than-a-full-unit Shares)"] == (
        "Adopted June 26, 2013, in force from July 1, 2013."
    )
    assert after["Article 10 (Acquisition of Own Shares)"] == (
        "On record since April 1, 2012; renumbered from Article 8 June 26, 2013."
    )
    assert after["Article 16 (Chairman)"] == (
        "On record since April 1, 2012; amended June 26, 2013."
    )


def test_by_the_clock_in_force_nothing_is_noted_before_its_day(iij: Company) -> None:
    def new(clock: Clock) -> list[str]:
        found = notes(paper(iij, MEETING, clock, "en"))
        return [note for note in found.values() if note.startswith("Adopted")]

    assert new("in_force") == ["Adopted June 26, 2013."]  # the supplementary provision
    assert len(new("adopted")) == 3


def test_japanese_notes(aogiri: Company) -> None:
    found = paper(aogiri, date(2022, 9, 1), "in_force", "ja")
    assert list(notes(found).values()) == [
        "2018年10月1日取込み、2022年6月24日変更（2022年9月1日効力発生）",
        "2022年6月24日新設（2022年9月1日効力発生）",
    ]
    assert found.notes[-1] == "注記のない条文は、2018年10月1日時点で取り込んだ定款のとおり"


def test_pdf_has_them_at_the_foot_and_word_at_the_end(iij: Company) -> None:
    found = paper(iij, JULY, "in_force", "en")
    printed = pdf(found)
    with pikepdf.open(io.BytesIO(printed)) as document:
        tree = list(elements(document.Root.StructTreeRoot.K[0]))
        assert len(tags(tree, "/Note")) == len(notes(found))
        assert len(tags(tree, "/Art")) == 1
    with pdfplumber.open(io.BytesIO(printed)) as document:
        page = next(one for one in document.pages if "Article 16." in one.extract_text())
        lower_half = page.crop((0, page.height / 2, page.width, page.height)).extract_text()
        assert "On record since April 1, 2012; amended June 26, 2013." in lower_half
    written = [each.text for each in docx.Document(io.BytesIO(word(found))).paragraphs]
    after = written[written.index("History of the provisions") + 1 :]
    assert len(after) == len(notes(found))
    assert after[0].endswith(next(iter(notes(found).values())))


@pytest.mark.parametrize("clock", ["in_force", "adopted"])
def test_the_words_are_those_of_the_articles(iij: Company, clock: Clock) -> None:
    plain = articles_of_day(iij, JULY, clock, "en")
    lines = [unit.lines for part in articles_with_history(plain).parts for unit in part.units]
    assert lines == [unit.lines for part in paper_of(plain).parts for unit in part.units]
