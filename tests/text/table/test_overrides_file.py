"""The overrides file: what it means, and what is wrong with one that is refused."""

import json
import re

import pytest

from governance.text.compare import compare, with_underlines_by_hand
from governance.text.reading.read import read
from governance.text.table.house_style import PRESETS
from governance.text.table.overrides import UnderlineOverride
from governance.text.table.overrides_file import OverridesFileError, overrides

PRESENT = read("Article 1. The name is Kamo.\nArticle 2. The seat is in Kyoto.\n", "en").articles
PROPOSED = read(
    "Article 1. Lamps are made.\nArticle 2. The name is Kamo.\nArticle 3. The seat is in Nara.\n",
    "en",
).articles
COMPARISON = compare(PRESENT, PROPOSED, PRESETS["english-release"])
ENTRY = {
    "at": "article:3",
    "side": "proposed",
    "spans": [
        {"text": "Article 3. The seat is ", "changed": False},
        {"text": "in Nara", "changed": True},
        {"text": ".", "changed": False},
    ],
}


def test_an_override_is_of_the_provision_at_its_address() -> None:
    found = overrides([ENTRY, {**ENTRY, "place": 2}], COMPARISON.present, COMPARISON.proposed)
    text = "Article 3. The seat is in Nara."
    first = UnderlineOverride("article:2", "proposed", text, ((23, 30),))
    assert found == [first, UnderlineOverride("article:2", "proposed", text, ((23, 30),), 2)]
    row = with_underlines_by_hand(COMPARISON, found).table.rows[-1]
    assert row.proposed.lines[0].spans == first.spans


def test_a_lost_override_of_an_omitted_provision_is_told_where_it_stands() -> None:
    spans = [{"text": "Article 2. The name is Kamo.", "changed": True}]
    entry = {"at": "article:2", "side": "proposed", "spans": spans}
    found = overrides([entry], COMPARISON.present, COMPARISON.proposed)
    finding = with_underlines_by_hand(COMPARISON, found).findings[-1]
    assert (finding.code, finding.side, finding.at) == ("override-lost", "proposed", "article:2")


BAD = {
    "{}": "The overrides file must hold a list.",
    "[3]": "Override 1: an override, and each of its spans, must be an object.",
    '[{"side": "proposed", "spans": []}]': 'Override 1: "at" is missing.',
    '[{"at": "article:1", "side": "left", "spans": []}]': (
        "Override 1: \"side\" must be present or proposed, not 'left'."
    ),
    '[{"at": "article:7", "side": "present", "spans": []}]': (
        "Override 1: there is no provision at article:7 on the present side."
    ),
    '[{"at": "article:1", "side": "present", "spans": []}]': (
        'Override 1: "spans" must not be empty.'
    ),
    '[{"at": "article:1", "side": "present", "spans": [{"text": "x"}]}]': (
        'Override 1: "changed" is missing.'
    ),
    '[{"at": "article:1", "side": "present", "spans": [{"text": "", "changed": true}]}]': (
        'Override 1: "text" of a span must not be empty.'
    ),
    '[{"at": "article:1", "side": "present", "spans": [{"text": "x", "changed": 1}]}]': (
        'Override 1: "changed" must be true or false.'
    ),
    '[{"at": "article:1", "side": "present", "spans": [], "place": -1}]': (
        'Override 1: "place" must not be negative.'
    ),
    '[{"at": "article:1", "side": "present", "spans": [], "place": true}]': (
        'Override 1: "place" must be a whole number.'
    ),
    '[{"at": "article:1", "side": "present", "spans": [], "why": ""}]': (
        'Override 1: there is no field "why".'
    ),
}


@pytest.mark.parametrize(("text", "message"), BAD.items())
def test_a_bad_file_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(OverridesFileError, match=f"^{re.escape(message)}$"):
        overrides(json.loads(text), COMPARISON.present, COMPARISON.proposed)
