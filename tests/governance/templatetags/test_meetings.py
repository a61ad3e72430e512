"""What the templates call those who decided an amendment."""

import pytest
from django.utils.translation import override

from governance.models import Amendment
from governance.templatetags.meetings import decision_name


@pytest.mark.parametrize(
    ("fields", "en", "ja"),
    [
        (
            {"decided_by": "board", "section": "Article 191", "title_en": "Address"},
            "Board of directors (Article 191): Address",
            "取締役会（会社法第191条）　Address",
        ),
        (
            {"decided_by": "import", "title_en": "Articles of 2018", "title_ja": "2018年の定款"},
            "Articles of 2018 (brought in)",
            "2018年の定款（取込み）",
        ),
        (
            {"decided_by": "import"},
            "Brought in; who decided it is not on record",
            "取込み（決定機関の記録なし）",
        ),
    ],
)
def test_a_decision_is_named_once(fields: dict[str, str], en: str, ja: str) -> None:
    amendment = Amendment(**fields)
    said = []
    for language in ("en", "ja"):
        with override(language):
            said.append(decision_name(amendment))
    assert said == [en, ja]
