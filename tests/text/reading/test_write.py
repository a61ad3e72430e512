"""New provisions written like their neighbours, and articles put together from them."""

from dataclasses import replace

import pytest

from governance.text.languages import LANGUAGES
from governance.text.reading.compose import (
    ProvisionContent,
    compose_articles,
    compose_provision,
)
from governance.text.reading.local_style import (
    labels_first_paragraph,
    nearest_labelled,
    nearest_sibling,
    with_number,
    with_usual_blank_lines,
    without_number,
)
from governance.text.reading.read import read
from governance.text.reading.write import usual_digits, with_line_end, with_line_ends, write
from governance.text.tree.number import Digits
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    Piece,
    PieceRole,
    Provision,
)

# A neighbour; a number, a caption and a body; and how the new one is written.
LIKE = [
    ("en", "(Seat)\nArticle 2.\nKyoto.\n", 3, "Seal", "Red.", "(Seal)\nArticle 3.\nRed.\n"),
    ("en", "(Seat)\nArticle 2.\nKyoto.\n", 3, "", "It is red.", "Article 3.\nIt is red.\n"),
    ("en", "Article 2. (Seat) Kyoto.\n", 3, "Seal", "It is red.", "Article 3. (Seal) It is red.\n"),
    ("en", "Article 2. (Seat) Kyoto.\n", 3, "", "It is red.", "Article 3. It is red.\n"),
    ("en", "Article 2 (Seat)\nKyoto.\n", 3, "Seal", "It is red.", "Article 3 (Seal)\nIt is red.\n"),
    ("en", "Article 2 (Seat)\nKyoto.\n", 3, "", "It is red.", "Article 3\nIt is red.\n"),
    ("en", "Article 2. Kyoto.\n", 3, "Seal", "It is red.", "(Seal)\nArticle 3. It is red.\n"),
    ("en", "ARTICLE II. SEAT\nKyoto.\n", 3, "SEAL", "Red.", "ARTICLE III. SEAL\nRed.\n"),
    ("en", "ARTICLE II. SEAT\nKyoto.\n", 3, "SEAL", "", "ARTICLE III. SEAL\n"),
    ("en", "Article 2.\nKyoto.\n", 3, "", "", "Article 3.\n"),
    ("en", "Article 2. Kyoto.\n", 3, "", "", "Article 3.\n"),
    ("en", "Article 2.", 3, "", "", "Article 3.\n"),
    ("ja", "（本店）\n第２条　京都市。\n", 10, "印章", "朱。", "（印章）\n第１０条　朱。\n"),
    ("ja", "第２条（本店）　京都市。\n", 3, "印章", "朱とする。", "第３条（印章）　朱とする。\n"),
    ("ja", "第２条（本店）　京都市。\n", 3, "", "朱とする。", "第３条　朱とする。\n"),
    ("ja", "第２条（本店）\n京都市。\n", 3, "印章", "朱とする。", "第３条（印章）\n朱とする。\n"),
    ("ja", "第二条　京都市。\n", 3, "印章", "朱とする。", "（印章）\n第三条　朱とする。\n"),
    ("ja", "【本店】\n第2条　京都。\n", 3, "印章", "朱。\n2　丸", "【印章】\n第3条　朱。\n2　丸\n"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "written", "number", "caption", "body", "expected"), LIKE)
def test_article_is_written_like_its_neighbour(
    code: str, written: str, number: int, caption: str, body: str, expected: str
) -> None:
    present = read(written, code).articles
    content = ProvisionContent(Kind.ARTICLE, Number(number), caption, body)
    neighbour = present.main.children[0]
    made = compose_provision(content, code, model=neighbour, digits=usual_digits(present))
    assert made.written() == expected
    assert (made.number, made.caption) == (Number(number), caption)


USUAL = [
    ("en", Kind.ARTICLE, 3, "Seal", "It is red.", "(Seal)\nArticle 3.\nIt is red.\n"),
    ("en", Kind.CHAPTER, 3, "SEALS", "", "CHAPTER III. SEALS\n"),
    ("en", Kind.SECTION, 3, "Seal", "It is red.", "Section 3. (Seal) It is red.\n"),
    ("en", Kind.SECTION, 3, "", "", "Section 3.\n"),
    ("en", Kind.PARAGRAPH, 1, "", "It is red.", "It is red.\n"),
    ("en", Kind.PARAGRAPH, 2, "", "Its:\n(1) a;\n(2) b.", "2 Its:\n(1) a;\n(2) b.\n"),
    ("en", Kind.ITEM, 2, "", "", "(2) \n"),
    ("ja", Kind.ARTICLE, 3, "印章", "朱とする。", "（印章）\n第3条　朱とする。\n"),
    ("ja", Kind.ARTICLE, 3, "", "", "第3条\n"),
    ("ja", Kind.CHAPTER, 3, "印章", "", "第3章　印章\n"),
    ("ja", Kind.ITEM, 2, "", "朱\nイ　丸\nロ　角", "(2)　朱\nイ　丸\nロ　角\n"),
    ("ja", Kind.SUBITEM, 2, "", "丸\n(1)　大\n(2)　小", "ロ　丸\n(1)　大\n(2)　小\n"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "kind", "number", "caption", "body", "expected"), USUAL)
def test_provision_in_the_usual_form(
    code: str, kind: Kind, number: int, caption: str, body: str, expected: str
) -> None:
    made = compose_provision(ProvisionContent(kind, Number(number), caption, body, "new"), code)
    assert made.written() == expected
    below = [each.kind for each in made.walk()][1:]
    deeper = {Kind.ARTICLE: [Kind.PARAGRAPH], Kind.SECTION: [Kind.PARAGRAPH]}.get(kind, [])
    if "\n" in body:
        deeper = [Kind.ITEM if kind is Kind.PARAGRAPH else Kind.SUBITEM] * 2
    assert below == (deeper if body else [])


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_article_that_says_nothing_is_a_blank_line(code: str) -> None:
    made = compose_provision(ProvisionContent(Kind.ARTICLE, None), code)
    assert made.written() == "\n"


def test_a_paragraph_takes_mark_gap_and_indent_of_its_neighbour() -> None:
    present = read("第1条　商号。\n  ２．　本店。\n第2条　印章。\n②朱。\n", "ja").articles
    second, circled = (article.children[1] for article in present.main.children)
    content = ProvisionContent(Kind.PARAGRAPH, Number(4), body="社旗。")
    made = compose_provision(content, "ja", model=second, digits=usual_digits(present))
    assert made.written() == "  ４．　社旗。\n"
    made = compose_provision(content, "ja", model=circled)
    assert made.written() == "④社旗。\n"


def test_what_stands_below_is_identified_by_its_place_counted_where_it_occurs_twice() -> None:
    made = compose_provision(
        ProvisionContent(Kind.ARTICLE, Number(1), body="A.\n2 B:\n(1) C;\n(1) D.", key="new"), "en"
    )
    assert [each.key for each in made.walk()] == [
        "new",
        "new/paragraph:1",
        "new/paragraph:2",
        "new/paragraph:2/item:1",
        "new/paragraph:2/item:1#2",
    ]


def test_articles_are_put_together_from_provisions() -> None:
    first = compose_provision(
        ProvisionContent(Kind.ARTICLE, Number(1), body="The name is Sagano.", key="a1"), "en"
    )
    later = compose_provision(
        ProvisionContent(Kind.ARTICLE, Number(1), body="It is binding.", key="a2"), "en"
    )
    made = compose_articles("en", [first], [("", [later], "s1")], title="By-laws of Sagano")
    assert write(made) == (
        "By-laws of Sagano\nArticle 1.\nThe name is Sagano.\n"
        "Supplementary Provisions\nArticle 1.\nIt is binding.\n"
    )
    assert [part.key for part in made.parts] == ["main", "s1"]
    assert write(compose_articles("en", [first])) == "Article 1.\nThe name is Sagano.\n"


@pytest.mark.parametrize("code", LANGUAGES)
def test_digits_are_those_of_most_marks(code: str) -> None:
    text = {
        "en": "Article 1. A.\nArticle 2. B.\nArticle 10. C.\n",
        "ja": "第１条　あ。\n第２条　い。\n第10条　う。\n",
    }[code]
    assert usual_digits(read(text, code).articles) == Digits(
        "full" if code == "ja" else "half", "half"
    )


def test_a_line_end_is_put_where_there_is_none() -> None:
    last = read("Article 1. The name\n2. Sagano", "en").articles.main.children[0]
    assert with_line_end(last).written() == "Article 1. The name\n2. Sagano\n"
    assert with_line_end(with_line_end(last)) == with_line_end(last)
    empty = Provision(Kind.ARTICLE, None)
    assert with_line_end(empty) is empty
    part = read("Article 1. Sagano\n\nSupplementary Provisions\n", "en").articles.supplementary[0]
    assert with_line_ends(part) is part


# -- local style

TEXT = """第１条　商号。
２　通称。

（本店）
第２条　本店。

第３条　印章。
　２　箱。
"""


def units(text: str, code: str = "ja") -> ArticlesOfIncorporation:
    return read(text, code).articles


def test_the_neighbour_is_the_nearest_with_a_caption_and_wording() -> None:
    present = units(TEXT).main.children
    found = nearest_sibling(Kind.ARTICLE, "article:3", present)
    assert found is not None
    assert found.key == "article:2"
    assert nearest_sibling(Kind.CHAPTER, "article:3", present) is None


def test_the_sample_of_a_paragraph_is_the_nearest_that_is_marked() -> None:
    present = units(TEXT)
    assert nearest_labelled(present, Kind.PARAGRAPH, "article:1") is present.by_key(
        "article:1/paragraph:2"
    )
    assert nearest_labelled(present, Kind.PARAGRAPH, "article:3") is present.by_key(
        "article:3/paragraph:2"
    )
    assert nearest_labelled(present, Kind.ITEM, "article:3") is None


def test_the_first_of_several_paragraphs_is_marked_as_in_most_articles() -> None:
    assert not labels_first_paragraph(units(TEXT))
    assert labels_first_paragraph(units("Article 1\n1. A.\n2. B.\n\nArticle 2\nC.\n", "en"))
    assert not labels_first_paragraph(units("Article 1. A.\n", "en"))


def test_a_paragraph_is_marked_and_unmarked_with_its_indent() -> None:
    present = units(TEXT)
    lone, model = present.by_key("article:2/paragraph:1"), present.by_key("article:3/paragraph:2")
    assert lone is not None
    assert model is not None
    with_mark = with_number(lone, Number(12), model, "ja", Digits("full", "half"))
    assert with_mark.written() == "　12　本店。\n"
    assert without_number(with_mark, lone) == lone
    assert without_number(with_mark, None) == lone
    assert without_number(with_mark, model) == lone
    assert with_number(lone, Number(2), None, "ja", Digits()).written() == "2　本店。\n"


def test_blank_lines_stand_between_units_as_they_did() -> None:
    present = units(
        "第１章　総則\n第１条　商号。\n\n第２条　本店。\n\n\n第２章　印章\n第３条　朱。\n"
    )
    chapter, first, second, other, third = present.main.children
    written = "".join(
        each.written()
        for each in with_usual_blank_lines(
            [first, chapter, third, second, other], present.main.children
        )
    )
    assert written == (
        "第１条　商号。\n\n\n第１章　総則\n第３条　朱。\n\n第２条　本店。\n\n\n第２章　印章\n"
    )
    assert with_usual_blank_lines([first, second], ()) == (first, second)
    heading = replace(chapter, kind=Kind.SECTION)
    assert with_usual_blank_lines([first, heading], [first])[1] is heading


def test_blank_lines_are_taken_away_with_their_pieces() -> None:
    present = units("第１条　商号。\n第２条　本店。\n\n \n第３条　朱。\n")
    first, second, third = present.main.children
    assert third.pieces[0].role is PieceRole.SPACE
    moved = with_usual_blank_lines([first, third, second], (first, second))
    assert moved[1].pieces[0] == Piece(PieceRole.LABEL, "第３条")
