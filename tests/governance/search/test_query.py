"""The words of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.search.query import words_of


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("社債　監査", ("社債", "監査")),
        ("  Director \t AUDITOR\n", ("director", "auditor")),
        ('"General  Meeting" of', ("general meeting", "of")),
        ("“general meeting”", ("general meeting",)),
        ("＂ｇｅｎｅｒａｌ　ｍｅｅｔｉｎｇ＂", ("general meeting",)),
        ("「取締役　会長」 の", ("取締役 会長", "の")),
        ("取締役「等」", ("取締役", "等")),
        ('"general meeting', ("general meeting",)),
        ("「社債", ("社債",)),
        ("会 会 会", ("会",)),
        ("第１５条 第15条", ("第15条",)),
        ("", ()),
        ('"" 「」 \u3000', ()),
        ("\x00\x01 \x7f\ud800", ()),
        ("社\x00債", ("社", "債")),
        ("100% a_b \\", ("100%", "a_b", "\\")),
        ("director's", ("director's",)),
    ],
)
def test_query_is_parted_into_words(query, words):
    assert words_of(query) == words


@given(st.text(max_size=60))
def test_words_of_any_query_are_folded_text_without_line_breaks(query):
    for word in words_of(query):
        assert word == word.strip()
        assert word
        assert "\n" not in word
        assert "\x00" not in word
