"""Whose a citation is, by example: the cases of owners, documents and own-names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from governance.text.amending.builder import amend
from governance.text.amending.operations import Insert
from governance.text.checks import findings_of
from governance.text.citations.resolve import citations
from governance.text.languages import LANGUAGES, language_for
from governance.text.owner import OwnText, Whose
from governance.text.reading.read import read
from governance.text.reading.write import write
from tests.text.cases_file import cases_of_both_languages


class Phrase(NamedTuple):
    code: str
    line: int
    words: str
    expected: str
    title: str
    lead: str

    def __str__(self) -> str:
        return f"{self.code}-{self.line}"


def phrases(subject: str, section: str = "phrases") -> Iterator[Phrase]:
    for case in cases_of_both_languages(subject, ["title", "above", section]):
        for line, (words, *expected) in case.rows(section):
            title, lead = case.text("title"), case.text("above")
            yield Phrase(case.code, line, words, "".join(expected), title, lead)


OWNERS, OWN_NAMES = [*phrases("owners")], [*phrases("own-names")]
DOCUMENTS = [*phrases("documents", "names")]

CONSTRUCTIONS = {
    "en": (
        "Article 3 of {}", "Article 3 under {}", "Article 3 stipulated in {}",
        "Article 3 prescribed by {}", "Article 3 set forth in {}", "Article 3 (of {})",
        "Article 3 et seqq. of {}", "Article 3 (Seat) of {}", "Articles 3 and 4 of {}",
        "Article 3 and Article 4 of {}", "Article 3, Paragraph 2 of {}",
    ),
    "ja": (
        "{}第３条", "{}の第３条", "{}　第３条", "「{}」第３条", "{}（以下「本件」という。）第３条",
        "{}第３条第１項及び第４条", "{}に定める第３条", "{}中第３条", "甲及び{}第３条",
        "{}附則第３条",
    ),
}  # fmt: skip
ARTICLES = {
    "en": "Article 1. The name is Kamo.\nArticle 2. The seat is in Kyoto.\n"
    "Article 3. Notices are posted.\nArticle 4. Meetings are held in June.\nArticle 5. Also:\n{}",
    "ja": "第１条　鴨川と称する。\n第２条　本店を京都市に置く。\n第３条　公告は掲示する。\n"
    "第４条　総会は六月に開く。\n第５条　次のとおりとする。\n{}",
}
SENTENCES = {"en": "It is so under {}.", "ja": "これは、{}による。"}
NEW = {"en": "The Company makes lamps.", "ja": "当会社は、灯具を製造する。"}


@pytest.mark.parametrize("case", OWNERS, ids=str)
def test_owner_of_each_citation(case: Phrase) -> None:
    own = OwnText((case.title,) if case.title else (), frozenset(), case.lead)
    found = language_for(case.code).references(case.words, own)
    shown = "; ".join(f"{each.owner.whose.value} {each.owner.rule}" for each in found)
    assert shown == case.expected
    for each in found:
        start, end = each.owner.at
        assert 0 <= start <= end <= len(case.words)


@pytest.mark.parametrize("case", DOCUMENTS, ids=str)
def test_citation_of_a_document_is_not_ours(case: Phrase) -> None:
    for construction in CONSTRUCTIONS[case.code]:
        words = construction.format(case.words)
        found = language_for(case.code).references(words)
        assert found, words
        assert not [each for each in found if each.is_ours], words


@pytest.mark.parametrize("code", LANGUAGES)
def test_citations_of_documents_stay_when_numbers_move(code: str) -> None:
    sentences = [
        SENTENCES[code].format(construction.format(case.words))
        for case in DOCUMENTS
        if case.code == code
        for construction in CONSTRUCTIONS[code]
    ]
    present = ARTICLES[code].format("\n".join(sentences) + "\n")
    result = amend(read(present, code).articles, [Insert("new", "article:1", body=NEW[code])])
    proposed = write(result.proposed)
    assert [each for each in sentences if each not in proposed] == []
    told = {"external", "past", "unsure"}
    assert {each.outcome for each in result.consequences} <= told
    unsure = [each for each in result.consequences if each.outcome == "unsure"]
    found = [each for each in findings_of(result) if each.code == "uncertain-citation"]
    assert unsure
    assert found


@pytest.mark.parametrize("case", OWN_NAMES, ids=str)
def test_citation_by_an_own_name_follows(case: Phrase) -> None:
    cited = case.words[case.words.index("{") + 1 : case.words.index("}")]
    sentence = case.words.replace("{", "").replace("}", "")
    title = f"{case.title}\n" if case.title else ""
    present = title + ARTICLES[case.code].format(sentence + "\n")
    articles = read(present, case.code).articles
    result = amend(articles, [Insert("new", "article:1", body=NEW[case.code])])
    moved = cited.replace("3", "4").replace("３", "４").replace("三", "四")
    assert moved != cited
    assert sentence.replace(cited, moved) in write(result.proposed)


@pytest.mark.parametrize("code", LANGUAGES)
def test_tables_are_long(code: str) -> None:
    """So that a file that is cut short is seen."""
    for table, least in ((DOCUMENTS, 120), (OWN_NAMES, 40), (OWNERS, 60)):
        words = [(each.words, each.title) for each in table if each.code == code]
        assert len(words) >= least
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("code", LANGUAGES)
def test_title_and_captions_of_the_text_are_its_own(code: str) -> None:
    title = {"en": "REGULATIONS OF THE BOARD OF DIRECTORS", "ja": "取締役会規程"}[code]
    cited = {
        "en": "Article 1 of the Regulations of the Board of Directors applies.",
        "ja": "取締役会規程第１条を準用する。",
    }[code]
    text = f"{title}\n" + ARTICLES[code].format(cited + "\n")
    every = citations(read(text, code).articles)
    [found] = [each for each in every if each.at.lines[each.line] == cited]
    assert found.reference.owner.whose is Whose.OURS
