"""Covers and contents before the articles."""

import pytest

from governance.intake.text.front_matter import front_matter_lines, text_without

COVER = "社外秘\n株式会社甲\n定　款\n平成10年６月26日　作成\n"
CONTENTS = "目次\n第１章　総則\n第２章　株式\n"
TEXT = "第１章　総則\n（商号）\n第１条　甲。\n第２章　株式\n第２条　乙。\n"
EN = "Articles of Incorporation\n\nArticle 1. A.\n"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", COVER + CONTENTS + TEXT, f"定　款\n{TEXT}"),
        ("ja", f"株式会社甲\n\n（商号）\n{TEXT[12:]}", f"株式会社甲\n\n（商号）\n{TEXT[12:]}"),
        ("ja", f"定款\n{TEXT}", f"定款\n{TEXT}"),
        ("en", f"Confidential\n{EN}", EN),
    ],
)  # fmt: skip
def test_cover_and_contents_go_and_the_title_stays(language: str, text: str, expected: str) -> None:
    assert text_without(text, front_matter_lines(text, language)) == expected
