"""The articles of a day, and the comparison of two, as files to take away."""

import io
import json
from datetime import date

import docx
import pdfplumber
import pytest

from governance.models import AuditEntry
from governance.papers.articles import articles_of_day, paper_of
from governance.papers.plain_text import plain_text
from governance.papers.word import word
from governance.text.amending.operations import Insert, Replace
from tests.adoptions import adopted, found, keys

pytestmark = pytest.mark.django_db

JUNE, JULY = date(2013, 6, 26), date(2013, 7, 1)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OF_DAY = "/3774/articles/2013-06-26/in-force/en"
COMPARED = "/3774/comparison/en"
TWO_DAYS = "?present=2013-06-25&proposed=2013-07-01&as=in-force"


@pytest.fixture
def amended(company, legal):
    """On 26 June: a new Article 2 for 1 July, another chairman at once."""
    found(company, "The name is IIJ.", "The President presides.", by=legal)
    at = keys(company, JUNE)
    adopted(
        company,
        Insert("c1", after=at["1"], body="New."),
        Replace(at["2"], body="A director presides."),
        by=legal,
        adopted_on=JUNE,
        effective_on=JUNE,
        days={"c1": (JULY, None)},
    )
    return company


def read(printed):
    with pdfplumber.open(io.BytesIO(printed)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


@pytest.mark.parametrize(
    ("path", "content_type", "name"),
    [
        (f"{OF_DAY}.pdf", "application/pdf", "3774-articles-2013-06-26-in-force-en.pdf"),
        (f"{OF_DAY}.docx", WORD, "3774-articles-2013-06-26-in-force-en.docx"),
        (
            "/3774/articles/2013-06-26/in-force/certified/en.pdf",
            "application/pdf",
            "3774-articles-2013-06-26-in-force-en-certified.pdf",
        ),
        (
            "/3774/articles/2013-06-26/in-force/certified/en.docx",
            WORD,
            "3774-articles-2013-06-26-in-force-en-certified.docx",
        ),
        (f"{OF_DAY}.txt", "text/plain; charset=utf-8", "3774-articles-2013-06-26-in-force-en.txt"),
        (f"{OF_DAY}.json", "application/json", "3774-articles-2013-06-26-in-force-en.json"),
        (
            "/3774/articles/2013-06-26/as-adopted/en.txt",
            "text/plain; charset=utf-8",
            "3774-articles-2013-06-26-as-adopted-en.txt",
        ),
        (
            f"{COMPARED}.pdf{TWO_DAYS}",
            "application/pdf",
            "3774-comparison-2013-06-25-2013-07-01-in-force-en.pdf",
        ),
        (
            f"{COMPARED}.docx{TWO_DAYS}",
            WORD,
            "3774-comparison-2013-06-25-2013-07-01-in-force-en.docx",
        ),
    ],
)
def test_files_for_members_and_nobody_else(
    signed_in, amended, legal, secretary, reader, stranger, path, content_type, name
):
    audited = AuditEntry.objects.count()
    bodies = set()
    for user in (legal, secretary, reader):
        answer = signed_in(user).get(path)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, content_type)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        bodies.add(answer.content)
    assert len(bodies) == 1
    head = signed_in(reader).head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert signed_in(reader).post(path).status_code == 405
    for method in ("get", "head", "post"):
        assert getattr(signed_in(stranger), method)(path).status_code == 404
    # Each file that was taken away is a line; looking for it is none.
    taken = AuditEntry.objects.order_by("pk")[audited:]
    kinds = {COMPARED: "comparison", f"{OF_DAY.removesuffix('en')}certified": "certified"}
    kind = next((kind for start, kind in kinds.items() if path.startswith(start)), "articles")
    what = f"{kind}.exported"
    assert [(one.what, one.actor) for one in taken] == [
        (what, user) for user in (legal, secretary, reader)
    ]


def test_the_file_is_of_the_day_and_the_clock(signed_in, amended, reader):
    client = signed_in(reader)
    in_force = articles_of_day(amended, JUNE, "in_force", "en")
    assert client.get(f"{OF_DAY}.docx").content == word(paper_of(in_force))
    assert client.get(f"{OF_DAY}.txt").content.decode() == plain_text(in_force)
    text = {
        clock: client.get(f"/3774/articles/2013-06-26/{clock}/en.txt").content.decode()
        for clock in ("in-force", "as-adopted")
    }
    assert ("New." in text["in-force"], "New." in text["as-adopted"]) == (False, True)
    printed = read(client.get(f"{OF_DAY}.pdf").content)
    assert "As in force on Wednesday, June 26, 2013" in printed
    assert "In force from Monday, July 1, 2013: Article 2." in printed
    data = json.loads(client.get(f"{OF_DAY}.json").content)
    addresses = [each["address"] for part in data["parts"] for each in part["provisions"]]
    assert addresses == ["article:1", "article:3"]


@pytest.mark.parametrize(
    "path",
    [
        "/3774/articles/2013-06-26/in-force/ja.pdf",  # English alone is kept
        "/3774/articles/2013-06-26/in-force/fr.pdf",
        "/3774/articles/2013-06-31/in-force/en.pdf",
        "/3774/articles/2013-06-26/resolved/en.pdf",
        "/3774/articles/1999-01-01/in-force/en.pdf",  # no articles on that day
        "/3774/articles/1999-01-01/as-adopted/en.json",
        "/3774/comparison/ja.pdf",
        "/9999/articles/2013-06-26/in-force/en.pdf",
    ],
)
def test_what_is_not_there_is_not_found(signed_in, amended, reader, path):
    assert signed_in(reader).get(path).status_code == 404


def test_comparison_shows_the_two_days(signed_in, amended, reader):
    client = signed_in(reader)
    printed = read(client.get(f"{COMPARED}.pdf{TWO_DAYS}").content)
    assert "As in force on Tuesday, June 25, 2013 As in force on Monday, July 1, 2013" in printed
    (table,) = docx.Document(io.BytesIO(client.get(f"{COMPARED}.docx{TWO_DAYS}").content)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["As in force on Tuesday, June 25, 2013", "As in force on Monday, July 1, 2013"],
        ["(New Provision)", "Article 2.\nNew."],
        ["Article 2.\nThe President presides.", "Article 3.\nA director presides."],
    ]
    marked = [
        run.text
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.underline
    ]
    assert marked == ["Article 2.", "New.", "2", "The President", "3", "A director"]


def test_comparison_of_what_is_no_day_says_so(signed_in, amended, reader, stranger):
    for ending in ("pdf", "docx"):
        path = f"{COMPARED}.{ending}?present=yesterday&proposed=2013-07-01"
        answer = signed_in(reader).get(path)
        assert (answer.status_code, answer.headers["Content-Type"]) == (
            400,
            "text/html; charset=utf-8",
        )
        page = answer.content.decode()
        assert "This is no date. Write one such as 2013-06-26." in page
        assert 'value="yesterday"' in page
        assert signed_in(stranger).get(path).status_code == 404


def test_comparison_without_days_is_of_the_newest_change(signed_in, amended, reader):
    answer = signed_in(reader).get(f"{COMPARED}.docx?as=in-force&proposed=2013-06-30")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="3774-comparison-2013-06-25-2013-06-30-in-force-en.docx"'
    )


def test_pages_link_to_their_files(signed_in, amended, reader):
    client = signed_in(reader)
    page = client.get("/3774/articles/2013-06-26/in-force/").content.decode()
    for ending in ("pdf", "docx", "txt", "json"):
        assert f'href="{OF_DAY}.{ending}"' in page
    page = client.get(f"/3774/comparison/{TWO_DAYS}").content.decode()
    for ending in ("pdf", "docx"):
        assert f'href="{COMPARED}.{ending}{TWO_DAYS.replace("&", "&amp;")}"' in page


@pytest.mark.parametrize(
    ("path", "count"),
    [
        (f"{OF_DAY}.pdf", 6),
        (f"{OF_DAY}.docx", 6),
        (f"{OF_DAY}.txt", 6),
        (f"{OF_DAY}.json", 6),
        (f"{COMPARED}.docx{TWO_DAYS}", 6),
    ],
)
def test_few_queries(signed_in, amended, reader, django_assert_num_queries, path, count):
    client = signed_in(reader)
    with django_assert_num_queries(count):
        client.get(path)
