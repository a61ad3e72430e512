"""House styles: presets, and a preset with other choices."""

from dataclasses import fields

import pytest

from governance.text.languages import LANGUAGES
from governance.text.table.house_style import PRESETS, HouseStyle, house_style


@pytest.mark.parametrize("name", PRESETS)
def test_preset_is_known_by_its_name_and_begins_with_its_language(name: str) -> None:
    style = PRESETS[name]
    assert style.name == name
    assert style.language == {"english": "en", "japanese": "ja"}[name.partition("-")[0]]
    labels = [getattr(style, each.name) for each in fields(HouseStyle) if "label" in each.name]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_each_language_has_a_style_for_the_release_and_one_for_the_notice() -> None:
    for code in LANGUAGES:
        rows = {style.rows_per for style in PRESETS.values() if style.language == code}
        assert rows == {"article", "paragraph"}


def test_choices_replace_those_of_the_preset() -> None:
    style = house_style("japanese-release", rows_per="paragraph", note="")
    assert (style.rows_per, style.note) == ("paragraph", "")
    assert style.inserted_label == "（新設）"
    assert house_style("english-notice") == PRESETS["english-notice"]


def test_a_preset_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError, match="french-release"):
        house_style("french-release")


def test_a_value_that_a_choice_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="citation_mark is one of whole, level"):
        house_style("english-release", citation_mark="half")
    assert house_style("english-release", citation_mark="level").parts_citations


def test_a_choice_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="has no choice named colour, language"):
        house_style("english-release", colour="red", note="", language="fr")
