"""The table in two languages: each row of the other under its own, written in place."""

import pytest
from playwright.sync_api import Page, expect

from proposals.demo.loading import LoadedDemo
from proposals.models import Change
from tests.journeys.accessibility import problems
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import act, leave, saved, write

AT = "/proposals/9990-12-1/?language=ja"


@pytest.fixture
def page(demo: LoadedDemo, opened: Open) -> Page:
    page = opened("stranger", reduced_motion="reduce")
    page.goto(AT)
    page.locator(".wording-languages").get_by_role("link", name="Both").click()
    return page


def test_a_cell_changed_in_one_language_is_marked_in_the_other(page: Page) -> None:
    table, link = page.locator("#table"), page.locator("#panel-changes summary .lacks-words")
    expect(link).to_have_count(0)
    fold = table.locator(".fold-toggle").first
    fold.click()
    english = table.locator("tbody.unit[data-language=en]:has(p.text)").first
    name = english.get_attribute("id")
    write(page, english).press("Control+End")
    page.keyboard.type(" So it is.")
    saved(page)
    leave(page)
    assert Change.objects.filter(body_en__endswith=" So it is.", body_ja=None).count() == 1
    fold.click()
    expect(link).to_have_text("≠ 1")
    # Out of the fold that is closed comes what is changed, in both languages.
    marked = table.locator(".out-of-step")
    expect(marked).to_contain_text("The wording is changed in the other language only.")
    expect(page.locator(f"#{name}")).to_contain_text("So it is.")
    assert problems(page, "both languages, one out of step") == []
    page.set_viewport_size({"width": 1280, "height": 800})
    marked.locator("[data-row]").focus()
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(marked.locator("[data-row]")).to_be_focused()
    write(page, marked).press("Control+End")
    page.keyboard.type("以上。")
    saved(page)
    leave(page)
    expect(link).to_have_count(0)
    expect(table.locator(".out-of-step")).to_have_count(0)
    assert Change.objects.filter(
        body_en__endswith=" So it is.", body_ja__endswith="以上。"
    ).exists()


def test_what_is_done_in_one_language_is_there_in_the_other(page: Page) -> None:
    english = page.locator(
        "#table tbody[data-language=en]:has(p.text):has([data-act=insert])"
    ).first
    act(page, english, "insert")
    page.locator(".cell-caption").type("Seal")
    page.keyboard.press("Enter")
    page.keyboard.type("The Company has a seal.")
    saved(page)
    leave(page)
    made = Change.objects.get(body_en="The Company has a seal.")
    assert made.caption_en == "Seal"
    japanese = page.locator(f"#row-{made.key}")
    expect(japanese).to_contain_text("The wording is changed in the other language only.")
    expect(page.locator(f"#row-{made.key} + #row-{made.key}-en")).to_have_count(1)
    act(page, japanese, "take-back")
    expect(page.locator(f"[data-key={made.key}]")).to_have_count(0)
