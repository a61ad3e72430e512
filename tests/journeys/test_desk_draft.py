"""What is done with a whole draft at the table: words replaced everywhere, all of it undone."""

import pytest
from playwright.sync_api import Page, expect

from proposals.demo.loading import LoadedDemo
from proposals.models import Change
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import table_of
from tests.journeys.drafting_steps import ADDRESS, open_panel

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
