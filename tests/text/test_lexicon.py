"""Words looked up where they begin in a text."""

import pytest

from governance.text.lexicon import Lexicon

WORDS = Lexicon(["株主", "株主総会", "総会", "総会議長"])


@pytest.mark.parametrize(
    ("text", "at", "ends"),
    [
        ("株主総会議長", 0, [4, 2]),
        ("株主総会議長", 2, [6, 4]),
        ("株主総会議長", 1, []),
        ("株主総", 0, [2]),
        ("株", 0, []),
        ("", 0, []),
        ("株主", 2, []),
    ],
)
def test_ends(text: str, at: int, ends: list[int]) -> None:
    assert list(WORDS.ends(text, at)) == ends
    assert WORDS.end(text, at) == (ends[0] if ends else at)


def test_spans_are_the_longest_from_the_left() -> None:
    assert list(WORDS.spans("当株主総会議長の総会")) == [(1, 5), (8, 10)]


def test_a_word_of_one_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="two signs"):
        Lexicon(["株主", "株"])
