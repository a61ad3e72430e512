"""Two people at one draft: whoever saves second sees both versions, and decides; what one suggests
the other takes over.
"""

import pytest
from playwright.sync_api import Page, expect

from governance.models import User
from governance.models.role import Role
from proposals.demo.loading import LoadedDemo
from proposals.models import Change, Reason
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import ADDRESS
from tests.people import person

AT = f"/proposals/{ADDRESS}/"


@pytest.fixture
def both(demo: LoadedDemo, opened: Open) -> tuple[Page, Page]:
    """Two of legal staff, each in a browser of their own."""
    colleague: User = person("colleague", demo.company, Role.LEGAL_STAFF)
    return opened("legal"), opened(colleague.username)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_second_save_shows_both_versions_of_a_change(
    demo: LoadedDemo, both: tuple[Page, Page]
) -> None:
    first, second = both
    change = demo.proposals[0].changes.get(body_en__startswith="A director designated")
    for page in both:
        page.goto(f"{AT}changes/{change.pk}/")
    first.get_by_label("Wording").fill("The words of the first.")
    save(first)
    expect(first.get_by_role("status")).to_contain_text("Saved")
    second.get_by_label("Wording").fill("The words of the second.")
    save(second)

    expect(second.get_by_role("alert")).to_contain_text("What you typed is still here.")
    expect(second.locator(".other-version dt")).to_have_text(["Wording"])
    expect(second.locator(".other-version dd")).to_have_text(["The words of the first."])
    expect(second.get_by_label("Wording")).to_have_value("The words of the second.")
    assert Change.objects.get(pk=change.pk).body_en == "The words of the first."

    save(second)
    expect(second.get_by_role("status")).to_contain_text("Saved")
    assert Change.objects.get(pk=change.pk).body_en == "The words of the second."
    said = Change.history.filter(id=change.pk).order_by("history_id")
    assert [one.body_en for one in said][-2:] == [
        "The words of the first.",
        "The words of the second.",
    ]


def test_second_save_shows_both_versions_of_a_reason(
    demo: LoadedDemo, both: tuple[Page, Page]
) -> None:
    first, second = both
    reason = demo.proposals[0].reasons.latest("position")
    for page in both:
        page.goto(f"{AT}reasons/{reason.pk}/")
    first.get_by_label("Reason", exact=True).fill("As to Article {proposed:8}.")
    save(first)
    expect(first.get_by_role("status")).to_contain_text("Saved")
    second.get_by_label("Reason", exact=True).fill("As to Article {proposed:9}.")
    save(second)

    expect(second.locator(".other-version dd")).to_have_text(["As to Article [proposed 8]."])
    # The number stands in the field as a chip.
    expect(second.get_by_label("Reason", exact=True)).to_have_text("As to Article 9.")
    save(second)
    expect(second.get_by_role("status")).to_contain_text("Saved")
    assert Reason.objects.get(pk=reason.pk).version == reason.version + 2


def test_second_save_shows_both_versions_of_the_dates(both: tuple[Page, Page]) -> None:
    first, second = both
    for page in both:
        page.goto(f"{AT}dates/")
    first.get_by_label("Announcement").fill("2013-05-27")
    save(first)
    expect(first.get_by_role("status")).to_contain_text("Saved")
    second.get_by_label("Announcement").fill("2013-05-28")
    save(second)

    expect(second.locator(".other-version dt")).to_have_text(["Announcement"])
    expect(second.locator(".other-version dd")).to_have_text(["Monday, May 27, 2013"])
    expect(second.get_by_label("Announcement")).to_have_value("2013-05-28")


def test_what_a_secretary_suggests_the_author_takes_over(demo: LoadedDemo, opened: Open) -> None:
    author, secretary = opened("legal"), opened("secretary")
    secretary.goto(AT)
    row = secretary.locator("tr[data-row]", has_text="(Chairman)")
    row.focus()
    secretary.evaluate(
        "getSelection().selectAllChildren(document.activeElement.cells[1].lastElementChild)"
    )
    secretary.keyboard.press("c")
    expect(secretary.get_by_label("Words quoted")).to_contain_text("A director designated")
    secretary.get_by_label("Words quoted").fill("A director designated in advance")
    secretary.get_by_label("Suggested wording").fill("A director named in advance")
    secretary.get_by_role("button", name="Comment", exact=True).click()
    expect(secretary.get_by_role("status")).to_contain_text("Saved")

    author.goto(AT)
    expect(author.locator(".commented")).to_contain_text("1 open comment")
    author.locator("#panel-comments > summary").click()
    author.get_by_role("button", name="Take the suggestion over").click()
    expect(author.locator("#table")).to_contain_text("A director named in advance")
    expect(author.locator(".commented")).to_have_count(0)
    author.get_by_role("button", name="Undo").click()
    expect(author.locator("#table")).to_contain_text("A director designated in advance")


def test_words_that_come_too_late_are_kept_to_be_copied(
    demo: LoadedDemo, both: tuple[Page, Page]
) -> None:
    """The draft went into review while the form stood open."""
    first, second = both
    change = demo.proposals[0].changes.get(body_en__startswith="A director designated")
    second.goto(f"{AT}changes/{change.pk}/")
    # The preview is there before the draft goes into review, which refuses any later one.
    with second.expect_response(lambda one: one.request.method == "POST"):
        second.get_by_label("Wording").fill("Words that came too late.")
    first.goto(AT)
    first.get_by_role("button", name="Submit for review").click()
    expect(first.get_by_role("status")).to_contain_text("Submitted for review")
    save(second)
    expect(second.locator("main")).to_contain_text("This proposal is in review")
    expect(second.get_by_label("What you typed").last).to_have_value("Words that came too late.")
