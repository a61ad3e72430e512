from datetime import UTC, date, datetime

import pytest

from governance.models import Company
from governance.text.table.house_style import house_style


def test_languages_are_those_kept_the_authoritative_one_first() -> None:
    assert Company(authoritative_language="ja").languages == ("ja", "en")
    assert Company(authoritative_language="en").languages == ("en", "ja")
    assert Company(keeps_english=False, authoritative_language="ja").languages == ("ja",)


def test_house_style_is_the_preset_with_the_companys_choices() -> None:
    company = Company(house_style_overrides={"en": {"note": "(Amendments are underlined.)"}})
    assert company.house_style("en") == house_style(
        "english-release", note="(Amendments are underlined.)"
    )
    assert company.house_style("ja") == house_style("japanese-release")


def test_a_moment_falls_on_the_day_of_the_companys_place() -> None:
    moment = datetime(2013, 6, 25, 15, 0, tzinfo=UTC)
    assert Company(time_zone="Asia/Tokyo").day(moment) == date(2013, 6, 26)
    assert Company(time_zone="America/New_York").day(moment) == date(2013, 6, 25)


def test_a_field_is_read_in_a_language() -> None:
    company = Company(name_en="Example Inc.", short_name_ja="みほん")
    assert company.text("name", "en") == "Example Inc."
    assert company.text("name", "ja") == ""
    assert company.text_or_other("name", "ja") == "Example Inc."
    assert company.text_or_other("short_name", "en") == "みほん"
    with pytest.raises(AttributeError):
        company.text("name", "fr")
