"""The articles of any day, one article of a day, an article's life, amendments, two days."""

from datetime import date

import pytest

from governance import record
from governance.models import AmendmentReason
from governance.text.amending.operations import SUPPLEMENTARY, Delete, Insert, Replace
from tests.adoptions import adopted, found, keys
from tests.rows import article, imported, main_part, supplementary_part, wording

pytestmark = pytest.mark.django_db

JUNE, JULY = date(2013, 6, 26), date(2013, 7, 1)
BODIES = (
    "The name is IIJ.",
    "The seat is in Tokyo.",
    "The chairman of Article 2 presides.\nThe minutes are kept.",
    "Articles 2 and 3 apply.",
)


@pytest.fixture
def amendment(company, legal):
    """On 26 June 2013, for 1 July: a new Article 2, the chairman amended, the last one deleted."""
    found(company, *BODIES, by=legal)
    at = keys(company, JUNE)
    made = adopted(
        company,
        Insert("c1", after=at["1"], body="New."),
        Replace(at["3"], body="A director presides.\nThe minutes are kept."),
        Delete(at["4"]),
        by=legal,
        adopted_on=JUNE,
        effective_on=JULY,
    )
    AmendmentReason.objects.create(
        company=company,
        amendment=made,
        article=record.articles_as_of(company, JUNE)[3].article,
        position=1,
        body_en="To be more flexible.\nAnd quicker.",
    )
    AmendmentReason.objects.create(
        company=company, amendment=made, position=2, body_en="Numbers follow."
    )
    return made


def labels(page):
    return [unit["wording"].label for part in page.context["parts"] for unit in part["units"]]


def coming(page):
    return [(one.wording.label, one.kind, one.on) for one in page.context["upcoming_changes"]]


@pytest.mark.parametrize(
    ("day", "clock", "shown", "count_coming"),
    [
        ("2012-06-26", "as-adopted", [], 0),
        ("2013-06-25", "as-adopted", ["1", "2", "3", "4"], 0),
        ("2013-06-26", "as-adopted", ["1", "2", "3", "4"], 4),
        ("2013-06-26", "in-force", ["1", "2", "3", "4"], 4),
        ("2013-06-30", "in-force", ["1", "2", "3", "4"], 4),
        ("2013-07-01", "in-force", ["1", "2", "3", "4"], 0),
    ],
)
def test_articles_of_a_day(signed_in, amendment, reader, stranger, day, clock, shown, count_coming):
    path = f"/3774/articles/{day}/{clock}/"
    page = signed_in(reader).get(path)
    assert page.status_code == 200
    assert labels(page) == shown
    assert len(coming(page)) == count_coming
    assert signed_in(stranger).get(path).status_code == 404


def test_both_clocks_say_what_they_must(signed_in, amendment, reader):
    client = signed_in(reader)
    adopted_page = client.get("/3774/articles/2013-06-27/as-adopted/").content.decode()
    in_force = client.get("/3774/articles/2013-06-27/in-force/")
    assert "A director presides." in adopted_page
    assert adopted_page.count("In force from Monday, July 1, 2013") == 3
    text = in_force.content.decode()
    assert "A director presides." not in text
    assert "4 articles in force on Thursday, June 27, 2013" in text
    assert coming(in_force) == [
        ("2", "made", JULY),
        ("3", "renumbered", JULY),
        ("4", "amended", JULY),
        ("4", "ended", JULY),
    ]


def test_the_days_before_and_after_are_links(signed_in, amendment, reader):
    page = signed_in(reader).get("/3774/articles/2013-06-26/in-force/")
    assert (page.context["earlier"], page.context["later"]) == (date(2012, 6, 27), JULY)
    page = signed_in(reader).get("/3774/articles/2013-06-26/as-adopted/")
    assert (page.context["earlier"], page.context["later"]) == (date(2012, 6, 27), None)


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("on=2013-06-26&as=in-force", "2013-06-26/in-force/"),
        ("on=2013-06-26", "2013-06-26/as-adopted/"),
        ("on=2013/6/26&as=as-adopted", "2013-06-26/as-adopted/"),
        ("on=2013-06-26&as=in-force&language=en", "2013-06-26/in-force/?language=en"),
        ("on=2013-06-26&as=in-force&language=xx", "2013-06-26/in-force/"),
    ],
)
def test_a_day_is_asked_for(signed_in, amendment, reader, query, path):
    answer = signed_in(reader).get(f"/3774/articles/?{query}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/3774/articles/{path}")


@pytest.mark.parametrize(
    ("query", "typed", "sentence"),
    [
        ("on=2013-06-31", "2013-06-31", "This is no date."),
        ("on=tomorrow", "tomorrow", "This is no date."),
        ("on=0001-01-01", "0001-01-01", "The year is too early."),
        ("on=2013-06-26&as=sideways", "2013-06-26", "Select a valid choice."),
    ],
)
def test_what_is_no_day_is_reported_and_shown_again(
    signed_in, amendment, reader, query, typed, sentence
):
    page = signed_in(reader).get(f"/3774/articles/?{query}")
    assert page.status_code == 400
    assert typed in page.content.decode()
    assert sentence in page.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "2013-06-31/in-force/",
        "0000-01-01/in-force/",
        "2013-06-26/sideways/",
        "2013-06-26/in-force/article:77/",
        "2013-06-26/in-force/main:1/",
        "2013-06-26/in-force/article:2/paragraph:1/",
        "2000-01-01/in-force/article:1/",
    ],
)
def test_what_is_not_there_is_not_found(signed_in, amendment, reader, path):
    assert signed_in(reader).get(f"/3774/articles/{path}").status_code == 404


def test_an_article_of_a_day_with_what_it_cites_and_what_cites_it(
    signed_in, amendment, reader, stranger
):
    path = "/3774/articles/2013-06-26/in-force/article:3/"
    page = signed_in(reader).get(path)
    assert [one["name"] for one in page.context["cites"]] == ["Article 2"]
    assert [one["name"] for one in page.context["cited_by"]] == ["Article 4"]
    assert [one.kind for one in page.context["upcoming_changes"]] == ["amended"]
    text = page.content.decode()
    assert (
        'of <a class="citation" href="/3774/articles/2013-06-26/in-force/article:2/">Article 2</a>'
        in text.replace("\n", "").replace('<span class="no-break">', "").replace("</span>", "")
    )
    assert "article:2/?language=en" in text
    assert page.context["before"]["name"] == "Article 2"
    assert page.context["after"]["name"] == "Article 4"
    assert signed_in(stranger).get(path).status_code == 404


def test_an_article_that_cites_nothing_says_so(signed_in, amendment, reader):
    page = signed_in(reader).get("/3774/articles/2013-06-26/as-adopted/article:2/")
    assert page.content.decode().count("No other article.") == 2
    assert "In force from Monday, July 1, 2013" in page.content.decode()


def test_article_of_an_untitled_supplementary_part_is_not_taken_for_one_of_the_main_part(
    signed_in, amendment, reader
):
    company, day = amendment.company, date(2014, 6, 25)
    adopted(
        company,
        Insert("s1", after=SUPPLEMENTARY, body="The bonds of old stay."),
        by=reader,
        adopted_on=day,
        effective_on=day,
        days={"s1": (None, date(2014, 7, 1))},
    )
    client, name = signed_in(reader), "Supplementary Provisions, Article 1"
    of_day = client.get("/3774/articles/2014-06-25/in-force/")
    page = client.get("/3774/articles/2014-06-25/in-force/supplementary:1/")
    neighbour = client.get("/3774/articles/2014-06-25/in-force/article:4/")
    history = client.get(f"/3774/articles/{page.context['wording'].article_id}/")
    (hit,) = client.get("/search/", {"q": "bonds of old"}).context["articles"]
    assert f'lang="en">{name}</a>' in of_day.content.decode()  # expires
    assert page.context["name"] == name
    assert neighbour.context["after"]["name"] == name
    assert history.context["name"] == name
    assert hit.part == "Supplementary Provisions"


def test_articles_without_a_number_or_without_words_in_the_language_are_shown(
    signed_in, company, reader
):
    first = imported(company)
    main, others = main_part(company), supplementary_part(company)
    wording(article(main), 1, first, caption_en="", body_en="", body_ja="当会社は、甲という。")
    wording(article(others), None, first, caption_en="", body_en="These stay for ten years.")
    client = signed_in(reader)
    page = client.get("/3774/articles/?language=en")
    text = page.content.decode()
    assert '<p class="label">(There is no English text on record.)</p>' in text
    assert "<span>These stay for ten years.</span>" in text.replace("\n", "")
    assert "None" not in text
    assert [unit["name"] for part in page.context["parts"] for unit in part["units"]] == [
        "Article 1",
        "Supplementary Provisions, These stay for ten years.",
    ]
    (unit,) = page.context["parts"][0]["units"]
    life = client.get(f"/3774/articles/{unit['wording'].article_id}/?language=en")
    assert "(There is no English text on record.)" in life.content.decode()


def test_articles_of_an_unknown_day_of_effect_are_not_taken_for_none(signed_in, company, reader):
    first = imported(company)
    wording(article(main_part(company)), 1, first, in_force=None)
    client = signed_in(reader)
    text = client.get("/3774/articles/2013-06-26/in-force/").content.decode()
    assert "none is known to be in force on it" in text
    assert 'href="/3774/articles/2013-06-26/as-adopted/?language=en"' in text
    for day in ("2013-06-26", "2012-06-26"):
        text = client.get(f"/3774/articles/{day}/in-force/").content.decode()
        assert '<form class="day-form"' in text
        assert "No articles are on record for this company yet" not in text
    assert "No articles were on record by this day." in text


def test_a_page_without_articles_leaves_no_room_for_an_outline(signed_in, amendment, reader):
    client = signed_in(reader)
    for day, outlined in (("2012-06-26", False), ("2012-06-27", True)):
        text = client.get(f"/3774/articles/{day}/in-force/").content.decode()
        assert ('class="desk with-outline reading"' in text) is outlined


def test_citations_lead_to_their_place_on_the_page_of_the_day(signed_in, amendment, reader):
    page = signed_in(reader).get("/3774/articles/2013-06-25/as-adopted/")
    at = keys(amendment.company, date(2013, 6, 25))
    assert page.content.decode().count(f'<a class="citation" href="#{at["2"]}">') == 2


def test_a_history_shows_the_reason_the_change_and_the_end(signed_in, amendment, reader, stranger):
    wording = record.articles_as_of(amendment.company, JUNE)[3]
    path = f"/3774/articles/{wording.article_id}/"
    page = signed_in(reader).get(path)
    assert [step["kind"] for step in page.context["steps"]] == ["amended", "made"]
    text = page.content.decode()
    assert "<p>To be more flexible.</p><p>And quicker.</p>" in text
    assert text.count("<ins>") == 2
    assert "In force from Monday, July 1, 2013" in text
    assert "/3774/articles/2013-07-01/in-force/?language=en#" in text
    assert signed_in(stranger).get(path).status_code == 404
    # What only followed has the reason for that; what was deleted says when it ends.
    (last,) = amendment.ended_wordings.filter(number=4)
    text = signed_in(reader).get(f"/3774/articles/{last.article_id}/").content.decode()
    assert "Deleted" in text
    assert "No longer in force from Monday, July 1, 2013" in text
    assert "Numbers follow." in text


@pytest.mark.parametrize(("language", "number"), [("en", "3"), ("ja", "第3条")])
def test_a_new_number_alone_is_underlined(signed_in, amendment, reader, language, number):
    company = amendment.company
    company.keeps_japanese = True
    company.save()
    wording = record.articles_as_of(company, JUNE)[2]
    path = f"/3774/articles/{wording.article_id}/?language={language}"
    step = signed_in(reader).get(path).context["steps"][0]
    assert step["kind"] == "renumbered"
    marked = [span.text for line in step["lines"] for span in line.spans if span.changed]
    assert marked == [number]


def test_a_history_shows_a_correction_as_one(signed_in, amendment, legal, secretary, reader):
    wording = record.articles_as_of(amendment.company, JUNE)[0]
    record.correct(wording, reason="A slip in the name.", by=secretary, body_en="The name is IIJ2.")
    page = signed_in(reader).get(f"/3774/articles/{wording.article_id}/")
    assert [step["kind"] for step in page.context["steps"]] == ["made"]
    text = page.content.decode()
    assert "by secretary: A slip in the name." in text
    assert "Nothing was amended by this." in text
    (correction,) = page.context["steps"][0]["corrections"]
    assert correction.wrong.superseded_by == secretary


def test_amendments_on_a_line(signed_in, amendment, reader, stranger):
    page = signed_in(reader).get("/3774/amendments/")
    newest, first = page.context["lines"]
    assert [(dot.kind, dot.name, dot.becomes) for dot in newest.dots] == [
        ("made", "Article 2", ""),
        ("renumbered", "Article 2", "3"),
        ("amended", "Article 3", "4"),
        ("ended", "Article 4", ""),
    ]
    assert [float(dot.at) for dot in newest.dots] == [30.0, 50.0, 70.0, 90.0]
    assert [dot.kind for dot in first.dots] == ["made"] * 4
    assert (newest.before, first.before) == (date(2013, 6, 25), None)
    text = page.content.decode()
    assert text.count("To be more flexible.") == 1
    assert "style=" not in text
    assert signed_in(stranger).get("/3774/amendments/").status_code == 404


def test_no_amendments_say_what_the_page_is_for(signed_in, company, reader):
    page = signed_in(reader).get("/3774/amendments/").content.decode()
    assert "They enter with the first import." in page


def test_two_days_beside_each_other(signed_in, amendment, reader, stranger):
    path = "/3774/comparison/?present=2013-06-25&proposed=2013-06-26"
    page = signed_in(reader).get(path)
    kinds = [row.kind for row in page.context["table"].shown]
    assert kinds == ["inserted", "renumbered", "amended", "deleted"]
    text = page.content.decode()
    assert "As adopted by Tuesday, June 25, 2013" in text
    assert "As adopted by Wednesday, June 26, 2013" in text
    assert signed_in(stranger).get(path).status_code == 404
    same = signed_in(reader).get(f"{path}&as=in-force").content.decode()
    assert "The articles read the same on both sides." in same


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", (date(2013, 6, 25), None)),
        ("as=in-force", (date(2013, 6, 30), None)),
        ("proposed=2013-06-28&as=in-force", (date(2012, 6, 26), date(2013, 6, 28))),
        ("proposed=2000-01-01", (date(2000, 1, 1), date(2000, 1, 1))),
        ("present=2013-06-01", (date(2013, 6, 1), None)),
    ],
)
def test_days_left_out_are_those_of_the_newest_change(signed_in, amendment, reader, query, days):
    page = signed_in(reader).get(f"/3774/comparison/?{query}")
    present, proposed = page.context["form"].days
    assert present == days[0]
    if days[1]:
        assert proposed == days[1]
    else:
        assert proposed > date(2026, 1, 1)


@pytest.mark.parametrize("query", ["present=x", "present=2013-06-25&proposed=1000-01-01", "as=x"])
def test_what_is_no_day_to_compare_is_reported(signed_in, amendment, reader, query):
    page = signed_in(reader).get(f"/3774/comparison/?{query}")
    assert page.status_code == 400
    assert 'aria-invalid="true"' in page.content.decode()


def test_lists_cost_the_same_with_one_row_and_with_three(
    signed_in, company, legal, django_assert_num_queries
):
    found(company, *BODIES, by=legal)
    client = signed_in(legal)
    for count in range(3):
        with django_assert_num_queries(8):
            page = client.get("/3774/amendments/")
        assert len(page.context["lines"]) == count + 1
        day = date(2014 + count, 6, 25)
        at = keys(company, day)
        adopted(
            company, Replace(at["1"], body=f"{count}."), by=legal, adopted_on=day, effective_on=day
        )
    for path, queries in (
        ("/3774/articles/2014-06-25/in-force/", 8),
        ("/3774/articles/2014-06-25/in-force/article:1/", 6),
        ("/3774/comparison/?present=2013-06-25&proposed=2014-06-25", 10),
    ):
        with django_assert_num_queries(queries):
            client.get(path)


def test_a_history_of_three_wordings_costs_as_much_as_one_of_one(
    signed_in, company, legal, django_assert_num_queries
):
    found(company, *BODIES, by=legal)
    client = signed_in(legal)
    article_id = record.articles_as_of(company, JUNE)[0].article_id
    for count in range(3):
        with django_assert_num_queries(8):
            page = client.get(f"/3774/articles/{article_id}/")
        assert len(page.context["steps"]) == count + 1
        day = date(2014 + count, 6, 25)
        change = Replace(keys(company, day)["1"], body=f"{count}.")
        adopted(company, change, by=legal, adopted_on=day, effective_on=day)
