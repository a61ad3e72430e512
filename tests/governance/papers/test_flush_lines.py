"""Japanese lines: both ends flush, signs that meet at half width, the text as it was."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pymupdf
import pytest

from governance.models import Company
from governance.papers.flush_lines import CLOSING, halved
from governance.papers.pdf import pdf
from tests.papers import articles_paper

SIZE = 10.5
"""Of the text, in points."""
RIGHT = 538.6
"""The edge of the text of a page, in points."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「甲」という。", "＿甲」という＿"),
        ("（「甲」）と", "＿＿甲＿）と"),
        ("当会社は、「甲」、「乙」および丙", "当会社は＿「甲＿＿「乙」および丙"),
        ("甲（乙）丙", "甲（乙）丙"),
        ("甲」。", "甲＿＿"),
        ("１．甲", "１．甲"),
        ("", ""),
    ],
)
def test_signs_that_meet_and_those_at_the_ends_are_half_as_wide(text: str, expected: str) -> None:
    assert shown(text, halved(text, [False] * len(text))) == expected


@pytest.mark.parametrize(
    ("text", "underlined", "expected"),
    [
        ("（基準日）", "＿＿＿＿＿", "（基準日）"),  # nothing underlined goes on beside the ends
        ("「甲」（乙）。", "＿＿＿＿＿＿＿", "「甲＿（乙＿。"),
        ("「甲」（乙）。", "＿＿＿　　　　", "「甲」（乙＿＿"),
        ("と（「甲", "　＿＿＿", "と（＿甲"),
    ],
)
def test_underlined_signs_stand_wholly_above_an_underline(
    text: str, underlined: str, expected: str
) -> None:
    assert shown(text, halved(text, [mark == "＿" for mark in underlined])) == expected


def test_a_bracket_that_begins_a_paragraph_keeps_its_width() -> None:
    assert shown("（基準日）", halved("（基準日）", [False] * 5, begins=True)) == "（基準日＿"


def shown(text: str, flags: list[bool]) -> str:
    return "".join("＿" if flag else sign for sign, flag in zip(text, flags, strict=True))


def _lines(page: pymupdf.Page) -> Iterator[list[tuple[str, float, float]]]:
    by_baseline: dict[float, list[tuple[str, float, float]]] = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for sign in span["chars"]:
                    x0, _top, x1, _bottom = sign["bbox"]
                    baseline = round(sign["origin"][1], 1)
                    by_baseline.setdefault(baseline, []).append((sign["c"], x0, x1))
    for signs in by_baseline.values():
        yield sorted(signs, key=lambda sign: sign[1])


def test_lines_that_go_on_end_flush_with_even_gaps(aogiri: Company) -> None:
    """A line that ends within a sign of the edge reaches it, spread evenly."""
    printed = pdf(articles_paper(aogiri, date(2022, 9, 1), "in_force", "ja"))
    with pymupdf.open(stream=printed) as document:
        lines = [line for page in document for line in _lines(page)]
    long = [line for line in lines if line[-1][2] > RIGHT - SIZE and line[-1][0] not in CLOSING]
    assert len(long) > 30
    for line in long:
        assert line[-1][2] == pytest.approx(RIGHT, abs=0.6)
        end = [(sign, left) for sign, left, _right in line[-10:]]  # a label would stand before it
        pairs = [(one, other) for one, other in pairwise(end) if min(one[0], other[0]) >= "ぁ"]
        gaps = [other[1] - one[1] for one, other in pairs]
        assert max(gaps) - min(gaps) < 0.3
