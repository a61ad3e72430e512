"""Whoever belongs to another company gets 404 at every address of this one."""

from typing import Any

from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import Page, expect

from governance.models import AuditEntry, Company
from proposals.demo.loading import LoadedDemo
from proposals.models import Proposal
from tests.journeys.addresses import POSTED, Address, addresses_of
from tests.journeys.conftest import Open

# What the forms send; whoever were let in would change something with it.
TYPED = {
    "body_en": "Words of a stranger.",
    "caption_en": "Stranger",
    "title_en": "A stranger's title",
    "comment": "A stranger's comment",
    "after": "start",
    "base_day": "2013-05-24",
    "effective_on": "2013-07-01",
    "meeting": "21",
    "numbering": "renumber",
    "version": "1",
}
_POST = """async ([paths, typed, live]) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const told = {};
  for (const path of paths) {
    const headers = { "X-CSRFToken": token, ...(live ? { "HX-Request": "true" } : {}) };
    const body = new URLSearchParams(typed);
    const answer = await fetch(path, { method: "POST", headers, body, redirect: "manual" });
    told[path] = [answer.status, /<h1>(.*)<\\/h1>/.exec(await answer.text())?.[1] ?? ""];
  }
  return told;
}"""
NOWHERE = [404, "There is no such page"]


def got(page: Page, path: str) -> list[Any]:
    """What the browser shows at `path`: the status and the heading of the page."""
    answer = page.goto(path)
    assert answer
    return [answer.status, page.locator("h1").inner_text()]


def posted(page: Page, addresses: list[Address], *, live: bool = False) -> dict[str, list[Any]]:
    """The same of what a form, or its preview, gets back there."""
    page.goto("/")
    told: dict[str, list[Any]] = page.evaluate(
        _POST, [[one.path for one in addresses], TYPED, live]
    )
    return told


def state_of(company: Company) -> list[Any]:
    """All that a form could change."""
    proposal = Proposal.objects.get(company=company)
    return [
        (proposal.state, proposal.version, proposal.title_en, proposal.updated_at),
        [*proposal.changes.order_by("pk").values()],
        [*proposal.reasons.order_by("pk").values()],
        [*company.meetings.values()],
    ]


def test_stranger_gets_404_at_every_address_and_changes_nothing(
    demo: LoadedDemo, opened: Open
) -> None:
    addresses = addresses_of(demo.company)
    before = state_of(demo.company)
    page = opened("stranger")
    nowhere = {one.path: NOWHERE for one in addresses}

    assert {one.path: got(page, one.path) for one in addresses} == nowhere
    assert posted(page, addresses) == nowhere
    assert posted(page, addresses, live=True) == nowhere

    assert state_of(demo.company) == before
    assert not AuditEntry.objects.filter(company=demo.company, actor__username="stranger").exists()
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Aogiri Precision Co., Ltd.")
    expect(page.locator("body")).not_to_contain_text("3774")


def test_the_same_addresses_are_there_for_those_they_belong_to(
    demo: LoadedDemo, opened: Open
) -> None:
    page = opened("legal")
    addresses = [one for one in addresses_of(demo.company) if one.name not in POSTED]
    # The audit, a return, a release, a continued meeting and the outcomes are a board secretary's.
    # Nothing is released yet, so that there is neither a release to correct nor a certificate; a
    # general meeting decides, so that nothing is asked about the board; of articles as adopted no
    # copy is certified.
    elsewhere = {
        "governance:audit",
        "governance:audit_csv",
        "proposals:continuation",
        "proposals:return",
        "proposals:publish",
        "proposals:adopt",
        "proposals:reject",
        "proposals:amend_at_meeting",
        "proposals:withdraw_from_agenda",
        "proposals:correct",
        "proposals:votes",
    }
    not_there = {
        "governance:certified_docx",
        "governance:certified_pdf",
        "proposals:board_authority",
        "proposals:certificate",
        "proposals:released_pdf",
    }
    for one in addresses:
        answer = page.request.get(one.path, max_redirects=1)
        expected = 403 if one.name in elsewhere else 404 if one.name in not_there else 200
        assert answer.status == expected, one.path


def test_nobody_is_asked_to_sign_in_everywhere(demo: LoadedDemo, opened: Open) -> None:
    page = opened()
    for one in addresses_of(demo.company):
        if one.name not in POSTED:
            assert got(page, one.path) == [200, "Sign in"]


def test_the_back_office_is_not_there_for_people_of_a_company(
    demo: LoadedDemo, opened: Open
) -> None:
    pages = {
        person: [page, [got(page, path) for path in back_office_of(demo.company)]]
        for person in ("stranger", "legal")
        for page in [opened(person)]
    }
    for _page, told in pages.values():
        assert told == [NOWHERE] * len(told)


def back_office_of(company: Company) -> list[str]:
    """The lists of the back office, and there the pages of what belongs to the company."""
    found = [reverse("admin:index")]
    for model, its_admin in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found.append(reverse(f"{name}_changelist"))
        field = next(
            (each.name for each in model._meta.fields if each.related_model is Company), None
        )
        rows = model._default_manager.filter(**{field: company}) if field else [company]
        first = next(iter(rows), None)
        if isinstance(first, model) and its_admin:
            found.append(reverse(f"{name}_change", args=[first.pk]))
            found.append(reverse(f"{name}_history", args=[first.pk]))
    return found
