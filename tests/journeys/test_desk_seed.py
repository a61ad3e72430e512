"""The release of 24 May 2013 from the bare articles, through the table alone, and what it takes."""

import pytest
from playwright.sync_api import Locator, Page, expect

from governance.models import Company
from governance.text.table.rows import Cell
from proposals.models import Proposal
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import body, leave, row, saved, table_of
from tests.journeys.drafting_steps import (
    ADDRESS,
    REASONS,
    WRITTEN,
    caption_of,
    typed,
    wording_of,
)
from tests.journeys.table_on_page import lines_of

LOADS, CLICKS, SHARE = 3, 30, 0.45


class Counted:
    """A person at a page: clicks, loads and typed characters are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.loads = self.characters = 0
        page.on("load", self._load)

    def _load(self, _page: Page) -> None:
        self.loads += 1

    def click(self, what: Locator, **options: object) -> None:
        self.clicks += 1
        what.click(**options)  # type: ignore[arg-type]

    def type(self, words: str) -> None:
        self.characters += len(words)
        self.page.keyboard.insert_text(words)

    def fill(self, field: Locator, words: str) -> None:
        self.characters += len(words)
        field.fill(words)

    def replace(self, old: str, new: str) -> None:
        """Mark words of the open cell (a click and a drag) and type others."""
        self.clicks += 1
        found = self.page.locator(".cell-body").evaluate(
            """(body, old) => {
              for (const line of body.children) {
                const at = line.textContent.indexOf(old);
                if (at < 0) continue;
                const range = new Range();
                range.setStart(line.firstChild, at);
                range.setEnd(line.firstChild, at + old.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return true;
              }
            }""",
            old,
        )
        assert found, old
        self.type(new)


@pytest.fixture
def person(bare: Company, opened: Open) -> Counted:
    page = opened("legal")
    page.goto("/3774/proposals/")
    return Counted(page)


def begin(person: Counted) -> None:
    page = person.page
    person.click(page.get_by_role("link", name="Begin a proposal"))
    person.fill(page.get_by_label("Which ordinary meeting it is"), "21")
    person.fill(page.get_by_label("Date of the new meeting"), "2013-06-26")
    person.fill(page.get_by_label("Day of the present text"), "2013-05-24")
    person.click(page.get_by_role("button", name="Begin the proposal"))
    expect(page).to_have_url(f"/proposals/{ADDRESS}/")


def insert(person: Counted, link: Locator, cell: Cell, days: dict[str, str]) -> None:
    page = person.page
    link.focus()
    person.click(link)
    expect(page.locator(".cell-caption")).to_be_focused()
    if any(line.role == "caption" for line in cell.lines):
        person.type(caption_of(cell))
    page.keyboard.press("Enter")
    expect(body(page)).to_be_focused()
    person.type(wording_of(cell))
    saved(page)
    for label, day in days.items():
        person.fill(page.locator(".strip").get_by_label(label), day)
    page.wait_for_timeout(1500)
    body(page).focus()
    leave(page)


def amend(person: Counted, name: str, wanted: list[str]) -> None:
    """Only what differs is typed: a common beginning and end of each line stay."""
    page = person.page
    person.click(row(page, name).locator("td.proposed p.text").first)
    body(page)
    now = [one.strip("\n") for one in page.locator(".cell-body > p").all_inner_texts()]
    for old, new in zip(now, wanted, strict=True):
        if old != new:
            start = next(i for i in range(len(old)) if old[i] != new[i])
            end = next(i for i in range(1, len(old)) if old[-i] != new[-i]) - 1
            end = min(end, len(old) - start, len(new) - start)
            person.replace(old[start : len(old) - end], new[start : len(new) - end])
    leave(page)


def give_reasons(person: Counted) -> None:
    covers: list[list[str]] = [
        ["Article 8 (Rights", "Article 9 (Request"],
        ["Article 14 (Chairman", "Article 20 (Convocation"],
        ["Supplementary Provisions, Article 1"],
        [],
    ]
    page = person.page
    panel = page.locator("#panel-reasons")
    person.click(panel.locator("summary").first)
    person.click(panel.get_by_role("link", name="Write and order the reasons"))
    for count, (reason, changes) in enumerate(zip(REASONS, covers, strict=True)):
        expect(panel.locator(".editable > li")).to_have_count(count)
        person.fill(panel.get_by_label("Reason", exact=True), typed(reason))
        for change in changes:
            person.click(panel.get_by_label(change))
        person.click(panel.get_by_role("button", name="Save"))
    expect(panel.locator(".editable > li")).to_have_count(len(REASONS))


def set_dates(person: Counted) -> None:
    panel = person.page.locator("#panel-schedule")
    person.click(panel.locator("summary").first)
    person.click(panel.get_by_role("link", name="Set the dates"))
    for label, day in (
        ("Resolution of the board", "2013-05-24"),
        ("Announcement", "2013-05-24"),
        ("Effective date", "2013-06-26"),
    ):
        person.fill(panel.get_by_label(label), day)
    person.click(panel.get_by_role("button", name="Save"))
    expect(person.page.get_by_role("button", name="Submit for review")).to_be_enabled()


def test_the_seed_is_drafted_in_the_table_alone(person: Counted) -> None:
    page = person.page
    begin(person)
    eight, nine, _run, chairman, _run, convocation, _run, supplementary = (
        written.proposed for written in WRITTEN
    )
    starts = {"Takes effect on": "2013-07-01"}
    # The last first: what "the following article" means in Article 8 is there when it is typed.
    seven = row(page, "Article 7 (").locator("[data-act=insert]")
    insert(person, seven, nine, starts)
    insert(person, seven, eight, starts)
    amend(person, "Article 16 (Chairman", wording_of(chairman).splitlines())
    amend(person, "Article 22 (Convocation", wording_of(convocation).splitlines())
    link = page.get_by_role("link", name="Insert supplementary provisions")
    insert(person, link, supplementary, {"Expires on": "2013-07-01"})
    give_reasons(person)
    set_dates(person)
    wanted = [(lines_of(one.present), lines_of(one.proposed)) for one in WRITTEN]
    assert table_of(page) == wanted
    loads = person.loads
    page.goto(f"/proposals/{ADDRESS}/release/en/")
    share = person.characters / len(page.locator("article, main").last.inner_text())
    print(f"{loads} page loads, {person.clicks} clicks, {share:.2f} of the release typed")  # noqa: T201
    assert (loads <= LOADS, person.clicks <= CLICKS, share < SHARE) == (True,) * 3
    assert Proposal.objects.get().changes.count() == 5
