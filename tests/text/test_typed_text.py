import pytest

from governance.text.typed_text import clean, clean_line, unprintable, why_not_stored

SENTENCE = "Line 2, column 3 holds a character that cannot be printed ({}); remove it."


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
    message = unprintable(f"First.{end}2 {sign}Second{sign}.{end}")
    assert message is not None
    assert message.en == SENTENCE.format(code)
    assert message.ja == f"2行3字目に、印刷できない文字（{code}）があります。取り除いてください。"


@pytest.mark.parametrize(
    "text",
    ["", "2\tThe notice\r\n", "第十四条　議長（※）", "葛\U000e0100城", "co\u00adoperate", "\ue000"],
)
def test_other_characters_pass(text: str) -> None:
    assert unprintable(text) is None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("One.\r\nTwo.\r", "One.\nTwo."),
        ("\n\n  One.\n\nTwo. \n\n", "  One.\n\nTwo. "),
        (" \t　\n", ""),
        ("", ""),
    ],
)
def test_line_ends_and_blank_lines_around_a_text(typed: str, stored: str) -> None:
    assert clean(typed) == stored


def test_a_line_has_no_line_ends() -> None:
    assert clean_line(" One\r\ntwo\r") == "One two"


def test_length_is_looked_at_before_characters() -> None:
    message = why_not_stored("\x07" * 4, 3)
    assert message is not None
    assert message.en == "The text has 4 characters; at most 3 are possible."
    assert message.ja == "4字あります。3字以内にしてください。"
    assert why_not_stored("abc", 3) is None
