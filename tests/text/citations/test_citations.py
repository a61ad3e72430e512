"""Citations by example: tests/text/cases/citations-en.txt, citations-ja.txt."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from governance.text.citations.resolve import citations, resolve
from governance.text.language import Pointer, Reference
from governance.text.languages import LANGUAGES, language_for
from governance.text.reading.read import read
from governance.text.tree.number import Digits
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision
from tests.paths import TEXT_CASES
from tests.text.cases_file import cases_of_both_languages, with_signs


class Phrase(NamedTuple):
    code: str
    line: int
    phrase: str
    cites: str
    names: str
    text: str
    at: str

    def __str__(self) -> str:
        return f"{self.code}-{self.line}"


def phrases() -> Iterator[Phrase]:
    for case in cases_of_both_languages("citations", ["at", "phrases"]):
        text, at = case.text("at").split() or ("", "")
        for line, columns in case.rows("phrases"):
            phrase, cites, names = (*columns, "")[:3]
            yield Phrase(case.code, line, with_signs(phrase), cites, names, text, at)


ALL = list(phrases())
RESOLVED = [case for case in ALL if case.names]


def as_written(reference: Reference) -> str:
    words = " ".join(reference.text.split())
    pointers = ", ".join(map(pointer_as_written, reference.pointers))
    owner = reference.owner
    external = "" if reference.is_ours else f" {{{owner.name}}}"
    return f"{words} = {pointers}{external}"


def pointer_as_written(pointer: Pointer) -> str:
    steps = [f"{step.kind}:{step.number}" for step in pointer.steps]
    if pointer.relative:
        several = "s" if pointer.count != 1 else ""
        count = {0: "all ", 1: ""}.get(pointer.count, f"{pointer.count} ")
        words = f"{pointer.relative} {count}{pointer.kind}{several}"
        if pointer.is_farthest:
            words = f"{pointer.relative} {pointer.kind} but {pointer.count - 1}"
        steps = [words, *steps]
    if pointer.part == "supplementary" and steps and steps[0].startswith("article:"):
        steps[0] = steps[0].replace("article", "supplementary", 1)
    elif pointer.part:
        steps = [pointer.part, *steps]
    return (".." if pointer.is_range_end else "") + "/".join(steps)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_phrase_cites(case: Phrase) -> None:
    language = language_for(case.code)
    references = language.references(case.phrase)
    assert ("; ".join(map(as_written, references)) or "none") == case.cites
    for reference in references:
        assert case.phrase[reference.start : reference.end] == reference.text
        for step in (step for pointer in reference.pointers for step in pointer.steps):
            assert reference.start <= step.start < step.end <= reference.end
            written = case.phrase[step.start : step.end]
            assert language.relabel(written, step.number, Digits()) == written


@pytest.mark.parametrize("case", RESOLVED, ids=str)
def test_citation_names(case: Phrase) -> None:
    places = sample(case.code, case.text)
    at = places.articles.find(case.at)
    assert at is not None
    found = []
    last: tuple[Provision, ...] = ()
    for reference in language_for(case.code).references(case.phrase):
        if not reference.is_ours:
            found.append("external")
            continue
        resolved = [resolve(each, places, at.key, last) for each in reference.pointers]
        last = next((each.targets for each in reversed(resolved) if each.targets), last)
        names = [
            places.articles.address_of(target.key) or ""
            for each in resolved
            for target in each.targets
        ]
        missing = ["nothing" if each.missing else "-" for each in resolved if not each.targets]
        found.append(", ".join(names + missing))
    assert "; ".join(found) == case.names


@cache
def sample(code: str, text: str) -> Places:
    """The articles that phrases are resolved in."""
    return Places(read((TEXT_CASES / text).read_text("utf-8"), code).articles)


def test_what_the_sentence_counts_itself_is_not_missing() -> None:
    text = (
        "Article 1.\nWho (i) pays or (ii) works votes; clause (ii) ends soon, clause (iii) never."
    )
    found = citations(read(text, "en").articles)
    assert [(each.reference.text, each.is_broken) for each in found] == [
        ("clause (ii)", False),
        ("clause (iii)", True),
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_is_long(code: str) -> None:
    """So that a file that cannot be found, or is cut short, is seen."""
    found = [(case.phrase, case.text, case.at) for case in ALL if case.code == code]
    assert len(found) >= 250
    assert sorted(found) == sorted(set(found)), "a phrase stands there twice"
