"""No line, however odd, takes long: what is quadratic shows on eight thousand characters."""

from collections.abc import Callable
from time import process_time

import pytest

from governance.text import english
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.tree.number import Digits
from governance.text.tree.provision import Number

LENGTH = 8_000
SECONDS = 1.0  # of the processor; a quarter is much, a quadratic expression takes longer

# What a line begins with, and what is then repeated.
LINES = [
    *(("", unit) for unit in ("a", "A ", " ", "\n", " \n", "-", ".", ". ", ".”", '"', "(", "()")),
    *(("", unit) for unit in ("[", "§", "§1 ", "(a)", "U.", "the ", "such ", "Act ", "Article ")),
    *(("", unit) for unit in ("the preceding ", "Article 1, ", "Article 1 (", "Article 1 ((")),
    *(("", unit) for unit in ("Article 1–", "Article 1 through ", "Article 1 thereof ")),
    *(("", unit) for unit in ("Paragraph 1 of ", "Paragraph 1 and ", "Act Article 1 ")),
    *(("", unit) for unit in ("the Companies Act, Article 1, ", "Article 1 of the Act and ")),
    *(("", unit) for unit in ("Supplementary Provisions ", "Supplementary Provisions (")),
    *(("Article 1", unit) for unit in (" ", " ,", "(1)", " et seq.")),
    *(("Article 1. ", unit) for unit in ("A ", "(", "word ")),
    *(("Article 1 of the ", unit) for unit in ("Cap ", "Cap and ", "U.", "of the ", "No. ")),
    *(("Articles ", unit) for unit in ("1, ", "1,", "1-2, ", "9", "9-", "I")),
    *(("Section ", unit) for unit in ("4.", "(a)")),
    *(("the ", unit) for unit in ("first, ", "first ", "preceding ")),
]


def _read_and_write(text: str) -> None:
    text = "Article 1.\n" + text
    assert write(read(text, "en").articles) == text


FUNCTIONS: list[Callable[[str], object]] = [
    english.references,
    english.head,
    english.is_caption,
    english.enumerators,
    english.on_one_line,
    english.tokens,
    english.is_unfinished,
    lambda text: english.continues_line(text, "a"),
    lambda text: english.relabel(text, Number(2), Digits()),
    _read_and_write,
]


@pytest.mark.parametrize(("beginning", "unit"), LINES)
def test_a_long_line_does_not_take_long(beginning: str, unit: str) -> None:
    line = beginning + (unit * (LENGTH // len(unit) + 1))[:LENGTH]
    begun = process_time()
    for function in FUNCTIONS:
        function(line)
    assert process_time() - begun < SECONDS
