"""Reading by example: tests/text/cases/reading-en.txt, reading-ja.txt."""

import pytest

from governance.text.languages import LANGUAGES
from governance.text.reading.read import Read, read
from governance.text.reading.write import write
from governance.text.tree.lines import normalised
from governance.text.tree.provision import ArticlesOfIncorporation, Provision
from tests.text.cases_file import Case, cases_of_both_languages, with_signs

ALL = cases_of_both_languages("reading", ["text", "outline"])


def text_of(case: Case) -> str:
    return with_signs(case.text("text"))


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
    assert outline(read(text_of(case), case.code)) == case.text("outline")


@pytest.mark.parametrize("case", ALL, ids=str)
def test_what_is_read_is_written_again(case: Case) -> None:
    text = text_of(case)
    assert write(read(text, case.code).articles) == normalised(text)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_every_provision_is_found_at_its_address(case: Case) -> None:
    articles: ArticlesOfIncorporation = read(text_of(case), case.code).articles
    addresses = [address for address, _ in articles.addresses()]
    assert len(set(addresses)) == len(addresses)
    for address, provision in articles.addresses():
        assert articles.find(address) is provision
        assert articles.address_of(provision.key) == address


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_cases(code: str) -> None:
    assert len([case for case in ALL if case.code == code]) >= 40
