from datetime import date

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from governance.models import AuditEntry, Company, Membership, User
from proposals.models import Change, Proposal, Reason, Review
from tests import rows


@pytest.fixture
def keeper(db: None) -> User:
    return User.objects.create_superuser("keeper")


@pytest.fixture
def draft(company: Company, legal: User) -> list[Model]:
    proposal = Proposal.objects.create(
        company=company,
        meeting=rows.meeting(company),
        title_en="Partial Amendment",
        base_day=date(2013, 5, 24),
        created_by=legal,
    )
    Review.objects.create(
        proposal=proposal, move="submit", from_state="drafting", to_state="in_review", by=legal
    )
    part = rows.main_part(company)
    return [
        proposal,
        Change.objects.create(
            proposal=proposal, operation="insert", anchor_part=part, body_en="Words."
        ),
        Reason.objects.create(proposal=proposal, position=1, body_en="So that it is so."),
    ]


def pages(row: Model) -> list[str]:
    name = f"admin:proposals_{row._meta.model_name}"
    version = row.history.get().pk  # type: ignore[attr-defined]
    return [
        reverse(f"{name}_change", args=[row.pk]),
        reverse(f"{name}_history", args=[row.pk]),
        reverse(f"{name}_simple_history", args=[row.pk, version]),
    ]


def test_a_draft_is_looked_at_and_the_opening_recorded(
    client: Client, keeper: User, company: Company, draft: list[Model]
) -> None:
    Membership.objects.create(user=keeper, company=company, role="board_secretary")
    client.force_login(keeper)
    for row in draft:
        for page in pages(row):
            assert client.get(page).status_code == 200, page
            line = AuditEntry.objects.latest("pk")
            assert (line.actor, line.what, line.about) == (keeper, "proposal.opened", "3774-21-1")
        assert client.post(pages(row)[0], {"version": 7}).status_code == 403
    assert AuditEntry.objects.count() == 9 + 3


@pytest.mark.parametrize("role", [None, "reader"])
def test_a_draft_is_not_there_for_others(
    client: Client, keeper: User, company: Company, draft: list[Model], role: str | None
) -> None:
    if role:
        Membership.objects.create(user=keeper, company=company, role=role)
    client.force_login(keeper)
    for row in draft:
        opened, history, version = pages(row)
        assert client.get(opened).status_code == 302
        assert client.get(history).status_code == 404
        assert client.get(version).status_code == 404
        changes = client.get(reverse(f"admin:proposals_{row._meta.model_name}_changelist"))
        assert changes.context["cl"].result_count == 0
    assert AuditEntry.objects.count() == 0


def test_the_numbers_in_a_reason_are_printed_in_its_list(
    client: Client, keeper: User, company: Company, draft: list[Model]
) -> None:
    Membership.objects.create(user=keeper, company=company, role="board_secretary")
    reason = draft[2]
    assert isinstance(reason, Reason)
    reason.body_en = reason.body_ja = "So that {present:@a99999} is so."
    reason.save()
    client.force_login(keeper)
    page = client.get(reverse("admin:proposals_reason_changelist")).content.decode()
    assert "{" + "present" not in page
    assert "1: " in page
