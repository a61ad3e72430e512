"""Raw lines: every character of a text is in exactly one of them."""

import pytest

from governance.text.tree.lines import RawLine, normalised, raw_lines

TEXTS = ["", "\n", "a", "a\n", "\na", "  a \t\n\n　b　", "a\n\n", " \n ", "\ufeffa"]


@pytest.mark.parametrize("text", TEXTS)
def test_lines_joined_are_the_text(text: str) -> None:
    lines = raw_lines(text)
    assert "".join(line.written() for line in lines) == text
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_a_line_has_indent_content_and_ending() -> None:
    assert raw_lines("\n　 Article 1. \t\n", first=7) == [
        RawLine(7, "", "", "\n"),
        RawLine(8, "　 ", "Article 1.", " \t\n"),
    ]


def test_a_line_of_spaces_is_blank() -> None:
    [line] = raw_lines(" \t　")
    assert (line.is_blank, line.indent, line.ending) == (True, " \t　", "")


def test_every_line_end_becomes_a_newline() -> None:
    assert normalised("a\r\nb\rc\n\r\n") == "a\nb\nc\n\n"
