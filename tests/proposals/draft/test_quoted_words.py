"""What findings quote, in the language of the reader."""

from governance.text.amending.builder import amend
from governance.text.amending.operations import Insert, Operation, Replace
from governance.text.checks import findings_of
from governance.text.finding import Finding
from governance.text.reading.read import read
from proposals.draft.quoted_words import QuotedWords
from proposals.draft.versions import PresentAndProposed

JAPANESE = """（商号）
第１条　当会社は、嵯峨野とする。
（本店）
第２条　本店は、第１条（名称）の当会社のものとする。
（社旗）
第３条　社旗は、前条の本店に掲げる。当会社法による。
"""
ENGLISH = """(Name)
Article 1. The Company is Sagano.
(Head Office)
Article 2. The head office is that of the Company of Article 1 (Trade Name).
(Flag)
Article 3. The flag flies at the head office of the preceding Article.
"""


def versions(text: str, language: str, *operations: Operation) -> PresentAndProposed:
    return PresentAndProposed(amend(read(text, language).articles, operations), (), ())


def told(own: PresentAndProposed, other: PresentAndProposed, code: str) -> list[Finding]:
    quoted = QuotedWords(own, other)
    return [quoted.translated(each) for each in findings_of(own.amended) if each.code == code]


def test_what_the_other_language_does_not_have_stays_in_the_original():
    new = Insert("c1", "article:3", body="第５条による。")
    broken = Insert("c1", "article:3", body="Article 5 applies.")
    own, other = versions(JAPANESE, "ja", new), versions(ENGLISH, "en", broken)
    (found,) = told(own, other, "broken-reference")
    assert found.statement.en.startswith("第５条 names")  # it names nothing that could be looked up
    captions = told(own, other, "caption-mismatch")
    assert {each.statement.en for each in captions} == {
        "Article 1 is captioned “Name”, not “名称”."
    }


def test_captions_are_quoted_in_the_language_of_the_reader():
    ja = Replace("article:3", body="社旗は、第１条（本店）に掲げる。")
    en = Replace("article:3", body="The flag flies as Article 1 (Head Office) says.")
    own, other = versions(JAPANESE, "ja", ja), versions(ENGLISH, "en", en)
    found = [
        each for each in told(own, other, "caption-mismatch") if each.key == "article:3/paragraph:1"
    ]
    assert [each.statement.en for each in found] == [
        "Article 1 is captioned “Name”, not “Head Office”."
    ]
    assert [each.statement.ja for each in found] == [
        "第１条の見出しは「商号」であり、「本店」ではありません。"
    ]


def test_citations_are_quoted_in_the_language_of_the_reader():
    ja = Replace("article:3", body="社旗は、第３条の定めにより、第２条に掲げる。")
    en = Replace("article:3", body="The flag flies as Article 2 says, under Article 3.")
    own, other = versions(JAPANESE, "ja", ja), versions(ENGLISH, "en", en)
    (found,) = told(own, other, "self-citation")
    assert found.statement.en == "Article 3 cites the article that it stands in, Article 3."
    assert "「第３条」" in found.statement.ja
    (found,) = told(other, own, "self-citation")
    assert "「第３条」" in found.statement.ja
