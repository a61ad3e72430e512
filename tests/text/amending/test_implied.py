"""The operations that a comparison implies."""

import pytest

from governance.text.amending.builder import amend
from governance.text.amending.operations import Delete, Insert, Move, Replace
from governance.text.compare import Comparison, compare
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.table.house_style import PRESETS
from tests.text.amending.implied import implied_operations, structural_operations

PRESENT = """CHAPTER I. GENERAL
Article 1.
The name of the Company is Kamogawa Instruments.
Article 2.
The head office stands in Kyoto beside the river.
Article 3.
Salmon in the garden pond are fed twice a day:
(1) by the gardener in the morning; and
(2) by the watchman in the evening.
2 Herons upon the roof are left in peace by everybody.
Article 4.
Old cedar trees along the western fence are never felled.
Supplementary Provisions
This took effect on June 25, 2001.
"""


def compared(proposed: str, present: str = PRESENT) -> Comparison:
    sides = (read(text, "en").articles for text in (present, proposed))
    return compare(*sides, PRESETS["english-release"])


MOVED = PRESENT.replace(
    "Article 2.\nThe head office stands in Kyoto beside the river.\nArticle 3.", "Article 2."
).replace("Article 4.\nOld", "Article 3.\nOld")
CASES = {
    "nothing": PRESENT,
    "words": PRESENT.replace("Kyoto", "Nara"),
    "a heading": PRESENT.replace("GENERAL", "GENERAL PROVISIONS"),
    "moved": MOVED.replace(
        "Supplementary",
        "Article 4.\nThe head office stands in Kyoto beside the river.\nSupplementary",
    ),
    "moved and amended": MOVED.replace(
        "Supplementary",
        "Article 4.\nThe head office stands in Nara beside the river.\nSupplementary",
    ),
    "a part gone": PRESENT.partition("Supplementary")[0],
    "a dated part more": PRESENT
    + "Supplementary Provisions\n(June 25, 2027)\nArticle 1.\nThis takes effect in 2027.\n",
    "a part more": PRESENT + "Supplementary Provisions\nArticle 1.\nThis takes effect in 2027.\n",
}


@pytest.mark.parametrize("proposed", CASES.values(), ids=CASES)
def test_they_make_the_proposed_text(proposed: str) -> None:
    comparison = compared(proposed)
    made = amend(comparison.present, implied_operations(comparison)).proposed
    assert write(made) == proposed


def test_each_is_the_least_that_says_it() -> None:
    kinds = {
        name: [type(each) for each in implied_operations(compared(text))]
        for name, text in CASES.items()
    }
    assert kinds == {
        "nothing": [],
        "words": [Replace],
        "a heading": [Replace],
        "moved": [Move],
        "moved and amended": [Delete, Insert],
        "a part gone": [Delete],
        "a dated part more": [Insert],
        "a part more": [Insert],
    }


def test_structure_goes_down_to_items_and_has_no_words() -> None:
    proposed = (
        PRESENT.replace("(1) by the gardener in the morning; and\n(2)", "(1)")
        .replace("2 Herons", "2 Carp are bought each spring at the market of Otsu.\n3 Herons")
        .replace("Kyoto", "Nara")
    )
    operations = structural_operations(compared(proposed))
    assert [(type(each), getattr(each, "at", None)) for each in operations] == [
        (Delete, "article:3/paragraph:1/item:1"),
        (Insert, None),
    ]


POND = """Article 1.
Old cedar trees along the western fence are never felled.
Article 2.
Whatever the preceding article says, salmon are fed:
(1) with worms, by the gardener; and
(2) with stale bread from the kitchen, by whoever bakes.
Article 3.
Herons upon the roof are left in peace by everybody.
Article 4.
The head office stands in Kyoto beside the river.
"""


def test_what_moved_and_would_have_followed_is_put_in_anew() -> None:
    """Its relative reference would be cited by number, and the proposed text has it as it was."""
    first, second, third, fourth = POND.split("Article ")[1:]
    moved = (first[1:], third[1:], fourth[1:], second[1:])
    proposed = "".join(f"Article {n}{body}" for n, body in enumerate(moved, 1))
    comparison = compared(proposed, POND)
    operations = implied_operations(comparison)
    assert [type(each) for each in operations] == [Delete, Insert]
    assert write(amend(comparison.present, operations).proposed) == proposed


def test_structure_has_what_changed_places_and_new_articles() -> None:
    worms = "(1) with worms, by the gardener; and\n"
    proposed = (
        POND.replace(worms, "")
        .replace("(2) with stale", "(1) with stale")
        .replace("whoever bakes.\n", "whoever bakes; and\n(2) with worms, by the gardener.\n")
        .replace("Article 4.", "Article 4.\nBells ring at noon.\nArticle 5.")
    )
    operations = structural_operations(compared(proposed, POND))
    assert [(type(each), getattr(each, "at", None), each.after) for each in operations] == [
        (Insert, None, "article:3"),
        (Move, "article:2/paragraph:1/item:1", "article:2/paragraph:1/item:2"),
    ]
