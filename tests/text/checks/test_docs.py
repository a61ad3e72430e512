"""The examples in docs/text.md are true."""

import doctest

from tests.paths import DOCS


def test_the_examples_in_the_documentation_are_true() -> None:
    page = DOCS / "text.md"
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted > 15
    assert result.failed == 0
