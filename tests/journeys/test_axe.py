"""axe finds nothing on any page and none scrolls sideways: every person, language and look."""

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from governance.models import Company, User
from proposals.demo.loading import LoadedDemo
from proposals.models import Proposal
from proposals.workflow import moves
from tests.journeys.accessibility import WIDEST, problems, too_wide
from tests.journeys.addresses import POSTED, TAKEN_AWAY, addresses_of
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import ADDRESS

LOCALES = {"en": "en-GB", "ja": "ja-JP"}


@pytest.fixture(params=LOCALES)
def language(request: Any) -> str:
    return str(request.param)


def visited(page: Page, language: str, *paths: str) -> list[str]:
    """The problems of all these pages, each in that language."""
    found = []
    for path in paths:
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == language
        found += problems(page, path)
    return found


def quiet(opened: Open, person: str, language: str) -> Page:
    return opened(person, locale=LOCALES[language], reduced_motion="reduce")


def moved(proposal: Proposal, move: str, name: str, **options: Any) -> Proposal:
    by = User.objects.get(username=name)
    return getattr(moves, move)(proposal, by=by, at=timezone.now(), **options)


def every_page(company: Company) -> list[str]:
    """The named pages of the company, and some that a query makes."""
    code = company.code
    amended = company.wordings.filter(ended_by=None, kind="article").latest("adopted_on")
    insert = Proposal.objects.filter(company=company).earliest("pk").address
    return [
        *(one.path for one in addresses_of(company) if one.name not in POSTED | TAKEN_AWAY),
        "/",
        f"/{code}/articles/{amended.article_id}/",
        f"/proposals/{insert}/changes/insert/",
        f"/proposals/{insert}/changes/insert/?kind=chapter",
        f"/proposals/{insert}/changes/insert/?after=supplementary",
        f"/proposals/{code}-21-9/",
    ]


@pytest.mark.parametrize(
    ("person", "code", "language"),
    # The second company keeps its articles in both languages: forms and pages have both.
    [("legal", "3774", "en"), ("stranger", "9990", "ja")],
)
def test_every_page_of_legal_staff(
    demo: LoadedDemo, opened: Open, person: str, code: str, language: str
) -> None:
    page = quiet(opened, person, language)
    pages = every_page(Company.objects.get(code=code))
    assert visited(page, language, *pages) == []


def test_no_page_with_japanese_words_beside_english_articles_is_too_wide(
    demo: LoadedDemo, opened: Open
) -> None:
    page = quiet(opened, "legal", "ja")
    found = []
    for path in every_page(demo.company):
        page.goto(path)
        found += [f"{path}: {one}" for look in WIDEST for one in too_wide(page, look)]
    assert found == []


def test_pages_before_signing_in(demo: LoadedDemo, opened: Open, language: str) -> None:
    page = quiet(opened, "", language)
    found = visited(page, language, "/")
    page.locator("form.form button").click()
    assert found + problems(page, "signing in without a name") == []


def test_pages_of_a_proposal_on_its_way(demo: LoadedDemo, opened: Open, language: str) -> None:
    legal, secretary, reader = (
        quiet(opened, person, language) for person in ("legal", "secretary", "reader")
    )
    at = f"/proposals/{ADDRESS}/"
    (proposal,) = demo.proposals
    found = visited(secretary, language, "/", "/3774/articles/", "/3774/proposals/", at)
    found += visited(reader, language, "/", "/3774/articles/", "/3774/proposals/", at)

    moved(proposal, "submit", "legal")
    found += visited(legal, language, at, f"{at}dates/")
    found += visited(secretary, language, at, f"{at}release/en/", f"{at}return/")
    secretary.locator("form.form button").click()
    found += problems(secretary, "a return without a word")

    moved(proposal, "return_", "secretary", comment="Article 9 is not clear.\nPlease explain.")
    found += visited(legal, language, at)
    moved(proposal, "reopen", "legal")
    moved(proposal, "submit", "legal")
    moved(proposal, "approve", "secretary")
    found += visited(legal, language, at, f"{at}release/en/")
    found += visited(reader, language, "/3774/proposals/", at, f"{at}release/en/")
    assert found == []


def test_empty_pages(bare: Company, opened: Open, language: str) -> None:
    User.objects.create_user("newcomer")
    found = visited(quiet(opened, "newcomer", language), language, "/")
    found += visited(quiet(opened, "legal", language), language, "/3774/proposals/")
    found += visited(quiet(opened, "reader", language), language, "/3774/proposals/")
    assert found == []


def test_what_is_wrong_is_found(opened: Open) -> None:
    """All else here passes when nothing is found: so it is shown that something could be."""
    page = opened(reduced_motion="reduce")
    page.set_content(
        '<html lang="en"><title>Wrong</title><main><h1>Wrong</h1><img src="data:,">'
        '<p style="color: #999; background: #fff; width: 700px">Pale and too wide</p></main></html>'
    )
    assert [one.split(": ")[1] for one in problems(page, "a page")] == [
        *("color-contrast (1)", "image-alt (1)"),  # wide and light
        "color-contrast (1)",
        *("color-contrast (1)", "image-alt (1)", "scrolls sideways"),  # narrow and light
        *("color-contrast (1)", "scrolls sideways"),
    ]
