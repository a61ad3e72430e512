"""The reader of case files: what it gives, and what it says of a file that is wrong."""

import pytest

from tests.text.cases_file import CaseFileError, parse

FILE = """# A comment.

=== The first
--- text
One.

Three.
# A comment within.
--- rows
a | b
c|d | e

# What comes next

=== The second
--- table narrow
x
--- table wide
y
--- text
"""


def test_cases_have_their_sections_to_the_letter() -> None:
    first, second = parse(FILE, "f.txt", "en", ["text", "rows"], repeated=["table"])
    assert (str(first), first.title, first.code) == ("en-3", "The first", "en")
    assert first.lines("text") == ("One.", "", "Three.")
    assert first.text("text") == "One.\n\nThree."
    assert list(first.rows("rows")) == [(10, ["a", "b"]), (11, ["c", "d", "e"])]
    assert [(each.argument, each.lines) for each in second.sections["table"]] == [
        ("narrow", ("x",)),
        ("wide", ("y",)),
    ]
    assert (second.lines("text"), second.lines("rows")) == ((), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.", "f.txt, line 1: this line is in no section."),
        ("=== A\nOne.", "f.txt, line 2: this line is in no section."),
        ("# A\n--- text", "f.txt, line 2: a section before the first case."),
        ("=== A\n--- words", "f.txt, line 2: no section is called words."),
        ("=== A\n--- text two", "f.txt, line 2: text takes no two."),
        ("=== A\n--- text\n--- text", "f.txt, line 3: this case has the section text already."),
        (
            "=== A\n--- table a\n--- table a",
            "f.txt, line 3: this case has the section table already.",
        ),
        ("=== A\n=== B\n=== A", "f.txt, line 3: the case of line 1 has this title too."),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        parse(text, "f.txt", "en", ["text"], repeated=["table"])
    assert str(caught.value) == message
