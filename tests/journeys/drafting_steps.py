"""The steps by which a person drafts the release of 24 May 2013, each through its form.

Typed are new wording, reasons and dates, as they were written down from the release; the numbers,
labels, runs and underlines that come out are the program's.
"""

from pathlib import Path

from playwright.sync_api import Page, expect

from governance.text.table.rows import Cell
from proposals.demo import PASSWORD
from tests.proposals.table_cases import CASES, written_table

RELEASE = "iij-2013-05-24"
ADDRESS = "3774-21-1"
WRITTEN = written_table(RELEASE).rows
HEAD, *REASONS = (CASES / f"{RELEASE}-words.txt").read_text("utf-8").strip().split("\n\n")
# What the release prints for each live number, and how a person writes it.
LIVE = {
    "Article 8 (Rights Pertaining to Less-than-a-full-unit Shares)": "{proposed:8 caption}",
    "Article 9 (Request to Purchase Less-than-a-full-unit Shares)": "{proposed:9 caption}",
    "Article 14 (Chairman)": "{present:14 caption}",
    "Article 20 (Convocation of Meetings of the Board of Directors)": "{present:20 caption}",
    "Article 1 of Supplementary": "{proposed:supplementary:1}",
    "Article 8": "{proposed:8}",
    "Article 9": "{proposed:9}",
}


def caption_of(cell: Cell) -> str:
    return next(line.text for line in cell.lines if line.role == "caption").strip("()")


def wording_of(cell: Cell) -> str:
    return "\n".join(line.text for line in cell.lines if line.role == "text")


def typed(reason: str) -> str:
    """A reason as it is written by somebody who leaves its numbers to the program."""
    for printed, live in LIVE.items():
        numeral = live.startswith("{proposed:supplementary")
        reason = reason.replace(
            printed, f"Article {live} of Supplementary" if numeral else f"Article {live}"
        )
    return reason


def sign_in(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Companies")).to_be_visible()


def sign_out(page: Page, name: str) -> None:
    page.locator("summary", has_text=name).click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")


def show(page: Page, button: str, *, live: bool) -> None:
    """Ask for what is derived, where it does not follow by itself."""
    found = page.get_by_role("button", name=button)
    if live:
        expect(found).to_be_hidden()
    else:
        found.click()


def follow(page: Page, link: str) -> None:
    """Open the form that a link at a row leads to; a script would write in the row instead."""
    page.goto(f"{page.url.partition('#')[0].partition('?')[0]}?open=all")
    found = page.locator("a").filter(has_text=link)
    page.goto(found.get_attribute("href") or "")


def open_panel(page: Page, name: str) -> None:
    """Unfold what stands beside the table: "reasons", "schedule", "steps", "history"."""
    panel = page.locator(f"#panel-{name}")
    if panel.get_attribute("open") is None:
        panel.locator("summary").first.click()


def begin(page: Page) -> None:
    """From the start page by way of the articles to a new proposal at a new meeting."""
    page.get_by_role("link", name="Articles of 3774").click()
    expect(page.locator("section.article")).to_have_count(35)
    page.get_by_role("link", name="Proposals", exact=True).click()
    page.get_by_role("link", name="Begin a proposal").click()
    page.get_by_label("Which ordinary meeting it is").fill("21")
    page.get_by_label("Date of the new meeting").fill("2013-06-26")
    page.get_by_label("Day of the present text").fill("2013-05-24")
    page.get_by_role("button", name="Begin the proposal").click()
    expect(page).to_have_url(f"/proposals/{ADDRESS}/")


def insert(page: Page, cell: Cell, *, after: str, effective_on: str, live: bool) -> None:
    follow(page, f"Insert after: {after}")
    page.get_by_label("Caption").fill(caption_of(cell))
    page.get_by_label("Wording").fill(wording_of(cell))
    page.get_by_label("Takes effect on").fill(effective_on)
    show(page, "Show the table", live=live)
    expect(page.locator("#preview tr.inserted .proposed .text").first).to_have_text(
        wording_of(cell).splitlines()[0]
    )
    save(page)


def insert_supplementary(page: Page, cell: Cell, *, expires_on: str) -> None:
    page.get_by_role("link", name="Insert an article").click()
    page.get_by_label("Place").select_option(label="in new supplementary provisions")
    page.get_by_label("Wording").fill(wording_of(cell))
    page.get_by_label("Expires on").fill(expires_on)
    save(page)


def amend(page: Page, cell: Cell, *, name: str) -> None:
    follow(page, f"Amend: {name}")
    page.get_by_label("Wording").fill(wording_of(cell))
    save(page)


def give_reasons(page: Page, *, live: bool) -> None:
    covers = (
        ["Article 8 (Rights", "Article 9 (Request"],
        ["Article 14 (Chairman", "Article 20 (Convocation"],
        ["Supplementary Provisions, Article 1"],
        [],
    )
    page.goto(f"/proposals/{ADDRESS}/reasons/")
    for reason, changes in zip(REASONS, covers, strict=True):
        page.get_by_label("Reason", exact=True).fill(typed(reason))
        for change in changes:
            page.get_by_label(change).check()
        show(page, "Show as printed", live=live)
        expect(page.locator("#printed .reasons p").last).to_have_text(reason.splitlines()[-1])
        save(page)
    shown = page.locator("ol.editable > li")
    assert [one.locator(".law p").all_inner_texts() for one in shown.all()] == [
        reason.splitlines() for reason in REASONS
    ]
    page.get_by_role("link", name="Back to the proposal").click()


def set_dates(page: Page) -> None:
    page.goto(f"/proposals/{ADDRESS}/dates/")
    page.get_by_label("Resolution of the board").fill("2013-05-24")
    page.get_by_label("Announcement").fill("2013-05-24")
    page.get_by_label("Effective date").fill("2013-06-26")
    save(page)


def draft_release(page: Page, *, live: bool = True) -> None:
    """From the start page of legal staff to a proposal that could be submitted.

    `live`: whether scripts run, so that what is derived follows while it is written; without them
    a button shows it.
    """
    begin(page)
    eight, nine, _run, chairman, _run, convocation, _run, supplementary = (
        row.proposed for row in WRITTEN
    )
    # The last first: what "the following article" means in Article 8 is there when it is typed.
    insert(page, nine, after="Article 7 (", effective_on="2013-07-01", live=live)
    insert(page, eight, after="Article 7 (", effective_on="2013-07-01", live=live)
    amend(page, chairman, name="Article 16 (Chairman")
    amend(page, convocation, name="Article 22 (Convocation")
    insert_supplementary(page, supplementary, expires_on="2013-07-01")
    give_reasons(page, live=live)
    set_dates(page)


def download(page: Page, folder: Path) -> Path:
    open_panel(page, "steps")
    with page.expect_download() as started:
        page.get_by_role("link", name="Download PDF").click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file
