"""A reader sees the articles, and of a proposal nothing until it is released."""

from pathlib import Path

from django.utils import timezone
from playwright.sync_api import expect

from governance.models import AuditEntry, User
from proposals.demo.loading import LoadedDemo
from proposals.workflow import moves
from tests.journeys.addresses import addresses_of
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import ADDRESS, download, sign_in
from tests.journeys.test_stranger_journey import NOWHERE, got, posted
from tests.releases import publish

# The list is there for readers too; what stands in the record they are there to read.
OPEN = {
    "proposals:proposals",
    "proposals:company_calendar",
    "proposals:company_calendar_ics",
}
# Work of others, of which a reader may know; the page says whose it is.
OF_OTHERS = {
    "governance:audit",
    "governance:audit_csv",
    "governance:correct",
    "governance:start",
    "proposals:continuation",
    "proposals:new",
    "governance:intakes",
    "governance:intake",
    "governance:remove_intake",
}


def test_reader_sees_the_articles_and_a_proposal_once_released(
    demo: LoadedDemo, opened: Open, tmp_path: Path
) -> None:
    page = opened()
    sign_in(page, "reader")
    page.get_by_role("link", name="Articles of 3774").click()
    expect(page.locator("section.article")).to_have_count(35)
    page.get_by_role("link", name="Proposals", exact=True).click()
    expect(page.locator("main")).to_contain_text("Readers see a proposal once it is released.")
    expect(page.locator("main")).not_to_contain_text(ADDRESS)

    addresses = addresses_of(demo.company)
    for one in (one for one in addresses if one.name in OF_OTHERS):
        assert got(page, one.path)[0] == 403
    closed = [
        one
        for one in addresses
        if one.name.startswith("proposals:") and one.name not in OPEN | OF_OTHERS
    ]
    assert len(closed) > 15
    nowhere = {one.path: NOWHERE for one in closed}
    assert {one.path: got(page, one.path) for one in closed} == nowhere
    assert posted(page, closed) == nowhere
    assert recorded("reader") == []

    (proposal,) = demo.proposals
    legal, secretary = (User.objects.get(username=name) for name in ("legal", "secretary"))
    moves.submit(proposal, by=legal, at=timezone.now())
    assert got(page, f"/proposals/{ADDRESS}/") == NOWHERE
    moves.approve(proposal, by=secretary, at=timezone.now())
    assert got(page, f"/proposals/{ADDRESS}/") == NOWHERE
    publish(proposal, by=secretary)

    page.goto("/3774/proposals/")
    page.get_by_role("link", name="Partial Amendment of the Articles of Incorporation").click()
    expect(page.locator("#table")).to_be_visible()
    expect(page.locator("main a[href*='/changes/'], main a[href*='/reasons/']")).to_have_count(0)
    assert download(page, tmp_path).name == f"{ADDRESS}-release-en.pdf"
    assert recorded("reader") == ["proposal.opened", "release.downloaded"]


def test_opening_and_downloading_are_recorded_for_everybody(
    demo: LoadedDemo, opened: Open, tmp_path: Path
) -> None:
    for person in ("legal", "secretary"):
        before = recorded(person)
        page = opened(person)
        page.goto(f"/proposals/{ADDRESS}/")
        download(page, tmp_path)
        page.goto(f"/proposals/{ADDRESS}/release/en/")
        assert recorded(person)[len(before) :] == [
            "proposal.opened",
            "release.downloaded",
            "proposal.opened",
        ]


def recorded(person: str) -> list[str]:
    """What the audit says that the person did with the proposal, in order."""
    entries = AuditEntry.objects.filter(actor__username=person, about=ADDRESS).order_by("pk")
    return [*entries.values_list("what", flat=True)]
