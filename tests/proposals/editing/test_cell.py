"""What is written in a cell: saved as the one change of its article, however it arrives."""

import pytest

from proposals import editing
from proposals.models import Change, DraftStep
from tests.proposals.editing.test_changes import CHAIR, body_of, outline


def visit(count, name="one"):
    return editing.Visit(name, count)


def test_cell_makes_keeps_and_takes_back_one_change(proposal, articles, legal):
    key, present = articles[5].key, "The President shall chair a general meeting."
    cell = editing.CellToSave(key)
    nothing = editing.save_words(
        proposal, by=legal, cell=cell, visit=visit(1), caption_en="Chairman"
    )
    assert (nothing, Change.objects.count(), DraftStep.objects.count()) == (None, 0, 0)
    made = editing.save_words(proposal, by=legal, cell=cell, visit=visit(2), body_en=CHAIR)
    again = editing.save_words(
        proposal,
        by=legal,
        cell=editing.CellToSave(key, made.version),
        visit=visit(3),
        body_en="Chair.",
    )
    assert (again.pk, again.version, body_of(proposal, key)) == (made.pk, 2, "Chair.")
    assert DraftStep.objects.count() == 1
    back = editing.save_words(
        proposal,
        by=legal,
        cell=editing.CellToSave(key, 2),
        visit=visit(4),
        body_en=f"{present}\n2 The preceding paragraph applies.",
    )
    assert (back, Change.objects.count()) == (None, 0)


def test_what_is_inserted_twice_by_one_visit_is_inserted_once(proposal, articles, legal):
    """The first answer was lost, and more was typed meanwhile."""
    cell = editing.CellToSave("", after=articles[1].key)
    words = {"caption_en": "Seal", "body_en": "The Company has"}
    made = editing.save_words(proposal, by=legal, cell=cell, visit=visit(1), **words)
    more = words | {"body_en": "The Company has a seal."}
    again = editing.save_words(proposal, by=legal, cell=cell, visit=visit(2), **more)
    assert (again.pk, outline(proposal)[:3]) == (
        made.pk,
        ["1 Trade Name", "2 Seal", "3 Objects"],
    )
    with pytest.raises(editing.AlreadySaved):
        editing.save_words(proposal, by=legal, cell=cell, visit=visit(1), **words)
    assert body_of(proposal, made.key) == "The Company has a seal."
    other = editing.save_words(proposal, by=legal, cell=cell, visit=visit(1, "two"), **words)
    assert other.pk != made.pk


def test_words_of_a_moved_article_leave_its_place(proposal, articles, legal):
    key = articles[5].key
    moved = editing.add_change(
        proposal, by=legal, operation="move", at=key, after=articles[1].key, first=True
    )
    editing.save_words(
        proposal, by=legal, cell=editing.CellToSave(key, 1), visit=visit(1), body_en="Chair."
    )
    assert outline(proposal)[1] == "2 Chairman"
    back = "The President shall chair a general meeting.\n2 The preceding paragraph applies."
    kept = editing.save_words(
        proposal, by=legal, cell=editing.CellToSave(key, 2), visit=visit(2), body_en=back
    )
    assert (kept.pk, kept.operation, kept.body_en) == (moved.pk, "move", None)


def test_what_somebody_else_made_of_the_article_is_a_conflict(proposal, articles, legal, colleague):
    cell = editing.CellToSave(articles[5].key)
    theirs = editing.save_words(
        proposal, by=colleague, cell=cell, visit=visit(1), body_en="Theirs."
    )
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_words(proposal, by=legal, cell=cell, visit=visit(1, "two"), body_en="Mine.")
    assert conflict.value.stored.pk == theirs.pk
    editing.remove_change(theirs, by=colleague)
    stale = editing.CellToSave(articles[5].key, 1)
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_words(proposal, by=legal, cell=stale, visit=visit(2, "two"), body_en="Mine.")
    assert conflict.value.stored is None


def test_deletion_takes_the_place_of_another_change(proposal, articles, legal):
    key = articles[5].key
    editing.add_change(proposal, by=legal, operation="replace", at=key, body_en=CHAIR)
    editing.delete_provision(proposal, by=legal, key=key, keep_number=True)
    (change,) = Change.objects.all()
    assert (change.operation, change.numbering) == ("delete", "keep")
    editing.delete_provision(proposal, by=legal, key=key, keep_number=False)
    change.refresh_from_db()
    assert change.numbering == "renumber"
    editing.undo(proposal, by=legal)
    editing.undo(proposal, by=legal)
    assert Change.objects.get().body_en == CHAIR
