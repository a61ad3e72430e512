"""The Japanese release drawn by two engines."""

from governance.papers.pdf import pdf
from proposals.papers.release import ReleasePaper
from tests.drawing import ALIKE, differences, wrong_glyphs


def test_release_is_drawn_alike_by_both_engines(japanese_paper: ReleasePaper) -> None:
    printed = pdf(japanese_paper)
    assert wrong_glyphs(printed) == {"Noto-Serif-JP": 0, "Noto-Sans-CJK-JP-Bold": 0}
    assert max(differences(printed)) < ALIKE
