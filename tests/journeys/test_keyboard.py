"""The comparison table by the keyboard alone, and its states as axe sees them."""

from playwright.sync_api import Locator, Page, expect

from proposals.demo.loading import LoadedDemo
from tests.journeys.accessibility import problems
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import act, body, leave, row, saved, write
from tests.journeys.drafting_steps import ADDRESS

AT = f"/proposals/{ADDRESS}/"
CHAIRMAN = "Article 16 (Chairman)"


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_proposal_is_drafted_by_the_keyboard_alone(demo: LoadedDemo, opened: Open) -> None:
    page = opened("legal")
    page.goto(AT)
    press(page, "Tab", "Tab")
    expect(focused(page)).to_have_text("Skip to the comparison table")
    press(page, "Enter", "Tab", "Tab", "Tab")
    # The head of a fold and why it is one; then rows, by key or by Tab.
    for _count in range(12):
        if focused(page).get_attribute("data-row") is not None:
            break
        press(page, "Tab")
    first = focused(page)
    expect(first).to_contain_text("Rights Pertaining to")
    press(page, "n", "n")
    expect(focused(page)).to_contain_text("Chairman")
    press(page, "p", "n", "Enter")
    expect(body(page)).to_be_focused()
    press(page, "Control+Home")
    page.keyboard.type("Indeed, ")
    saved(page)
    leave(page)
    expect(focused(page)).to_contain_text("Indeed, A director")

    press(page, "p")
    expect(focused(page)).to_contain_text("Request to Purchase")
    press(page, "i")
    expect(page.locator(".cell-caption")).to_be_focused()
    page.keyboard.type("Seal")
    press(page, "Enter")
    page.keyboard.type("The Company has a seal.")
    saved(page)
    expect(page.locator("#changed-rows")).to_contain_text("Article 17 (Chairman)")
    leave(page)
    expect(focused(page)).to_contain_text("The Company has a seal.")

    press(page, "w")
    expect(page.locator(".why")).to_contain_text("It takes the next number")
    press(page, "Tab")
    expect(focused(page)).to_have_text("A branch number instead")
    press(page, "Enter")
    expect(page.locator(".why")).to_contain_text("It has a branch number")
    press(page, "Tab", "Tab")
    expect(focused(page)).to_have_text("Done")
    press(page, "Enter")
    expect(page.locator(".why")).to_have_count(0)
    expect(focused(page)).to_contain_text("The Company has a seal.")
    press(page, "m")
    expect(page.locator(".strip").get_by_label("Place")).to_be_focused()
    row(page, "Article 9-2 (Seal)").locator("tr").first.focus()
    press(page, "d")
    expect(row(page, "Article 9-2 (Seal)")).to_have_count(0)
    expect(row(page, CHAIRMAN)).to_have_count(1)
    expect(focused(page)).to_contain_text("Request to Purchase")
    press(page, "?")
    expect(page.locator("#keys")).to_have_attribute("open", "")


def test_every_state_of_the_table_is_accessible(demo: LoadedDemo, opened: Open) -> None:
    page, other = (opened("legal", reduced_motion="reduce") for _count in range(2))
    for one in (page, other):
        one.goto(AT)
    act(page, row(page, "Article 9 (Request"), "why")
    expect(page.locator(".why")).to_be_visible()
    found = problems(page, "why this")
    act(page, row(page, "Article 9 (Request"), "insert")
    expect(page.locator(".cell-caption")).to_be_focused()
    page.evaluate("scrollTo(0, 0)")  # what stands beneath the bar is not looked at
    found += problems(page, "a new row")
    page.keyboard.press("Escape")
    for one in (page, other):
        write(one, row(one, CHAIRMAN)).press("Control+Home")
    other.keyboard.type("Theirs: ")
    saved(other)
    page.keyboard.type("Mine: ")
    expect(page.locator(".conflict")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert found + problems(page, "an open cell, its strip, and a conflict") == []
