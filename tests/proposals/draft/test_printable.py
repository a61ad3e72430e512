import pytest

from proposals.draft.printable import unprintable

SAID = "Line 2, column 3 holds a character that cannot be printed ({}); remove it."


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\u202e", "U+202E"),
        ("\u2067", "U+2067"),
        ("\ud800", "U+D800"),
        ("\ufffe", "U+FFFE"),
        ("\U0010ffff", "U+10FFFF"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_paper_cannot_show_is_named_with_its_place(sign: str, code: str, end: str) -> None:
    assert unprintable(f"First.{end}2 {sign}Second{sign}.{end}") == SAID.format(code)


@pytest.mark.parametrize(
    "text",
    ["", "2\tThe notice\r\n", "第十四条　議長（※）", "葛\U000e0100城", "co\u00adoperate", "\ue000"],
)
def test_other_characters_pass(text: str) -> None:
    assert unprintable(text) == ""
