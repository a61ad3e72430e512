"""The interface language that a test leaves active does not reach the next one."""

import pytest
from django.utils.translation import activate, get_language


@pytest.mark.parametrize("time", ["first", "second"])
def test_begins_in_the_language_of_the_settings(time: str, settings) -> None:
    assert get_language() == settings.LANGUAGE_CODE, time
    activate("ja")
