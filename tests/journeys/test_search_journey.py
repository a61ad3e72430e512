"""Words of past wordings are found, in Japanese and in English, by those whom they concern."""

import re

import pytest
from playwright.sync_api import Page, expect

from proposals.demo.loading import LoadedDemo
from tests.journeys.accessibility import problems
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import ADDRESS
from tests.journeys.test_stranger_journey import NOWHERE, got

# The wording of 2018, in force until the electronic provision of materials took its place in 2022.
FORMERLY = {
    "開示": "第16条（株主総会参考書類等のインターネット開示）",
    '"internet   DISCLOSURE"': (
        "Article 16 (Internet Disclosure of Reference Documents and Other Materials)"
    ),
}
NOW = {
    "開示": "第16条（電子提供措置等）",
    '"internet   DISCLOSURE"': "Article 16 (Electronic Provision of Materials)",
}


def ask(page: Page, words: str) -> None:
    """By the field in the masthead of whatever page it is."""
    field = page.locator(".masthead input[type=search]")
    field.fill(words)
    field.press("Enter")
    expect(page.locator("main #search")).to_have_value(words)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("words", FORMERLY)
def test_past_wording_is_found_and_its_history_opened(
    demo: LoadedDemo, opened: Open, words: str, scripts: bool
) -> None:
    page = opened("stranger", java_script_enabled=scripts)
    page.goto("/9990/articles/")
    ask(page, words)
    found = page.locator(".search-result")
    expect(found).to_have_count(1)
    expect(found.locator("h2")).to_have_text(NOW[words])
    expect(found.locator(".past .own-name")).to_have_text(FORMERLY[words])
    expect(found.locator(".past")).to_contain_text("until Wednesday, August 31, 2022")
    hits = found.locator("mark")
    assert hits.count() > 0
    for text in hits.all_inner_texts():
        assert text.lower() in ("開示", "internet disclosure")

    found.get_by_role("link", name="Past wording").click()
    expect(page.locator(".timeline > li:target")).to_contain_text("October 1, 2018")


def test_other_companies_are_not_searched(demo: LoadedDemo, opened: Open) -> None:
    page = opened("reader")
    page.goto("/3774/articles/")
    for words in FORMERLY:
        ask(page, words)
        expect(page.locator("main")).to_contain_text("No wording says this.")
        expect(page.locator(".search-result")).to_have_count(0)
        page.goto("/")
    ask(page, "auditor")
    companies = page.locator(".search-result h2 a").evaluate_all(
        "all => all.map((one) => one.pathname)"
    )
    assert companies
    assert {path.split("/")[1] for path in companies} == {"3774"}
    assert got(page, "/search/?q=auditor&company=9990") == NOWHERE


def test_slash_leads_to_the_search_from_a_row_alone(demo: LoadedDemo, opened: Open) -> None:
    page = opened("legal")
    page.goto(f"/proposals/{ADDRESS}/")
    field = page.locator(".masthead input[type=search]")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(field).not_to_be_focused()
    page.locator("tr[data-row]").first.focus()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_value("")

    page.set_viewport_size({"width": 360, "height": 800})
    page.locator("tr[data-row]").first.focus()
    page.keyboard.press("/")
    expect(page.locator(".masthead .search-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/$"))


@pytest.mark.parametrize(("locale", "wanted"), [("en-GB", "en"), ("ja-JP", "ja")])
def test_pages_are_for_everybody(demo: LoadedDemo, opened: Open, locale: str, wanted: str) -> None:
    page = opened("stranger", locale=locale, reduced_motion="reduce")
    paths = ("/search/", "/search/?q=開示", "/search/?q=2&page=2", "/search/?q=zz+yy&language=en")
    for path in (*paths, f"/search/?q={'x' * 201}"):
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == wanted
        assert problems(page, path) == []
