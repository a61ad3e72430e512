"""Comparisons by example: tests/text/cases/comparisons-en.txt, comparisons-ja.txt."""

import pytest

from governance.text.compare import compare
from governance.text.reading.read import read
from governance.text.table.house_style import PRESETS
from tests.text.cases_file import Case, cases_of_both_languages
from tests.text.table.row_lines import row_lines

ALL = cases_of_both_languages("comparisons", ["present", "proposed", "findings"], ["rows"])


@pytest.mark.parametrize("case", ALL, ids=str)
def test_compared(case: Case) -> None:
    present, proposed = (
        read(case.text(side) + "\n", case.code).articles for side in ("present", "proposed")
    )
    for section in case.sections["rows"]:
        found = compare(present, proposed, PRESETS[section.argument])
        assert row_lines(found.table) == list(section.lines)
        assert [f"{each.code} {each.at}" for each in found.findings] == list(case.lines("findings"))
