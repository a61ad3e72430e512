"""The release as a page and as a file."""

import pytest

from governance.models import AuditEntry
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, complete
from tests.releases import publish

PATH = "/proposals/3774-21-1/release/en"


@pytest.fixture
def approved(proposal, legal, secretary):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    return proposal


def test_page_and_file_of_a_draft_say_so(signed_in, proposal, legal):
    complete(proposal, legal)
    client = signed_in(legal)
    page = client.get(f"{PATH}/").content.decode()
    answer = client.get(f"{PATH}.pdf")
    assert '<p class="draft-mark">DRAFT</p>' in page
    assert "3774-21-1-release-en-DRAFT.pdf" in page
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="3774-21-1-release-en-DRAFT.pdf"'
    )
    assert answer.content.startswith(b"%PDF-")


def test_what_is_approved_is_no_draft_and_not_for_readers(
    signed_in, approved, legal, secretary, reader
):
    pages = [signed_in(user).get(f"{PATH}/").content.decode() for user in (legal, secretary)]
    assert all("draft-mark" not in page for page in pages)
    assert signed_in(reader).get(f"{PATH}.pdf").status_code == 404


def test_what_is_published_is_for_readers(signed_in, approved, legal, secretary, reader):
    publish(approved, by=secretary)
    pages = [
        signed_in(user).get(f"{PATH}/").content.decode() for user in (legal, secretary, reader)
    ]
    file = signed_in(reader).get(f"{PATH}.pdf")
    assert all("draft-mark" not in page for page in pages)
    assert file.headers["Content-Disposition"] == 'attachment; filename="3774-21-1-release-en.pdf"'


def test_reader_and_stranger_get_no_draft(signed_in, proposal, reader, stranger):
    for user in (reader, stranger):
        for path in (f"{PATH}/", f"{PATH}.pdf"):
            assert signed_in(user).get(path).status_code == 404
    assert not AuditEntry.objects.exists()


def test_opening_and_download_are_recorded(signed_in, proposal, legal):
    client = signed_in(legal)
    client.get(f"{PATH}/")
    client.get(f"{PATH}.pdf")
    entries = AuditEntry.objects.order_by("pk").values_list("actor__username", "what", "about")
    assert [*entries] == [
        ("legal", "proposal.opened", "3774-21-1"),
        ("legal", "release.downloaded", "3774-21-1"),
    ]


def test_nobody_reads_past_the_record(signed_in, proposal, legal, stranger):
    paths = ("/proposals/3774-21-1/", f"{PATH}/", f"{PATH}.pdf")
    for path in paths:
        assert signed_in(legal).post(path).status_code == 405
        assert signed_in(stranger).post(path).status_code == 404
        answer = signed_in(legal).head(path)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert (answer.status_code, answer.content) == (200, b"")
    assert not AuditEntry.objects.exists()
    for path in paths:
        signed_in(legal).get(path, headers={"HX-Request": "true"})
    assert [one.what for one in AuditEntry.objects.order_by("pk")] == [
        "proposal.opened",
        "proposal.opened",
        "release.downloaded",
    ]


def test_pages_take_a_dozen_queries(signed_in, proposal, legal, django_assert_num_queries):
    complete(proposal, legal)
    client = signed_in(legal)
    with django_assert_num_queries(12):
        client.get(f"{PATH}/")
    with django_assert_num_queries(11):
        client.get(f"{PATH}.pdf")
