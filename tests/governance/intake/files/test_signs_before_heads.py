"""Signs of lists before heads, in plain text."""

import pytest

from governance.intake.files.signs_before_heads import without_signs_before_heads
from governance.text.languages import language_for


@pytest.mark.parametrize(
    ("language", "given", "expected"),
    [
        ("ja", ["- 第1条（名称）", "甲。", "- 第2条"], ["第1条（名称）", "甲。", "第2条"]),
        ("ja", ["- 第5条（名称）", "甲。", "- 第6条"], ["第5条（名称）", "甲。", "第6条"]),
        ("ja", ["・第１章　総則", "・第1条　甲。"], ["第１章　総則", "第1条　甲。"]),
        ("ja", ["> - **第1条**（名称）", "甲とする。"], ["第1条（名称）", "甲とする。"]),
        ("en", ["* Article 1. Seat", "* Article 2. Name"], ["Article 1. Seat", "Article 2. Name"]),
        ("ja", ["1. 第1条（名称）", "甲。", "2. 第2条"], ["第1条（名称）", "甲。", "第2条"]),
        ("ja", ["- [x] 第1条（名称）", "甲。", "- [ ] 第2条"], ["第1条（名称）", "甲。", "第2条"]),
        ("en", ["### - Article 1. Seat"], ["Article 1. Seat"]),
        # Lists within an article, and numbers that do not count on.
        ("ja", ["第1条　次による。", "・製造", "・第5条に定める事業"], None),
        ("ja", ["第1条　次による。", "・第3条（目的）", "・第2条（商号）", "第2条　甲。"], None),
        ("ja", ["第1条　次による。", "1. 第3条（目的）", "2. 第2条（商号）", "第2条　甲。"], None),
        ("en", ["Article 1. The rules:", "- Section 3", "- Article 1", "Article 2. End."], None),
    ],
)  # fmt: skip
def test_signs_go_where_the_heads_behind_them_count_on(
    language: str, given: list[str], expected: list[str] | None
) -> None:
    kept, _signs = without_signs_before_heads(given, language_for(language))
    assert kept == (expected or given)
