"""A passkey is set up, asked for at the next sign-in, and taken from nobody else."""

from playwright.sync_api import Page, expect

from governance.models import AuditEntry
from proposals.demo import PASSWORD
from proposals.demo.loading import LoadedDemo
from tests.journeys.accessibility import problems
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import sign_in, sign_out


def with_a_key_in_it(page: Page) -> None:
    """Let the browser have a machine's own store of passkeys, whose owner is at hand."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_asked_for(demo: LoadedDemo, opened: Open) -> None:
    page = opened(reduced_motion="reduce")
    with_a_key_in_it(page)
    sign_in(page, "legal")
    page.locator("summary", has_text="legal").click()
    page.get_by_role("link", name="Your account").click()
    page.get_by_role("link", name="Set up or change").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name of the passkey").fill("My desk")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    expect(page.locator("li code")).to_have_count(10)
    page.get_by_role("link", name="I have kept them").click()
    expect(page.locator("main")).to_contain_text("My desk")
    assert problems(page, page.url) == []

    sign_out(page, "legal")
    page.get_by_label("Name").fill("legal")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Companies")).to_be_visible()
    last = AuditEntry.objects.filter(what="person.signed_in").latest("pk")
    assert last.about.endswith(" password+webauthn")

    # What stands behind after signing out is not read by going back.
    page.goto("/account/second-factor/")
    sign_out(page, "legal")
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("My desk")

    # Whoever has no key of that account does not get in with the password.
    other = opened()
    other.goto("/")
    other.get_by_label("Name").fill("legal")
    other.get_by_label("Password").fill(PASSWORD)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("heading", name="Second factor")).to_be_visible()
    other.goto("/3774/articles/")
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
