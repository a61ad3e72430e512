"""Citations by example: tests/text/cases/citations-en.txt, citations-ja.txt, a phrase a line.

    phrase | what it cites | what that names

What it cites: "none", or each citation as `words = pointers`, several parted by ";". Pointers,
parted by ",", are written as addresses: `article:9/paragraph:2`. A citation of supplementary
provisions begins with `supplementary` (`supplementary:1/item:2` is their Article 1, Item 2), one
that says it means the main part with `main/`. `article:8, ..article:13` is a range. Relative:
`preceding article`, `preceding 2 items`, `preceding all items`, `this article/paragraph:2`, `same
article`; `preceding article but 1` is the one before the preceding one. `{the Companies Act}`
after the pointers: other law. "⏎" in a phrase is a line end.

What that names (may be left out): what the citations lead to when the phrase stands at the place
of the last line "@ articles-en.txt article:10/paragraph:2". Addresses are parted by ",",
citations by ";"; "nothing" where the words name no provision of that text, "-" where they name
what only the reader knows, "external" for other law.
"""

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
from tests.paths import TEXT_CASES as CASES


class Case(NamedTuple):
    code: str
    line: int
    phrase: str
    cites: str
    names: str
    text: str
    at: str

    def __str__(self) -> str:
        return f"{self.code}-{self.line}"


def cases() -> Iterator[Case]:
    for code in LANGUAGES:
        path = CASES / f"citations-{code}.txt"
        text = at = ""
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        for number, line in enumerate(lines, 1):
            if line.startswith("@"):
                text, at = line[1:].split()
            elif line.strip() and not line.startswith("#"):
                phrase, cites, names = (*map(str.strip, line.split("|")), "")[:3]
                yield Case(code, number, phrase.replace("⏎", "\n"), cites, names, text, at)


ALL = list(cases())
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
    return (".." if pointer.through else "") + "/".join(steps)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_phrase_cites(case: Case) -> None:
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
def test_citation_names(case: Case) -> None:
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
    return Places(read((CASES / text).read_text("utf-8"), code).articles)


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
    phrases = [(case.phrase, case.text, case.at) for case in ALL if case.code == code]
    assert len(phrases) >= 250
    assert sorted(phrases) == sorted(set(phrases)), "a phrase stands there twice"
