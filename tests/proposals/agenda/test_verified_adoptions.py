"""What was adopted is held against what was approved by identity, whatever its number became."""

import pytest

from governance.models import Wording
from proposals.models import Proposal
from proposals.models.insertion_order import InsertionOrder
from proposals.releases.verification import verify_company
from proposals.workflow import moves
from tests.proposals.agenda.conftest import AFTER
from tests.triggers import without_triggers


@pytest.fixture
def adopted(proposal, articles, begin, change, approve, secretary) -> list[Proposal]:
    """The second inserts before what the third amends; both put something behind Article 1."""
    change(proposal, operation="replace", at=articles[2].key, body_en="The objects are these.")
    second, third = begin("Seal"), begin("Crest")
    change(second, operation="insert", after=articles[1].key, body_en="The Company has a seal.")
    change(third, operation="insert", after=articles[1].key, body_en="It has a crest.")
    change(third, operation="replace", at=articles[4].key, body_en="Shares follow Article 4.")
    approve(proposal, second, third)
    moves.adopt(proposal, by=secretary, at=AFTER)
    moves.adopt(second, by=secretary, at=AFTER)
    behind = third.changes.get(operation="insert")
    decisions = {behind.pk: InsertionOrder.BEHIND}
    moves.adopt(third, by=secretary, at=AFTER, decisions=decisions)
    return [proposal, second, third]


def problems(company) -> list[str]:
    return [one for one in verify_company(company).problems if "otherwise than" in one]


def test_what_was_carried_over_is_as_approved(adopted, company):
    rows = Wording.objects.filter(company=company, ended_by=None).in_document_order()
    assert [row.body_en for row in rows if row.kind == "article"][1:3] == [
        "The Company has a seal.",
        "It has a crest.",
    ]
    assert adopted[2].insertion_orders == {
        str(adopted[2].changes.get(operation="insert").pk): "behind"
    }
    assert problems(company) == []


@pytest.mark.parametrize(("number", "made_by"), [(2, 2), (3, 3), (6, 3)])
def test_a_changed_byte_of_it_is_named(adopted, company, number, made_by):
    row = wording_now(company, number)
    with without_triggers():
        Wording.objects.filter(pk=row.pk).update(body_en=row.body_en[:-2] + "x.")
    assert problems(company) == [
        f"3774-21-{made_by}: Article {number}. (en) was adopted otherwise than it was approved."
    ]


def test_what_stands_elsewhere_than_was_decided_is_named(adopted, company):
    seal, crest = wording_now(company, 2), wording_now(company, 3)
    with without_triggers():
        Wording.objects.filter(pk=seal.pk).update(position=crest.position + 1)
    assert "3774-21-3: Article 2. (en) was adopted otherwise than it was approved." in problems(
        company
    )


def wording_now(company, number: int) -> Wording:
    return Wording.objects.get(company=company, number=number, kind="article", ended_by=None)
