"""A draft beside the articles of a day as files: who gets them, what they say, what is recorded."""

import io

import docx
import pdfplumber
import pytest

from governance.models import Article, AuditEntry
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, add, amend, complete
from tests.releases import publish

PATH = "/proposals/3774-21-1/comparison/en"
DAY = "?on=2013-06-25&as=in-force"
pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(proposal, articles, legal):
    amend(proposal, legal, Article.objects.get(wordings__caption_en="Chairman"))
    add(proposal, legal, after=articles[1].key)
    return proposal


def named(answer):
    return answer.headers["Content-Disposition"].removeprefix("attachment; filename=").strip('"')


def test_files_say_draft_until_approved(signed_in, proposal, legal, secretary, reader):
    complete(proposal, legal)
    client = signed_in(legal)
    stem = "3774-21-1-comparison-2013-06-25-in-force-en"
    printed = client.get(f"{PATH}.pdf{DAY}")
    assert named(printed) == f"{stem}-DRAFT.pdf"
    assert named(client.get(f"{PATH}.docx{DAY}")) == f"{stem}-DRAFT.docx"
    assert printed.headers["Cache-Control"] == "private, no-store"
    with pdfplumber.open(io.BytesIO(printed.content)) as document:
        assert all("DRAFT" in page.extract_text() for page in document.pages)

    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    publish(proposal, by=secretary)
    for user in (legal, secretary, reader):
        printed = signed_in(user).get(f"{PATH}.pdf{DAY}")
        assert named(printed) == f"{stem}.pdf"
        with pdfplumber.open(io.BytesIO(printed.content)) as document:
            assert not any("DRAFT" in page.extract_text() for page in document.pages)


def test_columns_say_which_day_and_which_proposal(signed_in, draft, legal):
    answer = signed_in(legal).get(f"{PATH}.docx{DAY}")
    document = docx.Document(io.BytesIO(answer.content))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "As in force on Tuesday, June 25, 2013",
        "Proposed Articles: Partial Amendment of the Articles of Incorporation",
    ]
    assert document.sections[0].header.paragraphs[0].text.endswith("\tDRAFT")


def test_taking_away_is_recorded_and_looking_for_it_is_not(signed_in, draft, legal):
    client = signed_in(legal)
    for ending in ("pdf", "docx"):
        assert client.head(f"{PATH}.{ending}{DAY}").content == b""
        assert client.post(f"{PATH}.{ending}{DAY}").status_code == 405
    assert not AuditEntry.objects.exclude(what__startswith="change").exists()
    for ending in ("pdf", "docx"):
        client.get(f"{PATH}.{ending}{DAY}")
    entries = AuditEntry.objects.filter(what="comparison.downloaded")
    assert [(entry.actor, entry.about) for entry in entries] == [(legal, "3774-21-1")] * 2


def test_reader_and_stranger_get_no_draft(signed_in, draft, reader, stranger):
    for user in (reader, stranger):
        for ending in ("pdf", "docx"):
            for method in ("get", "head", "post"):
                answer = getattr(signed_in(user), method)(f"{PATH}.{ending}{DAY}")
                assert answer.status_code == 404
    assert not AuditEntry.objects.filter(what="comparison.downloaded").exists()


def test_what_is_no_day_is_said_and_nothing_is_taken_away(signed_in, draft, legal):
    answer = signed_in(legal).get(f"{PATH}.pdf?on=soon")
    assert answer.status_code == 400
    assert "This is no date. Write one such as 2013-06-26." in answer.content.decode()
    assert signed_in(legal).get("/proposals/3774-21-1/comparison/ja.pdf").status_code == 404
    assert not AuditEntry.objects.filter(what="comparison.downloaded").exists()


def test_page_links_to_its_files(signed_in, draft, legal):
    page = signed_in(legal).get(f"/proposals/3774-21-1/comparison/{DAY}").content.decode()
    for ending in ("pdf", "docx"):
        assert f'href="{PATH}.{ending}{DAY.replace("&", "&amp;")}"' in page
