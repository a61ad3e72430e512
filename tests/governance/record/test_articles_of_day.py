from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from governance.models import Company, User
from governance.record import articles_as_of, articles_tree, history_of, provision_of
from governance.text.tree.provision import Number
from tests import rows
from tests.triggers import without_triggers

DAY = date(2013, 5, 24)
MEETING = date(2013, 6, 26)


@pytest.fixture
def articles(company: Company) -> Company:
    imported = rows.imported(company)
    part, supplementary = rows.main_part(company), rows.supplementary_part(company)
    # Entered in another order than they stand in.
    rows.wording(rows.article(part), 2, imported, caption_en="Objective", body_en="To serve.")
    rows.wording(rows.article(supplementary), 1, imported, caption_en="", body_en="As of then.")
    heading = rows.article(part, "chapter")
    rows.wording(heading, 1, imported, position=1, caption_en="General Provisions")
    rows.wording(
        rows.article(part),
        1,
        imported,
        caption_en="Trade Name",
        caption_ja="商号",
        body_en="The Company is called so.\n2 It may be called so:\n(1) here; and\n(2) there.",
        body_ja="当会社はこれと称する。",
    )
    rows.wording(rows.article(part), 1, imported, branch=2, position=1500, caption_en="Seat")
    return company


def test_articles_stand_in_document_order(articles: Company) -> None:
    read = articles_as_of(articles, DAY)
    assert [(w.part.kind, w.kind, w.label) for w in read] == [
        ("main", "chapter", "1"),
        ("main", "article", "1"),
        ("main", "article", "1-2"),
        ("main", "article", "2"),
        ("supplementary", "article", "1"),
    ]


def test_articles_of_another_company_are_not_there(
    articles: Company, other_company: Company
) -> None:
    assert articles_as_of(other_company, DAY) == []


def test_a_clock_that_is_none_is_refused(articles: Company) -> None:
    with pytest.raises(ValueError, match="no clock named 'noon'"):
        articles_as_of(articles, DAY, clock="noon")  # type: ignore[arg-type]


def test_value_has_the_numbers_words_and_identities(articles: Company) -> None:
    read = articles_as_of(articles, DAY)
    tree = articles_tree(read, "en")
    main, supplementary = tree.parts
    assert (main.key, supplementary.key) == (read[0].part.key, read[-1].part.key)
    assert [(p.kind, p.number, p.caption, p.key) for p in main.children] == [
        ("chapter", Number(1), "General Provisions", read[0].key),
        ("article", Number(1), "Trade Name", read[1].key),
        ("article", Number(1, 2), "Seat", read[2].key),
        ("article", Number(2), "Objective", read[3].key),
    ]
    assert main.children[1].body == read[1].body_en
    assert [p.body for p in supplementary.children] == ["As of then."]
    assert tree.address_of(read[2].key) == "article:1-2"
    assert tree.address_of(read[4].key) == "supplementary:1"


@pytest.mark.parametrize(
    ("numerals", "marks"),
    [
        ("half", ["第1章", "第9条", "第9条の2", "第10条"]),
        ("full", ["第１章", "第９条", "第９条の２", "第１０条"]),
        ("full_for_one_digit", ["第１章", "第９条", "第９条の２", "第10条"]),
        ("kanji", ["第一章", "第九条", "第九条の二", "第十条"]),
    ],
)
def test_japanese_numbers_are_written_in_the_companys_numerals(
    company: Company, numerals: str, marks: list[str]
) -> None:
    company.numerals_ja = numerals
    company.save()
    imported, part = rows.imported(company), rows.main_part(company)
    heading = rows.article(part, "chapter")
    rows.wording(heading, 1, imported, position=1, caption_ja="総則")
    for number, branch in ((9, 0), (9, 2), (10, 0)):
        rows.wording(
            rows.article(part),
            number,
            imported,
            branch=branch,
            position=number * 1024 + branch,
            caption_ja="商号",
            body_ja="当会社は、これと称する。",
        )
    read = articles_as_of(company, DAY)
    assert [unit.label for unit in articles_tree(read, "ja").main.children] == marks
    assert articles_tree(read, "en").main.children[-1].label == "Article 10."
    article = read[1].article
    assert provision_of(history_of(article)[0].wording, "ja").label == marks[1]


def test_value_of_no_articles_has_none(company: Company) -> None:
    assert [part.children for part in articles_tree([], "en").parts] == [()]


def test_reading_and_making_the_value_is_one_query(
    articles: Company, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        read = articles_as_of(articles, DAY)
        articles_tree(read, "en")
        assert [w.amendment.adopted_on for w in read] == [rows.FIRST_DAY] * 5


def test_history_tells_what_each_amendment_did(
    company: Company, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = rows.imported(company)
    meetings = [rows.meeting(company, 21 + n, date(2013 + n, 6, 26)) for n in range(3)]
    renumbered, amended, moved = (rows.decided(meeting, meeting.date) for meeting in meetings)
    article = rows.article(rows.main_part(company))
    life = [(made, 8, "Old.", 8000), (renumbered, 10, "Old.", 8000)]
    life += [(amended, 10, "New.", 8000), (moved, 10, "New.", 9000)]
    ends = [renumbered, amended, moved, None]
    for (by, number, body, position), end in zip(life, ends, strict=True):
        rows.wording(
            article,
            number,
            by,
            body_en=body,
            position=position,
            in_force=rows.days(by.adopted_on, end and end.adopted_on),
            ended_by=end,
            ended_on=end and end.adopted_on,
        )
    with django_assert_num_queries(1):
        steps = history_of(article)
        told = [
            (step.kind, step.before and step.before.label, step.wording.label, str(step.wording))
            for step in steps
        ]
        assert [step.wording.amendment.meeting for step in steps] == [None, *meetings]
        assert [step.wording.ended_by for step in steps] == ends
    assert told == [
        ("made", None, "8", "Article 8 Caption"),
        ("renumbered", "8", "10", "Article 10 Caption"),
        ("amended", "10", "10", "Article 10 Caption"),
        ("moved", "10", "10", "Article 10 Caption"),
    ]


def test_a_superseded_row_is_read_no_more(company: Company, legal: User) -> None:
    imported = rows.imported(company)
    article = rows.article(rows.main_part(company))
    wrong = rows.wording(article, 1, imported, body_en="A slip of the pne.")
    wrong.superseded_by = legal
    wrong.superseded_at = wrong.history.get().history_date
    wrong.superseded_why = "A slip."
    with without_triggers():
        wrong.save()
    right = rows.wording(article, 1, imported, body_en="A slip of the pen.")
    assert articles_as_of(company, DAY) == [right]
    assert articles_as_of(company, DAY, clock="in_force") == [right]
    assert [step.wording for step in history_of(article)] == [right]
