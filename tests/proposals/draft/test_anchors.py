from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from governance.models import Company, User
from proposals.models import Change, Proposal
from tests import rows


@pytest.fixture
def proposal(company: Company, legal: User) -> Proposal:
    return Proposal.objects.create(
        company=company,
        meeting=rows.meeting(company),
        title_en="Partial Amendment",
        base_day=date(2013, 5, 24),
        created_by=legal,
    )


def check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def save_and_check(change: Change) -> None:
    change.save()
    check_now()


def test_inserted_articles_trade_places_in_one_transaction(proposal: Proposal) -> None:
    """After the part's start: a, then b; made into b, then a, with a circle for a moment."""
    part = rows.main_part(proposal.company)
    a = Change.objects.create(proposal=proposal, operation="insert", anchor_part=part, body_en="A.")
    b = Change.objects.create(proposal=proposal, operation="insert", anchor_change=a, body_en="B.")
    with transaction.atomic():
        a.anchor_part, a.anchor_change = None, b
        a.save()
        b.anchor_part, b.anchor_change = part, None
        b.save()
        check_now()
    assert list(Change.objects.filter(anchor_change=b)) == [a]


def test_what_others_stand_after_stays_an_insertion(proposal: Proposal) -> None:
    part = rows.main_part(proposal.company)
    a = Change.objects.create(proposal=proposal, operation="insert", anchor_part=part, body_en="A.")
    Change.objects.create(proposal=proposal, operation="insert", anchor_change=a, body_en="B.")
    check_now()
    a.operation, a.target, a.anchor_part = "replace", rows.article(part), None
    with pytest.raises(IntegrityError, match="inserts nothing"), transaction.atomic():
        save_and_check(a)
