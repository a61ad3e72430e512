"""Reading by example: tests/text/cases/reading-en.txt, reading-ja.txt.

    == what the case shows
    the text
    --
    the outline that is expected

The outline has a line for each provision, indented by its depth: `article:14`, its mark in
brackets `[Article 14.]`, its caption `(Chairman)` without its own brackets, and its wording; "/"
parts lines of wording, "⏎" is a line end inside one that a page broke. The main part is left out
where it has no text of its own, in which `main` holds what stands before the first article.
`! 3:1` says that line 3 was not placed. In the text "␍" ends a line with CR LF, "·" is a space at
the end of a line, "→" a tab; a case may be empty.
"""

from typing import NamedTuple

import pytest

from governance.text.languages import LANGUAGES
from governance.text.reading.read import Read, read
from governance.text.reading.write import write
from governance.text.tree.lines import normalised
from governance.text.tree.provision import ArticlesOfIncorporation, Provision
from tests.paths import TEXT_CASES as CASES

SIGNS = {"␍": "\r", "·": " ", "→": "\t"}


class Case(NamedTuple):
    code: str
    title: str
    text: str
    outline: str

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


def cases(code: str) -> list[Case]:
    path = CASES / f"reading-{code}.txt"
    found = []
    for block in ("\n" + path.read_text("utf-8") if path.exists() else "").split("\n== ")[1:]:
        title, _, rest = block.partition("\n")
        text, _, outline = ("\n" + rest).partition("\n--\n")
        for sign, meant in SIGNS.items():
            text = text.replace(sign, meant)
        found.append(Case(code, title, text[1:], outline.strip("\n")))
    return found


ALL = [case for code in LANGUAGES for case in cases(code)]


def outline(found: Read) -> str:
    lines = [
        _line(address, provision)
        for address, provision in found.articles.addresses()
        if address != "main" or provision.text
    ]
    return "\n".join([*lines, *(f"! {each.line}:{each.column}" for each in found.unplaced)])


def _line(address: str, provision: Provision) -> str:
    parts = ["  " * address.count("/") + address.rpartition("/")[2]]
    parts += [f"[{provision.label}]"] if provision.label else []
    parts += [f"({provision.caption})"] if provision.caption else []
    parts += [" / ".join(provision.lines).replace("\n", "⏎")] if provision.lines else []
    return " ".join(parts)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_text_is_read(case: Case) -> None:
    assert outline(read(case.text, case.code)) == case.outline


@pytest.mark.parametrize("case", ALL, ids=str)
def test_what_is_read_is_written_again(case: Case) -> None:
    assert write(read(case.text, case.code).articles) == normalised(case.text)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_every_provision_is_found_at_its_address(case: Case) -> None:
    articles: ArticlesOfIncorporation = read(case.text, case.code).articles
    addresses = [address for address, _ in articles.addresses()]
    assert len(set(addresses)) == len(addresses)
    for address, provision in articles.addresses():
        assert articles.find(address) is provision
        assert articles.address_of(provision.key) == address


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_cases(code: str) -> None:
    assert len(cases(code)) >= 40
    assert len({case.title for case in cases(code)}) == len(cases(code))
