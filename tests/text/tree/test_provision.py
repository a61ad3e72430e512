"""The tree: numbers, addresses, what a provision says of itself."""

import pytest

from governance.text.reading.read import read
from governance.text.tree.provision import Kind, Number, Piece, PieceRole, Provision, bare_caption

TEXT = """Articles of a Company
CHAPTER I. SHARES
(Shares)
Article 1.
The shares are:
(1) common shares; and
(2) preferred shares.
2 They have no par value.
Article 1.
This number is double.
Supplementary Provisions
Article 1.
This took effect in 2001.
"""
SECOND = TEXT + "Supplementary Provisions\nThis took effect in 2011.\n"


def test_numbers_are_compared_by_their_parts() -> None:
    assert sorted([Number(10), Number(9, 2), Number(9), Number(9, 10)]) == [
        Number(9),
        Number(9, 2),
        Number(9, 10),
        Number(10),
    ]
    assert (str(Number(9, 2)), repr(Number(9, 2)), Number(9, 2).main) == ("9-2", "Number(9, 2)", 9)
    assert (Number(9).is_branch, Number(9, 2).is_branch) == (False, True)


def test_every_provision_has_an_address_of_its_own() -> None:
    articles = read(TEXT, "en").articles
    assert [address for address, _ in articles.addresses()] == [
        "main",
        "chapter:1",
        "article:1",
        "article:1/paragraph:1",
        "article:1/paragraph:1/item:1",
        "article:1/paragraph:1/item:2",
        "article:1/paragraph:2",
        "article:1#2",
        "article:1#2/paragraph:1",
        "supplementary",
        "supplementary:1",
        "supplementary:1/paragraph:1",
    ]
    assert [address for address, _ in read(SECOND, "en").articles.addresses()][-5:] == [
        "supplementary.1",
        "supplementary.1:1",
        "supplementary.1:1/paragraph:1",
        "supplementary.2",
        "supplementary.2/paragraph:1",
    ]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("article:1/item:2", "article:1/paragraph:1/item:2"),
        ("supplementary.1:1", "supplementary:1"),
        ("supplementary.1", "supplementary"),
        ("article:9", None),
        ("article:1/item:9", None),
        ("article:1/paragraph:2/item:1", None),
        ("", None),
        ("supplementary.1x", None),
    ],
)
def test_a_place_may_be_written_in_other_ways(address: str, found: str | None) -> None:
    articles = read(TEXT, "en").articles
    provision = articles.find(address)
    assert (provision and articles.address_of(provision.key)) == found


def test_the_first_of_several_parts_need_not_be_counted() -> None:
    articles = read(SECOND, "en").articles
    provision = articles.find("supplementary:1")
    assert provision is not None
    assert articles.address_of(provision.key) == "supplementary.1:1"
    assert articles.find("supplementary") is articles.supplementary[0]


def test_a_provision_says_what_it_is() -> None:
    articles = read(TEXT, "en").articles
    article = articles.find("article:1")
    assert article is not None
    assert (article.caption, article.label, article.text) == ("Shares", "Article 1.", "")
    assert article.body == (
        "The shares are:\n(1) common shares; and\n(2) preferred shares.\n2 They have no par value."
    )
    paragraph = article.children[0]
    assert paragraph.text == "The shares are:"
    assert paragraph.body.startswith("The shares are:\n(1) common")
    assert articles.parent_of(paragraph.key) is article
    assert articles.parent_of("main") is None
    assert articles.by_key("nothing") is None
    assert articles.address_of("nothing") is None


def test_a_piece_is_replaced_and_a_missing_one_left() -> None:
    provision = Provision(Kind.ARTICLE, Number(1), (Piece(PieceRole.LABEL, "Article 1."),))
    assert provision.with_piece(PieceRole.LABEL, "Article 2.").label == "Article 2."
    assert provision.with_piece(PieceRole.CAPTION, "(Name)") == provision


@pytest.mark.parametrize(
    ("written", "bare"),
    [("(Chairman)", "Chairman"), ("（ 議長 ）", "議長"), ("(a) and (b", "(a) and (b"), ("(", "(")],
)
def test_a_caption_is_bare_of_brackets_that_belong_together(written: str, bare: str) -> None:
    assert bare_caption(written) == bare
