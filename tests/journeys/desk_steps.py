"""What a person does at the comparison table: rows, cells, strips."""

from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from governance.models import Company, User
from proposals.models import Proposal
from tests.journeys.table_on_page import Shown, rows_shown
from tests.rows import meeting


def table_of(page: Page) -> list[Shown]:
    return rows_shown(page.locator("#table"))


def row(page: Page, name: str) -> Locator:
    """The group of the table whose acts are about the provision of that name."""
    return page.locator("#table tbody[id^=row-]", has=page.locator(f".row-actions >> text={name}"))


def act(page: Page, group: Locator, name: str) -> None:
    """Do what stands at a row; the links are in sight at the row's hover and focus."""
    link = group.locator(f"[data-act={name}]").first
    link.focus()
    link.press("Enter")


def write(page: Page, group: Locator) -> Locator:
    """The body of a cell that is opened, the cursor in it."""
    act(page, group, "amend")
    return body(page)


def body(page: Page) -> Locator:
    found = page.locator(".cell-body")
    expect(found).to_be_visible()
    return found


def saved(page: Page) -> None:
    expect(page.locator(".bar-end .saved")).to_contain_text("Saved")


def leave(page: Page) -> None:
    """Save and leave the cell."""
    page.keyboard.press("Control+Enter")
    expect(page.locator(".cell-body, .cell-caption")).to_have_count(0)


def lines(page: Page) -> list[str]:
    """The lines of the open cell."""
    return [one.strip("\n") for one in page.locator(".cell-body > p").all_inner_texts()]


def begin(company: Company, base_day: date) -> Proposal:
    """A proposal of a meeting of its own that changes nothing yet."""
    proposal = Proposal.objects.create(
        company=company,
        meeting=meeting(company, ordinal=99, day=base_day + timedelta(days=1)),
        base_day=base_day,
        title_en="Amendment",
        title_ja="定款一部変更の件",
        created_by=User.objects.get(username="stranger" if company.code == "9990" else "legal"),
    )
    proposal.authors.add(proposal.created_by)
    return proposal


def rewrite(page: Page, group: Locator, caption: str, words: str) -> None:
    """Give a row another caption and other words, and leave it."""
    write(page, group)
    for field, text in (("caption", caption), ("body", words)):
        page.locator(f".cell-{field}").press("Control+a")
        page.keyboard.insert_text(text)
    leave(page)


def insert(page: Page, group: Locator, caption: str, words: str) -> None:
    """Write a new article behind a row; its cell stays open."""
    act(page, group, "insert")
    page.locator(".cell-caption").type(caption)
    page.keyboard.press("Enter")
    page.keyboard.insert_text(words)


def press_in_bar(page: Page, name: str) -> None:
    """Undo or redo, until the end of the bar says what can be undone next."""
    with page.expect_response("**/table/act/**"):
        page.get_by_role("button", name=name).click()
    with page.expect_response("**/table/panels/**"):
        pass


def undo_and_redo_all(page: Page, steps: int) -> None:
    """Take all steps back, to articles without a change, and do them again: the table is equal at
    each.
    """
    tables = [table_of(page)]
    for _step in range(steps):
        press_in_bar(page, "Undo")
        tables.append(table_of(page))
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    expect(page.locator("#table :is(ins, del)")).to_have_count(0)
    for table in reversed(tables[:-1]):
        press_in_bar(page, "Redo")
        assert table_of(page) == table
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()
