"""From the bare articles to the release of 24 May 2013, through the forms alone."""

from pathlib import Path

import pdfplumber
from playwright.sync_api import expect

from governance.models import AuditEntry, Company
from proposals.models import Proposal
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import (
    ADDRESS,
    HEAD,
    WRITTEN,
    download,
    draft_release,
    sign_in,
    sign_out,
)
from tests.journeys.table_on_page import lines_of, rows_shown
from tests.proposals.printed_release import marked, marked_columns, rows_of_pages


def test_from_the_bare_articles_to_the_approved_release(
    bare: Company, opened: Open, tmp_path: Path
) -> None:
    page = opened()
    sign_in(page, "legal")
    draft_release(page)
    written = [(lines_of(row.present), lines_of(row.proposed)) for row in WRITTEN]
    assert rows_shown(page.locator("#table")) == written
    assert download(page, tmp_path).name == f"{ADDRESS}-release-en-DRAFT.pdf"
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_role("status")).to_contain_text("Submitted for review")
    sign_out(page, "legal")

    sign_in(page, "secretary")
    page.goto(f"/proposals/{ADDRESS}/")
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("status")).to_contain_text("Approved")
    assert rows_shown(page.locator("#table")) == written
    approved = download(page, tmp_path)
    assert approved.name == f"{ADDRESS}-release-en.pdf"
    assert_says_the_release(approved)
    taken = AuditEntry.objects.filter(what="release.downloaded").order_by("pk")
    assert [*taken.values_list("actor__username", "about")] == [
        ("legal", ADDRESS),
        ("secretary", ADDRESS),
    ]
    assert Proposal.objects.get().state == "approved"


def assert_says_the_release(file: Path) -> None:
    with pdfplumber.open(file) as document:
        printed = rows_of_pages(document)
        underlined = marked_columns(document)
        text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert printed == [
        tuple(" ".join(line.text for line in cell.lines) for cell in (row.present, row.proposed))
        for row in WRITTEN
    ]
    assert underlined == (
        marked(line for row in WRITTEN for line in row.present.lines),
        marked(line for row in WRITTEN for line in row.proposed.lines),
    )
    assert "DRAFT" not in text
    for line in HEAD.splitlines():
        assert line in text
