"""What is Japanese about Japanese articles: labels, how provisions are cited, words.

Words by example: tests/text/cases/words-ja.txt.
"""

import pytest

from governance.text import japanese
from governance.text.japanese.terms import TERMS
from governance.text.reading.read import read
from governance.text.reading.write import usual_digits
from governance.text.tree.number import Digits
from governance.text.tree.provision import Kind, Number, Piece, PieceRole
from tests.text.cases_file import cases_of

KANJI = Digits("kanji", "kanji")
FULL = Digits("full", "full")
MIXED = Digits("full", "half")  # 第６条, 第10条


@pytest.mark.parametrize(
    ("mark", "number", "style", "expected"),
    [
        ("第14条", Number(16), Digits(), "第16条"),
        ("第９条", Number(10), MIXED, "第10条"),
        ("第９条", Number(10), FULL, "第１０条"),
        ("第10条", Number(9), MIXED, "第９条"),
        ("第十三条", Number(21), KANJI, "第二十一条"),
        ("第九条", Number(10), KANJI, "第十条"),
        ("第一〇条", Number(21), Digits("kanji", "places"), "第二一条"),
        ("第 ９ 条", Number(8), MIXED, "第 ８ 条"),
        ("第9条", Number(9, 2), Digits(), "第9条の2"),
        ("第９条の２", Number(10, 2), MIXED, "第10条の２"),
        ("第9条の2", Number(9, 3), Digits(), "第9条の3"),
        ("第9条の2", Number(10), Digits(), "第10条"),
        ("第九条の二", Number(9, 2, 3), KANJI, "第九条の二の三"),
        ("第二章", Number(2, 2), KANJI, "第二章の二"),
        ("附則第1条", Number(2), Digits(), "附則第2条"),
        ("第1項", Number(3), Digits(), "第3項"),
        ("一項", Number(3), KANJI, "三項"),
        ("２", Number(3), MIXED, "３"),
        ("2", Number(10), KANJI, "10"),
        ("（１）", Number(12), FULL, "（１２）"),
        ("(3)", Number(3, 2), Digits(), "(3の2)"),
        ("⑴", Number(2), Digits(), "⑵"),
        ("①", Number(3), Digits(), "③"),
        ("⑳", Number(21), Digits(), "㉑"),
        ("（一）", Number(4), Digits(), "（四）"),
        ("イ", Number(3), Digits(), "ハ"),
        ("- ロ）", Number(4), Digits(), "- ニ）"),
        ("ア", Number(3), Digits(), "ウ"),
        ("(エ)", Number(2), Digits(), "(イ)"),
        ("(a)", Number(3), Digits(), "(c)"),
        ("Ｂ．", Number(4), Digits(), "Ｄ．"),
        ("(ii)", Number(4), Digits(), "(iv)"),
        ("ⅱ", Number(4), Digits(), "ⅳ"),
        ("Ⅳ", Number(5), Digits(), "Ⅴ"),
        ("ⅻ", Number(13), Digits(), "xiii"),
        ("第1\n5条", Number(16), Digits(), "第16条"),
        ("第1\n5条", Number(15), Digits(), "第1\n5条"),
        ("・", Number(2), Digits(), "・"),
    ],
)
def test_relabel(mark: str, number: Number, style: Digits, expected: str) -> None:
    assert japanese.relabel(mark, number, style) == expected


@pytest.mark.parametrize(
    ("mark", "numeral", "label"),
    [
        ("第17条", "17", "第17条"),
        ("第９条の２", "９条の２", "第９条の２"),
        ("(3)", "3", "(3)"),
        ("②", "②", "②"),
        ("・", "・", "・"),
    ],
)
def test_number_span(mark: str, numeral: str, label: str) -> None:
    start, end = japanese.number_span(mark, whole=False)
    assert mark[start:end] == numeral
    start, end = japanese.number_span(mark, whole=True)
    assert mark[start:end] == label


def test_digits_are_those_of_the_articles() -> None:
    text = "第６条　甲\n２　乙\n３　丙\n第10条　丁\n2 戊\n3 己\n４　庚\n"
    assert usual_digits(read(text, "ja").articles) == MIXED


@pytest.mark.parametrize(
    ("kind", "number", "style", "expected"),
    [
        (Kind.ARTICLE, Number(10), Digits(), "第10条"),
        (Kind.ARTICLE, Number(9, 2), MIXED, "第９条の２"),
        (Kind.ARTICLE, Number(13), KANJI, "第十三条"),
        (Kind.CHAPTER, Number(2), Digits(), "第2章"),
        (Kind.SECTION, Number(1), Digits(), "第1節"),
        (Kind.PARAGRAPH, Number(2), FULL, "第２項"),
        (Kind.ITEM, Number(3), Digits(), "第3号"),
        (Kind.SUBITEM, Number(3), Digits(), "ハ"),
    ],
)
def test_cite(kind: Kind, number: Number, style: Digits, expected: str) -> None:
    assert japanese.cite(kind, number, style) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([7], "第7条"),
        ([7, 8], "第7条及び第8条"),
        ([7, 8, 9], "第7条から第9条まで"),
        ([1, 3, 5], "第1条、第3条及び第5条"),
    ],
)
def test_cite_all(numbers: list[int], expected: str) -> None:
    found = japanese.cite_all(Kind.ARTICLE, [Number(n) for n in numbers], Digits())
    assert found == expected


def test_cite_within() -> None:
    assert japanese.cite_within("第7条", "第2項") == "第7条第2項"


def test_head_pieces() -> None:
    end, gap = Piece(PieceRole.SPACE, "\n"), Piece(PieceRole.SPACE, "　")
    assert japanese.head_pieces(Kind.ARTICLE, Number(8), "議長") == (
        Piece(PieceRole.CAPTION, "（議長）"), end, Piece(PieceRole.LABEL, "第8条"), gap,
    )  # fmt: skip
    assert japanese.head_pieces(Kind.ARTICLE, Number(8, 2), "") == (
        Piece(PieceRole.LABEL, "第8条の2"),
        gap,
    )
    assert japanese.head_pieces(Kind.CHAPTER, Number(2), "株式") == (
        Piece(PieceRole.LABEL, "第2章"), gap, Piece(PieceRole.CAPTION, "株式"), end,
    )  # fmt: skip
    assert japanese.head_pieces(Kind.CHAPTER, None, "") == ()
    assert japanese.head_pieces(Kind.CHAPTER, None, "株式") == (
        Piece(PieceRole.CAPTION, "株式"),
        end,
    )
    assert japanese.head_pieces(Kind.ARTICLE, None, "議長") == (
        Piece(PieceRole.CAPTION, "（議長）"),
        end,
    )
    assert japanese.head_pieces(Kind.PART, None, "") == (Piece(PieceRole.CAPTION, "附則"), end)


def test_usual_mark() -> None:
    assert japanese.usual_label(Kind.PARAGRAPH, Number(2)) == ("2", "　")
    assert japanese.usual_label(Kind.ITEM, Number(2, 2)) == ("(2の2)", "　")
    assert japanese.usual_label(Kind.SUBITEM, Number(2)) == ("ロ", "　")


def test_a_section_does_not_say_its_article() -> None:
    assert japanese.relabel_for_article("第1節", Number(4)) == "第1節"


SENTENCES = [line for case in cases_of("words", "ja", ["words"]) for line in case.lines("words")]


@pytest.mark.parametrize("parted", SENTENCES)
def test_words(parted: str) -> None:
    words = parted.split("|")
    assert japanese.tokens("".join(words)) == words


@pytest.mark.parametrize("text", ["", " ", "ﬁ、Ⅳ\ufeff", "第8条第2項", "前項第1号イ及びロ"])
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(japanese.tokens(text)) == text
    assert "".join(japanese.tokens_by_level(text)) == text


def test_there_are_sentences() -> None:
    assert len(SENTENCES) >= 40


@pytest.mark.parametrize("before", ["は、", "及び", "当会社の", "「"])
@pytest.mark.parametrize("after", ["は", "の決議", "及び", "、", "（"])
def test_no_term_is_cut(before: str, after: str) -> None:
    cut = [
        term
        for term in TERMS
        if not any(term in word for word in japanese.tokens(before + term + after))
    ]
    assert cut == []


def test_flat() -> None:
    assert japanese.on_one_line("議決\n　　権の三分\nの二") == "議決権の三分の二"


def test_likeness_counts_pairs_of_kanji() -> None:
    assert japanese.similarity_units("取締役会は、3月に決議する。") == [
        "取締",
        "締役",
        "役会",
        "3",
        "月",
        "決議",
    ]
