"""Journeys in a real browser: Debian's Chromium, or the one that CHROMIUM names."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from governance.models import Company, User
from proposals.demo import data_of
from proposals.demo.loading import LoadedDemo, load
from proposals.demo.record import import_articles, people_of
from tests import kept_rows
from tests.journeys.browser_errors import watch

# From the first journey to the end of the run Playwright has an event loop in this thread, which
# makes Django refuse the database. It is used between two steps of the browser, never within one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",  # it refuses to run as root with one; it only ever sees our own pages
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
WAIT = 30_000
"""Milliseconds that a page may take to come to what is waited for, on a machine that is busy."""

expect.set_options(timeout=WAIT)

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert chromium, "no Chromium found: run `.ci/setup tests`, or name one in CHROMIUM"
    return browser_type_launch_args | {"executable_path": chromium, "args": list(QUIET)}


@pytest.fixture
def address(live_server: Any) -> str:
    """Where the program answers: http://localhost:50213."""
    return str(live_server.url)


@pytest.fixture
def demo(transactional_db: None) -> LoadedDemo:
    """Both companies of the demonstration; what is returned is the first, with its proposal."""
    kept_rows.put("demo", lambda: [load(code) for code in ("9990", "3774")])
    return load("3774")


@pytest.fixture
def bare(transactional_db: None) -> Company:
    """The company of the demonstration with its people and articles, and nothing proposed yet."""
    kept_rows.put("bare", without_proposal)
    return Company.objects.get()


def without_proposal() -> None:
    data = data_of("3774")
    company = Company.objects.create(**data["company"])
    people = people_of(company, data["people"])
    import_articles(company, data, by=people["legal"])


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """`opened("legal", locale="ja-JP")` is a blank page of that person, signed in; "" of nobody.

    At the end of the test no page may have had anything to complain of.
    """
    contexts: list[BrowserContext] = []
    complaints: list[list[str]] = []

    def open_page(person: str = "", **options: Any) -> Page:
        given = {"locale": "en-GB", "timezone_id": "Asia/Tokyo", "base_url": address} | options
        context = browser.new_context(**given)
        context.set_default_timeout(WAIT)
        contexts.append(context)
        complaints.append(watch(context))
        if person:
            context.add_cookies([session_of(person, address)])
        return context.new_page()

    yield open_page
    for context in contexts:
        for page in context.pages:
            # What a page has still to save or to ask is answered first.
            if page.locator("#desk").count():
                page.wait_for_timeout(1500)
            page.wait_for_load_state("networkidle")
        context.close()
    assert [each for several in complaints for each in several] == []


def session_of(person: str, address: str) -> Any:
    """The cookie of a person who has signed in."""
    client = Client()
    client.force_login(User.objects.get(username=person))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": address}
