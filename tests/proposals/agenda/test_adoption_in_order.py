"""Proposals of one meeting, adopted one after the other in every order of outcomes."""

from itertools import product

import pytest

from governance import record
from governance.models import AuditEntry
from governance.people.refused import Refused
from governance.text.amending.agenda import amend_in_order
from governance.text.amending.operations import Replace
from proposals import editing
from proposals.agenda.combination import combine
from proposals.agenda.items import AgendaItem, agenda_of, agenda_overlaps
from proposals.draft.rows import load_rows
from proposals.models import Proposal
from proposals.models.insertion_order import InsertionOrder
from proposals.releases.adopted_words import adoption_problems
from proposals.workflow import moves
from tests.adoptions import adopted
from tests.proposals.agenda.conftest import AFTER, MEETING, NOW


def texts(company) -> list[str]:
    rows = record.articles_as_of(company, MEETING)
    return [f"{row.label} {row.body_en}" for row in rows if row.kind == "article"]


def test_a_later_one_is_carried_over(three, company, secretary):
    for each in three:
        moves.adopt(each, by=secretary, at=AFTER)
    assert texts(company) == [
        "1 The Company shall be called Example Inc.",
        "2 The Company has a seal.",
        "3 The objects of the Company are the businesses listed below.",
        "4 The Company shall have its head office in Tokyo.",
        # It was typed as Article 3, the location, and has followed it.
        "5 Shares follow Article 4.",
        "6 The President shall chair a general meeting.\n2 The preceding paragraph applies.",
    ]
    assert [each.state for each in Proposal.objects.order_by("number")] == ["adopted"] * 3


@pytest.mark.parametrize("outcomes", list(product((True, False), repeat=3)))
def test_every_order_of_outcomes_is_that_of_the_core(three, company, secretary, outcomes):
    items = [AgendaItem(each, load_rows(each)) for each in three]
    present = items[0].versions.present
    chosen = [item.operations for item, passes in zip(items, outcomes, strict=True) if passes]
    expected = amend_in_order(present, chosen).proposed
    for each, passes in zip(three, outcomes, strict=True):
        move = moves.adopt if passes else moves.reject
        move(each, by=secretary, at=AFTER)
    rows = record.articles_as_of(company, MEETING)
    tree = record.articles_tree(rows, "en")
    assert [(u.number, u.caption, u.body) for _part, u in tree.units()] == [
        (u.number, u.caption, u.body) for _part, u in expected.units()
    ]
    # What was carried over is, by identity, what was approved.
    assert [one for each in three for one in adoption_problems(each)] == []
    states = ["adopted" if passes else "rejected" for passes in outcomes]
    assert [each.state for each in Proposal.objects.order_by("number")] == states


def test_one_place_is_decided_by_a_person(
    proposal, articles, begin, change, approve, company, secretary
):
    other = begin("Crest")
    change(proposal, operation="insert", after=articles[1].key, body_en="A seal.")
    change(other, operation="insert", after=articles[1].key, body_en="A crest.")
    (overlap,) = agenda_overlaps(agenda_of(proposal.meeting))
    assert overlap.message.en == (
        "Proposals 1 and 2 both put something behind Article 1. If both are adopted, a person must"
        " say which stands first."
    )
    approve(proposal, other)
    moves.adopt(proposal, by=secretary, at=AFTER)
    with pytest.raises(Refused) as refused:
        moves.adopt(other, by=secretary, at=AFTER)
    assert refused.value.sentence == f"{overlap.message.en} Say which stands first."
    decisions = {other.changes.get().pk: InsertionOrder.BEHIND}
    moves.adopt(other, by=secretary, at=AFTER, decisions=decisions)
    assert texts(company)[1:3] == ["2 A seal.", "3 A crest."]


def test_the_later_may_stand_first(proposal, articles, begin, change, approve, company, secretary):
    other = begin("Crest")
    change(proposal, operation="insert", after=articles[1].key, body_en="A seal.")
    change(other, operation="insert", after=articles[1].key, body_en="A crest.")
    approve(proposal, other)
    moves.adopt(proposal, by=secretary, at=AFTER)
    decisions = {other.changes.get().pk: InsertionOrder.BEFORE}
    moves.adopt(other, by=secretary, at=AFTER, decisions=decisions)
    assert texts(company)[1:3] == ["2 A crest.", "3 A seal."]


def test_one_article_is_entered_as_the_meeting_amended_it(
    proposal, articles, begin, change, approve, company, secretary, legal
):
    """The circle of before: each was refused for the other, and a later base day was refused."""
    other = begin("Term")
    for each, words in ((proposal, "Two years."), (other, "Three years.")):
        change(each, operation="replace", at=articles[6].key, body_en=words)
    approve(proposal, other)
    moves.adopt(proposal, by=secretary, at=AFTER)
    with pytest.raises(Refused) as refused:
        moves.adopt(other, by=secretary, at=AFTER)
    assert "Proposals 1 and 2 both change Article 6." in refused.value.sentence
    moves.amend_at_meeting(other, by=secretary, at=AFTER, comment="Merged on the floor.")
    fresh = Proposal.objects.get(pk=other.pk)
    fresh = editing.set_dates(fresh, by=legal, version=fresh.version, base_day=MEETING)
    (one,) = fresh.changes.all()
    editing.save_change(one, by=legal, version=one.version, body_en="Two or three years.")
    approve(fresh)
    moves.adopt(fresh, by=secretary, at=AFTER)
    assert texts(company)[-1] == "6 Two or three years."
    ended = Proposal.objects.get(pk=other.pk)
    assert ended.outcome == "Adopted as amended"
    # Its present text is still that of before its own adoption.
    rows = load_rows(ended)
    assert [row.body_en for row in rows.wordings][-1] == "Two years."


def test_what_else_has_changed_the_articles_is_refused(three, company, secretary, articles):
    first, second, _third = three
    moves.adopt(first, by=secretary, at=AFTER)
    board = Replace(articles[2].key, body="The objects are these.")
    adopted(company, board, by=secretary, adopted_on=MEETING, effective_on=MEETING)
    with pytest.raises(Refused, match="they have been amended or corrected since"):
        moves.adopt(second, by=secretary, at=AFTER)


def test_an_outcome_does_not_come_before_its_meeting(three, secretary):
    for move in (moves.reject, moves.adopt):
        with pytest.raises(Refused, match="is still to come"):
            move(three[0], by=secretary, at=NOW)
    with pytest.raises(Refused, match="June 26, 2013, is still to come"):
        moves.amend_at_meeting(three[0], by=secretary, at=NOW, comment="Amended.")


def test_thirty_proposals(proposal, articles, begin, change, approve, company, secretary):
    change(proposal, operation="insert", after=articles[6].key, body_en="New 1.")
    others = []
    for number in range(2, 31):
        other = begin(f"No. {number}")
        change(other, operation="insert", after=articles[6].key, body_en=f"New {number}.")
        others.append(other)
    items = agenda_of(proposal.meeting)
    assert len(agenda_overlaps(items)) == 30 * 29 / 2
    combined = combine(items)
    assert [one.alone for one in combined.numbers] == ["Article 7"] * 30
    assert sorted(one.combined for one in combined.numbers) == sorted(
        f"Article {number}" for number in range(7, 37)
    )
    approve(proposal, *others)
    moves.adopt(proposal, by=secretary, at=AFTER)
    for other in others:
        decisions = {one.pk: InsertionOrder.BEHIND for one in other.changes.all()}
        moves.adopt(other, by=secretary, at=AFTER, decisions=decisions)
    assert texts(company)[6:] == [f"{n + 6} New {n}." for n in range(1, 31)]
    assert list(adoption_problems(others[-1])) == []


def test_a_draft_that_nobody_saw_is_discarded_and_its_number_is_free(
    begin, legal, colleague, reader, company
):
    draft = begin("Nobody saw it")
    address = draft.address
    AuditEntry.objects.create(
        company=company, actor=colleague, what="proposal.opened", about=address
    )
    with pytest.raises(Refused, match="Somebody else has seen this draft"):
        moves.discard(draft, by=legal, at=NOW)
    moves.withdraw(draft, by=legal, at=NOW, comment="Not needed.")
    other = begin("Nobody saw this")
    moves.discard(other, by=legal, at=NOW)
    assert not Proposal.objects.at_address(other.address).exists()
    assert begin("Another").number == other.number


def test_a_proposal_is_recalled_from_review(three, legal, begin, change, articles):
    draft = begin("Recalled")
    change(draft, operation="replace", at=articles[2].key, body_en="The objects are these.")
    moves.submit(draft, by=legal, at=NOW)
    moves.recall(draft, by=legal, at=NOW)
    assert Proposal.objects.get(pk=draft.pk).state == "drafting"
