"""No line, however odd, takes long: what is quadratic shows on eight thousand characters, and what
finds citations takes a hundred thousand of any mixture."""

from collections.abc import Callable
from random import Random
from time import process_time

import pytest

from governance.text import english, japanese
from governance.text.language import Language
from governance.text.owner import MOST_CITATIONS, OwnText, Whose
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.tree.decimals import Decimals
from governance.text.tree.number import Digits
from governance.text.tree.provision import Number

LENGTH = 8_000
SECONDS = 1.0  # of the processor; a quarter is much, a quadratic expression takes longer

# What a line begins with, and what is then repeated.
LINES = [
    *(("", unit) for unit in ("a", "A ", " ", "\n", " \n", "-", ".", ". ", ".”", '"', "(", "()")),
    *(("", unit) for unit in ("[", "§", "§1 ", "(a)", "U.", "the ", "such ", "Act ", "Article ")),
    *(("", unit) for unit in ("the preceding ", "Article 1, ", "Article 1 (", "Article 1 ((")),
    *(("", unit) for unit in ("Article 1–", "Article 1 through ", "Article 1 thereof ")),
    *(("", unit) for unit in ("Paragraph 1 of ", "Paragraph 1 and ", "Act Article 1 ")),
    *(("", unit) for unit in ("the Companies Act, Article 1, ", "Article 1 of the Act and ")),
    *(("", unit) for unit in ("Supplementary Provisions ", "Supplementary Provisions (")),
    *(("Article 1", unit) for unit in (" ", " ,", "(1)", " et seq.")),
    *(("Article 1. ", unit) for unit in ("A ", "(", "word ")),
    *(("Article 1 of the ", unit) for unit in ("Cap ", "Cap and ", "U.", "of the ", "No. ")),
    *(("Articles ", unit) for unit in ("1, ", "1,", "1-2, ", "9", "9-", "I")),
    *(("Section ", unit) for unit in ("4.", "(a)")),
    *(("the ", unit) for unit in ("first, ", "first ", "preceding ")),
    *(("", unit) for unit in ("the former Article 1 ", "Article 1 (before amendment) ")),
    *(("", unit) for unit in ("the Law (Article 1) ", "Article 1 (of the Act) ", "Article 1 [")),
    *(("", unit) for unit in ("Article 1 of the Company's ", "ARTICLE 1 OF THE ACT ", "Art. 1 ")),
    *(("Article 1 stipulated ", unit) for unit in ("in ", "in the ", " ")),
]
_JAPANESE_UNITS = (
    *(
        "（第1条（以下「",
        "第1条（",
        "（",
        "）",
        "「",
        "」",
        "（）",
        "「」",
        "第",
        "第1",
        "第1条",
        "第1条、",
    ),
    *(
        "第1条及び",
        "第1条の2",
        "第1条各号",
        "前",
        "前条",
        "同条",
        "本",
        "この",
        "1",
        "一",
        "条",
        "1条",
    ),
    *(
        "の",
        "中",
        "会社法",
        "会社法第1条",
        "会社法の",
        "定款",
        "の定款第1条",
        "旧第1条",
        "に関する",
    ),
    *("に関する法律第1条", "社債、", "上の", "に定める", "GDPR第1条", "変更前の", "鴨川", "鴨川の"),
    *(
        "第1条（第1項を除く。）及び",
        "第1条（会社法）",
        "以下「甲」という。甲第1条",
        "以下「",
        "令和1年",
    ),
    *("（以下「甲」という。", " ", "　", "\n", "　\n", "a", "ア", "・", "第1条\n", "第 1 条 "),
)
JAPANESE_LINES = [
    *(("", unit) for unit in _JAPANESE_UNITS),
    *(("第1条", unit) for unit in ("　", "、", "まで", "各号", "（", "の2", "から", "　及び")),
    *(("会社法（", unit) for unit in ("平成", "「", "（）")),
]


def _read_and_write(text: str) -> None:
    text = "Article 1.\n" + text
    assert write(read(text, "en").articles) == text


FUNCTIONS: list[Callable[[str], object]] = [
    english.references,
    english.head,
    english.is_caption,
    english.enumerators,
    english.on_one_line,
    english.tokens,
    english.is_unfinished,
    lambda text: english.continues_line(text, "a"),
    lambda text: english.relabel(text, Number(2), Digits()),
    _read_and_write,
]


JAPANESE_FUNCTIONS: list[Callable[[str], object]] = [
    japanese.references,
    japanese.head,
    japanese.is_caption,
    japanese.enumerators,
    japanese.on_one_line,
    japanese.tokens,
    japanese.is_unfinished,
    lambda text: japanese.continues_line(text, "条"),
]


def line_of(beginning: str, unit: str, length: int) -> str:
    return beginning + (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize(("beginning", "unit"), LINES)
def test_a_long_line_does_not_take_long(beginning: str, unit: str) -> None:
    line = line_of(beginning, unit, LENGTH)
    begun = process_time()
    for function in FUNCTIONS:
        function(line)
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize(("beginning", "unit"), JAPANESE_LINES)
def test_a_long_japanese_line_does_not_take_long(beginning: str, unit: str) -> None:
    line = line_of(beginning, unit, LENGTH)
    begun = process_time()
    for function in JAPANESE_FUNCTIONS:
        function(line)
    assert process_time() - begun < SECONDS


# A hundred thousand characters take the densest of these about a second, and what is quadratic a
# hundred and fifty times as long as eight thousand.
FAR_LONGER = 100_000
MANY_SECONDS = 6.0


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        *(
            (english, unit)
            for unit in (" ", "(", "§1 ", "Article 1, ", "Article 1 (", "Cap of the ")
        ),
        *((english, unit) for unit in ("the Law (Article 1) ", "Article 1 of the Act and ")),
        *(
            (japanese, unit)
            for unit in ("　", "（", "（第1条（以下「", "第1条、", "同条", "会社法の")
        ),
        *(
            (japanese, unit)
            for unit in ("以下「甲」という。甲第1条", "に関する法律第1条", "第1条\n")
        ),
    ],
)
def test_citations_of_a_far_longer_line_are_found_soon(language: Language, unit: str) -> None:
    line = line_of("", unit, FAR_LONGER)
    begun = process_time()
    language.references(line)
    assert process_time() - begun < MANY_SECONDS


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("language", "lines"), [(english, LINES), (japanese, JAPANESE_LINES)])
def test_citations_of_a_long_mixture_are_found_soon(
    language: Language, lines: list[tuple[str, str]], seed: int
) -> None:
    draw = Random(seed)  # noqa: S311 (no secret)
    pieces = [piece for each in lines for piece in each]
    line = "".join(draw.choices(pieces, k=FAR_LONGER // 4))[:FAR_LONGER]
    begun = process_time()
    language.references(line)
    assert process_time() - begun < MANY_SECONDS


@pytest.mark.parametrize(("language", "unit"), [(english, "Article 1; "), (japanese, "第1条。")])
def test_a_line_of_too_many_citations_is_not_asked_whose_they_are(
    language: Language, unit: str
) -> None:
    few, many = (language.references(unit * n) for n in (MOST_CITATIONS, MOST_CITATIONS + 1))
    assert {each.owner.rule for each in few} == {"nothing-said"}
    assert {(each.owner.whose, each.owner.rule) for each in many} == {(Whose.UNSURE, "too-many")}


CLAUSES = ("clause 1.1 and ", "the preceding clause of clause 1.1 ", "clauses 1.1-")


@pytest.mark.parametrize("unit", [*CLAUSES, "(a) of clause 1.1 "])
def test_line_of_clauses_by_decimals_takes_no_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = process_time()
    english.references(text, OwnText(decimals=Decimals.WHOLE))
    assert process_time() - begin < 4 * SECONDS
