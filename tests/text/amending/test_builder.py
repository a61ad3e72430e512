"""Amendments by example: tests/text/cases/amendments-en.txt, amendments-ja.txt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from governance.text.amending.builder import AmendmentResult, OperationError, amend
from governance.text.amending.operations import (
    START,
    SUPPLEMENTARY,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
)
from governance.text.amending.operations_file import operations
from governance.text.checks import findings_of
from governance.text.citations.typed_targets import find_targets
from governance.text.languages import LANGUAGES
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.table.build import comparison_table
from governance.text.table.house_style import PRESETS
from governance.text.tree.provision import ArticlesOfIncorporation, Kind
from tests.text.cases_file import Case, cases_of_both_languages
from tests.text.table.row_lines import row_lines

SECTIONS = ["present", "operations", "later", "proposed", "references", "findings"]
ALL = cases_of_both_languages("amendments", SECTIONS, repeated=["rows"])


@cache
def amended(case: Case) -> AmendmentResult:
    present = read(lines(case.lines("present")), case.code).articles
    entries = json.loads(case.text("operations"))
    if not case.lines("later"):
        return amend(present, operations(entries, present))
    later = json.loads(case.text("later"))
    typed = operations(entries, present)
    moment = amend(present, typed).proposed
    every = operations([*entries, *later], present)
    return amend(present, [*(citing(each, moment) for each in typed), *every[len(typed) :]])


def citing(operation: Operation, moment: ArticlesOfIncorporation) -> Operation:
    """The operation as it is stored: with what its wording cited when it was typed."""
    if isinstance(operation, Insert):
        return replace(operation, citation_targets=find_targets(moment, operation.key))
    if isinstance(operation, Replace):
        return replace(operation, citation_targets=find_targets(moment, operation.at))
    return operation


def outcome(case: Case) -> dict[str, str]:
    """What comes out, section by section, as the case file has it."""
    result = amended(case)
    references = [
        f"{each.at} {each.outcome}: {each.before} -> {each.after}" for each in result.consequences
    ]
    findings = [
        f"{each.severity} {each.code} {'present ' if each.side == 'present' else ''}{each.at}"
        for each in findings_of(result)
    ]
    found = {
        "proposed": write(result.proposed),
        "references": lines(references),
        "findings": lines(findings),
    }
    for section in case.sections.get("rows", ()):
        style = PRESETS[section.argument]
        table = comparison_table(result.present, result.proposed, style, result.moved)
        found[f"rows {section.argument}"] = lines(row_lines(table))
    return found


def expected(case: Case) -> dict[str, str]:
    """What the case file has of that."""
    rows = {f"rows {each.argument}": lines(each.lines) for each in case.sections.get("rows", ())}
    names = ("proposed", "references", "findings")
    return {**{name: lines(case.lines(name)) for name in names}, **rows}


def lines(found: Sequence[str]) -> str:
    return "".join(line + "\n" for line in found)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_amendment(case: Case) -> None:
    assert outcome(case) == expected(case)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_amended_articles_read_as_they_are(case: Case) -> None:
    """The proposed tree is the tree that its text has: nobody can tell it was amended."""
    proposed = amended(case).proposed
    again = read(write(proposed), case.code).articles
    assert seen(again) == seen(proposed)


def seen(articles: ArticlesOfIncorporation) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """All that can be seen of the articles. Of an article that bears neither number nor caption
    only the paragraphs can."""
    return [
        (address, each.label, each.caption, each.lines)
        for address, each in articles.addresses()
        if each.label or each.caption or each.kind is not Kind.ARTICLE
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_cases_show_every_outcome(code: str) -> None:
    shown = {
        each.outcome for case in ALL if case.code == code for each in amended(case).consequences
    }
    assert shown == {
        "kept",
        "followed",
        "shifted",
        "broken",
        "external",
        "past",
        "unsure",
    }
    assert len([case for case in ALL if case.code == code]) >= 15


# -- what is refused, and what only values can ask for

FOUR = """CHAPTER I. GENERAL
Article 1. The name is Sagano.
2. The name is registered.
Article 2. The seat is in Kyoto.
CHAPTER II. FINAL
Article 3. The seal is red.

Supplementary Provisions
Article 1. These articles take effect on April 1, 2001.
"""
TWO_ON_ONE = (
    "There are two operations on article:1; one provision takes one, or a new place and new words.",
    "article:1に対する変更が二つあります。一つの規定に対する変更は一つ、または移設と条文の変更です。",
)
REFUSED: dict[str, tuple[list[Operation], int, str, str]] = {
    "unknown": (
        [Delete("article:1"), Replace("article:9", body="Words.")],
        1,
        "There is no provision article:9.",
        "article:9という規定はありません。",
    ),
    "unknown place": (
        [Insert("new", "article:9", body="Words.")],
        0,
        "There is no provision article:9.",
        "article:9という規定はありません。",
    ),
    "main part": (
        [Delete("main")],
        0,
        "A part can only be deleted, and only a supplementary one.",
        "部については、附則の削除のみ行えます。",
    ),
    "part replaced": (
        [Replace("supplementary", caption="Addendum")],
        0,
        "A part can only be deleted, and only a supplementary one.",
        "部については、附則の削除のみ行えます。",
    ),
    "two on one": (
        [Delete("article:1"), Move("article:1", "article:2")],
        1,
        *TWO_ON_ONE,
    ),
    "moved twice": (
        [
            Move("article:1", "article:2"),
            Replace("article:1", body="Words."),
            Move("article:1", START),
        ],
        2,
        *TWO_ON_ONE,
    ),
    "moved and deleted": (
        [Move("article:1", "article:2"), Delete("article:1")],
        1,
        *TWO_ON_ONE,
    ),
    "article after a paragraph": (
        [Insert("new", "article:1/paragraph:1", body="Words.")],
        0,
        "A provision of the kind article cannot stand after article:1/paragraph:1.",
        "article:1/paragraph:1の後には、この種類（article）の規定を置けません。",
    ),
    "paragraph after a chapter": (
        [Move("article:1/paragraph:2", "chapter:1")],
        0,
        "A provision of the kind paragraph cannot stand after chapter:1.",
        "chapter:1の後には、この種類（paragraph）の規定を置けません。",
    ),
    "inside what is replaced": (
        [Replace("article:1", body="Words."), Delete("article:1/paragraph:2")],
        1,
        "article:1/paragraph:2 is inside article:1, which another operation changes whole.",
        "article:1/paragraph:2は、別の変更が全体を対象とするarticle:1の中にあります。",
    ),
    "put into what is deleted": (
        [Insert("new", "article:1", body="Words.", kind="paragraph"), Delete("article:1")],
        0,
        "article:1 is inside article:1, which another operation changes whole.",
        "article:1は、別の変更が全体を対象とするarticle:1の中にあります。",
    ),
    "moved into a part that is deleted": (
        [Move("article:2", "supplementary:1"), Delete("supplementary")],
        0,
        "supplementary:1 is inside supplementary, which another operation changes whole.",
        "supplementary:1は、別の変更が全体を対象とするsupplementaryの中にあります。",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    asked, index, en, ja = REFUSED[name]
    with pytest.raises(OperationError) as refused:
        amend(read(FOUR, "en").articles, asked)
    assert (refused.value.index, refused.value.sentence.en, refused.value.sentence.ja) == (
        index,
        en,
        ja,
    )
    assert str(refused.value) == en


def proposed(text: str, code: str, *asked: Operation) -> str:
    return write(amend(read(text, code).articles, asked).proposed)


def test_insertions_stand_behind_one_another_and_in_parts_that_are_new() -> None:
    found = proposed(
        FOUR,
        "en",
        Insert("a", "article:2", body="The flag is blue."),
        Insert("b", "a", body="The horse is white."),
        Insert("c", SUPPLEMENTARY, body="New.", part_title="Addendum of 2027"),
        Insert("d", "c/part", body="Newer."),
        Insert("e", "main", body="The articles are binding."),
        Insert("s", SUPPLEMENTARY, body="Newest."),
        Insert("p", "supplementary:1/paragraph:1", body="They are binding.", kind="paragraph"),
    )
    assert found == (
        "Article 1. The articles are binding.\n"
        "CHAPTER I. GENERAL\n"
        "Article 2. The name is Sagano.\n"
        "2. The name is registered.\n"
        "Article 3. The seat is in Kyoto.\n"
        "Article 4. The flag is blue.\n"
        "Article 5. The horse is white.\n"
        "CHAPTER II. FINAL\n"
        "Article 6. The seal is red.\n"
        "\nSupplementary Provisions\n"
        "Article 1. These articles take effect on April 1, 2001.\n"
        "2. They are binding.\n"
        "\nAddendum of 2027\n"
        "Article 1. New.\n"
        "Article 2. Newer.\n"
        "\nSupplementary Provisions\n"
        "Article 1. Newest.\n"
    )


def test_a_part_whose_key_reads_as_a_fixed_place_is_a_part_all_the_same() -> None:
    """The only supplementary part of a text that was read has the key "supplementary"."""
    assert proposed(FOUR, "en", Insert("new", "supplementary", body="New.")).endswith(
        "\nSupplementary Provisions\n"
        "Article 1. New.\n"
        "Article 2. These articles take effect on April 1, 2001.\n"
    )


def test_nothing_is_moved_into_a_part_that_is_yet_to_be_opened() -> None:
    with pytest.raises(OperationError, match=r"There is no provision supplementary\."):
        proposed(FOUR, "en", Move("article:2", SUPPLEMENTARY))


def test_a_paragraph_gets_the_usual_mark_where_no_article_shows_one() -> None:
    text = "第１条　本店は、京都市に置く。\n第２条　印章は、朱とする。"
    insert = Insert("new", "article:1", body="商号は、嵯峨野とする。", kind="paragraph")
    assert proposed(text, "ja", insert) == (
        "第１条　商号は、嵯峨野とする。\n2　本店は、京都市に置く。\n第２条　印章は、朱とする。"
    )
    last = Insert("new", "article:2", body="社旗は、青とする。")
    assert proposed(text, "ja", last).endswith("印章は、朱とする。\n第３条　社旗は、青とする。\n")


def test_a_replaced_caption_or_title_leaves_the_wording_to_be_followed() -> None:
    found = proposed(
        FOUR.replace("The seat is", "The seat of Article 3 is"),
        "en",
        Replace("chapter:2", caption="SEALS"),
        Replace("article:2", caption="Seat"),
        Insert("new", "article:2", body="The flag is blue."),
    )
    assert "(Seat)\nArticle 2. The seat of Article 4 is in Kyoto.\n" in found
    assert "CHAPTER II. SEALS\n" in found


def test_a_section_is_put_among_the_sections_of_its_article() -> None:
    text = "ARTICLE II. COUNCIL\nSection 2.1. Number. Five.\nSection 2.2. Term. One.\n"
    insert = Insert("new", "article:2/section:1", body="Pay. None.", kind="section")
    assert proposed(text, "en", insert) == text.replace(
        "Section 2.2. Term.", "Section 2.2. Pay. None.\nSection 2.3. Term."
    )


def test_what_typed_wording_cites_is_known_by_identity() -> None:
    articles = read(FOUR, "en").articles
    insert = Insert("a", "article:2", body="Article 1, Paragraph 2 and Chapter II and Article 8.")
    moment = amend(articles, [insert]).proposed
    meant = find_targets(moment, "a")
    assert meant == {
        "article:1": "article:1",
        "article:1/paragraph:2": "article:1/paragraph:2",
        "chapter:2": "chapter:2",
    }
    assert find_targets(moment, "nothing") == {}
    later = Insert("b", "chapter:1", body="The articles are binding.")
    result = amend(articles, [replace(insert, citation_targets=meant), later])
    assert "Article 2, Paragraph 2 and Chapter II and Article 8." in write(result.proposed)


def test_typed_wording_that_cites_what_is_gone_since_is_found_once() -> None:
    articles = read(FOUR, "en").articles
    targets = {"article:2": "withdrawn", "article:5": "article:3", "supplementary:1": "x"}
    words = "See Article 2 and Article 5. Article 189 of the Companies Act and Paragraph 1 hold."
    result = amend(articles, [Insert("a", "article:1", body=words, citation_targets=targets)])
    assert [(each.at, each.message.en, each.message.ja) for each in result.findings] == [
        (
            "article:2/paragraph:1",
            "Article 2 names a new provision that is there no more.",
            "「Article 2」が指していた新設の規定はなくなりました。",
        )
    ]
    emptied = Delete("article:3", keep_number=True)
    targets = {"article:5": "article:3"}
    asked = [Insert("a", "article:1", body="See Article 5.", citation_targets=targets), emptied]
    result = amend(articles, asked)
    told = "Article 5 names present Article 3, which is deleted."
    assert [each.message.en for each in result.findings] == [told]
    assert [each.code for each in findings_of(result) if "Article 5" in each.message.en] == [
        "broken-reference"
    ]


def test_reasons_are_sentences_in_both_languages() -> None:
    articles = read(
        "第１条　商号は、嵯峨野とする。\n"
        "第２条　前条、第１条、次条、会社法第２条及び第９条の規定による。\n"
        "(1)　電灯\n(2)　前各号の附帯事業\n"
        "第３条　第１条から第２条までの規定による。第３条による。\n",
        "ja",
    ).articles
    result = amend(articles, [Insert("a", "article:1", body="本店を置く。"), Delete("article:3")])
    assert [each.why.ja for each in result.consequences] == [
        "「前条、第１条、次条」が指す現行の第３条は削除されます。",
        "「第２条及び第９条」は会社法の規定です。",
        "「前各号」は、その前にあるものすべてを指します。",
    ]


def test_a_citation_that_named_nothing_before_names_nothing_now() -> None:
    articles = read("Article 1. See Article 9. The same Article holds.\n", "en").articles
    result = amend(articles, [Insert("a", START, body="The name is Sagano.")])
    assert [(each.outcome, each.why.en, each.why.ja) for each in result.consequences] == [
        (
            "broken",
            "Article 9 names no provision of the present articles.",
            "「Article 9」に当たる規定は現行の定款にありません。",
        ),
        (
            "kept",
            "The same Article still names the same provision.",
            "「The same Article」は引き続き同じ規定を指します。",
        ),
    ]


def test_a_range_in_old_supplementary_provisions_is_of_its_own_time() -> None:
    text = FOUR.replace("These articles take", "Articles 1 through 3 take")
    asked = Insert("a", "article:1", body="The flag is blue.")
    assert amend(read(text, "en").articles, [asked]).findings == ()


def test_a_reason_says_that_what_it_names_is_supplementary() -> None:
    english = (
        "Article 1.\nA.\nArticle 2.\nSee Article 2 of the Supplementary Provisions.\n"
        "Supplementary Provisions\nArticle 1.\nC.\nArticle 2.\nD.\n"
    )
    japanese = "第１条　甲。\n第２条　附則第２条による。\n附則\n第１条　丙。\n第２条　丁。\n"
    told = []
    for text, code in ((english, "en"), (japanese, "ja")):
        result = amend(read(text, code).articles, [Delete("supplementary:1")])
        told.append([each.why for each in result.consequences])
    assert [each.en for each in told[0]] == [
        "Supplementary Provisions, Article 2 becomes Supplementary Provisions, Article 1."
    ]
    assert [each.ja for each in told[1]] == ["附則第２条が附則第１条になるためです。"]
