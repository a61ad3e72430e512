"""The proof of the whole: from the demonstration's articles and changes to the release of 24 May
2013. What it says was written down from the release, row by row and span by span.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from governance.papers.fonts import Face
from governance.papers.pdf import pdf
from governance.papers.sections import NumberedReason
from proposals.demo.loading import load
from proposals.draft.derive import Draft, draft
from proposals.models import Proposal
from proposals.papers.release import ReleasePaper, release_paper
from tests.proposals.printed_release import rows_of_pages
from tests.proposals.table_cases import CASES, without_keys, written_table

RELEASE = "iij-2013-05-24"


@pytest.fixture(scope="module")
def proposal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Proposal]:
    """Loaded once for the tests of this file, each of which is rolled back to this."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load("3774").proposals[0]
        transaction.set_rollback(True)


@pytest.fixture
def drafted(proposal: Proposal, db: None) -> Draft:
    return draft(proposal, "en")


@pytest.fixture
def paper(drafted: Draft) -> ReleasePaper:
    return release_paper(drafted)


def test_table_is_that_of_the_release(drafted: Draft) -> None:
    assert without_keys(drafted.table) == without_keys(written_table(RELEASE))


def test_spans_give_back_present_and_proposed_wording(drafted: Draft) -> None:
    for row in drafted.table.shown:
        if row.kind == "amended":
            for cell, articles in (
                (row.present, drafted.present),
                (row.proposed, drafted.proposed),
            ):
                article = articles.find(cell.first or "")
                assert article is not None
                texts = [line.text for line in cell.lines if line.role == "text"]
                assert texts == article.body.splitlines()


def test_draft_has_nothing_to_find_fault_with(drafted: Draft) -> None:
    assert drafted.errors == ()


def test_head_and_schedule_are_those_of_the_release(paper: ReleasePaper) -> None:
    head, *_rest = (CASES / f"{RELEASE}-words.txt").read_text("utf-8").split("\n\n")
    assert [
        paper.banner,
        paper.title,
        f"{paper.dateline} {paper.opening}",
        *(f"{line.label} {line.day}" for line in paper.schedule),
    ] == head.splitlines()


def test_reasons_are_those_of_the_release_with_numbers_that_were_live(paper: ReleasePaper) -> None:
    _head, *reasons = (CASES / f"{RELEASE}-words.txt").read_text("utf-8").strip().split("\n\n")
    assert paper.reasons == tuple(
        NumberedReason(f"({count})", tuple(reason.splitlines()))
        for count, reason in enumerate(reasons, 1)
    )


def test_pdf_read_back_says_the_same(paper: ReleasePaper) -> None:
    with pdfplumber.open(io.BytesIO(pdf(paper))) as document:
        printed = rows_of_pages(document)
        text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert printed == [
        tuple(" ".join(line.text for line in cell.lines) for cell in (row.present, row.proposed))
        for row in written_table(RELEASE).rows
    ]
    assert f"{paper.dateline} {paper.opening}" in text
    assert "21th" not in text


def test_command_writes_the_bytes_of_the_page_s_button(
    paper: ReleasePaper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / paper.file_name
    call_command("release", "3774-21-1", language="en", output=output)
    assert output.read_bytes() == pdf(paper)
    assert capsys.readouterr().out.startswith(f"{output}: ")


@pytest.mark.parametrize(
    ("address", "language", "file", "message", "status"),
    [
        ("3774-21-2", "en", "x.pdf", "There is no proposal '3774-21-2'.", 2),
        ("../etc", "en", "x.pdf", "There is no proposal '../etc'.", 2),
        (
            "3774-21-1",
            "ja",
            "x.pdf",
            "3774 Internet Initiative Japan Inc. does not keep its articles in the language 'ja'.",
            2,
        ),
        ("3774-21-1", "en", "no/x.pdf", "Cannot write {output}: No such file or directory.", 1),
    ],
)
@pytest.mark.usefixtures("drafted")
def test_command_says_in_one_line_what_is_wrong(
    tmp_path: Path, address: str, language: str, file: str, message: str, status: int
) -> None:
    output = tmp_path / file
    with pytest.raises(CommandError) as error:
        call_command("release", address, language=language, output=output)
    assert str(error.value) == message.format(output=output)
    assert error.value.returncode == status
    assert not output.exists()


@pytest.mark.usefixtures("drafted")
def test_missing_font_stops_the_command_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Face, "path", tmp_path / "no.otf")
    output = tmp_path / "release.pdf"
    with pytest.raises(CommandError, match=r"^The font file .* is missing\. Run make setup\.$"):
        call_command("release", "3774-21-1", language="en", output=output)
    assert not output.exists()


@pytest.mark.usefixtures("drafted")
def test_warm_draft_and_release_take_a_handful_of_queries(
    django_assert_num_queries: object,
) -> None:
    proposal = Proposal.objects.at_address("3774-21-1").with_names().get()
    with django_assert_num_queries(4):
        release_paper(draft(proposal, "en"))
