"""Underlines by example: tests/text/cases/underlines-en.txt, underlines-ja.txt."""

import pytest

from governance.text.comparing.span import Span
from governance.text.comparing.underline import underline
from governance.text.language import Language
from governance.text.languages import LANGUAGES, language_for
from tests.text.cases_file import Case, cases_of_both_languages

ALL = cases_of_both_languages("underlines", ["present", "proposed"])
BY_LEVEL = cases_of_both_languages("citation-levels", ["present", "proposed"])


def marked(spans: tuple[Span, ...]) -> str:
    return "".join(f"_{span.text}_" if span.changed else span.text for span in spans)


def plain(text: str) -> str:
    return text.replace("_", "")


def edges(spans: tuple[Span, ...]) -> set[int]:
    found, place = set(), 0
    for span in spans:
        place += len(span.text)
        found.add(place)
    return found


def word_edges(text: str, language: Language) -> set[int]:
    return edges(tuple(Span(token) for token in language.tokens(text)))


@pytest.mark.parametrize("case", ALL, ids=str)
def test_underlined(case: Case) -> None:
    language = language_for(case.code)
    (expected_present,), (expected_proposed,) = case.lines("present"), case.lines("proposed")
    old, new = plain(expected_present), plain(expected_proposed)
    present, proposed = underline(old, new, language)
    assert (marked(present), marked(proposed)) == (expected_present, expected_proposed)
    for text, spans in ((old, present), (new, proposed)):
        assert "".join(span.text for span in spans) == text
        assert edges(spans) <= word_edges(text, language)


@pytest.mark.parametrize("case", BY_LEVEL, ids=str)
def test_underlined_by_level(case: Case) -> None:
    language = language_for(case.code)
    (expected_present,), (expected_proposed,) = case.lines("present"), case.lines("proposed")
    present, proposed = underline(
        plain(expected_present), plain(expected_proposed), language, by_level=True
    )
    assert (marked(present), marked(proposed)) == (expected_present, expected_proposed)


def test_same_wording_has_no_underline() -> None:
    assert underline("The seat.", "The seat.", language_for("en")) == ((Span("The seat."),),) * 2
    assert underline("", "", language_for("en")) == ((), ())


def test_wording_that_came_or_went_is_whole() -> None:
    assert underline("", "The seat.", language_for("en")) == (
        (),
        (Span("The seat.", changed=True),),
    )
    assert underline("第1条", "", language_for("ja")) == ((Span("第1条", changed=True),), ())


def test_terms_of_the_articles_are_one_word() -> None:
    old, new = "members of the Aoba Group Board", "members of the Aoba Group"
    present, _ = underline(old, new, language_for("en"))
    assert marked(present) == "members of the Aoba Group _Board_"
    present, proposed = underline(old, new, language_for("en"), ["Aoba Group", "Aoba Group Board"])
    assert marked(present) == "members of the _Aoba Group Board_"
    assert marked(proposed) == "members of the _Aoba Group_"


@pytest.mark.parametrize("order", [1, -1])
def test_long_wording_is_parted_at_words_that_occur_once(order: int) -> None:
    """Between them small words are compared too; words that moved are not found again."""
    words = [f"the name{n} of" for n in range(600)]
    old = " ".join(words)
    new = " ".join([*words[:100], "a seat", *words[100:400:order], "a sign", *words[401:]])
    present, proposed = underline(old, new, language_for("en"))
    assert "".join(span.text for span in present) == old
    assert "".join(span.text for span in proposed) == new
    if order == 1:
        assert [span.text for span in present if span.changed] == ["the name400 of"]
        assert [span.text for span in proposed if span.changed] == ["a seat", "a sign"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_is_long(code: str) -> None:
    """So that a file that cannot be found, or is cut short, is seen."""
    assert len([case for case in ALL if case.code == code]) >= 120
