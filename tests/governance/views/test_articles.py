"""The articles, and the amendment history of one."""

from datetime import date

import pytest

from governance.models import Wording
from tests.rows import days, decided, meeting
from tests.triggers import without_triggers

pytestmark = pytest.mark.django_db


@pytest.fixture
def renumbered(company, articles):
    """Article 6 amended by the 21st meeting, and put in force with another number later."""
    at = meeting(company)
    made = decided(at)
    old = articles[6].wordings.get()
    old.ended_by, old.ended_on, old.in_force = (
        made,
        made.adopted_on,
        days(date(2012, 6, 27), made.adopted_on),
    )
    old.save()
    Wording.objects.create(
        article=articles[6],
        company=company,
        part=articles[6].part,
        number=7,
        position=old.position,
        caption_en="Term",
        body_en="The term of a director is two years.",
        amendment=made,
        adopted_on=made.adopted_on,
        in_force=None,
    )
    return articles[6]


def test_articles_stand_in_order_under_their_chapters(signed_in, articles, legal, reader, stranger):
    for user in (legal, reader):
        page = signed_in(user).get("/3774/articles/")
        units = [
            (unit["provision"].kind, str(unit["provision"].number))
            for part in page.context["parts"]
            for unit in part["units"]
        ]
        assert units == [
            ("chapter", "1"), ("article", "1"), ("article", "2"), ("article", "3"),
            ("chapter", "2"), ("article", "4"), ("article", "5"), ("article", "6"),
        ]  # fmt: skip
        assert page.content.count(b'<section class="provision article"') == 6
    assert signed_in(stranger).get("/3774/articles/").status_code == 404


@pytest.mark.parametrize("path", ["/3774/articles/", "/3774/articles/{pk}/"])
def test_reading_takes_few_queries(signed_in, articles, legal, django_assert_num_queries, path):
    client = signed_in(legal)
    numbers = {"/3774/articles/": 8, "/3774/articles/{pk}/": 8}
    with django_assert_num_queries(numbers[path]):
        client.get(path.format(pk=articles[1].pk))


def test_provision_not_in_force_says_so(signed_in, renumbered, reader):
    page = signed_in(reader).get("/3774/articles/").content.decode()
    assert page.count("Adopted, day of effect unknown") == 1


def test_history_tells_each_step(signed_in, renumbered, reader, stranger):
    path = f"/3774/articles/{renumbered.pk}/"
    page = signed_in(reader).get(path)
    assert [(step["kind"], step["wording"].label) for step in page.context["steps"]] == [
        ("amended", "7"),
        ("made", "6"),
    ]
    (row,) = [row for row in page.context["steps"][0]["table"].rows if not row.is_run]
    marked = [
        [span.text for line in cell.lines for span in line.spans if span.changed]
        for cell in (row.present, row.proposed)
    ]
    assert [each[0] for each in marked] == ["6", "7"]
    assert "two years" in " ".join(marked[1])
    assert "Wednesday, June 26, 2013" in page.content.decode()
    assert signed_in(stranger).get(path).status_code == 404


def test_company_without_articles_says_what_the_page_is_for(signed_in, legal):
    page = signed_in(legal).get("/3774/articles/")
    assert "No articles are on record for this company yet." in page.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/3774/articles/0/",
        "/3774/articles/99999999999999999999999999/",
        "/3774/articles/zzz/",
        "/9999/articles/",
        "/3774%00/articles/",
        "/<script>/articles/",
    ],
)
def test_what_is_not_there_is_not_found(signed_in, articles, legal, path):
    assert signed_in(legal).get(path).status_code == 404


def test_unknown_language_is_the_usual_one(signed_in, articles, legal):
    assert signed_in(legal).get("/3774/articles/?language=zz").context["language"] == "en"


def test_markup_in_a_wording_is_text(signed_in, articles, legal):
    with without_triggers():
        Wording.objects.filter(article=articles[1]).update(body_en="<script>alert(1)</script>")
    page = signed_in(legal).get("/3774/articles/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
