"""What the templates say: days in the language of the interface."""

from datetime import date

import pytest
from django.utils.translation import override

from governance.templatetags.interface import long_date, long_date_no_break

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "written", "held"),
    [
        ("en", "Sunday, November 22, 2026", "Sunday, November\N{NO-BREAK SPACE}22, 2026"),
        ("ja", "2026年11月22日（日）", "2026年11月22日（日）"),
    ],
)
def test_days_are_written_in_full_and_end_a_line_at_a_comma(
    language: str, written: str, held: str
) -> None:
    with override(language):
        assert (long_date(DAY), long_date_no_break(DAY)) == (written, held)
        assert (long_date(None), long_date_no_break(None)) == ("", "")
