"""The secretary records what the meeting adopted; a reader reads the articles of two days by both
clocks, follows what leads from one place to the next, and takes a comparison of the days along.
"""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from governance.models import Company, User
from proposals.demo.loading import LoadedDemo
from proposals.workflow import moves
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import ADDRESS, open_panel

MADE = ["8 (Rights", "9 (Request"]


@pytest.fixture
def approved(demo: LoadedDemo) -> Company:
    """The company, its proposal approved."""
    (proposal,) = demo.proposals
    legal, secretary = (User.objects.get(username=name) for name in ("legal", "secretary"))
    moves.submit(proposal, by=legal, at=timezone.now())
    moves.approve(proposal, by=secretary, at=timezone.now())
    return demo.company


def record_the_adoption(page: Page) -> None:
    page.goto(f"/proposals/{ADDRESS}/")
    open_panel(page, "steps")
    page.get_by_role("link", name="Record the adoption").click()
    expect(page.get_by_label("Adopted on")).to_have_value("2013-06-26")
    page.get_by_role("button", name="Record the adoption").click()
    expect(page.get_by_role("status")).to_contain_text("Adopted by the meeting")
    open_panel(page, "steps")
    page.get_by_role("link", name="Read the articles as adopted").click()
    expect(page).to_have_url("/3774/articles/2013-06-26/as-adopted/")


def ask(page: Page, day: str, read: str) -> None:
    page.get_by_label("Day").fill(day)
    page.get_by_label("Read").select_option(label=read)
    page.get_by_role("button", name="Show").click()


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_two_days_are_read(approved: Company, opened: Open, tmp_path: Path, scripted: bool) -> None:
    record_the_adoption(opened("secretary", java_script_enabled=scripted))
    page = opened("reader", java_script_enabled=scripted)
    page.goto("/3774/articles/")

    # 27 June: the new articles are adopted, and in force from 1 July only.
    ask(page, "2013-06-27", "In force")
    expect(page).to_have_url("/3774/articles/2013-06-27/in-force/?language=en")
    expect(page.locator("main .secondary").first).to_contain_text(
        "35 articles in force on Thursday"
    )
    coming = page.locator(".upcoming-changes li")
    expect(coming).to_have_count(3)
    for one, name in zip(coming.all(), MADE, strict=False):
        expect(one).to_contain_text(name)
        expect(one).to_contain_text("from Monday, July 1, 2013")
    ask(page, "2013-06-27", "As adopted")
    expect(page.locator("main .secondary").first).to_contain_text(
        "37 articles as adopted by Thursday"
    )
    expect(page.locator(".not-yet-in-force")).to_have_count(2)

    # 1 July, the next day on which they read otherwise: the provision about it is gone.
    page.get_by_role("link", name="Monday, July 1, 2013").click()
    expect(page).to_have_url("/3774/articles/2013-07-01/as-adopted/?language=en")
    expect(page.locator("main .secondary").first).to_contain_text("37 articles")
    expect(page.locator(".upcoming-changes, .not-yet-in-force")).to_have_count(0)

    # An article of that day, one that cites it, and the life of the article.
    page.locator("a.history-link").filter(has_text="Article 16 (Chairman)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Article 16 (Chairman)")
    page.get_by_role("link", name="Amendment history").click()
    newest = page.locator(".timeline > li").first
    expect(newest).to_contain_text("21st Ordinary General Meeting of Shareholders")
    expect(newest).to_contain_text("To make the operations of general meetings")
    expect(newest.locator("del").nth(1)).to_have_text("The President and Director")
    expect(newest.locator("ins").nth(1)).to_have_text(
        "A director designated in advance by the Board of Directors"
    )

    # The line of amendments, each with the articles it touched.
    page.goto("/3774/amendments/")
    line = page.locator(".amendments > li").first
    expect(line.locator("svg.dots > a")).to_have_count(31)
    expect(line.locator("svg.dots > a.amended").first).to_have_accessible_name(
        "Article 14 (Chairman) → 16"
    )
    page.get_by_role("link", name="Compare with the day before").first.click()

    # Two days beside each other; what differs is what the release announced, and its days.
    page.get_by_label("First day").fill("2013-06-26")
    page.get_by_label("Second day").fill("2013-07-01")
    page.get_by_label("Read").select_option(label="In force")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("th").first).to_have_text("As in force on Wednesday, June 26, 2013")
    expect(page.locator("tr.inserted")).to_have_count(2)
    expect(page.locator("tr.deleted")).to_have_count(1)
    for name in ("PDF", "Word"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "3774-comparison-2013-06-26-2013-07-01-in-force-en.docx",
        "3774-comparison-2013-06-26-2013-07-01-in-force-en.pdf",
    ]


def test_a_citation_is_followed_in_japanese(demo: LoadedDemo, opened: Open) -> None:
    page = opened("stranger", locale="ja-JP")
    page.goto("/9990/articles/2026-06-01/in-force/article:30/")
    page.get_by_role("link", name="第25条", exact=True).click()
    expect(page).to_have_url("/9990/articles/2026-06-01/in-force/article:25/")
    expect(page.get_by_role("heading", name="この条を引用する条")).to_be_visible()
    page.get_by_role("link", name="第30条（取締役会規程）").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第30条（取締役会規程）")
