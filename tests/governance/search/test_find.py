"""What a question finds: all wordings that say it, in order, and no other rows."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance import record
from governance.models import Company
from governance.models.languages import ArticlesLanguage
from governance.search import Question, article_results, found_articles, wording_status, words_of
from governance.search.excerpts import marked_lines
from governance.search.folding import fold
from governance.text.amending.operations import Delete, Insert, Replace
from tests.adoptions import adopted, found, keys
from tests.governance.search.test_folding import TEXTS
from tests.rows import article, days, imported, main_part, wording
from tests.triggers import without_triggers

pytestmark = pytest.mark.django_db
NOW = datetime(2013, 6, 28, 3, tzinfo=UTC)
TODAY = date(2013, 6, 28)


def question(query: str, *companies: Company, **options) -> Question:
    given = {"languages": tuple(ArticlesLanguage), "now": NOW} | options
    return Question(words_of(query), companies, **given)


def hits(asked: Question) -> list[tuple[str, list[str]]]:
    """What is found: each article by the wording that names it, with its wordings as "past ja"."""
    return [
        (
            f"{result.company.code} {result.named_by.label} {result.status}",
            [" ".join((one.status, *one.languages)) for one in result.found],
        )
        for result in article_results(found_articles(asked), asked)
    ]


@pytest.fixture
def amended(company, legal):
    """Article 2 is amended in June and once more for July; 3 was deleted; another 3 is to come."""
    found(company, "The name is A.", "Auditors are two.", "Bonds are issued.", by=legal)
    at = keys(company, TODAY)
    adopted(
        company,
        Replace(at["2"], body="Auditors are three."),
        Delete(at["3"]),
        by=legal,
        adopted_on=date(2013, 6, 26),
        effective_on=date(2013, 6, 26),
    )
    adopted(
        company,
        Replace(at["2"], body="Auditors are four."),
        Insert("n", after=at["2"], body="Options are issued."),
        by=legal,
        adopted_on=date(2013, 6, 27),
        effective_on=date(2013, 7, 1),
    )
    return company


def test_present_upcoming_and_past_wordings_are_found(amended):
    assert hits(question("auditors", amended)) == [
        ("3774 2 present", ["upcoming en", "present en", "past en"])
    ]
    assert hits(question("two", amended)) == [("3774 2 present", ["past en"])]
    assert hits(question("OPTIONS", amended)) == [("3774 3 upcoming", ["upcoming en"])]
    assert hits(question("bonds", amended)) == [("3774 3 past", ["past en"])]
    assert hits(question("shareholders", amended)) == []


def test_what_is_past_can_be_left_out(amended):
    assert hits(question("auditors", amended, with_past=False)) == [
        ("3774 2 present", ["upcoming en", "present en"])
    ]
    assert hits(question("two", amended, with_past=False)) == []
    assert hits(question("bonds", amended, with_past=False)) == []


def test_what_stands_comes_before_what_is_past(amended):
    asked = question("are", amended)
    assert hits(asked) == [
        ("3774 2 present", ["upcoming en", "present en", "past en"]),
        ("3774 3 upcoming", ["upcoming en"]),
        ("3774 3 past", ["past en"]),
    ]
    counts = [(one.wordings, one.is_past) for one in found_articles(asked)]
    assert counts == [(3, False), (1, False), (1, True)]


def test_all_words_stand_in_one_wording_and_one_language(bilingual):
    for query, wanted in {
        "監査 三名": "ja",
        "監査 auditors": "",
        "auditors": "en",
        "三": "ja",
        "auditor three": "en",
        '"auditors of the company are"': "en",
        '"auditors are"': "",
        "caption auditors": "en",
        '"caption auditors"': "",
        "１００％": "ja en",
    }.items():
        expected = [("3774 1 present", [f"present {wanted}"])] if wanted else []
        assert (query, hits(question(query, bilingual))) == (query, expected)
    english = question("監査", bilingual, languages=(ArticlesLanguage.ENGLISH,))
    assert hits(english) == []


@pytest.fixture
def bilingual(company):
    wording(
        article(main_part(company)),
        1,
        imported(company),
        caption_ja="監査役",
        caption_en="Caption",
        body_ja="監査役は、三名とする。\n１００％を要しない。",
        body_en="Auditors of\n  the Company are three.\n100% is not needed.",
    )
    return company


@pytest.mark.parametrize("query", ["%", "_", "\\", "x_y", "50%", "%_%", "a'b", '"a\'b"'])
def test_signs_of_a_pattern_are_plain_signs(company, query):
    word = words_of(query)[0]
    main, made = main_part(company), imported(company)
    wording(article(main), 1, made, body_en=f"It says {word} here.")
    wording(article(main), 2, made, body_en="It says xzy, 5 or 50 here.")
    assert [name for name, _ in hits(question(query, company))] == ["3774 1 present"]


def test_other_companies_are_not_searched(amended, other_company):
    assert hits(question("auditors", other_company)) == []
    assert hits(question("auditors")) == []
    theirs = wording(
        article(main_part(other_company)), 7, imported(other_company), body_en="Auditors."
    )
    assert hits(question("auditors", other_company)) == [("9001 7 present", ["present en"])]
    both = hits(question("auditors", amended, other_company))
    assert [name for name, _ in both] == ["3774 2 present", f"9001 {theirs.label} present"]


def test_superseded_row_is_not_found(amended, legal):
    row = amended.wordings.recorded().get(body_en="Auditors are three.")
    record.correct(row, reason="A slip.", by=legal, body_en="Auditors are trhee.")
    assert hits(question("three", amended)) == []
    assert hits(question("trhee", amended)) == [("3774 2 present", ["present en"])]


def test_words_that_are_rewritten_are_found_again(amended):
    """The database folds by itself, whoever writes."""
    with without_triggers():
        amended.wordings.filter(body_en="The name is A.").update(body_en="ﾃｲｶﾝ")
    assert hits(question("テイカン", amended)) == [("3774 1 present", ["present en"])]


def test_days_are_those_of_the_company(amended):
    """At three in the afternoon in Greenwich it is July already in Tokyo, and not in London."""
    moment = datetime(2013, 6, 30, 15, 30, tzinfo=UTC)
    wanted = {
        "Asia/Tokyo": ["present en", "past en"],
        "Europe/London": ["upcoming en", "present en"],
    }
    for zone, several in wanted.items():
        amended.time_zone = zone
        amended.save()
        assert hits(question("are auditors", amended, now=moment)) == [
            ("3774 2 present", [*several, "past en"])
        ]
        without = hits(question("auditors", amended, now=moment, with_past=False))
        assert without == [("3774 2 present", [one for one in several if one != "past en"])]


STANDINGS = [
    ("in force", days(date(2013, 6, 1)), {}, "present"),
    ("until today", days(date(2013, 6, 1), TODAY), {}, "past"),
    ("until tomorrow", days(date(2013, 6, 1), date(2013, 6, 29)), {}, "present"),
    ("from today", days(TODAY), {}, "present"),
    ("from tomorrow", days(date(2013, 6, 29)), {}, "upcoming"),
    ("never", days(TODAY, TODAY), {}, "past"),
    ("unknown", None, {"by": "board"}, "upcoming"),
    ("unknown of an import", None, {}, "upcoming"),
    ("unknown, expired", None, {"expires_on": TODAY}, "past"),
    ("unknown of an import, expired", None, {"expires_on": TODAY}, "past"),
]


@pytest.mark.parametrize(("what", "in_force", "more", "wanted"), STANDINGS)
def test_the_status_is_the_same_in_the_database(company, what, in_force, more, wanted):
    by = more.pop("by", "import") if "by" in more else "import"
    made = imported(company, date(2013, 6, 1))
    if by == "board":
        with without_triggers():
            type(made).objects.update(decided_by="board", section="Article 191")
        made.refresh_from_db()
    row = wording(article(main_part(company)), 1, made, in_force=in_force, **more)
    row.refresh_from_db()
    assert wording_status(row, TODAY) == wanted
    (article_found,) = found_articles(question("wording", company))
    assert article_found.is_past == (wanted == "past")


def test_empty_question_asks_nothing(company, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert found_articles(question(' "" ', company)) == []


@pytest.mark.parametrize("count", [1, 3])
def test_finding_takes_two_queries(company, django_assert_num_queries, count):
    main, made = main_part(company), imported(company)
    for number in range(1, count + 1):
        wording(article(main), number, made)
    asked = question("wording", company)
    with django_assert_num_queries(2):
        lives = article_results(found_articles(asked), asked)
        assert [str(life.named_by.part_id) for life in lives] == [str(main.pk)] * count


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(text=TEXTS.filter(str.strip), data=st.data())
def test_what_is_found_can_be_marked(one_row, text, data):
    """Exact both ways: a stretch of any text finds it, and what is found has a line to show."""
    value = fold(text)
    start = data.draw(st.integers(0, len(value)))
    word = value[start : data.draw(st.integers(start, len(value)))].strip()
    with without_triggers():
        one_row.company.wordings.update(body_en=text)
    for asked in filter(None, (word, data.draw(TEXTS))):
        words = words_of(f'"{asked.replace(chr(34), "")}"')
        is_found = bool(found_articles(question_of(words, one_row.company)))
        assert is_found == bool(words and all(one in value for one in words))
        assert is_found == bool(marked_lines(text, words))


@pytest.fixture
def one_row(company):
    return wording(article(main_part(company)), 1, imported(company), caption_en="")


def question_of(words: tuple[str, ...], company: Company) -> Question:
    return Question(words, (company,), tuple(ArticlesLanguage), NOW)
