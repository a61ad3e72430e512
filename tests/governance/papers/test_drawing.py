"""The Japanese papers of the record drawn by two engines, and what such a comparison sees."""

from dataclasses import replace
from datetime import date

import pytest

from governance.models import Company
from governance.papers.articles import articles_of_day
from governance.papers.comparison import ComparisonPaper
from governance.papers.fonts import Face
from governance.papers.history_notes import articles_with_history
from governance.papers.pdf import pdf
from tests.drawing import ALIKE, by_mupdf, by_pdfium, difference, differences, wrong_glyphs
from tests.governance.papers.conftest import compared

RIGHT = {"Noto-Serif-JP": 0, "Noto-Sans-CJK-JP-Bold": 0}


@pytest.fixture
def comparison(aogiri: Company) -> ComparisonPaper:
    return compared(aogiri, "ja", date(2022, 7, 1), date(2023, 7, 1))


def test_comparison_is_drawn_alike_by_both_engines(comparison: ComparisonPaper) -> None:
    printed = pdf(comparison)
    assert wrong_glyphs(printed) == RIGHT
    assert max(differences(printed)) < ALIKE


def test_articles_are_drawn_alike_by_both_engines(aogiri: Company) -> None:
    """With their history: all that the articles alone print, and notes at the foot."""
    found = articles_of_day(aogiri, date(2022, 6, 30), "adopted", "ja")
    printed = pdf(articles_with_history(found))
    assert wrong_glyphs(printed) == RIGHT
    assert max(differences(printed)) < ALIKE


def test_font_as_it_is_packaged_would_be_seen(
    comparison: ComparisonPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its CIDs are not its glyph indexes: MuPDF draws other characters or none."""
    monkeypatch.setattr(Face, "read", lambda face: face.path.read_bytes())
    printed = pdf(comparison)
    assert wrong_glyphs(printed)["Noto-Serif-JP"] > 500
    assert min(differences(printed)) > 3 * ALIKE


def test_one_radical_of_one_character_would_be_seen(comparison: ComparisonPaper) -> None:
    printed, other = (
        pdf(replace(comparison, company=f"株式会社{name}")) for name in ("相談", "租談")
    )
    assert difference(next(by_mupdf(printed)), next(by_pdfium(other))) > ALIKE
