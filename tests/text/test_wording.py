"""Underlines by example: tests/text/cases/underlines-en.txt, underlines-ja.txt.

A case is a title, the present wording after "- " and the proposed wording after "+ "; what a
lawyer underlines stands between low lines.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from governance.text.language import Language
from governance.text.languages import LANGUAGES, language
from governance.text.rows import Span
from governance.text.wording import underline

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    code: str
    title: str
    present: str
    proposed: str

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


def cases() -> Iterator[Case]:
    for code in LANGUAGES:
        lines = (CASES / f"underlines-{code}.txt").read_text("utf-8").splitlines()
        wanted = [line for line in lines if line and not line.startswith("#")]
        assert len(wanted) % 3 == 0
        for title, present, proposed in zip(*[iter(wanted)] * 3, strict=True):
            assert (present[:2], proposed[:2]) == ("- ", "+ "), title
            yield Case(code, title, present[2:], proposed[2:])


ALL = list(cases())


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


def word_edges(text: str, tongue: Language) -> set[int]:
    return edges(tuple(Span(token) for token in tongue.tokens(text)))


@pytest.mark.parametrize("case", ALL, ids=str)
def test_underlined(case: Case) -> None:
    tongue = language(case.code)
    old, new = plain(case.present), plain(case.proposed)
    present, proposed = underline(old, new, tongue)
    assert (marked(present), marked(proposed)) == (case.present, case.proposed)
    for text, spans in ((old, present), (new, proposed)):
        assert "".join(span.text for span in spans) == text
        assert edges(spans) <= word_edges(text, tongue)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_is_long(code: str) -> None:
    """So that a file that cannot be found, or is cut short, is seen."""
    titles = [case.title for case in ALL if case.code == code]
    assert len(titles) >= 120
    assert len(titles) == len(set(titles)), "a title stands there twice"
