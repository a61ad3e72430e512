from dataclasses import dataclass

import pytest

from governance.text.reading.compose import (
    ProvisionContent,
    compose_articles,
    compose_provision,
)
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    Piece,
    PieceRole,
    Provision,
)
from proposals.draft.live_numbers import (
    UnknownNumberError,
    contains,
    find_lost_numbers,
    moved,
    render,
    to_stored,
    to_typed,
)


@dataclass(frozen=True)
class Both:
    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation


def english(kind: str, number: Number, caption: str, key: str) -> Provision:
    body = "" if kind == "chapter" else "The wording."
    return compose_provision(ProvisionContent(Kind(kind), number, caption, body, key), "en")


PRESENT = compose_articles(
    "en",
    [
        english("chapter", Number(2), "SHARES", "a90"),
        english("article", Number(7), "Share Handling", "a7"),
        english("article", Number(8), "Record Date", "a8"),
        english("article", Number(14), "Chairman", "a14"),
    ],
)
PROPOSED = compose_articles(
    "en",
    [
        english("chapter", Number(2), "SHARES", "a90"),
        english("article", Number(7), "Share Handling", "a7"),
        english("article", Number(8), "Rights", "c12"),
        english("article", Number(8, 2), "", "c13"),
        english("article", Number(9), "Record Date", "a8"),
        english("article", Number(15), "Chairman", "a14"),
    ],
    [("Supplementary Provisions", [english("article", Number(1), "", "c14")], "c14/part")],
)
SIDES = Both(PRESENT, PROPOSED)


@pytest.mark.parametrize(
    ("typed", "stored", "printed"),
    [
        ("{proposed:8}", "{proposed:@c12}", "8"),
        ("{proposed:8 caption}", "{proposed:@c12 caption}", "8 (Rights)"),
        ("{present:8 caption}", "{present:@a8 caption}", "8 (Record Date)"),
        ("{proposed:9}", "{proposed:@a8}", "9"),
        ("{proposed:8-2}", "{proposed:@c13}", "8-2"),
        ("{proposed:8-2 caption}", "{proposed:@c13 caption}", "8-2"),
        ("{proposed:supplementary:1}", "{proposed:@c14}", "1"),
        ("{present:chapter:2}", "{present:@a90}", "II"),
        ("{proposed:article:7}", "{proposed:@a7}", "7"),
        ("{ proposed : ８ caption }", "{proposed:@c12 caption}", "8 (Rights)"),
        ("[proposed 8]", "{proposed:@c12}", "8"),
        ("[present 8 with caption]", "{present:@a8 caption}", "8 (Record Date)"),
        ("[proposed supplementary 1]", "{proposed:@c14}", "1"),
        ("［変更案 ８ 見出し付き］", "{proposed:@c12 caption}", "8 (Rights)"),
        ("［現行　８］", "{present:@a8}", "8"),
    ],
)
def test_numbers_are_stored_by_identity_and_printed_as_numbers(typed, stored, printed):
    assert to_stored(f"See Article {typed} here.", SIDES) == f"See Article {stored} here."
    assert render(f"See Article {stored} here.", SIDES, "en") == f"See Article {printed} here."


def test_what_is_shown_is_what_is_typed():
    text = (
        "[proposed 8 with caption], [present 8], [proposed 8-2],\n"
        "[proposed supplementary:1] and [present chapter:2 with caption]"
    )
    assert to_typed(to_stored(text, SIDES), SIDES) == text


def test_numbers_follow_their_provision():
    stored = to_stored("Article {proposed:8} and Article {proposed:9}", SIDES)
    # Another article is inserted before both.
    later = Both(
        PRESENT,
        compose_articles(
            "en",
            [
                english("article", Number(8), "Another", "c20"),
                english("article", Number(9), "Rights", "c12"),
                english("article", Number(10), "Record Date", "a8"),
            ],
        ),
    )
    assert render(stored, later, "en") == "Article 9 and Article 10"
    assert to_typed(stored, later) == "Article [proposed 9] and Article [proposed 10]"


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{8}",
        "{proposed}",
        "{presently:8}",
        "a {set: of} braces",
        "{proposed:8",
        "{\nproposed:8}",
        "[present articles]",
        "[8]",
        "［現行］",
    ],
)
def test_other_braces_are_ordinary_text(text):
    assert to_stored(text, SIDES) == text
    assert to_typed(text, SIDES) == text
    assert render(text, SIDES, "en") == text
    assert not contains(text)
    assert contains("Article {proposed:8}")


def test_every_unknown_number_is_told_with_its_place():
    text = "Article {present:99} of old\nand {proposed:8}, {proposed:eight}, {proposed:}."
    with pytest.raises(UnknownNumberError) as raised:
        to_stored(text, SIDES)
    assert [(place.line, place.column, place.text) for place in raised.value.places] == [
        (1, 9, "{present:99}"),
        (2, 19, "{proposed:eight}"),
        (2, 37, "{proposed:}"),
    ]
    assert raised.value.places[0].message.en == (
        "Line 1, column 9: {present:99} names nothing in the present articles."
    )
    assert raised.value.places[1].message.ja == (
        "2行19字目：{proposed:eight} に当たる規定が変更案にありません。"
    )


def test_a_side_has_its_own_numbers():
    with pytest.raises(UnknownNumberError):
        to_stored("{present:15}", SIDES)
    assert to_stored("{proposed:15}", SIDES) == "{proposed:@a14}"
    with pytest.raises(UnknownNumberError):
        to_stored("{present:supplementary:1}", SIDES)


def test_what_has_gone_prints_a_mark_and_is_an_error():
    text = "Article {proposed:@c99} and Article {proposed:@c12}."
    assert render(text, SIDES, "en") == (
        "Article [provision no longer in the draft] and Article 8."
    )
    assert render("{proposed:@c99}は、", SIDES, "ja") == "［変更案にない規定］は、"
    assert to_typed(text, SIDES) == "Article [proposed @c99] and Article [proposed 8]."
    (finding,) = find_lost_numbers(text, SIDES, key="reason:3")
    assert (finding.code, finding.severity, finding.side, finding.key) == (
        "live-number-gone",
        "error",
        "proposed",
        "reason:3",
    )
    with pytest.raises(UnknownNumberError):
        to_stored(to_typed(text, SIDES), SIDES)
    assert find_lost_numbers("Article {proposed:@c12}.", SIDES) == ()


def test_japanese_prints_the_label_whole():
    def japanese(number: int, mark: str, caption: str, key: str) -> Provision:
        pieces = [
            Piece(PieceRole.LABEL, mark),
            Piece(PieceRole.SPACE, "　"),
            Piece(PieceRole.TEXT, "本文\n"),
        ]
        if caption:
            pieces[:0] = [Piece(PieceRole.CAPTION, f"（{caption}）"), Piece(PieceRole.SPACE, "\n")]
        return Provision(Kind.ARTICLE, Number(number), tuple(pieces), key=key)

    main = Provision(
        Kind.PART, None, children=(japanese(8, "第８条", "基準日", "c12"),), key="main"
    )
    part = Provision(Kind.PART, None, children=(japanese(1, "第1条", "", "c14"),), key="c14/part")
    tree = ArticlesOfIncorporation("ja", main, (part,))
    versions = Both(tree, tree)
    text = "{proposed:8}、{proposed:8 caption}及び{proposed:supplementary:1}を新設する。"
    assert render(to_stored(text, versions), versions, "ja") == (
        "第８条、第８条（基準日）及び附則第1条を新設する。"
    )
    typed = "［変更案 8］、［変更案 8 見出し付き］及び［変更案 supplementary:1］を新設する。"
    assert to_typed(to_stored(text, versions), versions) == typed
    assert to_stored(typed, versions) == to_stored(text, versions)


def test_numbers_that_moved_are_those_of_provisions_that_were_there_before():
    text = to_stored(
        "Article {proposed:7}, {proposed:8}, {proposed:9 caption}, {proposed:9} and {present:8}",
        SIDES,
    )
    found = [(was.number, now.number, now.key) for was, now in moved(text, SIDES)]
    assert found == [(Number(8), Number(9), "a8")]
