"""The main job without scripts; and with them, the table that follows as one types."""

import pytest
from playwright.sync_api import Page, expect

from governance.models import Company
from proposals.demo.loading import LoadedDemo
from proposals.models import Change, Proposal
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import (
    ADDRESS,
    WRITTEN,
    draft_release,
    open_panel,
    sign_in,
    sign_out,
)
from tests.journeys.table_on_page import lines_of, rows_shown


def test_main_job_is_done_without_scripts(bare: Company, opened: Open) -> None:
    page = opened(java_script_enabled=False)
    sign_in(page, "legal")
    draft_release(page, live=False)
    written = [(lines_of(row.present), lines_of(row.proposed)) for row in WRITTEN]
    assert rows_shown(page.locator("#table")) == written
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_role("status")).to_contain_text("Submitted for review")
    sign_out(page, "legal")
    sign_in(page, "secretary")
    page.goto(f"/proposals/{ADDRESS}/")
    open_panel(page, "steps")
    page.get_by_role("link", name="Return").click()
    page.get_by_label("Comment").fill("Article 9 says less than Article 189 of the Companies Act.")
    page.get_by_role("button", name="Return").click()
    expect(page.locator(".history-entry .comment")).to_have_text(
        "Article 9 says less than Article 189 of the Companies Act."
    )
    assert Proposal.objects.get().state == "returned"


@pytest.fixture
def amending(demo: LoadedDemo, opened: Open) -> Page:
    """The form to amend Article 13, which the proposal leaves as it is."""
    thirteen = demo.company.wordings.get(number=13, kind="article", ended_by=None)
    page = opened("legal")
    page.goto(f"/proposals/{ADDRESS}/changes/replace/?at={thirteen.key}")
    return page


def test_table_follows_as_one_types(amending: Page) -> None:
    page, address, changes = amending, amending.url, Change.objects.count()
    field = page.get_by_label("Wording")
    shown = page.locator("#preview section").first.locator("tr.amended")
    expect(shown).to_have_count(0)

    field.press("Control+Home")
    field.press_sequentially("Indeed, ")
    expect(shown.locator(".proposed ins")).to_have_text(["15", "Indeed,"])
    expect(shown.locator(".present del")).to_have_text(["13"])
    field.press_sequentially("also ")
    expect(shown.locator(".proposed .text").first).to_contain_text("Indeed, also Unless")

    assert page.url == address
    assert Change.objects.count() == changes
    expect(field).to_be_focused()


def test_page_with_unsaved_words_asks_before_it_is_left(amending: Page) -> None:
    asked: list[str] = []
    amending.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    amending.get_by_label("Caption").fill("Convocation by Whom")
    amending.get_by_role("link", name="Cancel").click()
    assert asked == ["beforeunload"]
    expect(amending.get_by_label("Caption")).to_have_value("Convocation by Whom")
