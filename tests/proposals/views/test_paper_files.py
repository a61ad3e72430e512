"""The papers of a proposal: who gets which, in which format, and what is recorded."""

import io
from datetime import UTC, datetime

import docx
import pytest

from governance.models import AuditEntry, Meeting
from proposals.models.proposal import ProposedBy
from proposals.papers.kinds import KINDS
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, complete, form_of
from tests.releases import publish

PAGE = "/proposals/3774-21-1/papers/"
ITEMS = "/3774/meetings/21/agenda-items/en"
FILES = [
    (kind.name, ending)
    for kind in KINDS.values()
    for ending in kind.endings
    if kind.name != "extraordinary-report"  # there is none of a draft: test_votes.py
]
MEETING = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)
BEGINS = {"pdf": b"%PDF-", "docx": b"PK"}
pytestmark = pytest.mark.django_db


def named(answer):
    return answer.headers["Content-Disposition"].removeprefix("attachment; filename=").strip('"')


@pytest.fixture
def drafted(proposal, legal):
    complete(proposal, legal)
    return proposal


def test_page_lists_every_paper_in_its_formats(signed_in, drafted, legal):
    page = signed_in(legal).get(PAGE).content.decode()
    for kind, ending in FILES:
        assert f'href="{PAGE}{kind}/en.{ending}"' in page
    for address in ("/proposals/3774-21-1/release/en.docx", f"{ITEMS}.pdf"):
        assert f'href="{address}"' in page
    assert (
        'href="/proposals/3774-21-1/papers/"'
        in signed_in(legal).get("/proposals/3774-21-1/").content.decode()
    )


@pytest.mark.parametrize(("kind", "ending"), FILES)
def test_file_is_taken_away_as_a_draft(signed_in, drafted, legal, kind, ending):
    answer = signed_in(legal).get(f"{PAGE}{kind}/en.{ending}")
    assert answer.content.startswith(BEGINS[ending])
    assert named(answer) == f"3774-21-1-{kind}-en-DRAFT.{ending}"
    assert answer.headers["Cache-Control"] == "private, no-store"
    lines = AuditEntry.objects.filter(what=f"{kind}.downloaded")
    assert [(line.actor, line.about) for line in lines] == [(legal, "3774-21-1")]


def test_looking_for_a_file_is_not_recorded(signed_in, drafted, legal):
    client = signed_in(legal)
    for address in (f"{PAGE}attachment/en.docx", f"{ITEMS}.docx"):
        assert client.head(address).content == b""
        assert client.post(address).status_code == 405
    assert not AuditEntry.objects.filter(what__endswith=".downloaded").exists()


def test_readers_get_the_papers_of_a_release_without_draft(
    signed_in, drafted, legal, secretary, reader
):
    assert signed_in(reader).get(f"{PAGE}attachment/en.docx").status_code == 404
    assert signed_in(reader).get(f"{ITEMS}.docx").status_code == 404
    moves.submit(drafted, by=legal, at=NOW)
    moves.approve(drafted, by=secretary, at=NOW)
    publish(drafted, by=secretary)
    client = signed_in(reader)
    assert named(client.get(f"{PAGE}attachment/en.docx")) == "3774-21-1-attachment-en.docx"
    assert named(client.get(f"{ITEMS}.docx")) == "3774-21-agenda-items-en.docx"
    assert named(client.get("/proposals/3774-21-1/release/en.docx")) == "3774-21-1-release-en.docx"


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}attachment/ja.pdf",
        f"{PAGE}tracked-changes/en.pdf",
        f"{PAGE}certificate/en.pdf",
        "/3774/meetings/21/agenda-items/ja.pdf",
        "/3774/meetings/99/agenda-items/en.pdf",
    ],
)
def test_what_there_is_not_is_404(signed_in, drafted, legal, address):
    assert signed_in(legal).get(address).status_code == 404


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Meeting.Kind.BOARD, "The board decides alone: no meeting is called."),
        (Meeting.Kind.WRITTEN, "All shareholders consent in writing: no meeting is called."),
    ],
)
def test_where_no_meeting_is_called_there_is_no_agenda_item_and_the_page_says_why(
    signed_in, drafted, legal, kind, said
):
    Meeting.objects.filter(pk=drafted.meeting_id).update(kind=kind, ordinal=None)
    client = signed_in(legal)
    assert said in client.get(PAGE).content.decode()
    assert client.get(f"{PAGE}agenda-item/en.docx").status_code == 404
    assert client.get(f"{ITEMS}.docx").status_code == 404


def test_opinion_of_the_board_is_written_beside_the_title_of_a_proposal_of_shareholders(
    signed_in, drafted, legal
):
    path = "/proposals/3774-21-1/title/"
    client = signed_in(legal)
    assert "opinion_en" not in form_of(client, path)
    drafted.proposed_by = ProposedBy.SHAREHOLDERS
    drafted.save()
    form = form_of(client, path) | {"opinion_en": "The Board is against it."}
    assert client.post(path, form).status_code == 302
    drafted.refresh_from_db()
    assert drafted.opinion_en == "The Board is against it."
    assert drafted.title_en == "Partial Amendment of the Articles of Incorporation"


def test_once_adopted_the_table_is_of_before_and_after(
    signed_in, drafted, legal, secretary, reader
):
    moves.submit(drafted, by=legal, at=NOW)
    moves.approve(drafted, by=secretary, at=NOW)
    publish(drafted, by=secretary)
    moves.adopt(drafted, by=secretary, at=MEETING, adopted_on=drafted.meeting.date)
    answer = signed_in(reader).get(f"{PAGE}attachment/en.docx")
    assert named(answer) == "3774-21-1-attachment-en.docx"
    (table,) = docx.Document(io.BytesIO(answer.content)).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Articles before Amendment",
        "Articles after Amendment",
    ]
    assert any("The Chair shall chair" in row.cells[1].text for row in table.rows)


def test_a_draft_without_changes_says_that_nothing_differs(signed_in, proposal, legal):
    answer = signed_in(legal).get(f"{PAGE}attachment/en.docx")
    document = docx.Document(io.BytesIO(answer.content))
    assert document.tables == []
    assert document.paragraphs[-1].text == "There is no difference between the two."
