"""The articles of a day as a value: what is printed, by both clocks, in both languages."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from governance.models import Company, User
from governance.papers.articles import (
    ArticlesPaper,
    Attestation,
    NoArticles,
    PrintedUnit,
    articles_of_day,
    certified_copy,
)
from governance.papers.lines import label_of
from governance.papers.pdf import markup
from governance.text.amending.operations import Delete, Insert, Replace
from tests.adoptions import adopted, keys
from tests.adoptions import found as founded
from tests.governance.papers.conftest import BEFORE, JULY, MEETING
from tests.papers import articles_paper
from tests.rows import article, imported, main_part, wording

EIGHT = "Article 8 (Rights Pertaining to Less-than-a-full-unit Shares)"
NINE = "Article 9 (Request to Purchase Less-than-a-full-unit Shares)"
NOTES = (
    f"In force from Monday, July 1, 2013: {EIGHT}; {NINE}.",
    "Expires on Monday, July 1, 2013: Supplementary Provisions, Article 1.",
)
SUMMER = date(2022, 6, 30)


def units(paper: ArticlesPaper) -> list[PrintedUnit]:
    return [unit for part in paper.parts for unit in part.units]


def numbers(paper: ArticlesPaper) -> str:
    """The addresses of the articles, runs drawn together."""
    found = [unit.address for unit in units(paper) if not unit.is_heading]
    main = [int(each.removeprefix("article:")) for each in found if each.startswith("article:")]
    runs = [n for n in main if n - 1 not in main]
    ends = [n for n in main if n + 1 not in main]
    drawn = [f"{a}-{b}" for a, b in zip(runs, ends, strict=True)]
    return " ".join([*drawn, *(each for each in found if not each.startswith("article:"))])


@pytest.mark.parametrize(
    ("day", "clock", "state", "shown", "notes"),
    [
        (BEFORE, "adopted", "As adopted by Tuesday, June 25, 2013", "1-35", ()),
        (BEFORE, "in_force", "As in force on Tuesday, June 25, 2013", "1-35", ()),
        (
            MEETING,
            "adopted",
            "As adopted by Wednesday, June 26, 2013",
            "1-37 supplementary:1",
            NOTES,
        ),
        (
            MEETING,
            "in_force",
            "As in force on Wednesday, June 26, 2013",
            "1-7 10-37 supplementary:1",
            NOTES,
        ),
        (JULY, "adopted", "As adopted by Monday, July 1, 2013", "1-37", ()),
        (JULY, "in_force", "As in force on Monday, July 1, 2013", "1-37", ()),
    ],
)
def test_the_days_of_2013_by_both_clocks(
    iij: Company, day: date, clock: str, state: str, shown: str, notes: tuple[str, ...]
) -> None:
    paper = articles_paper(iij, day, clock, "en")  # type: ignore[arg-type]
    assert (paper.state, numbers(paper), paper.notes) == (state, shown, notes)


def test_what_is_not_in_force_yet_says_so_where_it_stands(iij: Company) -> None:
    by_key = {
        clock: {
            unit.address: unit.note
            for unit in units(articles_paper(iij, MEETING, clock, "en"))  # type: ignore[arg-type]
            if unit.note
        }
        for clock in ("adopted", "in_force")
    }
    ends = {"supplementary:1": "Expires on Monday, July 1, 2013."}
    begins = dict.fromkeys(("article:8", "article:9"), "In force from Monday, July 1, 2013.")
    assert by_key == {"adopted": begins | ends, "in_force": ends}


def test_heads_and_names(iij: Company) -> None:
    paper = articles_paper(iij, JULY, "in_force", "en")
    assert (paper.heading, paper.company) == (
        "ARTICLES OF INCORPORATION",
        "Internet Initiative Japan Inc.",
    )
    assert paper.title == (
        "Articles of Incorporation of Internet Initiative Japan Inc., as in force on July 1, 2013"
    )
    assert paper.subject == ("Articles of Incorporation · As in force on Monday, July 1, 2013")
    assert paper.file_stem == "3774-articles-2013-07-01-in-force-en"
    first, second, *_rest = units(paper)
    assert (first.name, first.level, first.is_heading) == ("CHAPTER I. GENERAL PROVISIONS", 2, True)
    assert (second.name, second.level) == ("Article 1 (Trade Name)", 3)
    assert [line.text for line in second.head] == ["(Trade Name)", "Article 1."]
    assert [line.text[:8] for line in second.body] == ["The name"]


def test_japanese_has_the_number_on_the_line_of_the_wording(aogiri: Company) -> None:
    paper = articles_paper(aogiri, SUMMER, "in_force", "ja")
    assert (paper.heading, paper.company, paper.state) == (
        "定款",
        "株式会社青桐精密",
        "2022年6月30日（木）現在　効力発生済み",
    )
    assert paper.title == "株式会社青桐精密　定款（2022年6月30日現在・効力発生済み）"
    fourth = next(unit for unit in units(paper) if unit.address == "article:4")
    assert [line.text for line in fourth.head] == ["（機関）"]
    assert [(label_of(line), line.level) for line in fourth.body] == [
        ("第４条　", 0),
        ("（１）　", 1),
        ("（２）　", 1),
        ("（３）　", 1),
        ("（４）　", 1),
    ]
    assert [part.title for part in paper.parts] == ["", "附則（2018年６月22日）"]


def test_a_new_wording_that_is_to_come_is_reported_in_each_language(aogiri: Company) -> None:
    by_key = {
        language: articles_paper(aogiri, SUMMER, "in_force", language).notes
        for language in ("ja", "en")
    }
    assert by_key == {
        "ja": (
            (
                "2022年9月1日（木）から効力発生：第16条（電子提供措置等）の新しい条文、"
                "附則（2022年６月24日）第１条（電子提供措置等に関する経過措置）"
            ),
        ),
        "en": (
            (
                "In force from Thursday, September 1, 2022: the new wording of Article 16"
                " (Electronic Provision of Materials); SUPPLEMENTARY PROVISIONS (June 24, 2022),"
                " Article 1"
                " (Transitional Measures Concerning Electronic Provision of Materials)."
            ),
        ),
    }


def test_each_kind_of_what_is_to_come_is_reported(company: Company, legal: User) -> None:
    founded(company, "The name is IIJ.", "The seat is in Tokyo.", "A.", "B.", by=legal)
    at = keys(company, MEETING)
    changes = Insert("c1", after=at["1"], body="New."), Replace(at["3"], body="C."), Delete(at["4"])
    adopted(company, *changes, by=legal, adopted_on=MEETING, effective_on=JULY)
    begins = (
        "In force from Monday, July 1, 2013: Article 2; Article 3, until then Article 2;"
        " the new wording of Article 4."
    )
    ends = "Deleted from Monday, July 1, 2013: Article 4."
    in_force = articles_paper(company, MEETING, "in_force", "en")
    assert (numbers(in_force), set(in_force.notes)) == ("1-4", {begins, ends})
    as_adopted = articles_paper(company, MEETING, "adopted", "en")
    assert (numbers(as_adopted), set(as_adopted.notes)) == ("1-4", {begins, ends})
    assert [unit.note for unit in units(as_adopted)] == [
        "",
        *["In force from Monday, July 1, 2013."] * 3,
    ]
    assert [unit.note for unit in units(in_force)] == [""] * 4


def test_a_day_that_is_not_known_is_reported(company: Company, legal: User) -> None:
    founded(company, "The name is IIJ.", "The seat is in Tokyo.", by=legal)
    at = keys(company, MEETING)
    changes = Replace(at["1"], body="Another."), Delete(at["2"])
    adopted(company, *changes, by=legal, adopted_on=MEETING, effective_on=None)
    assert set(articles_paper(company, JULY, "in_force", "en").notes) == {
        "Adopted, day of effect unknown: the new wording of Article 1.",
        "Deletion adopted, day of effect unknown: Article 2.",
    }


def test_a_day_before_the_record_has_no_articles(iij: Company) -> None:
    for clock in ("adopted", "in_force"):
        with pytest.raises(NoArticles):
            articles_paper(iij, date(1999, 1, 1), clock, "en")  # type: ignore[arg-type]


def test_an_article_without_words_in_the_language_says_so(company: Company) -> None:
    main, made = main_part(company), imported(company)
    wording(article(main), 1, made, body_ja="当会社は、甲と称する。", body_en="", caption_en="")
    wording(article(main), 2, made, body_ja="", body_en="The seat is in Tokyo.")
    bodies = {
        language: [
            [line.text for line in unit.body]
            for unit in units(articles_paper(company, JULY, "adopted", language))
        ]
        for language in ("en", "ja")
    }
    assert bodies == {
        "en": [["(There is no English text on record.)"], ["The seat is in Tokyo."]],
        "ja": [["第1条　当会社は、甲と称する。"], ["（和文の記録はありません。）"]],
    }


def test_articles_of_companies_without_chapters_stand_right_below_the_title(
    company: Company,
) -> None:
    made = imported(company)
    wording(article(main_part(company)), 1, made)
    paper = articles_paper(company, JULY, "adopted", "en")
    assert [unit.level for unit in units(paper)] == [2]


def test_a_provision_without_a_number_is_called_by_its_first_line(company: Company) -> None:
    made = imported(company)
    body = "１　この定款は、本日から施行する。\n２　前項のとおり。"
    wording(article(main_part(company)), None, made, caption_ja="", body_ja=body)
    (unit,) = units(articles_paper(company, JULY, "adopted", "ja"))
    assert (unit.name, unit.head) == ("１　この定款は、本日から施行する。", ())
    assert [label_of(line) for line in unit.body] == ["１　", "２　"]


def test_markup_in_a_wording_is_text(company: Company) -> None:
    made = imported(company)
    wording(article(main_part(company)), 1, made, caption_en="<b>", body_en="<script>&amp;")
    html = markup(articles_paper(company, JULY, "adopted", "en"))
    assert "<script>" not in html
    assert "&lt;script&gt;&amp;amp;" in html
    assert 'data-name="Article 1 (&lt;b&gt;)"' in html


def test_two_queries(iij: Company, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        articles_paper(iij, MEETING, "in_force", "en")


def test_copy_to_be_certified_has_the_articles_alone_and_room_for_day_and_seal(
    iij: Company, aogiri: Company
) -> None:
    english = certified_copy(articles_of_day(iij, MEETING, "in_force", "en"))
    assert english.attestation == Attestation(
        statement="I hereby certify that the foregoing is a true copy of the Articles of"
        " Incorporation of Internet Initiative Japan Inc. as in force on June 26, 2013.",
        day="Date: ____________________",
        company="Internet Initiative Japan Inc.",
        signature="____________________ (seal)",
    )
    assert english.notes == ()
    assert not any(unit.note for part in english.parts for unit in part.units)
    assert english.file_stem == "3774-articles-2013-06-26-in-force-en-certified"
    japanese = certified_copy(articles_of_day(aogiri, date(2022, 9, 1), "in_force", "ja"))
    assert japanese.attestation is not None
    assert japanese.attestation.statement == (
        "以上は、2022年9月1日現在において効力を有する株式会社青桐精密の定款の原本と"
        "相違ないことを証明する。"
    )
    assert japanese.attestation.signature == "代表取締役社長　望月　遥　　　　㊞"
    with pytest.raises(ValueError, match="in force"):
        certified_copy(articles_of_day(iij, MEETING, "adopted", "en"))
