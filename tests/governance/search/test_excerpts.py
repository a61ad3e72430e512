"""The lines with hits, each hit marked, long lines cut around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.search.excerpts import LEFT_OUT, marked_lines
from governance.search.folding import fold
from tests.governance.search.test_folding import TEXTS


def written(text: str, *words: str) -> list[str]:
    """The marked lines, hits in square brackets."""
    return [
        "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in line.pieces)
        for line in marked_lines(text, words)
    ]


@pytest.mark.parametrize(
    ("text", "words", "lines"),
    [
        ("社債を発行する。\n監査役を置く。", ("監査",), ["[監査]役を置く。"]),
        ("　(1)　社債\n", ("社債",), ["(1)　[社債]"]),
        ("第１５条の規定", ("第15条",), ["[第１５条]の規定"]),
        ("by general\n  meeting held", ("general meeting",), ["by [general]", "[meeting] held"]),
        ("a < b & c", ("<",), ["a [<] b & c"]),
        ("nothing", ("社債",), []),
        ("", ("社債",), []),
    ],
)
def test_lines_with_hits_are_given(text, words, lines):
    assert written(text, *words) == lines


def test_long_english_line_is_cut_between_words():
    sentence = "The business year shall begin on the first day of April of each calendar year. "
    text = sentence * 3 + "Dividends are paid. " + sentence * 3
    assert written(text, "dividends") == [
        f"…{sentence}[Dividends] are paid. {sentence.removesuffix(' calendar year. ')}…"
    ]


def test_long_japanese_line_is_cut_by_its_width():
    before, after = "前" * 200, "後" * 200
    assert written(f"{before}社債{after}", "社債") == [f"…{'前' * 40}[社債]{'後' * 40}…"]


def test_line_of_three_lines_or_so_is_shown_whole():
    assert written("前" * 118 + "社債", "社債") == ["前" * 118 + "[社債]"]
    assert written("前" * 119 + "社債", "社債") == ["…" + "前" * 40 + "[社債]"]


def test_hits_apart_are_parted_by_an_ellipsis():
    gap = "間" * 150
    assert written(f"社債{gap}社債", "社債") == [f"[社債]{'間' * 40}…{'間' * 40}[社債]"]


def test_line_full_of_hits_is_not_shown_whole():
    (line,) = marked_lines("社債は、" * 1000, ("社債",))
    assert line.pieces[-1].text == LEFT_OUT
    assert len(line.text) < 300


@given(st.lists(TEXTS, max_size=5), st.data())
def test_every_hit_in_a_short_text_is_shown(several, data):
    text = "\n".join(several)
    value = fold(text)
    start = data.draw(st.integers(0, len(value)))
    word = value[start : data.draw(st.integers(start, len(value)))].strip()
    lines = marked_lines(text, (word,))
    assert bool(lines) == bool(word)
    marked = " ".join(piece.text for line in lines for piece in line.pieces if piece.is_hit)
    assert "".join(word.split()) in "".join(fold(marked).split()) or not word
    for line in lines:
        assert line.text in text
