"""Tables of contents that were typed, by the lines of a text."""

import pytest

from governance.intake.files.contents import contents_lines
from governance.text.languages import language_for

BODY = [
    "第１章　総則",
    "（商号）",
    "第１条　甲とする。",
    "第２章　株式",
    "第２条　乙とする。",
    "附則",
    "本日から。",
]
EN = ["Article 1. Name", "The name is Kou.", "Article 2. Seat", "The seat is Kyoto.",
      "Article 3. Board", "There is a board."]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "listed", "body"),
    [
        ("ja", ["目次", "第１章 総則・・・1", "第２章 株式・・・2"], BODY),
        ("ja", ["目　次", "第1章　総則　第1条～第1条", "第2章　株式　第2条～第2条"], BODY),
        ("ja", ["第１章　総則（第１条）", "第２章　株式（第２条）", "附則"], BODY),
        ("ja", ["目次", "頁", "第１章　総則　1", "第１条（商号）　1", "第２章　株式　2"], BODY),
        ("en", ["Article 1. Name 2", "Article 2. Seat 2", "Article 3. Board 3"], EN),
        ("en", ["CONTENTS", "", "Article 1.", "Name", "Article 2.", "Seat", "Article 3."], EN),
    ],
)  # fmt: skip
def test_contents_are_found_by_their_title_or_by_heads_that_come_again(
    language: str, listed: list[str], body: list[str]
) -> None:
    found = contents_lines(["甲", *listed, *body], language_for(language))
    assert found == range(1, 1 + len(listed))


@pytest.mark.parametrize(
    "lines",
    [
        BODY,
        [*BODY, "第１条　附則の一とする。"],
        # Supplementary articles begin anew, and short bodies are wording.
        ["第１条　甲。", "第２条　乙。", "第３条　丙。", "附則", "第１条　丁。", "第２条　戊。"],
        # A list of two heads without a title is none for certain.
        ["第１章　総則", "第２章　株式", *BODY],
    ],
)  # fmt: skip
def test_articles_are_no_contents(lines: list[str]) -> None:
    assert contents_lines(lines, language_for("ja")) == range(0)
