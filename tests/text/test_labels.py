"""English labels: marks with another number, citations, the heads of new provisions."""

from itertools import pairwise

import pytest

from governance.text import english
from governance.text.english.vocabulary import in_words, level, value_of
from governance.text.tree.number import Digits
from governance.text.tree.provision import Kind, Number

RELABELLED = [
    ("Article 14.", Number(16), "Article 16."),
    ("Article 9", Number(10), "Article 10"),
    ("Article 9.", Number(9, 2), "Article 9-2."),
    ("Article 9-2.", Number(9, 3), "Article 9-3."),
    ("Article 9-2.", Number(10), "Article 10."),
    ("Article 9–2.", Number(9, 3), "Article 9–3."),
    ("Article １４．", Number(16), "Article １６．"),
    ("Art. 9", Number(10), "Art. 10"),
    ("ARTICLE IV", Number(5), "ARTICLE V"),
    ("ARTICLE IV", Number(4, 2), "ARTICLE IV-2"),
    ("ARTICLE FOUR", Number(5), "ARTICLE FIVE"),
    ("Article Fourth.", Number(5), "Article Fifth."),
    ("ARTICLE TWENTY", Number(21), "ARTICLE 21"),
    ("CHAPTER II.", Number(3), "CHAPTER III."),
    ("Chapter 2", Number(3), "Chapter 3"),
    ("I.", Number(2), "II."),
    ("Section 4.6.", Number(7), "Section 4.7."),
    ("Section 4.6", Number(7), "Section 4.7"),
    ("Section 4.6.", Number(6, 2), "Section 4.6.2."),
    ("Section 4.6.2", Number(6, 3), "Section 4.6.3"),
    ("Section 4.6.2", Number(7), "Section 4.7"),
    ("§ 4.6", Number(7), "§ 4.7"),
    ("Section 6.", Number(7), "Section 7."),
    ("6.2", Number(6, 3), "6.3"),
    ("2", Number(3), "3"),
    ("2.", Number(3), "3."),
    ("２", Number(3), "３"),
    ("9", Number(10), "10"),
    ("(2)", Number(3), "(3)"),
    ("（２）", Number(3), "（３）"),
    ("②", Number(3), "③"),
    ("(ii)", Number(3), "(iii)"),
    ("(iv)", Number(5), "(v)"),
    ("(a)", Number(2), "(b)"),
    ("(c)", Number(4), "(d)"),
    ("(A)", Number(2), "(B)"),
    ("(C)", Number(4), "(D)"),
    ("c", Number(4), "d"),
    ("ii", Number(3), "iii"),
    ("a.", Number(2), "b."),
    ("i.", Number(2), "ii."),
    ("A.", Number(2), "B."),
    ("second", Number(3), "third"),
    ("Second", Number(3), "Third"),
    ("-", Number(2), "2"),
]


@pytest.mark.parametrize(("mark", "number", "relabelled"), RELABELLED)
def test_mark_gets_another_number(mark: str, number: Number, relabelled: str) -> None:
    assert english.relabel(mark, number, Digits()) == relabelled


def test_mark_follows_the_digits_of_the_text() -> None:
    assert english.relabel("Article ９.", Number(10), Digits("full", "half")) == "Article 10."


@pytest.mark.parametrize(
    ("mark", "number", "whole"),
    [
        ("Article 14.", "14", "Article 14"),
        ("Article 9-2.", "9-2", "Article 9-2"),
        ("ARTICLE IV", "IV", "ARTICLE IV"),
        ("Section 4.6.", "4.6", "Section 4.6"),
        ("Art. 9.", "9", "Art. 9"),
        ("(2)", "2", "(2"),
        ("-", "-", "-"),
    ],
)
def test_number_span(mark: str, number: str, whole: str) -> None:
    start, end = english.number_span(mark, whole=False)
    assert mark[start:end] == number
    start, end = english.number_span(mark, whole=True)
    assert mark[start:end] == whole


@pytest.mark.parametrize(
    ("kind", "number", "caption", "written"),
    [
        (Kind.ARTICLE, Number(9), "Fees", "(Fees)\nArticle 9.\n"),
        (Kind.ARTICLE, Number(9, 2), "", "Article 9-2.\n"),
        (Kind.CHAPTER, Number(3), "Shares", "CHAPTER III. Shares\n"),
        (Kind.CHAPTER, Number(3, 2), "Bonds", "CHAPTER III-2. Bonds\n"),
        (Kind.CHAPTER, None, "", ""),
        (Kind.CHAPTER, None, "Shares", "Shares\n"),
        (Kind.ARTICLE, None, "Fees", "(Fees)\n"),
        (Kind.SECTION, Number(6), "", "Section 6. "),
        (Kind.SECTION, Number(6), "Fees", "Section 6. (Fees) "),
        (Kind.PART, None, "", "Supplementary Provisions\n"),
        (Kind.PART, None, "Addenda", "Addenda\n"),
    ],
)
def test_head_of_a_new_provision(
    kind: Kind, number: Number | None, caption: str, written: str
) -> None:
    pieces = english.head_pieces(kind, number, caption)
    assert "".join(piece.text for piece in pieces) == written


@pytest.mark.parametrize(
    ("kind", "number", "caption"),
    [
        (Kind.ARTICLE, Number(9), ""),
        (Kind.CHAPTER, Number(3, 2), "Bonds"),
        (Kind.SECTION, Number(6), ""),
        (Kind.PART, None, ""),
    ],
)
def test_head_of_a_new_provision_is_read_again(
    kind: Kind, number: Number | None, caption: str
) -> None:
    pieces = english.head_pieces(kind, number, caption)
    found = english.head("".join(piece.text for piece in pieces).strip())
    assert found is not None
    assert (found.kind, found.number) == (kind, number)


@pytest.mark.parametrize(
    ("kind", "numbers", "cited"),
    [
        (Kind.ARTICLE, [Number(7)], "Article 7"),
        (Kind.ARTICLE, [Number(9, 2)], "Article 9-2"),
        (Kind.ARTICLE, [Number(7), Number(8)], "Articles 7 and 8"),
        (Kind.ARTICLE, [Number(7), Number(8), Number(9)], "Articles 7 through 9"),
        (Kind.ARTICLE, [Number(7), Number(9), Number(11)], "Articles 7, 9 and 11"),
        (Kind.PARAGRAPH, [Number(1), Number(5)], "Paragraphs 1 and 5"),
        (Kind.ITEM, [Number(3)], "Item 3"),
    ],
)
def test_how_provisions_are_cited(kind: Kind, numbers: list[Number], cited: str) -> None:
    assert english.cite_all(kind, numbers, Digits()) == cited
    [reference] = english.references(cited)
    ends = [numbers[0], numbers[-1]] if "through" in cited else numbers
    assert [pointer.steps[-1].number for pointer in reference.pointers] == ends


def test_a_citation_within_another() -> None:
    cited = english.cite_within("Article 7", "Paragraph 2")
    assert cited == "Article 7, Paragraph 2"
    assert [reference.text for reference in english.references(cited)] == [cited]


@pytest.mark.parametrize(
    ("mark", "article", "moved"),
    [
        ("Section 4.6.", Number(5), "Section 5.6."),
        ("Section IV.6", Number(5), "Section V.6"),
        ("Section 4.6.2", Number(5), "Section 5.6.2"),
        ("Section 6.", Number(5), "Section 6."),
    ],
)
def test_a_section_goes_with_its_article(mark: str, article: Number, moved: str) -> None:
    assert english.relabel_for_article(mark, article) == moved


def test_usual_marks_go_on_from_one_another() -> None:
    for kind in (Kind.PARAGRAPH, Kind.ITEM):
        for first, second in pairwise(range(1, 5)):
            mark, gap = english.usual_label(kind, Number(first))
            assert gap == " "
            assert (
                english.relabel(mark, Number(second), Digits())
                == (english.usual_label(kind, Number(second))[0])
            )


def test_numerals_of_a_mark() -> None:
    assert english.numerals("Article 9-2, Item １") == ("9", "2", "１")
    assert english.numerals("ARTICLE IV") == ()


@pytest.mark.parametrize(
    ("word", "rank"),
    [("Chapter", 0), ("articles", 1), ("Art.", 1), ("§§", 2), ("Secs.", 2), ("sub-paragraph", 5)],
)
def test_levels_are_known_by_their_words(word: str, rank: int) -> None:
    assert level(word).rank == rank


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("c", 3), ("v", 5), ("l", 12), ("xl", 40), ("C", 3), ("X", 10), ("aa", 27)],
)
def test_letters_count(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


def test_words_end_at_twenty() -> None:
    assert [value_of("One"), value_of("twentieth"), value_of("thirty")] == [1, 20, None]
    assert [in_words(20, "one"), in_words(21, "one"), in_words(0, "first")] == ["twenty", "21", "0"]
