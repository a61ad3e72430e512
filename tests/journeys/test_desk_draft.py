"""What is done with a whole draft at the table: words replaced everywhere, all of it undone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from governance.models.role import Role
from proposals.demo.loading import LoadedDemo
from proposals.models import Change
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import leave, row, saved, table_of, write
from tests.journeys.drafting_steps import ADDRESS, open_panel
from tests.people import person

AT = f"/proposals/{ADDRESS}/"


@pytest.fixture
def page(demo: LoadedDemo, opened: Open) -> Page:
    page = opened("legal")
    page.goto(AT)
    return page


def test_a_term_is_replaced_in_twelve_places_and_taken_back(page: Page) -> None:
    before, changes = table_of(page), Change.objects.count()
    open_panel(page, "replace")
    panel = page.locator("#panel-replace")
    panel.get_by_label("Find", exact=True).fill("general meeting of shareholders")
    panel.get_by_label("Replace with").fill("shareholders’ assembly")
    panel.get_by_role("button", name="Show the hits").click()
    ticked = panel.locator("input[name=accepted]:checked")
    expect(ticked.first).to_be_visible()
    places = ticked.count()
    assert places >= 12
    ticked.last.uncheck()
    panel.get_by_role("button", name="Replace what is ticked").click()
    expect(page.locator(".bar-end .saved")).to_contain_text(f"{places - 1} replaced")
    assert Change.objects.count() > changes
    expect(page.locator("#table ins", has_text="assembly").first).to_be_attached()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#table ins", has_text="assembly")).to_have_count(0)
    assert table_of(page) == before


def press(page: Page, button: Locator) -> None:
    """Undo or redo, until the end of the bar says what can be undone next."""
    with page.expect_response("**/table/panels/**"):
        button.click()
    expect(page.locator(".bar-end .saved")).to_contain_text("Saved")


def test_a_whole_draft_is_undone_to_the_bare_articles_and_done_again(page: Page) -> None:
    undo, redo = (page.get_by_role("button", name=name) for name in ("Undo", "Redo"))
    tables = [table_of(page)]
    while undo.is_enabled():
        press(page, undo)
        tables.append(table_of(page))
    assert not Change.objects.filter(proposal__meeting__ordinal=21).exists()
    expect(page.locator("#table :is(ins, del)")).to_have_count(0)
    for table in reversed(tables[:-1]):
        press(page, redo)
        assert table_of(page) == table
    expect(redo).to_be_disabled()


def test_two_people_see_each_other_and_what_the_other_saved(
    page: Page, demo: LoadedDemo, opened: Open
) -> None:
    name = "Article 16 (Chairman)"
    other = opened(person("colleague", demo.company, Role.LEGAL_STAFF).username)
    other.goto(AT)
    write(page, row(page, name)).press("Control+Home")
    expect(row(other, name).locator(".here")).to_have_text("legal")
    expect(page.locator(".bar-end .here")).to_have_text("Also here: colleague")
    page.keyboard.type("Indeed, ")
    saved(page)
    expect(row(other, name).locator("td.proposed ins", has_text="Indeed,")).to_have_count(1)
    leave(page)
    expect(other.locator(".here", has_text="Also here: legal")).to_have_count(1)
