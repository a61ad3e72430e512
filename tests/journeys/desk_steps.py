"""What a person does at the comparison table: rows, cells, strips."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.table_on_page import Shown, rows_shown


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
