"""English words by example: tests/text/cases/words-en.txt."""

import pytest

from governance.text import english
from governance.text.english.grammar import find_citations
from governance.text.language import Reference, Step
from tests.text.cases_file import cases_of

SENTENCES = [line for case in cases_of("words", "en", ["words"]) for line in case.lines("words")]
PHRASES = [
    phrase
    for case in cases_of("citations", "en", ["at", "phrases"])
    for _, (phrase, *_) in case.rows("phrases")
]


def test_there_are_sentences() -> None:
    assert len(SENTENCES) >= 25
    assert len(PHRASES) >= 250


@pytest.mark.parametrize("parted", SENTENCES)
def test_words(parted: str) -> None:
    words = [word.strip() for word in parted.split("|")]
    found = english.tokens(parted.replace("|", ""))
    assert [word for word in found if not word.isspace()] == words


def test_words_joined_are_the_text() -> None:
    for text in (*PHRASES, "", " ", "a\n b", "ﬁ、Ⅳ\ufeff"):
        assert "".join(english.tokens(text)) == text
        assert "".join(english.tokens_by_level(text)) == text


def test_a_citation_is_one_word() -> None:
    cut = [
        citation.text
        for phrase in PHRASES
        for citation in find_citations(phrase)
        if citation.text not in english.tokens(phrase)
    ]
    assert cut == []


def test_no_number_of_a_citation_is_cut() -> None:
    cut = [
        (phrase, reference.text)
        for phrase in PHRASES
        for reference in english.references(phrase)
        if any(
            step.start < edge < step.end for edge in _edges(phrase) for step in _steps(reference)
        )
    ]
    assert cut == []


def _edges(text: str) -> list[int]:
    edges, place = [], 0
    for word in english.tokens(text):
        place += len(word)
        edges.append(place)
    return edges


def _steps(reference: Reference) -> list[Step]:
    return [step for pointer in reference.pointers for step in pointer.steps]
