"""Journeys in a real browser: Debian's Chromium, or the one that CHROMIUM names."""

import os
import shutil

import pytest

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


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert chromium, "no Chromium found: run `.ci/setup tests`, or name one in CHROMIUM"
    return browser_type_launch_args | {"executable_path": chromium, "args": list(QUIET)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"locale": "en-GB", "timezone_id": "Asia/Tokyo"}
